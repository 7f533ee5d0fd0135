"""A wrong number is worse than none: a line ships only while somebody's check of it holds."""

import json
from datetime import date, timedelta
from typing import Any

import pytest

from journal.library.queries import helplines, languages
from journal.library.rules import CHECK_HOLDS_DAYS, HelpLine, shippable, shippable_countries
from tests.journal.library.conftest import FOLDER

TODAY = date(2026, 11, 21)
CHECKED: HelpLine = {
    "name": "A line",
    "tel": "0800123",
    "hours": "24/7",
    "official_url": "https://line.example",
    "verified_on": "2026-11-01",
    "verified_by": "R. Reader",
}


def test_a_checked_line_ships() -> None:
    assert shippable(CHECKED, TODAY)


@pytest.mark.parametrize(
    "change",
    [
        {"verified_on": None},
        {"verified_on": ""},
        {"verified_on": "lately"},
        {"verified_by": None},
        {"verified_by": ""},
        {"tel": "0800 123"},
        {"tel": "1"},
        {"tel": "+4930123456789012"},
        {"tel": "tel:112"},
        {"sms": "HELP"},
    ],
)
def test_a_line_without_a_check_or_a_number_to_dial_does_not_ship(change: Any) -> None:
    assert not shippable({**CHECKED, **change}, TODAY)


def test_a_line_with_no_number_at_all_does_not_ship() -> None:
    line: Any = {name: part for name, part in CHECKED.items() if name != "tel"}
    assert not shippable(line, TODAY)


def test_a_check_holds_for_180_days_and_not_from_the_future() -> None:
    checked_on = date.fromisoformat("2026-11-01")
    assert shippable(CHECKED, checked_on + timedelta(days=CHECK_HOLDS_DAYS))
    assert not shippable(CHECKED, checked_on + timedelta(days=CHECK_HOLDS_DAYS + 1))
    assert not shippable(CHECKED, checked_on - timedelta(days=1))


def test_a_country_ships_with_its_checked_lines_and_not_without() -> None:
    unchecked: HelpLine = {**CHECKED, "name": "Another", "verified_on": None}
    here = {"name": "A place", "zones": ["Europe/Vienna"], "emergency": "112"}
    mixed: Any = {"country": "XA", **here, "lines": [unchecked, CHECKED]}
    none: Any = {"country": "XB", **here, "lines": [unchecked]}
    assert shippable_countries([mixed, none], TODAY) == [{**mixed, "lines": [CHECKED]}]


@pytest.mark.parametrize("lang", languages())
def test_what_lies_in_the_library_would_all_ship_today(lang: str) -> None:
    lies = json.loads((FOLDER / "data" / lang / "helplines.json").read_text(encoding="utf-8"))["entries"]
    assert helplines(lang, today=date.today())["entries"] == lies  # noqa: DTZ011 - a check grows old by itself


def test_lines_that_wait_for_a_check_have_the_shape_of_the_others(review: Any) -> None:
    waiting = next(part for name, part in review if name == "helplines.json")
    for country in waiting["entries"]:
        for line in country["lines"]:
            assert line["verified_on"] is None
            assert line["verified_by"] is None
            assert line["official_url"].startswith("https://")
            checked: Any = {**line, "verified_on": "2026-11-01", "verified_by": "R. Reader"}
            assert shippable(checked, TODAY)
