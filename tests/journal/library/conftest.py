"""The words of each language, as they are read and as they lie in the files."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from journal import library
from journal.library import queries

FOLDER = Path(library.__file__).parent


@pytest.fixture(params=queries.languages())
def lang(request: pytest.FixtureRequest) -> str:
    """Each language in turn."""
    tag: str = request.param
    return tag


@pytest.fixture
def words(lang: str) -> Any:
    """Everything of the language."""
    return queries.library(lang, today=date(2026, 11, 21))


@pytest.fixture
def review() -> Any:
    """What waits for somebody to check it, by file name."""
    files = sorted((FOLDER / "review").glob("*/*.json"))
    return [(file.name, json.loads(file.read_text(encoding="utf-8"))) for file in files]


@pytest.fixture
def texts(words: Any) -> list[tuple[str, str]]:
    """Every text a person may read, with the path to it; the study list and notes on the data are left out."""
    shown = {name: part for name, part in words.items() if name != "sources"}
    return list(_texts_in(shown, ""))


def _texts_in(part: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(part, str):
        yield path, part
    for name, inner in _inside(part):
        yield from _texts_in(inner, f"{path}/{name}")


def _inside(part: Any) -> list[tuple[Any, Any]]:
    if isinstance(part, dict):
        return [(name, inner) for name, inner in part.items() if name not in NOT_SHOWN]
    return list(enumerate(part)) if isinstance(part, list) else []


NOT_SHOWN = {
    "fields", "about", "rules", "id", "group", "quadrant", "kind", "phase", "phases", "answer", "needs", "type",
    "safety_rule", "sources", "trigger_ids", "exclude_trigger_ids", "technique_id", "technique_ids", "first_offer",
    "drill_tags", "tags", "evidence_strength", "when", "rule",
}  # fmt: skip
