"""What the addresses of every kind of item share: lists, one item, and one revision at a time."""
