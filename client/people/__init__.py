"""The account: signing up and in, settings that follow the person, leaving."""
