"""R17: no number without somebody's check, no other country's, and always a way without a number. Over the data."""

import json
import re
from datetime import UTC, datetime

from journal.library.queries import copy, helplines, languages
from journal.library.rules import CHECK_HOLDS_DAYS
from tests.server import ROOT

DIST = ROOT / "frontend" / "dist"
DIALLED = re.compile(r"(?:tel|sms):([0-9+]{2,15})")
TODAY = datetime.now(UTC).date()


def test_every_number_that_ships_was_checked_by_somebody_at_most_180_days_ago() -> None:
    assert CHECK_HOLDS_DAYS == 180
    for lang in languages():
        for country in helplines(lang, today=TODAY)["entries"]:
            for line in country["lines"]:
                age = TODAY - datetime.fromisoformat(line["verified_on"] or "").date()
                assert 0 <= age.days <= CHECK_HOLDS_DAYS
                assert line["verified_by"]


def test_the_built_page_calls_no_number_that_the_checked_lines_do_not_have() -> None:
    page = (DIST / "help.html").read_text()
    known = {country["emergency"] for country in helplines("en", today=TODAY)["entries"]} | {
        line[way]
        for country in helplines("en", today=TODAY)["entries"]
        for line in country["lines"]
        for way in ("tel", "sms")
        if way in line
    }
    assert set(DIALLED.findall(page)) == known
    links = re.findall(r'href="((?:tel|sms):[^"]*)"', page)
    assert [link for link in links if not DIALLED.fullmatch(link)] == []


def test_no_words_of_ours_hold_a_number_to_call() -> None:
    for lang in languages():
        words = json.dumps(copy(lang)["safety"], ensure_ascii=False)
        assert re.findall(r"\d{2,}", words) == []


def test_without_a_number_there_is_a_way_all_the_same() -> None:
    page = (DIST / "help.html").read_text()
    safety = copy("en")["safety"]
    assert safety["no-number"] in page or safety["elsewhere"] in page
    assert "findahelpline.com" in page
    assert all(step in page for step in safety["minute-steps"])


def test_the_page_asks_nobody_who_it_is_for() -> None:
    """No address of elsewhere is loaded, and nothing on the page sends anything."""
    page = (DIST / "help.html").read_text()
    (script,) = re.findall(r'<script type="module" src="/([^"]+)"', page)
    code = (DIST / script).read_text()
    assert not re.search(r"\bfetch\b|XMLHttpRequest|sendBeacon|WebSocket|geolocation|localStorage", code)
    loaded = re.findall(r'<(?:link|script|img|iframe)[^>]*(?:href|src)="([^"]+)"', page)
    assert [address for address in loaded if not address.startswith("/")] == []
