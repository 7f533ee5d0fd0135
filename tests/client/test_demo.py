"""The demo agent: six believable weeks, the same for everybody, written once."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from client import Client
from client.ck1.bodies import Words
from client.content.days import instant_of, journal_day
from client.content.streaks import streaks
from client.content.tools import effects
from client.content.words import entry_words
from client.demo import coach as demo_coach
from client.demo.agent import make, plan
from client.demo.practice import HABITS, USED
from client.sharing import coaching, giving
from journal.people.models import Person
from tests.client.conftest import Devices

UNTIL = instant_of("2026-11-21T22:10:00Z")
ZONE = "Europe/Berlin"
LIBRARY = Path(__file__).resolve().parent.parent.parent / "journal/library/data/en"
LISTS = {
    "triggers.json": ("triggers", "bright_spots"),
    "feelings.json": ("emotions",),
    "techniques.json": ("techniques",),
}


@pytest.mark.parametrize("until", ["2026-11-21T22:10:00Z", "2026-11-23T03:00:00Z", "2027-03-29T12:00:00Z"])
@pytest.mark.parametrize("zone", [ZONE, "Asia/Manila", "America/Los_Angeles"])
def test_the_plan_is_six_weeks_that_the_server_will_take(until: str, zone: str) -> None:
    moment = instant_of(until)
    today = journal_day(moment, zone)
    entries = plan(moment, zone)
    assert entries == plan(moment, zone)
    assert 60 <= len(entries) <= 70
    assert {entry.kind for entry in entries} == {"encounter", "check-in", "bright-spot"}
    assert min(entry.day for entry in entries) >= today - timedelta(days=41)
    assert all(entry.at <= moment and entry.day <= journal_day(entry.at, zone) for entry in entries)
    assert len({entry.day for entry in entries}) < 42


def test_the_plan_names_things_of_the_library() -> None:
    known: set[str] = set()
    for file, lists in LISTS.items():
        content = json.loads((LIBRARY / file).read_text(encoding="utf-8"))
        known |= {thing["id"] for name in lists for thing in content[name]}
    named = {used.technique for used in USED} | {habit.technique for habit in HABITS if habit.technique}
    for entry in plan(UNTIL, ZONE):
        named |= _named(entry.words)
    assert named <= known


def test_nights_are_kept_for_the_day_the_shift_began() -> None:
    assert any(entry.day < journal_day(entry.at, ZONE) for entry in plan(UNTIL, ZONE))


def test_every_planned_entry_can_be_written() -> None:
    for entry in plan(UNTIL, ZONE):
        assert entry_words(entry.kind, entry.words, at=entry.at, zone=ZONE)["t"] == entry.kind


def test_the_demo_is_written_once_and_told_again(devices: Devices) -> None:
    client = devices.new("demo")
    made = make(client, at=UNTIL, zone=ZONE)
    assert made.report.sent == len(client.items()) > len(plan(UNTIL, ZONE))
    again = make(client)
    assert (again.email, again.password, again.recovery_code) == (
        made.email,
        made.password,
        made.recovery_code,
    )
    assert again.report.sent == 0
    assert (client.store.home / "credentials.json").stat().st_mode & 0o777 == 0o600
    second = devices.new("second")
    second.sign_in(made.email, made.password, made.recovery_code)
    second.sync()
    entries = [item for item in second.items("entry") if item.words["t"] != "tool"]
    assert {item.day for item in entries} == {entry.day.isoformat() for entry in plan(UNTIL, ZONE)}
    assert len(effects(second)) >= 3
    habits = streaks(second, date(2026, 11, 21))["habits"]
    assert isinstance(habits, list)
    assert all(habit["longest"] >= 2 for habit in habits)


def test_a_demo_interrupted_at_any_step_goes_on(devices: Devices) -> None:
    client = devices.new("demo")
    email, password = _signed_up_and_killed(client)
    made = make(client, at=UNTIL, zone=ZONE)
    assert (made.email, made.password) == (email, password)
    assert len(client.items()) == made.report.sent


def test_another_demo_on_the_same_server_takes_another_address(devices: Devices) -> None:
    one = make(devices.new("one"), at=UNTIL, zone=ZONE)
    other = make(devices.new("other"), at=UNTIL, zone=ZONE)
    assert one.email != other.email
    assert one.password != other.password


def _signed_up_and_killed(client: Client) -> tuple[str, str]:
    """As if the machine had stopped after the account was made and before its keys were."""
    from client.demo.agent import credentials  # noqa: PLC0415

    kept = credentials(client)
    client.sign_up(kept["email"], kept["password"])
    for name in ("account", "email", "cookies", "keybag", "vault", "recovery_code", "gen"):
        client.store.put(**{name: None})
    return kept["email"], kept["password"]


def _named(words: Words) -> set[str]:
    trigger, feelings, bright = words.get("trigger", []), words.get("feelings", []), words.get("bright")
    assert isinstance(trigger, list)
    assert isinstance(feelings, list)
    return {*trigger, *feelings, *([str(bright)] if bright else [])}


def test_the_plan_ends_today_or_yesterday() -> None:
    assert plan(UNTIL, ZONE)[-1].day >= date(2026, 11, 20)


def test_the_demo_coach_has_two_copies_and_has_answered_one(devices: Devices) -> None:
    agent, coach = devices.new("demo"), devices.new("demo-coach")
    make(agent, at=UNTIL, zone=ZONE)
    made = demo_coach.make(coach)
    Person.objects.filter(email=made.email).update(is_coach=True)
    for _ in range(2):
        demo_coach.share(agent, coach)
    waiting = coaching.inbox(coach)
    assert [(one.backup, one.answered) for one in waiting] == [(True, False), (False, True)]
    states = {giving.state_of(agent, one.item, today=agent.day()) for one in waiting}
    assert states == {"sent", "answered"}
    assert demo_coach.make(coach) == made
