"""The streak of days."""

from datetime import date
from functools import lru_cache

from journal.streaks.schedules import expected_days
from journal.streaks.stream import State, Streak, Stream
from journal.streaks.tally import Grace, Tally

GRACE = Grace(earn_every=5, cap=2)

# Days longer ago than this change seldom, so their count is remembered for as long as they are the same.
_RECENT_DAYS = 16


def daily(stream: Stream, asked: date) -> Streak:
    """The streak of written days, from the first one to today."""
    today = stream.today(asked)
    if not stream.done:
        return Streak(today, 0, 0, 0, "none")
    first = stream.done.first
    length = (today - first).days + 1
    expected = expected_days(stream.timeline, first, length) & ~stream.off.window(first, length)
    tally = count(stream.done.bits, expected & ~stream.done.bits & ~_today(length))
    state = _state(tally, done=today in stream.done, expected=bool(expected & _today(length)))
    return Streak(today, tally.run, tally.longest, tally.pauses, state)


def count(done: int, missed: int) -> Tally:
    """Counts days, given as bits: those done, and those that closed expected and undone."""
    recent = max(max(done, missed).bit_length() // _RECENT_DAYS - 1, 0) * _RECENT_DAYS
    long_ago = (1 << recent) - 1
    return _counted(_count_long_ago(done & long_ago, missed & long_ago), done >> recent, missed >> recent)


@lru_cache(maxsize=4096)
def _count_long_ago(done: int, missed: int) -> Tally:
    return _counted(Tally(), done, missed)


def _counted(tally: Tally, done: int, missed: int) -> Tally:
    days = max(done, missed).bit_length()
    for is_done, is_missed in zip(f"{done:0{days}b}"[::-1], f"{missed:0{days}b}"[::-1], strict=True):
        if is_done == "1":
            tally = tally.after_done(GRACE)
        elif is_missed == "1":
            tally = tally.after_missed()
    return tally


def _today(length: int) -> int:
    return 1 << length - 1


def _state(tally: Tally, *, done: bool, expected: bool) -> State:
    if done:
        return "done-today"
    if tally.run == 0:
        return "none"
    if not expected:
        return "rest-today"
    return "open" if tally.pauses else "at-risk"
