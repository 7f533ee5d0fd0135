"""`entries/`: one revision at a time, for scripts and other clients."""
