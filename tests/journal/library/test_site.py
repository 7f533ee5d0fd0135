"""What an operator writes is checked before anybody sees it: a wrong number is worse than none."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from journal.library.queries import helplines
from journal.library.site import SiteFileWrong, old_lines, read_site

LINE = {
    "name": "A line",
    "tel": "0800123",
    "hours": "24/7",
    "official_url": "https://line.example",
    "verified_on": "2026-11-01",
    "verified_by": "R. Reader",
}
PLACE = {"country": "AT", "name": "Austria", "zones": ["Europe/Vienna"], "emergency": "112", "lines": [LINE]}
WHOLE: dict[str, Any] = {
    "helplines": [PLACE],
    "official_way": {"text": "Ask the works council.", "link": "https://work.example/way"},
    "caller_in_danger": {"text": "Keep them on the line. Wave to your lead."},
}


def written(folder: Path, site: Any) -> Path:
    """The operator's file with this in it."""
    path = folder / "site.json"
    path.write_text(json.dumps(site), encoding="utf-8")
    return path


def test_a_whole_file_and_an_empty_one_are_read(tmp_path: Path) -> None:
    site = read_site(written(tmp_path, WHOLE))
    assert site.helplines == [PLACE]
    assert site.official_way == WHOLE["official_way"]
    assert read_site(written(tmp_path, {})).caller_in_danger is None


@pytest.mark.parametrize(
    ("part", "sentence"),
    [
        ({"helpline": []}, "unknown field `helpline`"),
        ({"helplines": [{"country": "AT"}]}, "missing required field"),
        ({"helplines": [{**PLACE, "emergency": "call us"}]}, "AT: the emergency number"),
        ({"helplines": [{**PLACE, "zones": []}]}, "AT: zones are names"),
        ({"helplines": [{**PLACE, "zones": ["Vienna"]}]}, "Vienna is not one"),
        ({"helplines": [PLACE, {**PLACE, "country": "XA"}]}, "Europe/Vienna is named by two countries"),
        ({"helplines": [{**PLACE, "lines": [{**LINE, "tel": "0800 HELP"}]}]}, "AT: A line: needs tel or sms"),
        ({"helplines": [{**PLACE, "lines": [{**LINE, "verified_on": None}]}]}, "A line: verified_on and"),
        ({"helplines": [{**PLACE, "lines": [{**LINE, "verified_by": ""}]}]}, "A line: verified_on and"),
        ({"helplines": [{**PLACE, "lines": [{**LINE, "official_url": "line"}]}]}, "https://"),
        ({"official_way": {}}, "official_way: leave it out"),
        ({"caller_in_danger": {"link": "javascript:alert(1)"}}, "caller_in_danger: a link begins with"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(tmp_path: Path, part: Any, sentence: str) -> None:
    with pytest.raises(SiteFileWrong) as refused:
        read_site(written(tmp_path, {**WHOLE, **part}))
    assert sentence in refused.value.detail
    assert "site.json" in refused.value.detail


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SiteFileWrong, match=r"nowhere\.json cannot be read"):
        read_site(tmp_path / "nowhere.json")


def test_a_line_whose_check_has_grown_old_is_named_and_not_shown(tmp_path: Path) -> None:
    site = read_site(written(tmp_path, WHOLE))
    for today, names in (
        (date(2027, 4, 30), []),
        (date(2027, 5, 1), ["A line"]),
        (date(2026, 10, 31), ["A line"]),
    ):
        assert old_lines(site, today) == names
        shown = helplines("en", today=today, own=site.helplines)["entries"]
        assert [country["country"] for country in shown] == ([] if names else ["AT"])


def test_an_operators_country_stands_in_place_of_ours(tmp_path: Path) -> None:
    own = read_site(written(tmp_path, {"helplines": [{**PLACE, "emergency": "122"}]})).helplines
    once = helplines("en", today=date(2026, 11, 21), own=own)["entries"]
    assert [(country["country"], country["emergency"]) for country in once] == [("AT", "122")]
