"""The app ships our own words as the library has them, and nothing that waits for somebody to check it."""

import json
from pathlib import Path
from typing import Any

from tests.server import ROOT

DIST = ROOT / "frontend" / "dist"
LIBRARY = ROOT / "journal" / "library"
HASHED = -len("-12345678.json")
"""Where the name ends and its hash begins; a hash may have a dash of its own."""
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


def test_the_catalogues_are_shipped_as_they_are_under_names_with_their_hash() -> None:
    lies = {file.stem: file for file in (LIBRARY / "data" / "en").glob("*.json")}
    shipped = [file for file in _shipped() if file.suffix == ".json" and file.parent.name == "assets"]
    assert {file.name[:HASHED] for file in shipped} >= {
        "triggers",
        "feelings",
        "techniques",
        "prompts",
    }
    for file in shipped:
        source = lies[file.name[:HASHED]]
        assert json.loads(file.read_text(encoding="utf-8")) == json.loads(source.read_text(encoding="utf-8"))
