"""Leaving, over HTTP."""
