"""Notes from a shell: sealed like everything else, of the right form or refused."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from client import Client
from client.ck1 import bodies
from client.ck1.slots import open_revision
from client.ck1.tokens import header_of
from client.content.notes import MAIN, change_note, line_of, notes, write_note
from client.keys.vault import ring_of
from client.trouble import BadRequest
from tests.client.conftest import EMAIL, Shell
from tests.contract.forms import faults

WHOLE: dict[str, dict[str, Any]] = {
    "phrase": {"drill": "so-its-a-no"},
    "follow-up": {"due": "2026-11-23T09:00", "done": False},
    "fact": {"on": "2026-11-21T22:10", "channel": "phone", "witnesses": "My lead"},
    "ask-work": {
        "does": "I carry it on.",
        "helps": "Two minutes.",
        "whom": "Sam",
        "asked_on": "2026-11-21",
        "state": "cannot",
        "reason": "Not before spring.",
    },
    "whom-to-ask": {"what": "How she says no twice", "done": True},
    "own-tool": {"tool_kind": "breath", "seconds": 30, "steps": ["Hum.", "Breathe."]},
    "own-trigger": {"group": "work-pressure", "safety": "not-okay"},
}


@pytest.fixture
def client(tmp_path: Path) -> Iterator[Client]:
    """A device that has never met a server."""
    made = Client(home=tmp_path / "home")
    yield made
    made.close()


@pytest.mark.parametrize("kind", MAIN)
@pytest.mark.parametrize("more", [{}, WHOLE], ids=["bare", "whole"])
def test_every_kind_of_note_has_its_form_and_tells_the_server_nothing(
    client: Client, kind: str, more: dict[str, Any]
) -> None:
    write_note(client, kind, "Zażółć 🙂", **more.get(kind, {}))
    [row] = client.store.all()
    assert row.body
    assert row.slot
    header = header_of(row.body, bodies.SHAPE)
    assert faults("header", header) == []
    assert not {"day", "written", "of"} & header.keys()
    words = open_revision(row.body, row.slot, ring_of(client.store))[1]
    assert faults(f"note-{kind}", words) == []
    assert [note.words for note in notes(client, kind)] == [words]


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("week", {}),
        ("proof", {"due": "2026-11-23T09:00"}),
        ("follow-up", {"due": "2026-11-23"}),
        ("follow-up", {"due": "2026-02-30T09:00"}),
        ("fact", {"on": "Saturday"}),
        ("own-tool", {"seconds": 0}),
        ("own-tool", {"tool_kind": "food"}),
        ("own-trigger", {"group": "No Group"}),
        ("own-trigger", {"safety": "fine"}),
        ("ask-work", {"state": "refused"}),
        ("ask-work", {"asked_on": "2026-11-21T22:10"}),
        ("for-somebody-new", {"done": True}),
    ],
)
def test_what_makes_no_sense_is_refused(client: Client, kind: str, more: dict[str, Any]) -> None:
    with pytest.raises(BadRequest):
        write_note(client, kind, "Some words", **more)
    assert notes(client) == []


def test_a_note_without_words_is_none(client: Client) -> None:
    with pytest.raises(BadRequest):
        write_note(client, "proof", " ")


def test_a_note_is_changed_and_what_was_not_named_stays(client: Client) -> None:
    item = write_note(client, "ask-work", "No gap between calls", helps="Two minutes")
    change_note(client, item, state="shared", whom="Sam")
    change_note(client, item, "No gap after ten at night", state="looking")
    [note] = notes(client)
    assert note.words == {
        "v": 1, "t": "ask-work", "happens": "No gap after ten at night", "helps": "Two minutes",
        "whom": "Sam", "state": "looking",
    }  # fmt: skip
    assert "No gap after ten at night · looking · asked of Sam" in line_of(note)
    for wrong in ({"state": "refused"}, {"due": "2026-11-23T09:00"}, {"text": " "}):
        with pytest.raises(BadRequest):
            change_note(client, item, **wrong)
    with pytest.raises(BadRequest):
        change_note(client, "nothing", state="done")


def test_notes_of_a_shell(shell: Shell) -> None:
    assert shell("signup", EMAIL) == 0
    assert shell("note", "proof", "--text", "Stayed kind", "--offline") == 0
    assert shell("note", "follow-up", "--text", "Ask about it", "--due", "2026-11-23T09:00") == 0
    assert "2 sent" in shell.said
    assert shell("note", "own-trigger", "--text", "Slurs", "--not-okay") == 0
    assert shell("note") == 0
    assert "proof: Stayed kind" in shell.said
    assert "follow-up: Ask about it · for 2026-11-23T09:00" in shell.said
    assert shell("note", "own-trigger", "--json") == 0
    [own] = json.loads(shell.said)
    assert own["words"]["safety"] == "not-okay"
    assert shell("note", "proof", "--text", "x", "--due", "2026-11-23T09:00") == 2
