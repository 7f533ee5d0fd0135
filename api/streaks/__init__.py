"""`streaks/`: how it goes, for scripts and other clients; the app counts for itself."""
