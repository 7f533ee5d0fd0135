"""`vault/` and `keycards/`: locked boxes and public keys."""
