"""Habit strength, so that one miss is not a reset.

The formula is Loop Habit Tracker's: a moving average with a half-life of 13 days for what is done daily.
"""

from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

from journal.streaks.marks import mask
from journal.streaks.schedules import Timeline, TimesPerWeek, expected_days, spans
from journal.streaks.stream import Stream

HALF_LIFE_DAYS = 13
WINDOW_DAYS = 14

Word = Literal["starting", "growing", "steady", "strong"]

# Days longer ago than this change seldom, so their score is remembered for as long as they are the same.
_RECENT_DAYS = 16

_SYMBOLS = {("1", "1"): "1", ("0", "1"): "0", ("1", "0"): "+", ("0", "0"): "-"}


class _Pace(NamedTuple):
    """How often something is wanted from day number `begin` up to `end`; None: on each expected day."""

    begin: int
    end: int
    per_week: int | None


class _Days(NamedTuple):
    """Days as bits. `expected` are the closed days on which something was wanted."""

    done: int
    expected: int
    paces: tuple[_Pace, ...]


def strength(stream: Stream, asked: date) -> float:
    """How strong a habit is, from 0 to 1, by the days from its first done one to today.

    Days off and rest days are skipped, and so is today, until they are done; done they never lower it.
    """
    if not stream.done:
        return 0.0
    first = stream.done.first
    length = (stream.today(asked) - first).days + 1
    paces = _paces(stream.timeline, first, length)
    wanted = expected_days(stream.timeline, first, length)
    for pace in paces:
        wanted |= mask(range(pace.begin, pace.end)) if pace.per_week else 0
    closed = mask(range(length - 1))
    days = _Days(stream.done.bits, wanted & closed & ~stream.off.window(first, length), paces)
    recent = max(length // _RECENT_DAYS - 1, 0) * _RECENT_DAYS
    return _grown(_score_long_ago(_before(days, recent), recent), days, range(recent, length))


def score(values: str, per_week: int | None = None, start: float = 0.0, before: str = "") -> float:
    """The score after some days: score · m + x · (1 - m) for each that is not skipped, from `start` on.

    A day is "1" done, "0" expected and not done, "-" not expected, "+" done though not expected: the last never
    lowers the score. For `per_week` times a week x is what was done in the last 14 days, `before` included.
    """
    keep = 0.5 ** (((per_week or 7) / 7) ** 0.5 / HALF_LIFE_DAYS)
    reached, seen = start, before + values
    for number, value in enumerate(values, len(before)):
        if value != "-":
            x = _of_window(seen, number, per_week) if per_week else float(value != "0")
            scored = reached * keep + x * (1 - keep)
            reached = max(reached, scored) if value == "+" else scored
    return reached


def strength_word(strength: float) -> Word:
    """The word for a strength, turning at 25, 50 and 75 %."""
    words: tuple[Word, ...] = ("starting", "growing", "steady", "strong")
    return words[min(int(strength * 4), 3)]


def _of_window(seen: str, number: int, per_week: int) -> float:
    window = seen[max(number + 1 - WINDOW_DAYS, 0) : number + 1]
    done = len(window) - window.count("0") - window.count("-")
    return min(1.0, done / (WINDOW_DAYS / 7 * per_week))


@lru_cache(maxsize=4096)
def _paces(held: Timeline, first: date, length: int) -> tuple[_Pace, ...]:
    return tuple(
        _Pace(days.start, days.stop, pattern.n if isinstance(pattern, TimesPerWeek) else None)
        for pattern, days in spans(held, first, length)
        if days
    )


def _before(days: _Days, number: int) -> _Days:
    past = mask(range(number))
    return _Days(
        days.done & past, days.expected & past, tuple(one for one in days.paces if one.begin < number)
    )


@lru_cache(maxsize=4096)
def _score_long_ago(days: _Days, length: int) -> float:
    return _grown(0.0, days, range(length))


def _grown(start: float, days: _Days, numbers: range) -> float:
    """The score after the days with these numbers, from `start` before them."""
    reached = start
    for begin, end, per_week in days.paces:
        of_pace = range(max(begin, numbers.start), min(end, numbers.stop))
        if of_pace:
            before = range(max(of_pace.start - WINDOW_DAYS + 1, 0), of_pace.start)
            reached = score(_values(days, of_pace), per_week, reached, _values(days, before))
    return reached


def _values(days: _Days, numbers: range) -> str:
    done, expected = (_digits(bits, numbers) for bits in (days.done, days.expected))
    return "".join(_SYMBOLS[pair] for pair in zip(done, expected, strict=True))


def _digits(bits: int, numbers: range) -> str:
    return f"{bits >> numbers.start & mask(range(len(numbers))):0{len(numbers)}b}"[::-1] if numbers else ""
