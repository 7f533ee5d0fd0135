"""One file per promise of the product."""
