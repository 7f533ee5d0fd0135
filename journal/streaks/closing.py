"""When a journal day closes (J6), and whether too little of it was lived to expect anything (J7)."""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

from journal.streaks.day import DAY, DayRule, Setting, zone_of

SHORT_DAY_HOURS = 12


def closes_at(day: date, rule: DayRule) -> datetime:
    """The instant (UTC) at which the wall first reads the day's start on the next date.

    If that reading is skipped, the instant of the jump.
    """
    reading = datetime.combine(day + DAY, time(rule.day_start_hour))
    first = _instant_of(reading, rule, fold=0)
    if _wall(first.timestamp(), rule) == reading:
        return first
    # In a gap the two folds are the instants by the offset after and before the jump, which lies between.
    seconds = range(int(_instant_of(reading, rule, fold=1).timestamp()), int(first.timestamp()))
    jump = bisect_left(seconds, reading, key=lambda second: _wall(second, rule))
    return datetime.fromtimestamp(seconds.start + jump, tz=UTC)


def lived(day: date, settings: tuple[Setting, ...]) -> timedelta:
    """How much time of a journal day a person had, wherever they were: the sum over their settings."""
    total = timedelta()
    for setting, until in _in_force(settings):
        opened, closed = closes_at(day - DAY, setting), closes_at(day, setting)
        begin = max(opened, setting.since or opened)
        end = min(closed, until or closed)
        total += max(end - begin, timedelta())
    return total


def is_short(day: date, settings: tuple[Setting, ...]) -> bool:
    """Whether so little of the day was lived that nothing is expected on it."""
    return lived(day, settings) < timedelta(hours=SHORT_DAY_HOURS)


def short_days(first: date, last: date, settings: tuple[Setting, ...]) -> list[date]:
    """The short days from `first` to `last`. On the server they arrive as days off."""
    days = (first + n * DAY for n in range((last - first).days + 1))
    return [day for day in days if is_short(day, settings)]


def _in_force(settings: tuple[Setting, ...]) -> Iterator[tuple[Setting, datetime | None]]:
    """Each setting with the instant at which the next one took over."""
    for setting, following in pairwise((*settings, None)):
        if setting:
            yield setting, following.since if following else None


def _instant_of(reading: datetime, rule: DayRule, *, fold: int) -> datetime:
    return reading.replace(tzinfo=zone_of(rule.zone), fold=fold).astimezone(UTC)


def _wall(second: float, rule: DayRule) -> datetime:
    return datetime.fromtimestamp(second, tz=zone_of(rule.zone)).replace(tzinfo=None, fold=0)
