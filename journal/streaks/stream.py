"""What is counted: the days of journaling, or of one habit, and what was expected of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from journal.streaks.filing import fills
from journal.streaks.marks import Marks
from journal.streaks.schedules import ALWAYS, DayOff, Timeline, days_off

State = Literal[
    "none", "done-today", "rest-today", "met-this-week", "rest-week", "open", "at-risk", "out-of-reach"
]


@dataclass(frozen=True, slots=True)
class Stream:
    """Facts enough for every number; nothing in it is ever incremented."""

    done: Marks
    timeline: Timeline = ALWAYS
    off: tuple[DayOff, ...] = ()

    def today(self, asked: date) -> date:
        """The day that is open (J5): the one asked for, or the latest written; the calendar never runs backwards."""
        return max(asked, self.done.last) if self.done else asked

    def off_bits(self, first: date, length: int) -> int:
        """The days off among `length` days from `first` on, as bits."""
        return days_off(self.off, first, length)


@dataclass(frozen=True, slots=True)
class Streak:
    """The numbers of a stream. `state` is a machine's word; "at-risk" and "out-of-reach" are never said to anybody."""

    today: date
    current: int
    longest: int
    pauses_held: int
    state: State

    @property
    def at_risk(self) -> bool:
        """Whether the run would end if nothing more were written."""
        return self.state == "at-risk"


def days_done(heads: Iterable[tuple[date, date]]) -> Marks:
    """The days filled by heads, each given as its `day` and `written`."""
    return Marks.of(day for day, written in heads if fills(day, written))
