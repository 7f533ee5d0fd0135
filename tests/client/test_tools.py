"""Finished tools from Python and from a shell: an entry, its habit's tick, and what helped."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from client import Client
from client.content.practice import add_habit
from client.content.tools import effects, finish_tool
from client.trouble import BadRequest
from tests.client.conftest import Shell
from tests.contract.forms import faults

AT = datetime(2026, 11, 21, 22, 10, tzinfo=UTC)


@pytest.fixture
def client(tmp_path: Path) -> Iterator[Client]:
    """A device that has never met a server."""
    made = Client(home=tmp_path / "home")
    yield made
    made.close()


def test_a_finished_tool_is_an_entry_of_its_form(client: Client) -> None:
    finish_tool(client, "long-exhale", seconds=60, effect=1, before=4, after=2, line="Warm hands.", at=AT)
    [entry] = client.items("entry")
    assert faults("entry-tool", entry.words) == []
    assert entry.words["technique"] == "long-exhale"
    assert entry.day == "2026-11-21"


def test_it_ticks_the_habits_linked_to_it_once_a_day(client: Client) -> None:
    linked = add_habit(client, "Breathe out", technique="long-exhale")
    add_habit(client, "Walk", technique="short-walk")
    client.edit(add_habit(client, "Of old", technique="long-exhale"), archived=True)
    finish_tool(client, "long-exhale", at=AT)
    finish_tool(client, "long-exhale", at=AT + timedelta(minutes=5))
    finish_tool(client, "long-exhale", at=AT + timedelta(days=1))
    ticks = client.items("tick")
    assert {tick.of for tick in ticks} == {linked}
    assert sorted(str(tick.day) for tick in ticks) == ["2026-11-21", "2026-11-22"]


@pytest.mark.parametrize(
    "words", [{"effect": 2}, {"seconds": -1}, {"before": 6}, {"line": 3}, {"after": True}], ids=str
)
def test_what_makes_no_sense_is_refused_and_ticks_nothing(client: Client, words: dict[str, Any]) -> None:
    add_habit(client, "Breathe out", technique="long-exhale")
    with pytest.raises(BadRequest):
        finish_tool(client, "long-exhale", **words)
    assert client.items("entry") == client.items("tick") == []


def test_what_helped_comes_first_and_what_was_not_rated_does_not_count(client: Client) -> None:
    for technique, effect in (("look-far", 0), ("long-exhale", 1), ("long-exhale", 0), ("unclench", None)):
        finish_tool(client, technique, effect=effect)
    assert [(found.technique, found.rated, found.mean) for found in effects(client)] == [
        ("long-exhale", 2, 0.5),
        ("look-far", 1, 0),
    ]


def test_from_a_shell(shell: Shell) -> None:
    assert shell("tool", "cool-water", "--seconds", "45", "--effect", "1", "--offline") == 0
    assert shell("tool") == 0
    assert shell.said == "cool-water: +1.0 over 1\n"
    shell("list", "--json")
    [entry] = json.loads(shell.said)
    assert entry["words"]["seconds"] == 45
