"""The app ships our own words as the library has them, and nothing that waits for somebody to check it."""

import json
from pathlib import Path
from typing import Any

import pytest

from journal.library.queries import languages
from tests.server import ROOT

DIST = ROOT / "frontend" / "dist"
LIBRARY = ROOT / "journal" / "library"
HASHED = -len("-12345678.json")
"""Where the name ends and its hash begins; a hash may have a dash of its own."""
BUNDLED = {"triggers", "feelings", "techniques", "prompts", "goals", "phrase_gym", "sharing"}
PLAIN = {".js", ".json", ".html", ".css", ".webmanifest", ".txt", ".svg", ".map"}


def _shipped() -> list[Path]:
    """The built files, without their compressed doubles."""
    files = [file for file in DIST.rglob("*") if file.suffix in PLAIN]
    assert files, "build the app first: make run"
    return files


def _held(review: Any) -> list[str]:
    """Sentences and numbers that only what waits for a check has."""
    drills = [text for drill in review["phrase_gym"]["drills"] for text in [drill["id"], *drill["models"]]]
    lines = [line for country in review["helplines"]["entries"] for line in country["lines"]]
    return drills + [line["official_url"].removeprefix("https://") for line in lines]


def test_nothing_that_waits_for_a_check_is_shipped() -> None:
    files = (LIBRARY / "review" / "en").glob("*.json")
    held = _held({file.stem: json.loads(file.read_text(encoding="utf-8")) for file in files})
    assert len(held) == 8
    for file in _shipped():
        text = file.read_text(encoding="utf-8")
        assert [words for words in held if words in text] == [], file.name


@pytest.mark.parametrize("lang", languages())
def test_the_catalogues_are_shipped_as_they_are_under_names_with_their_hash(lang: str) -> None:
    shipped = [file for file in _shipped() if file.suffix == ".json" and file.parent.name == "assets"]
    for name in BUNDLED:
        lies = json.loads((LIBRARY / "data" / lang / f"{name}.json").read_text(encoding="utf-8"))
        named = [file for file in shipped if file.name[:HASHED] == name]
        assert lies in [json.loads(file.read_text(encoding="utf-8")) for file in named], name
        assert len(named) == len(languages()), name
    assert {file.name[:HASHED] for file in shipped} == BUNDLED
