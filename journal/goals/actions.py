"""Writes of goals and their reviews."""

from typing import Unpack

from journal.feeds.actions import OneRevision, Written, write
from journal.feeds.heads import check_item
from journal.goals.rules import GOAL, REVIEW


def write_goal(**one: Unpack[OneRevision]) -> Written:
    """Adds one revision of a goal. Raises what a push would nest."""
    return write(kind=GOAL, **one)


def review_goal(*, goal: str, **one: Unpack[OneRevision]) -> Written:
    """Adds one revision of a review of a goal. Raises NoSuchItem without that goal, and what a push would nest."""
    check_item(one["owner"], GOAL.name, goal)
    return write(kind=REVIEW, of=goal, **one)
