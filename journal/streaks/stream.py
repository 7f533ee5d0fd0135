"""What is counted: the days of journaling, or of one habit, and what was expected of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from journal.streaks.filing import fills
from journal.streaks.marks import Marks
from journal.streaks.schedules import ALWAYS, Timeline

# The open week may reach this far beyond today.
DAYS_AHEAD = 13

NO_DAYS = Marks.of([])

State = Literal[
    "none", "done-today", "rest-today", "met-this-week", "rest-week", "open", "at-risk", "out-of-reach"
]


@dataclass(frozen=True, slots=True)
class Stream:
    """Facts enough for every number; nothing in it is ever incremented. Days off up to `DAYS_AHEAD` beyond today."""

    done: Marks
    timeline: Timeline = ALWAYS
    off: Marks = NO_DAYS

    def today(self, asked: date) -> date:
        """The day that is open (J5): the one asked for, or the latest written; the calendar never runs backwards."""
        return max(asked, self.done.last) if self.done else asked


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
