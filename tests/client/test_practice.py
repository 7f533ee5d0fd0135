"""Habits, goals and their days from Python and from a shell: sealed words, facts in clear, streaks from the server."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from client import Client
from client.ck1 import bodies
from client.ck1.slots import open_revision
from client.ck1.tokens import header_of
from client.content.practice import add_goal, add_habit, pattern_of, review, set_schedule, take_off, tick
from client.keys.vault import ring_of
from client.trouble import BadRequest
from tests.client.conftest import EMAIL, Devices, Shell
from tests.contract.forms import faults, form_of


@pytest.fixture
def client(tmp_path: Path) -> Iterator[Client]:
    """A device that has never met a server."""
    made = Client(home=tmp_path / "home")
    yield made
    made.close()


def test_whatever_is_kept_has_its_form(client: Client) -> None:
    goal = add_goal(
        client, "Leave calls at work", plans=["If I hang up, I breathe out."], review_after_days=14
    )
    add_habit(client, "Water", unit="glasses", target=6.0, cue="After I sit down", pinned=True, times=5)
    add_habit(client, "One calm breath", technique="long-exhale", goal="leave calls at work")
    tick(client, "water", amount=2.5)
    tick(client, "One calm breath")
    review(client, goal, following="keep", answers={"how": "Mostly."})
    set_schedule(client, pattern_of("weekly", days="12345"))
    off = take_off(client, client.day(), client.day(), habit="Water")
    client.edit(off, kept="whatever comes later")
    rows, ring = client.store.all(), ring_of(client.store)
    assert len(rows) == 10
    for row in rows:
        assert row.body
        assert row.slot
        words = open_revision(row.body, row.slot, ring)[1]
        assert faults("header", header_of(row.body, bodies.SHAPE)) == []
        assert row.kind in {"schedule", "off"} or faults(form_of(row.kind, dict(words)), words) == []


def test_versions_of_a_schedule_are_numbered_in_the_order_they_are_made(client: Client) -> None:
    for name in ("every-day", "none", "every-day"):
        set_schedule(client, pattern_of(name))
    found = sorted((item.pub or {})["n"] for item in client.items("schedule"))  # type: ignore[type-var]
    assert found == [1, 2, 3]


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("sometimes", {}),
        ("every-day", {"days": "1"}),
        ("weekly", {}),
        ("weekly", {"days": ""}),
        ("weekly", {"days": "118"}),
        ("weekly", {"days": "11"}),
        ("rotation", {"cycle": "10"}),
        ("times-per-week", {"times": 8}),
        ("times-per-week", {"times": 0}),
        ("weekly", {"days": "1", "times": 3}),
    ],
)
def test_a_pattern_that_makes_no_sense_is_refused(name: str, given: dict[str, Any]) -> None:
    with pytest.raises(BadRequest):
        pattern_of(name, **given)


def test_the_week_of_a_shell(shell: Shell) -> None:
    assert shell("signup", EMAIL) == 0
    may_day = ("--now", "2024-05-01T08:00:00Z")
    assert shell("habit", "Water", "--unit", "glasses", "--times", "2", *may_day, "--offline") == 0
    assert shell("habit", "Close the shift", "--technique", "day-is-done", "--work-days") == 0
    assert shell("schedule", "--pattern", "weekly", "--days", "12345", *may_day) == 0
    assert shell("off", "--from", "2024-05-13", "--now", "2024-05-13T08:00:00Z") == 0
    for day in ("2024-05-10", "2024-05-14"):
        at = ("--now", f"{day}T12:00:00Z", "--zone", "UTC")
        assert shell("tick", "close the shift", *at) == 0
        assert shell("tick", "Water", "--amount", "3", *at) == 0
        assert shell("write", "--kind", "check-in", "--mood", "3", *at) == 0
    assert shell("streaks", "--json", "--today", "2024-05-14") == 0
    found = json.loads(shell.said)
    assert (found["journaling"]["state"], found["journaling"]["current"]) == ("done-today", 2)
    assert sorted(one["current"] for one in found["habits"]) == [0, 2]
    assert shell("streaks", "--today", "2024-05-14") == 0
    assert "Close the shift: strength" in shell.said
    assert "at-risk" not in shell.said


def test_a_goal_and_a_look_back(shell: Shell) -> None:
    assert shell("signup", EMAIL) == 0
    plan = ("--plan", "If the line is quiet, I stand up.")
    assert shell("goal", "Move more", *plan, "--template", "calm-before-the-ring") == 0
    assert (
        shell("review", "move more", "--next", "change", "--answer", "how=Well=enough", "--answer", "wall=")
        == 0
    )
    assert "1 sent" in shell.said
    shell("list", "--json")
    kept = {item["kind"]: item for item in json.loads(shell.said)}
    assert kept["review"]["of"] == kept["goal"]["item"]
    assert kept["review"]["words"]["answers"] == [
        {"id": "how", "answer": "Well=enough"},
        {"id": "wall", "answer": ""},
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        ["tick", "Nobody's"],
        ["tick", "Water", "--amount", "-1"],
        ["tick", "Water", "--amount", "nan"],
        ["tick", "Water", "--day", "2099-01-01"],
        ["habit", ""],
        ["habit", "Tea", "--times", "9"],
        ["habit", "Tea", "--goal", "Nobody's"],
        ["goal", "x", *["--plan", "y"] * 4],
        ["review", "Nobody's", "--next", "keep"],
        ["schedule", "--pattern", "weekly"],
        ["schedule", "--pattern", "rotation", "--anchor", "2024-05-14", "--cycle", "12"],
        ["off", "--from", "2024-05-14", "--to", "2024-05-13"],
        ["off", "--from", "soon"],
    ],
    ids=" ".join,
)
def test_what_makes_no_sense_is_refused_and_keeps_nothing(shell: Shell, arguments: list[str]) -> None:
    assert shell("habit", "Water", "--offline") == 0
    assert shell(*arguments) == 2
    assert shell.noticed.strip()
    shell("list", "--json")
    assert [item["kind"] for item in json.loads(shell.said)] == ["habit"]


def test_a_name_that_two_habits_have_is_not_guessed(client: Client) -> None:
    first = add_habit(client, "Water")
    add_habit(client, "water")
    with pytest.raises(BadRequest):
        tick(client, "Water")
    tick(client, first)


def test_a_deleted_or_edited_day_off_reaches_the_server(devices: Devices) -> None:
    phone = devices.phone
    off = take_off(phone, phone.day(), phone.day())
    schedule = set_schedule(phone, pattern_of("rotation", anchor=phone.day(), cycle="10"))
    phone.edit(off, seen=True)
    phone.edit(schedule, seen=True)
    assert phone.sync().rejected == []
    phone.delete(off)
    phone.delete(schedule, forget=True)
    assert phone.sync().rejected == []
    assert devices.signed_in("laptop").items() == []


def test_streaks_need_an_account_and_say_what_is_not_counted(shell: Shell) -> None:
    assert shell("streaks") == 3
    assert shell("signup", EMAIL) == 0
    shell("write", "--kind", "check-in", "--mood", "3", "--offline")
    assert shell("streaks", "--json") == 0
    assert "1 not sent yet" in shell.noticed
    assert json.loads(shell.said)["journaling"]["current"] == 0
    assert shell("streaks", "--today", "2999-01-01") == 6
