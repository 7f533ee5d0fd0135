"""The streak of days (page of rules: 4.3)."""

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from journal.streaks.schedules import expected_days
from journal.streaks.stream import State, Streak, Stream

PAUSE_EARN_EVERY = 5
PAUSE_CAP = 2

# Days longer ago than this change seldom, so their count is remembered for as long as they are the same.
_RECENT_DAYS = 32


class Tally(NamedTuple):
    """How far the counting has come. `progress` is the written days towards the next pause."""

    run: int = 0
    longest: int = 0
    pauses: int = 0
    progress: int = 0


def daily(stream: Stream, asked: date) -> Streak:
    """The streak of written days, from the first one to today."""
    today = stream.today(asked)
    if not stream.done:
        return Streak(today, 0, 0, 0, "none")
    first = stream.done.first
    length = (today - first).days + 1
    expected = expected_days(stream.timeline, first, length) & ~stream.off_bits(first, length)
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
    run, longest, pauses, progress = tally
    days = max(done, missed).bit_length()
    for is_done, is_missed in zip(f"{done:0{days}b}"[::-1], f"{missed:0{days}b}"[::-1], strict=True):
        if is_done == "1":
            run += 1
            longest = max(longest, run)
            pauses, progress = _earned(pauses, progress)
        elif is_missed == "1" and pauses:
            pauses -= 1
        elif is_missed == "1":
            run = progress = 0
    return Tally(run, longest, pauses, progress)


def _earned(pauses: int, progress: int) -> tuple[int, int]:
    """A written day brings the next pause nearer; while two are held nothing is banked."""
    if pauses == PAUSE_CAP:
        return pauses, progress
    return (pauses + 1, 0) if progress + 1 == PAUSE_EARN_EVERY else (pauses, progress + 1)


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
