"""A set of days behaves as a set."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from journal.streaks.marks import EARLIEST_DAY, Marks

some_days = st.lists(st.dates(date(1960, 1, 1), date(2040, 1, 1)), max_size=20)


@given(days=some_days, probe=st.dates(date(1960, 1, 1), date(2040, 1, 1)))
def test_a_day_is_marked_if_it_was_given(days: list[date], probe: date) -> None:
    marks = Marks.of(days)
    kept = {day for day in days if day >= EARLIEST_DAY}
    assert (probe in marks) == (probe in kept)
    assert bool(marks) == bool(kept)
    assert marks == Marks.of(sorted(kept) * 2) == Marks.of_ranges((day, day) for day in days)
    if kept:
        assert (marks.first, marks.last) == (min(kept), max(kept))
        assert marks.bits.bit_count() == len(kept)


@given(days=some_days, first=st.dates(date(1965, 1, 1), date(2035, 1, 1)), length=st.integers(0, 90))
def test_a_window_shows_the_marks_within_it(days: list[date], first: date, length: int) -> None:
    marks = Marks.of(days)
    window = marks.window(first, length)
    assert window >> length == 0
    for k in range(length):
        assert bool(window >> k & 1) == (first + timedelta(days=k) in marks)
