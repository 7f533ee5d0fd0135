"""What a person means to do and when, from the facts that stand in clear: schedules and days off. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import msgspec
from msgspec import UNSET

from journal.feeds.kind import facts_of
from journal.feeds.standing import Fact
from journal.habits.rules import HABIT, OFF, SCHEDULE, OffFacts, ScheduleFacts
from journal.streaks.marks import Marks
from journal.streaks.schedules import (
    DayOff,
    Timeline,
    Version,
    days_off,
    in_order_made,
    pattern_of,
    timeline,
)
from journal.streaks.stream import DAYS_AHEAD, Stream


@dataclass(frozen=True, slots=True)
class Plan:
    """Which days are expected of one stream: what holds when, and the days off."""

    timeline: Timeline
    off: tuple[DayOff, ...]

    def stream(self, done: Marks, asked: date) -> Stream:
        """What is counted on the day asked for, when these days are done."""
        open_day = max(asked, done.last)
        return Stream(done, self.timeline, _marks_of(self.off, open_day + timedelta(days=DAYS_AHEAD)))


@dataclass(frozen=True, slots=True)
class Practice:
    """The plan of journaling, and of each habit by its item, in the order of the items."""

    journaling: Plan
    habits: Mapping[str, Plan]


@lru_cache(maxsize=512)
def practice_of(facts: tuple[Fact, ...]) -> Practice:
    """The practice that the heads of habits, schedules and days off amount to.

    Without a schedule journaling expects every day, and a habit follows the journal's.
    """
    schedules, off = _schedules(facts), _off(facts)
    journaling = Plan(timeline(in_order_made(schedules.get(None, ()))), tuple(off.get(None, ())))
    return Practice(
        journaling,
        {
            item: Plan(
                timeline(in_order_made(schedules.get(item, ())), base=journaling.timeline),
                (*journaling.off, *off.get(item, ())),
            )
            for item in sorted({fact.item for fact in facts if fact.kind == HABIT.name})
        },
    )


def _schedules(facts: Iterable[Fact]) -> dict[str | None, list[Version]]:
    """The versions by the habit they are of. What an earlier server took in another form is passed over."""
    found: dict[str | None, list[Version]] = {}
    for fact in facts:
        if fact.kind == SCHEDULE.name and (given := facts_of(ScheduleFacts, fact.pub or "")):
            since = None if given.effective_from is UNSET else given.effective_from
            pattern = pattern_of(msgspec.to_builtins(given.pattern))
            found.setdefault(fact.of, []).append(Version(pattern, given.made_on, since, given.n, fact.item))
    return found


def _off(facts: Iterable[Fact]) -> dict[str | None, list[DayOff]]:
    found: dict[str | None, list[DayOff]] = {}
    for fact in facts:
        if fact.kind == OFF.name and (given := facts_of(OffFacts, fact.pub or "")):
            found.setdefault(fact.of, []).append(DayOff(given.first, given.last, given.made_on))
    return found


@lru_cache(maxsize=1024)
def _marks_of(off: tuple[DayOff, ...], until: date) -> Marks:
    return days_off(off, until)
