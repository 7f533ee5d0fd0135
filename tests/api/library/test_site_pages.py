"""The two files that say what this site says: the help page with its lines in it, and its words for the app."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from api.library import site as site_pages
from api.library.places import places_html
from tests.journal.library.test_site import LINE, PLACE, WHOLE
from tests.server import ROOT, ServerDidNotStart, running_server

TODAY = datetime.now(UTC).date().isoformat()
CHECKED = {**PLACE, "lines": [{**LINE, "verified_on": TODAY}]}
CONTRACT = ROOT / "tests" / "contract"


@pytest.fixture(autouse=True)
def _read_anew() -> Iterator[None]:
    """Each test has its own file."""
    site_pages.site.cache_clear()
    yield
    site_pages.site.cache_clear()


@pytest.fixture
def operated(tmp_path: Path, settings: Any) -> Any:
    """A site whose operator has written a file."""
    (tmp_path / "site.json").write_text(json.dumps({**WHOLE, "helplines": [CHECKED]}), encoding="utf-8")
    settings.SITE_FILE = str(tmp_path / "site.json")
    return settings


def test_the_countries_are_written_as_the_build_writes_them() -> None:
    sample = json.loads((CONTRACT / "help-places.json").read_text())
    html = (CONTRACT / "help-places.html").read_text().strip()
    assert places_html(sample["countries"], sample["words"]) == html


@pytest.mark.parametrize("page", ["help.html", "help.es.html"])
def test_without_a_file_the_page_is_the_built_one(client: Client, settings: Any, page: str) -> None:
    answer = client.get(f"/{page}")
    assert answer.content.decode() == (settings.APP / page).read_text()
    assert json.loads(client.get("/site.json").content) == {"official_way": None, "caller_in_danger": None}
    built = json.loads((settings.APP / "site.json").read_text())
    assert built == {"official_way": None, "caller_in_danger": None}


def test_an_operators_lines_are_in_the_page_itself_and_its_words_in_the_other(
    operated: Any, client: Client
) -> None:
    page = client.get("/help.html").content.decode()
    assert 'data-zones="Europe/Vienna"' in page
    assert 'href="tel:0800123"' in page
    assert f"We checked these numbers on {TODAY}" in page
    assert f"Verificamos estos números el {TODAY}" in client.get("/help.es.html").content.decode()
    words = json.loads(client.get("/site.json").content)
    assert words == {"official_way": WHOLE["official_way"], "caller_in_danger": WHOLE["caller_in_danger"]}


def test_both_are_asked_for_anew_and_answered_shortly_when_nothing_changed(client: Client) -> None:
    for address in ("/help.html", "/site.json"):
        answer = client.get(address)
        assert answer["Cache-Control"] == "no-cache"
        assert client.get(address, headers={"If-None-Match": answer["ETag"]}).status_code == 304
        assert client.head(address).status_code == 200
        assert "Set-Cookie" not in answer


def test_the_operators_lines_are_the_librarys_too(operated: Any, client: Client, db: None) -> None:
    assert client.get("/api/v1/library/").json()["helplines"]["entries"] == [CHECKED]


def test_a_server_does_not_start_on_a_wrong_file_and_says_why(tmp_path: Path) -> None:
    wrong = {"helplines": [{**PLACE, "emergency": "call us"}]}
    (tmp_path / "site.json").write_text(json.dumps(wrong), encoding="utf-8")
    environment = {"SITE_FILE": str(tmp_path / "site.json")}
    said = pytest.raises(ServerDidNotStart, match="AT: the emergency number has 2 to 15 digits")
    with said, running_server(tmp_path / "data", environment=environment):
        raise AssertionError("it started")
