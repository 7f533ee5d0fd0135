"""Sync: what this folder takes, believes, seals and offers, until it and the server hold the same."""
