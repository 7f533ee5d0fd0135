"""Reads of habits and their ticks."""

from journal.feeds.heads import Head, Part, heads, heads_below, heads_of_item
from journal.habits.rules import HABIT, TICK
from journal.people.models import Person


def habits_of(owner: Person, part: Part) -> list[Head]:
    """A person's habits as they are now, the one written last first."""
    return heads(owner, HABIT.name, part)


def habit_of(owner: Person, item: str) -> list[Head]:
    """One habit: its current revision, or those that two devices wrote apart. Raises NoSuchItem."""
    return heads_of_item(owner, HABIT.name, item)


def ticks_of(owner: Person, habit: str, part: Part) -> list[Head]:
    """The ticks of a habit, the newest day first. Raises NoSuchItem without that habit."""
    return heads_below(owner, TICK.name, part, of=habit, of_kind=HABIT.name)


def tick_of(owner: Person, habit: str, item: str) -> list[Head]:
    """One tick of this habit. Raises NoSuchItem."""
    return heads_of_item(owner, TICK.name, item, of=habit)
