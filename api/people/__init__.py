"""Me: settings, roles, and what the server knows."""
