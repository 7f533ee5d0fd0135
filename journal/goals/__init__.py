"""What a person wishes for, with if-then plans, and how they look back on it."""
