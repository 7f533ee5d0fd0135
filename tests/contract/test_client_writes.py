"""What the Python client writes has the form it should, inside the seal and outside, or it refuses to write it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from client import Client
from client.ck1 import bodies
from client.ck1.slots import open_revision
from client.ck1.tokens import header_of
from client.content.words import NEEDED, entry_words
from client.demo.agent import plan
from client.feeds.writing import Dates, first_revision
from client.keys.vault import ring_of
from client.sharing.giving import Terms, copy_words
from client.trouble import BadRequest
from tests.contract.forms import changed, faults, form_of, samples

AT = datetime(2026, 11, 21, 22, 10, 5, 250, tzinfo=UTC)
OURS = {"v", "t", "at", "tz"}
"""What the client adds by itself."""


def _given(sample: dict[str, Any]) -> dict[str, Any]:
    return {name: part for name, part in sample.items() if name not in OURS}


def _written(kind: str, words: dict[str, Any]) -> dict[str, Any] | None:
    try:
        return entry_words(kind, words, at=AT, zone="Europe/Berlin")
    except BadRequest:
        return None


@pytest.mark.parametrize("kind", NEEDED)
def test_what_holds_is_written_and_keeps_every_member(kind: str) -> None:
    for sample in samples(f"entry-{kind}")["valid"]:
        if set(NEEDED[kind]) <= set(sample):
            words = _written(kind, _given(sample))
            assert words is not None
            assert faults(f"entry-{kind}", words) == []
            assert _given(words) == {name: part for name, part in _given(sample).items() if part is not None}


@pytest.mark.parametrize("kind", NEEDED)
def test_what_does_not_hold_is_not_written(kind: str) -> None:
    held = samples(f"entry-{kind}")
    for case in held["invalid"]:
        words = _written(kind, _given(changed(held["valid"][-1], case)))
        assert words is None or faults(f"entry-{kind}", words) == [], case["why"]


THINGS = st.sampled_from(["shouting", "back-to-back", "", "Shouting", "custom-x", "a_b", "x" * 65])
LEVELS = st.one_of(st.integers(-1, 7), st.sampled_from([None, 2.5, "4", True]))


@given(
    trigger=st.lists(THINGS, max_size=3),
    intensity=LEVELS,
    feelings=st.none() | st.lists(THINGS, max_size=3),
    after=LEVELS,
    effect=st.none() | st.integers(-2, 2),
    text=st.none() | st.text(max_size=40),
)
def test_whatever_is_written_as_an_encounter_has_its_form(**words: Any) -> None:
    written = _written("encounter", words)
    assert written is None or faults("entry-encounter", written) == []


def test_every_entry_of_the_demo_has_its_form() -> None:
    for entry in plan(AT, "Europe/Berlin"):
        words = _written(entry.kind, entry.words)
        assert words is not None
        assert faults(f"entry-{entry.kind}", words) == []


@pytest.fixture
def client(tmp_path: Path) -> Iterator[Client]:
    """A device that has never met a server."""
    made = Client(home=tmp_path / "home")
    yield made
    made.close()


def _revisions(client: Client) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """The header and the words of each revision that lies here, sealed."""
    rows = [row for row in client.store.all() if row.body and row.slot]
    ring = ring_of(client.store)
    return [
        (header_of(row.body or "", bodies.SHAPE), open_revision(row.body or "", row.slot or "", ring)[1])
        for row in rows
    ]


def test_what_lies_sealed_on_the_disk_has_its_form(client: Client) -> None:
    call = client.write("encounter", trigger=["shouting"], intensity=4, text="Żółw, 二人, 🙂")
    client.edit(call, after=2, effect=1, technique="long-exhale")
    client.write("check-in", mood=3, feelings=["drained"])
    client.write("bright-spot", bright="kind-customer", text="They thanked me by name.")
    client.delete(client.write("check-in", mood=1))
    client.delete(client.write("check-in", mood=2), forget=True)
    found = _revisions(client)
    assert [header["del"] for header, _ in found].count("no") == 4
    assert {header["del"] for header, _ in found} == {"no", "keep-day", "forget"}
    for header, words in found:
        form = form_of(header["kind"], words) if header["del"] == "no" else "tombstone"
        assert (faults("header", header), faults(form, words)) == ([], [])


@pytest.mark.parametrize(
    "change",
    [
        {"intensity": 9},
        {"trigger": []},
        {"trigger": None},
        {"feelings": ["sad", "sad"]},
        {"text": 5},
        {"v": 2},
        {"at": "now"},
    ],
)
def test_an_edit_is_held_to_the_form_too(client: Client, change: dict[str, Any]) -> None:
    call = client.write("encounter", trigger=["shouting"], intensity=4)
    with pytest.raises(BadRequest):
        client.edit(call, **change)


def test_an_edit_drops_nothing_that_another_app_wrote(client: Client) -> None:
    call = client.write("encounter", trigger=["shouting"], intensity=4, of_a_later_app={"kept": [None, 1]})
    client.edit(call, after=2, of_none=None)
    client.edit(call, after=None)
    words = client.items()[0].words
    assert words["of_a_later_app"] == {"kept": [None, 1]}
    assert "after" not in words


def test_what_a_newer_version_wrote_is_shown_and_not_edited(client: Client) -> None:
    later: dict[str, object] = {"v": 2, "t": "encounter", "trigger": {"of": "a later form"}}
    row = first_revision("entry", later, Dates("2026-11-21", "2026-11-21"), ring_of(client.store))
    client.store.save(row)
    assert client.items()[0].words == later
    with pytest.raises(BadRequest):
        client.edit(row.item, after=2)


@pytest.mark.parametrize("without", [(), ("feeling", "date"), ("trigger", "text", "intensity")])
def test_a_copy_has_its_form_and_never_the_minute(client: Client, without: tuple[str, ...]) -> None:
    client.write(
        "encounter",
        trigger=["shouting"],
        intensity=4,
        feelings=["drained"],
        text="Loud.",
        technique="long-exhale",
    )
    client.write("bright-spot", bright="kind-customer", text="They thanked me by name.")
    client.write("check-in", mood=3)
    for item in client.items("entry"):
        words = copy_words(item, Terms(backup=True, without=without))
        assert faults("copy", words) == []
        assert not OURS & set(words) - {"v", "t"}
        assert "technique" not in words
