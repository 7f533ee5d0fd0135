"""Which kinds of item a goal is made of. What they say stays inside the seal."""

from journal.feeds.kind import Kind

GOAL = Kind("goal")
REVIEW = Kind("review", dated=True, of="must")
KINDS = (GOAL, REVIEW)
