"""Strength grows slowly and falls slowly; the vectors hold the numbers."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.streaks.marks import Marks
from journal.streaks.schedules import TimesPerWeek, Version, timeline
from journal.streaks.stream import Stream
from journal.streaks.strength import score, strength, strength_word

MON = date(2025, 6, 2)


def days(*numbers: int) -> Marks:
    return Marks.of(MON + timedelta(days=number) for number in numbers)


def test_today_is_skipped_until_it_is_done() -> None:
    stream = Stream(days(0, 1, 2))
    assert (
        strength(stream, MON + timedelta(days=3)) == strength(stream, MON + timedelta(days=2)) == score("111")
    )
    assert strength(stream, MON + timedelta(days=4)) == score("1110")


def test_a_day_off_that_is_done_helps_and_else_is_skipped() -> None:
    stream = Stream(days(0, 3), off=days(1, 2, 3))
    assert strength(stream, MON + timedelta(days=4)) == score("1--1")


def test_one_tick_never_lowers_what_a_week_of_ticks_has_built() -> None:
    """Three a week, two weeks off, then one tick on a day off: its thin window must not count against it."""
    rhythm = timeline([Version(TimesPerWeek(3))])
    weeks = [7 * week + at for week in range(20) for at in (0, 2, 4)]
    off = Marks.of_ranges([(MON + timedelta(days=140), MON + timedelta(days=160))])
    rested = Stream(days(*weeks), rhythm, off)
    ticked = Stream(days(*weeks, 155), rhythm, off)
    at = MON + timedelta(days=157)
    assert strength(ticked, at) == strength(rested, at)


@given(values=st.text("10-+", max_size=60), cut=st.integers(0, 60), per_week=st.none() | st.integers(1, 7))
def test_a_score_may_be_taken_up_where_it_was_left(values: str, cut: int, per_week: int | None) -> None:
    before, after = values[:cut], values[cut:]
    reached = score(before, per_week)
    assert score(after, per_week, reached, before) == pytest.approx(score(values, per_week))


def test_the_words_turn_at_the_quarters() -> None:
    said = [strength_word(at) for at in (0, 0.2499, 0.25, 0.4999, 0.5, 0.75, 1)]
    assert said == ["starting", "starting", "growing", "growing", "steady", "strong", "strong"]
