"""What a person writes after a call, in between, or when something was good."""
