"""How much work the server does, as ratios to a bare view: `make bench`."""
