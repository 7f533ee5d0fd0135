"""Every language says the same: whatever is not a text is as in English, and every text is said anew."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.journal.library.conftest import FOLDER, NOT_SHOWN

DATA = FOLDER / "data"
OTHERS = sorted(folder.name for folder in DATA.iterdir() if folder.name != "en")
TOLD_TO_PROGRAMS = (NOT_SHOWN - {"rule"}) | {"safety", "choices_from", "version", "lang"}
OF_A_WORK = {"citation", "title", "url", "checked"}
NOTES_ON_THE_DATA = {"fields", "about", "rules"}
TIGHT = {"label", "hint"}
READ_WHILE_DOING = {"steps"}
ROOM = 1.5
"""A name stands in one line, and a step is read in a breath: no longer than this much of the longest beside it in English."""

Leaf = tuple[str, str, Any]
"""Path, name of the member, value."""


def _leaves(part: Any, path: str = "", name: str = "") -> Iterator[Leaf]:
    if isinstance(part, dict):
        for member, inner in part.items():
            yield from _leaves(inner, f"{path}/{member}", member)
    elif isinstance(part, list):
        for place, inner in enumerate(part):
            yield from _leaves(inner, f"{path}/{place}", name)
    else:
        yield path, name, part


def _read(lang: str, file: str) -> list[Leaf]:
    return list(_leaves(json.loads((DATA / lang / file).read_text(encoding="utf-8"))))


def _is_text(path: str, name: str, value: Any) -> bool:
    """Whether it is said to a person. The name of a work is none, nor is a note on the data: those stay as they are."""
    first = path.split("/")[1]
    if first in NOTES_ON_THE_DATA or (first in {"seeds", "evidence"} and name in OF_A_WORK):
        return False
    return isinstance(value, str) and name not in TOLD_TO_PROGRAMS


@pytest.fixture(params=OTHERS)
def other(request: pytest.FixtureRequest) -> str:
    """Each language but English."""
    tag: str = request.param
    return tag


@pytest.fixture(params=sorted(file.name for file in (DATA / "en").iterdir()))
def pairs(other: str, request: pytest.FixtureRequest) -> list[tuple[Leaf, Leaf]]:
    """What lies at the same place of one file, in English and in the other language."""
    english, translated = _read("en", request.param), _read(other, request.param)
    assert [path for path, _, _ in translated] == [path for path, _, _ in english]
    return list(zip(english, translated, strict=True))


def test_there_is_another_language_and_it_is_whole(other: str) -> None:
    files = {file.name for file in (DATA / "en").iterdir()}
    assert {file.name for file in (DATA / other).iterdir()} == files


def test_what_is_not_a_text_is_as_in_english(pairs: list[tuple[Leaf, Leaf]], other: str) -> None:
    for ours, theirs in pairs:
        if ours[0] == "/notice/lang":
            assert (ours[2], theirs[2]) == ("en", other)
        elif not _is_text(*ours):
            assert theirs == ours


def test_every_text_is_said_and_said_anew(pairs: list[tuple[Leaf, Leaf]]) -> None:
    for ours, theirs in pairs:
        if _is_text(*ours):
            assert theirs[2].strip(), theirs[0]
            assert theirs[2] != ours[2], theirs


def test_names_and_numbers_in_a_text_keep_their_place(pairs: list[tuple[Leaf, Leaf]]) -> None:
    for ours, theirs in pairs:
        if _is_text(*ours):
            for what in (r"\{[\w-]+\}", r"\d+"):
                assert set(re.findall(what, theirs[2])) == set(re.findall(what, ours[2])), theirs


def _beside(path: str, name: str) -> str:
    """What a text is seen beside: labels all of their list, a step the other steps of its tool."""
    return re.sub(r"\d+", "", path) if name in TIGHT else path.rsplit("/", 1)[0]


def test_nothing_for_a_small_screen_or_one_breath_grows_too_long(pairs: list[tuple[Leaf, Leaf]]) -> None:
    longest: dict[str, int] = {}
    for path, name, value in (ours for ours, _ in pairs):
        if name in TIGHT | READ_WHILE_DOING:
            listed = _beside(path, name)
            longest[listed] = max(longest.get(listed, 0), len(value))
    for path, name, value in (theirs for _, theirs in pairs):
        if name in TIGHT | READ_WHILE_DOING:
            assert len(value) <= ROOM * longest[_beside(path, name)], value
