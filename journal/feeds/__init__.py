"""A person's feed: the grow-only set of sealed revisions that their devices agree on."""
