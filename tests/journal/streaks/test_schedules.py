"""What a schedule expects, and from when on."""

import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.streaks.marks import EARLIEST_DAY, Marks
from journal.streaks.schedules import (
    EVERY_DAY,
    NOTHING,
    Cycle,
    DayOff,
    TimesPerWeek,
    UnknownPattern,
    Version,
    days_off,
    expected_days,
    holding,
    in_order_made,
    pattern_of,
    timeline,
)
from tests.journal.streaks.streams import Facts, any_facts, day, days

MON = date(2025, 6, 2)


def test_a_weekly_pattern_names_its_weekdays() -> None:
    week = pattern_of({"type": "weekly", "days": [1, 5]})
    assert isinstance(week, Cycle)
    assert [week.expects(date(2025, 6, number)) for number in range(2, 9)] == [
        True,
        *[False] * 3,
        True,
        *[False] * 2,
    ]


@pytest.mark.parametrize(
    "facts",
    [
        {},
        {"type": "lunar"},
        {"type": "weekly", "days": [0]},
        {"type": "weekly", "days": [True]},
        {"type": "weekly", "days": "15"},
        {"type": "rotation", "anchor": "2025-06-02", "cycle": ""},
        {"type": "rotation", "anchor": "2025-02-30", "cycle": "10"},
        {"type": "rotation", "anchor": "2025-06-02", "cycle": "12"},
        {"type": "times-per-week", "n": 8},
        {"type": "times-per-week", "n": 3, "week_start": 0},
        {"type": "times-per-week", "n": "3"},
    ],
)
def test_a_pattern_we_do_not_know_is_refused(facts: dict[str, object]) -> None:
    with pytest.raises(UnknownPattern):
        pattern_of(facts)


def test_the_order_made_is_the_same_on_every_device() -> None:
    """By day, then by number, then by item; whoever has none was first."""
    versions = [
        Version(EVERY_DAY),
        Version(NOTHING, MON, n=2, item="a"),
        Version(TimesPerWeek(1), MON, n=3, item="a"),
        Version(TimesPerWeek(2), MON, n=3, item="b"),
        Version(TimesPerWeek(3), date(2025, 6, 3), n=1, item="a"),
    ]
    mixed = versions[:]
    random.Random(4).shuffle(mixed)
    assert in_order_made(mixed) == versions


def test_a_habit_follows_the_journal_until_it_has_a_schedule_of_its_own() -> None:
    journal = timeline([Version(NOTHING, MON)])
    habit = timeline([Version(TimesPerWeek(3), date(2025, 6, 9))], journal)
    held = [holding(habit, date(2025, 6, number)) for number in (1, 2, 8, 9)]
    assert held == [EVERY_DAY, NOTHING, NOTHING, TimesPerWeek(3)]


@given(facts=any_facts, start=days, length=st.integers(0, 60))
def test_the_bits_say_what_each_day_says(facts: Facts, start: date, length: int) -> None:
    held, off = timeline(facts.versions), days_off(facts.off, day(1000))
    for k, one in enumerate(day((start - day(0)).days + k) for k in range(length)):
        pattern = holding(held, one)
        expected = isinstance(pattern, Cycle) and pattern.expects(one)
        assert expected == bool(expected_days(held, start, length) >> k & 1)
        assert (one in off) == bool(off.window(start, length) >> k & 1)


def test_days_off_end_where_asked_and_begin_where_within_reach() -> None:
    forever = DayOff(date.min, date.max, date.min)
    assert days_off([forever], MON) == Marks.of_ranges([(EARLIEST_DAY, MON)])
    late = DayOff(date(2025, 6, 1), date(2025, 6, 5), date(2025, 6, 8))
    assert not days_off([late], MON)
    assert days_off([DayOff(MON, date(2025, 6, 9), date(2025, 6, 8))], date(2025, 6, 7)).first == date(
        2025, 6, 6
    )
