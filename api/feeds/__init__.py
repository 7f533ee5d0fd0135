"""`feed/`: what a device sends and what it reads."""
