"""Reads of goals and their reviews."""

from journal.feeds.heads import Head, Part, heads, heads_below, heads_of_item
from journal.goals.rules import GOAL, REVIEW
from journal.people.models import Person


def goals_of(owner: Person, part: Part) -> list[Head]:
    """A person's goals as they are now, the one written last first."""
    return heads(owner, GOAL.name, part)


def goal_of(owner: Person, item: str) -> list[Head]:
    """One goal: its current revision, or those that two devices wrote apart. Raises NoSuchItem."""
    return heads_of_item(owner, GOAL.name, item)


def reviews_of(owner: Person, goal: str, part: Part) -> list[Head]:
    """The reviews of a goal, the newest day first. Raises NoSuchItem without that goal."""
    return heads_below(owner, REVIEW.name, part, of=goal, of_kind=GOAL.name)


def review_of(owner: Person, goal: str, item: str) -> list[Head]:
    """One review of this goal. Raises NoSuchItem."""
    return heads_of_item(owner, REVIEW.name, item, of=goal)
