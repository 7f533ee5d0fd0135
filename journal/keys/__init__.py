"""Locked boxes and public keys: the vault, the ways back into it, the keycards."""
