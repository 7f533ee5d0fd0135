"""Instants become days; the vectors in tests/contract hold the finer points."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfoNotFoundError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.streaks.closing import closes_at, is_short, lived, short_days
from journal.streaks.day import DayRule, Setting, journal_day, setting_at

ZONES = [
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Africa/Cairo",
    "-03:30",
    "+00:00",
]
rules = st.builds(DayRule, zone=st.sampled_from(ZONES), day_start_hour=st.integers(0, 12))
instants = st.integers(1_293_840_000, 1_767_139_200).map(lambda second: datetime.fromtimestamp(second, UTC))


@given(instant=instants, rule=rules)
def test_a_day_closes_after_every_instant_of_it(instant: datetime, rule: DayRule) -> None:
    """A reading that comes twice belongs to a day that has closed: the only exception, of one repeated hour."""
    assert closes_at(journal_day(instant, rule), rule) > instant - timedelta(hours=1)


@given(day=st.dates(date(2011, 1, 3), date(2025, 12, 31)), rule=rules)
def test_the_next_day_begins_where_one_closes(day: date, rule: DayRule) -> None:
    closed = closes_at(day, rule)
    assert journal_day(closed - timedelta(seconds=1), rule) <= day
    skipped = closed == closes_at(day - timedelta(days=1), rule)
    assert journal_day(closed, rule) >= day
    assert skipped or closed > closes_at(day - timedelta(days=1), rule)


def test_in_one_zone_only_a_skipped_date_is_short() -> None:
    samoa = (Setting("Pacific/Apia", 4),)
    assert short_days(date(2011, 12, 1), date(2012, 1, 31), samoa) == [date(2011, 12, 30)]
    berlin = (Setting("Europe/Berlin", 4),)
    assert lived(date(2025, 3, 29), berlin) == timedelta(hours=23)
    assert short_days(date(2025, 1, 1), date(2025, 12, 31), berlin) == []


def test_a_flight_to_the_east_shortens_one_day() -> None:
    landed = datetime(2025, 6, 4, 10, tzinfo=UTC)
    flight = (Setting("America/Los_Angeles", 4), Setting("Asia/Tokyo", 4, landed))
    assert lived(date(2025, 6, 4), flight) == timedelta(hours=9)
    assert [is_short(date(2025, 6, day), flight) for day in (3, 4, 5)] == [False, True, False]
    assert setting_at(flight, landed).zone == "Asia/Tokyo"
    assert setting_at(flight, landed - timedelta(seconds=1)).zone == "America/Los_Angeles"


@pytest.mark.parametrize("name", ["Mars/Olympus", "+5:30", "2026-01-01"])
def test_a_zone_that_is_none_is_refused(name: str) -> None:
    with pytest.raises(ZoneInfoNotFoundError):
        journal_day(datetime(2026, 1, 1, tzinfo=UTC), DayRule(name, 4))
