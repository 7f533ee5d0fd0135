"""The streak of weeks, for what is wanted a number of times a week."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from journal.streaks.day import DAY
from journal.streaks.schedules import Timeline, TimesPerWeek, holding, index_on
from journal.streaks.stream import DAYS_AHEAD, State, Streak, Stream
from journal.streaks.tally import Grace, Tally

WEEK_GRACE = Grace(earn_every=4, cap=1)

# Weeks longer ago than this change seldom, so their count is remembered for as long as they are the same.
_RECENT_DAYS = 16


@dataclass(frozen=True, slots=True)
class WeeklyStreak(Streak):
    """A streak of met weeks, and how the open week stands; it closes with the day `week_ends_on`."""

    week_done: int
    week_target: int
    week_ends_on: date


@dataclass(frozen=True, slots=True)
class Week:
    """One week: the days done and the days neither off nor short, as bits from `starts_on`, and what was wanted."""

    starts_on: date
    ends_on: date
    done_bits: int
    free_bits: int
    wanted: int

    @property
    def done(self) -> int:
        """On how many days it was done."""
        return self.done_bits.bit_count()

    @property
    def target(self) -> int:
        """What is wanted, or fewer if fewer days are free."""
        return min(self.wanted, self.free_bits.bit_count())

    @property
    def is_met(self) -> bool:
        """Whether it counts. A week in which nothing is wanted neither counts nor ends a run."""
        return 0 < self.target <= self.done

    @property
    def may_end_a_run(self) -> bool:
        """Whether it does if it closes like this. A week cut short by a new first weekday can only help."""
        return self.done < self.target and self.ends_on - self.starts_on >= 6 * DAY

    def days_left(self, today: date) -> int:
        """On how many free days, today included, it could still be done."""
        return ((self.free_bits & ~self.done_bits) >> (today - self.starts_on).days).bit_count()


@dataclass(frozen=True, slots=True)
class _Days:
    """The days of a stream, as bits from `origin`, the start of its first week, on."""

    timeline: Timeline
    origin: date
    done: int
    off: int

    def weeks_from(self, start: date) -> Iterator[Week]:
        """One week after the other, without end."""
        while True:
            end = _week_end(self.timeline, start)
            skip, days = (start - self.origin).days, (1 << (end - start).days + 1) - 1
            free = days & ~(self.off >> skip)
            yield Week(start, end, days & self.done >> skip, free, self._wanted(start, end, free))
            start = end + DAY

    def before(self, day: date) -> "_Days":
        """The same without all that lies later."""
        bits = (1 << max((day - self.origin).days, 0)) - 1
        return _Days(self.timeline, self.origin, self.done & bits, self.off & bits)

    def _wanted(self, start: date, end: date, free: int) -> int:
        """What the version that holds at the week's end wants of it."""
        pattern = holding(self.timeline, end)
        if isinstance(pattern, TimesPerWeek):
            return pattern.n
        return sum(
            1 for k in range((end - start).days + 1) if free >> k & 1 and pattern.expects(start + k * DAY)
        )


def weekly(stream: Stream, asked: date) -> WeeklyStreak:
    """The streak of met weeks, from the week of the first done day to the open one."""
    today = stream.today(asked)
    first = stream.done.first if stream.done else today
    origin = _week_start(stream.timeline, first)
    done = stream.done.bits << (first - origin).days
    days = _Days(
        stream.timeline, origin, done, stream.off.window(origin, (today - origin).days + 1 + DAYS_AHEAD)
    )
    recent = date.fromordinal(max(today.toordinal() // _RECENT_DAYS - 1, 1) * _RECENT_DAYS)
    tally, start = _count_long_ago(days.before(recent), recent)
    for week in days.weeks_from(start):
        if week.ends_on >= today:
            break
        tally = _after(tally, week)
    if week.is_met:
        tally = _after(tally, week)
    state = _state(tally, week, today)
    numbers = (today, tally.run, tally.longest, tally.pauses, state)
    return WeeklyStreak(*numbers, week.done, week.target, week.ends_on)


@lru_cache(maxsize=4096)
def _count_long_ago(days: _Days, until: date) -> tuple[Tally, date]:
    """The count of all weeks that closed before `until`, and the day on which the next one starts."""
    tally = Tally()
    for week in days.weeks_from(days.origin):
        if week.ends_on >= until:
            return tally, week.starts_on
        tally = _after(tally, week)
    raise AssertionError("weeks do not end")


def _after(tally: Tally, week: Week) -> Tally:
    if week.is_met:
        return tally.after_done(WEEK_GRACE)
    return tally.after_missed() if week.may_end_a_run else tally


def _state(tally: Tally, week: Week, today: date) -> State:
    if week.is_met:
        return "met-this-week"
    if tally.run == 0:
        return "none"
    if week.target == 0:
        return "rest-week"
    return _open_state(tally, week, today)


def _open_state(tally: Tally, week: Week, today: date) -> State:
    needed, left = week.target - week.done, week.days_left(today)
    if tally.pauses or needed < left or not week.may_end_a_run:
        return "open"
    return "at-risk" if needed == left else "out-of-reach"


@lru_cache(maxsize=4096)
def _week_start(timeline: Timeline, day: date) -> date:
    while _week_end(timeline, day - DAY) >= day:
        day -= DAY
    return day


def _week_end(timeline: Timeline, day: date) -> date:
    """The first day from this one on that is followed by the first weekday of the version that holds on it.

    So a later version moves no week that has closed.
    """
    at = index_on(timeline, day)
    for one, following in zip(timeline[at:], (*timeline[at + 1 :], None), strict=True):
        begin = max(day, one.since)
        week_start = one.pattern.week_start if isinstance(one.pattern, TimesPerWeek) else 1
        end = begin + (week_start - 1 - begin.isoweekday()) % 7 * DAY
        if following is None or end < following.since:
            break
    return end
