"""Writes of habits and their ticks."""

from typing import Unpack

from journal.feeds.actions import OneRevision, Written, write
from journal.feeds.heads import check_item
from journal.habits.rules import HABIT, TICK


def write_habit(**one: Unpack[OneRevision]) -> Written:
    """Adds one revision of a habit. Raises what a push would nest."""
    return write(kind=HABIT, **one)


def tick_habit(*, habit: str, **one: Unpack[OneRevision]) -> Written:
    """Adds one revision of a tick of a habit. Raises NoSuchItem without that habit, and what a push would nest."""
    check_item(one["owner"], HABIT.name, habit)
    return write(kind=TICK, of=habit, **one)
