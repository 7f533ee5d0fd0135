"""Made-up streams for the properties: days done, versions of a schedule, days off."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from hypothesis import strategies as st

from journal.streaks.marks import Marks
from journal.streaks.schedules import Cycle, DayOff, Pattern, TimesPerWeek, Version, days_off, timeline
from journal.streaks.stream import Stream

FIRST = date(2024, 1, 15)
LENGTH = 100


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


@dataclass(frozen=True)
class Facts:
    """What a stream is made of, before it is one."""

    done: frozenset[date]
    versions: tuple[Version, ...]
    off: tuple[DayOff, ...]
    asked: date

    def stream(self) -> Stream:
        """The stream of these facts."""
        off = days_off(self.off, day(2 * LENGTH))
        return Stream(Marks.of(self.done), timeline(self.versions), off)

    def plus(self, more: date) -> "Facts":
        """The same with one more day done."""
        return replace(self, done=self.done | {more})

    @property
    def today(self) -> date:
        """The day that is open."""
        return max(self.asked, *self.done) if self.done else self.asked


days = st.integers(0, LENGTH).map(day)
maybe_days = st.none() | days
cycles = st.builds(Cycle, anchor=days, days=st.text("110", min_size=1, max_size=9))
times_per_week = st.builds(TimesPerWeek, n=st.integers(1, 7), week_start=st.integers(1, 7))
ranges = st.builds(
    lambda start, more, made: DayOff(start, start + timedelta(days=more), made),
    days,
    st.integers(0, 9),
    maybe_days,
)


def versions_of(patterns: st.SearchStrategy[Pattern]) -> st.SearchStrategy[tuple[Version, ...]]:
    """Some versions in the order they were made."""
    one = st.builds(Version, pattern=patterns, made_on=days, effective_from=maybe_days)
    first = st.builds(Version, pattern=patterns)
    later = st.lists(one, max_size=3).map(
        lambda them: sorted(them, key=lambda version: version.made_on or FIRST)
    )
    return st.tuples(st.lists(first, max_size=1), later).map(lambda both: (*both[0], *both[1]))


def facts_of(patterns: st.SearchStrategy[Pattern]) -> st.SearchStrategy[Facts]:
    """Facts of a stream whose schedule is made of such patterns."""
    few = st.frozensets(days)
    most = st.frozensets(days, max_size=12).map(lambda missing: frozenset(map(day, range(LENGTH))) - missing)
    return st.builds(
        Facts,
        done=few | most,
        versions=versions_of(patterns),
        off=st.lists(ranges, max_size=3).map(tuple),
        asked=days,
    )


daily_facts = facts_of(cycles)
weekly_facts = facts_of(times_per_week | cycles)
any_facts = daily_facts | weekly_facts
