"""`habits/`: habits, and the ticks of each."""
