"""Aftershift from Python."""
