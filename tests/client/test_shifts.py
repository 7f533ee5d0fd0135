"""Before and after a shift, and a week, from a shell: as the app keeps them, and counted as the app counts."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from client import Client
from client.content.shifts import (
    LISTS,
    after_shift,
    before_shift,
    look_at_week,
    week_days,
    week_name,
    week_of,
)
from client.trouble import BadRequest
from tests.client.conftest import EMAIL, Shell
from tests.contract.forms import faults

THURSDAY = datetime(2026, 11, 19, 12, tzinfo=UTC)
WEEK = "2026-W47"


@pytest.fixture
def client(tmp_path: Path) -> Iterator[Client]:
    """A device that has never met a server."""
    made = Client(home=tmp_path / "home")
    yield made
    made.close()


def kept(client: Client, kind: str, form: str) -> list[dict[str, object]]:
    """The words of the items of a kind, each in its form."""
    words = [item.words for item in client.items(kind)]
    for one in words:
        assert faults(f"{form}{one['t']}", one) == []
    return words


def test_before_a_shift_the_limit_line_stands_where_a_rough_call_looks(client: Client) -> None:
    before_shift(
        client, cards=["listen"], line="Tell me the rest.", limit="This far.", at=THURSDAY, zone="UTC"
    )
    words = kept(client, "entry", "entry-")
    assert {one["line"]: one.get("prompt") for one in words} == {
        "Tell me the rest.": None,
        "This far.": {"id": "b-limit-line"},
    }
    with pytest.raises(BadRequest):
        before_shift(client, cards=["dance"])


def test_after_a_shift_each_line_that_can_wait_becomes_a_next_step(client: Client) -> None:
    after_shift(
        client, good=["Tea"], parked="The parcel\n\n The refund", prompt=("a-kindness", "Sam"), at=THURSDAY
    )
    [entry] = kept(client, "entry", "entry-")
    assert (entry["over"], entry["good"], entry["prompt"]) == (
        True,
        ["Tea"],
        {"id": "a-kindness", "answer": "Sam"},
    )
    assert {one["text"] for one in kept(client, "note", "note-")} == {"The parcel", "The refund"}
    with pytest.raises(BadRequest):
        after_shift(client, good=["1", "2", "3", "4"])


def test_a_week_is_counted_and_below_three_calls_it_says_so(client: Client) -> None:
    for trigger in ("shouting", "back-to-back", "back-to-back"):
        assert not week_of(client, WEEK)["enough"]
        client.write("encounter", trigger=[trigger], intensity=2, at=THURSDAY)
    client.write("tool", technique="long-exhale", effect=1, at=THURSDAY)
    client.write("tool", technique="long-exhale", effect=0, at=THURSDAY)
    held = week_of(client, WEEK)
    assert (held["calls"], held["enough"]) == (3, True)
    assert held["triggers"] == [{"id": "back-to-back", "n": 2}, {"id": "shouting", "n": 1}]
    assert held["tools"] == [{"id": "long-exhale", "n": 2, "rated": 2, "helped": 1}]
    assert week_of(client, "2026-W46")["calls"] == 0


def test_there_is_one_look_a_week_and_each_answer_stands_in_its_list(client: Client) -> None:
    first = look_at_week(client, WEEK, picked=["shouting"], at=THURSDAY)
    for question in LISTS:
        assert look_at_week(client, WEEK, share=False, question=(question, "A line"), at=THURSDAY) == first
    assert week_of(client, WEEK)["look"] == {
        "v": 1,
        "t": "week",
        "iso_week": WEEK,
        "picked": ["shouting"],
        "share": False,
    }
    assert {one["t"] for one in kept(client, "note", "note-")} == {"week", *LISTS.values()}
    assert {one["prompt"]["id"] for one in kept(client, "entry", "entry-")} == set(LISTS)  # type: ignore[index]


def test_weeks_have_their_iso_names(client: Client) -> None:
    assert week_name(THURSDAY.date()) == WEEK
    assert week_days(WEEK)[0] == "2026-11-16"
    assert week_days("2026-W53")[-1] == "2027-01-03"
    for wrong in ("2026-47", "2026-W54", "W47"):
        with pytest.raises(BadRequest):
            look_at_week(client, wrong)


def test_a_week_of_a_shell(shell: Shell) -> None:
    assert shell("signup", EMAIL) == 0
    now = ("--now", "2026-11-19T12:00:00Z")
    assert shell("before", "--card", "listen", "--line", "Tell me", *now, "--offline") == 0
    assert shell("after", "--good", "Tea", "--park", "The parcel", *now, "--offline") == 0
    assert shell("write", "--kind", "encounter", "--trigger", "shouting", "--intensity", "2", *now) == 0
    assert shell("week", "--picked", "shouting", "--question", "w-good-line=Let me look.", *now) == 0
    assert shell("week", "--week", WEEK) == 0
    assert "calls put down: 1" in shell.said
    assert "Not enough yet" in shell.said
    assert shell("week", "--week", WEEK, "--json") == 0
    held = json.loads(shell.said)
    assert held["look"]["picked"] == ["shouting"]
    assert shell("week", "--question", "nothing", *now) == 2
