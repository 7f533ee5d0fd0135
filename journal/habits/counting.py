"""Streaks and strength, counted from what stands in clear; nothing of them is stored."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from journal.feeds.dates import BadDates
from journal.feeds.kind import CountsFor, Kind
from journal.feeds.standing import Standing, Wanted, standing_of
from journal.habits.practice import practice_of
from journal.habits.rules import HABIT, OFF, SCHEDULE
from journal.people.models import Person
from journal.streaks.answer import Answer, answer
from journal.streaks.marks import EARLIEST_DAY

# Most of what is asked for again has not changed since.
_answer = lru_cache(maxsize=4096)(answer)

_FACTS = frozenset(kind.name for kind in (HABIT, SCHEDULE, OFF))


@dataclass(frozen=True, eq=False, slots=True)
class Streaks:
    """Of journaling, and of each habit by its item, in the order of the items. The same object while nothing changes."""

    journaling: Answer
    habits: Mapping[str, Answer]


def streaks_of(owner: Person, *, kinds: Mapping[str, Kind], today: date, now: datetime) -> Streaks:
    """How it goes on `today`, the person's own journal day. Raises BadDates if that is not yet, or absurd."""
    if not EARLIEST_DAY <= today <= now.date() + timedelta(days=1):
        raise BadDates("today is a journal day, not after the server's tomorrow.")
    entries, ticks = _counting(kinds, "journaling"), _counting(kinds, "habit")
    return _count(standing_of(owner, Wanted(entries | ticks, _FACTS)), entries, ticks, today)


@lru_cache(maxsize=256)
def _count(standing: Standing, entries: frozenset[str], ticks: frozenset[str], today: date) -> Streaks:
    """The streaks of one standing, which is told from others by being it."""
    practice = practice_of(standing.facts)
    return Streaks(
        _answer(practice.journaling.stream(standing.days(entries, None), today), today),
        {
            item: _answer(plan.stream(standing.days(ticks, item), today), today)
            for item, plan in practice.habits.items()
        },
    )


def _counting(kinds: Mapping[str, Kind], streak: CountsFor) -> frozenset[str]:
    return frozenset(kind.name for kind in kinds.values() if kind.counts_for == streak)
