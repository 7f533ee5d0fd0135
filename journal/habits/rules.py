"""The kinds of a habit, and the facts about days that stand in clear: schedules and days off. Pure."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Literal

import msgspec
from msgspec import UNSET, UnsetType

from journal.feeds.kind import Kind

Weekday = Annotated[int, msgspec.Meta(ge=1, le=7)]


class EveryDay(msgspec.Struct, tag_field="type", tag="every-day", forbid_unknown_fields=True):
    """Each day is expected."""


class NoDay(msgspec.Struct, tag_field="type", tag="none", forbid_unknown_fields=True):
    """Nothing is expected: a long leave."""


class Weekly(msgspec.Struct, tag_field="type", tag="weekly", forbid_unknown_fields=True):
    """The same days of each week, Monday is 1."""

    days: Annotated[list[Weekday], msgspec.Meta(min_length=1, max_length=7)]

    def __post_init__(self) -> None:
        """Refuses a weekday that stands there twice."""
        _check(len(set(self.days)) == len(self.days))


class Rotation(msgspec.Struct, tag_field="type", tag="rotation", forbid_unknown_fields=True):
    """A rhythm of days: 1 for a work day, from the anchor on and over again."""

    anchor: date
    cycle: Annotated[str, msgspec.Meta(pattern=r"^[01]{1,366}\Z")]


class TimesPerWeek(msgspec.Struct, tag_field="type", tag="times-per-week", forbid_unknown_fields=True):
    """So many days a week, whichever; a week begins on Monday or on Sunday."""

    n: Weekday
    week_start: Literal[1, 7] = 1


class ScheduleFacts(msgspec.Struct, forbid_unknown_fields=True):
    """One version of a schedule. `n`: one more than the greatest that was known when it was made."""

    pattern: EveryDay | NoDay | Weekly | Rotation | TimesPerWeek
    made_on: date
    n: Annotated[int, msgspec.Meta(ge=1, le=2**53 - 1)]
    effective_from: date | UnsetType = UNSET


class OffFacts(msgspec.Struct, forbid_unknown_fields=True):
    """Days off, both included; never why."""

    first: date = msgspec.field(name="from")
    last: date = msgspec.field(name="to")
    made_on: date

    def __post_init__(self) -> None:
        """Refuses days that end before they begin."""
        _check(self.first <= self.last)


def _check(well_formed: bool) -> None:  # noqa: FBT001 - a sentence at each call
    if not well_formed:
        raise ValueError("not of its form")


HABIT = Kind("habit", of="may")
TICK = Kind("tick", dated=True, of="must", counts_for="habit")
SCHEDULE = Kind("schedule", of="may", pub=ScheduleFacts)
OFF = Kind("off", of="may", pub=OffFacts)
KINDS: Sequence[Kind] = (HABIT, TICK, SCHEDULE, OFF)
