"""What the demo agent practised in the six weeks: a goal, two habits with their ticks, tools, and notes."""

import random
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from client.content import notes, practice, tools
from client.content.days import journal_day, zone_of
from client.device import Client

SEED = 20_260_915
TOOLS_AT = 17
WISH = "I want to land before the next call starts."
PLANS = (
    "If a call ends badly, then I do one double sigh before I click “ready”.",
    "If I hear the call again in my head, then I say my name and “that one is over”.",
)


class Habit(NamedTuple):
    """How often it is wanted (None: on work days), the tool that ticks it, and how likely a day has it."""

    name: str
    times: int | None
    technique: str | None
    likely: float


class Used(NamedTuple):
    """A tool done so many days before the end, and how big it was before and after."""

    technique: str
    days_ago: int
    before: int
    after: int
    effect: int


HABITS = (
    Habit("One calm breath before the first call", None, "one-breath", 0.8),
    Habit("Home on foot", 3, None, 0.45),
)
USED = (
    Used("double-sigh", 33, 4, 3, 1),
    Used("short-walk", 31, 3, 2, 1),
    Used("double-sigh", 27, 4, 2, 1),
    Used("good-three", 24, 2, 2, 0),
    Used("long-exhale", 21, 3, 3, 0),
    Used("short-walk", 19, 4, 2, 1),
    Used("double-sigh", 16, 3, 1, 1),
    Used("long-exhale", 12, 4, 3, 1),
    Used("feet-on-floor", 10, 3, 3, -1),
    Used("short-walk", 9, 3, 1, 1),
    Used("double-sigh", 6, 5, 3, 1),
    Used("long-exhale", 4, 3, 2, 0),
    Used("short-walk", 2, 3, 2, 1),
)
"""No tool here ticks a habit: the ticks are counted by themselves."""
NOTES = (
    ("proof", "“You were the first one who listened.” A caller, on a Thursday."),
    ("phrase", "What I can do is look for the parcel and call you back before six."),
    ("lesson", "Say the time they can count on before they ask for it."),
)


def practise(client: Client, until: datetime, zone: str, days: int) -> None:
    """Keeps all of it here, dated on the `days` that end at `until`; nothing is sent yet."""
    today = journal_day(until, zone)
    first = today - timedelta(days=days - 1)
    dice = random.Random(SEED)
    goal = practice.add_goal(client, WISH, template="reset-after-hard-calls", plans=PLANS)
    for habit in HABITS:
        _habit(client, habit, goal, (first, today), zone, dice)
    for used in USED:
        at = _at(today - timedelta(days=used.days_ago), zone)
        words = used._asdict()
        del words["technique"], words["days_ago"]
        tools.finish_tool(client, used.technique, at=at, zone=zone, **words)
    for kind, text in NOTES:
        notes.write_note(client, kind, text)


def _habit(
    client: Client, habit: Habit, goal: str, span: tuple[date, date], zone: str, dice: random.Random
) -> None:
    first, last = span
    begun = _at(first, zone)
    item = practice.add_habit(
        client, habit.name, times=habit.times, goal=goal, at=begun, technique=habit.technique
    )
    day = first
    while day < last:
        if dice.random() < habit.likely:
            practice.tick(client, item, at=_at(day, zone), zone=zone)
        day += timedelta(days=1)


def _at(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(TOOLS_AT), tzinfo=zone_of(zone)).astimezone(UTC)
