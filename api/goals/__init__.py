"""`goals/`: goals, and the reviews of each."""
