"""Leaving: everything of a person goes, after days in which they may still stay, and does not come back with a backup."""
