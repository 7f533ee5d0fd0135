"""Habits, goals, and the days they are meant for: their words and facts, checked before they are sealed."""

import math
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from client.ck1.bodies import Words
from client.content.days import instant_text, now
from client.content.words import CHECKS
from client.device import Client
from client.feeds.shown import Item
from client.trouble import BadRequest

PATTERNS = ("every-day", "weekly", "rotation", "times-per-week", "none")
NEXT = ("keep", "change", "rest")
MOST_PLANS = 3
LONGEST_CYCLE = 366
WEEK = range(1, 8)

Facts = dict[str, object]


def add_habit(
    client: Client,
    name: str,
    *,
    times: int | None = None,
    goal: str | None = None,
    at: datetime | None = None,
    **words: object,
) -> str:
    """Begin a habit (`technique`, `cue`, `unit`, `target`, `pinned`); its item. It follows the work days, or is
    wanted so many `times` a week. It may belong to a goal."""
    pattern = None if times is None else pattern_of("times-per-week", times=times)
    of = the(client, "goal", goal).item if goal else None
    given = {"name": name, **_given(words)}
    _check(given, {"name": "text", "technique": "technique", "cue": "text", "unit": "text"})
    _check_amount(given.get("target"))
    with client.store.together():
        item = client.keep("habit", {"v": 1, **given}, of=of)
        if pattern:
            set_schedule(client, pattern, habit=item, at=at)
    return item


def tick(
    client: Client,
    habit: str,
    *,
    amount: float | None = None,
    day: date | None = None,
    at: datetime | None = None,
    zone: str | None = None,
) -> str:
    """Say that a habit, by its name or item, was done; the tick's item."""
    _check_amount(amount)
    at, zone = at or now(), zone or client.zone
    words: Words = {"v": 1, **_given({"amount": amount}), "at": instant_text(at), "tz": zone}
    return client.keep("tick", words, of=the(client, "habit", habit).item, day=day, at=at, zone=zone)


def add_goal(client: Client, wish: str, *, plans: Sequence[str] = (), **words: object) -> str:
    """Begin a goal (`template`, `outcome`, `wall`, `review_after_days`) with up to three if-then plans; its item."""
    if len(plans) > MOST_PLANS:
        raise BadRequest("bad-words", f"At most {MOST_PLANS} plans.")
    given = {"wish": wish, **_given(words), "state": "active", "began": client.day().isoformat()}
    _check(given, {"wish": "text", "template": "technique", "outcome": "text", "wall": "text"})
    for plan in plans:
        CHECKS["text"]("plan", plan)
    return client.keep("goal", {"v": 1, **given, **({"plans": list(plans)} if plans else {})})


def review(
    client: Client, goal: str, *, following: str, answers: Mapping[str, str], day: date | None = None
) -> str:
    """Look back on a goal, by its wish or item: an answer by the id of its question, and what follows; its item."""
    if following not in NEXT:
        raise BadRequest("bad-words", f"What follows is one of {', '.join(NEXT)}.")
    for question, answer in answers.items():
        CHECKS["technique"](question, question)
        CHECKS["text"](question, answer)
    told = [{"id": question, "answer": answer} for question, answer in answers.items()]
    of = the(client, "goal", goal).item
    return client.keep("review", {"v": 1, "answers": told, "next": following}, of=of, day=day)


def set_schedule(
    client: Client,
    pattern: Facts,
    *,
    habit: str | None = None,
    since: date | None = None,
    at: datetime | None = None,
) -> str:
    """Say on which days journaling, or a habit, is meant, from now or from a later day on; the schedule's item.

    The server reads it, for streaks and reminders need it.
    """
    of = the(client, "habit", habit).item if habit else None
    known = [item.pub.get("n") for item in client.items("schedule") if item.pub]
    made: Facts = {"pattern": pattern, "made_on": client.day(at).isoformat()}
    made["n"] = 1 + max((n for n in known if isinstance(n, int)), default=0)
    if since:
        made["effective_from"] = since.isoformat()
    return client.keep("schedule", {"v": 1}, of=of, pub=made)


def take_off(
    client: Client, first: date, last: date, *, habit: str | None = None, at: datetime | None = None
) -> str:
    """Say that nothing is expected from a day to a day, both included; never why. The server reads the days."""
    if last < first:
        raise BadRequest("bad-day", "Days off cannot end before they begin.")
    of = the(client, "habit", habit).item if habit else None
    days = {"from": first.isoformat(), "to": last.isoformat(), "made_on": client.day(at).isoformat()}
    return client.keep("off", {"v": 1}, of=of, pub=dict(days))


def pattern_of(
    name: str,
    *,
    days: str | None = None,
    anchor: date | None = None,
    cycle: str | None = None,
    times: int | None = None,
    week_start: int | None = None,
) -> Facts:
    """A pattern of days, from what was given for it; refused when that is too little, too much or makes no sense."""
    given = {"days": days, "anchor": anchor, "cycle": cycle, "times": times, "week_start": week_start}
    needed = {"weekly": {"days"}, "rotation": {"anchor", "cycle"}, "times-per-week": {"times"}}.get(
        name, set()
    )
    found = {member for member, value in given.items() if value is not None}
    allowed = needed | ({"week_start"} if name == "times-per-week" else set())
    if name not in PATTERNS or not needed <= found <= allowed:
        wanted = " and ".join(sorted(needed)) or "nothing more"
        raise BadRequest("bad-pattern", f"“{name}” takes {wanted}.")
    facts: Facts = {"type": name}
    if days is not None:
        facts["days"] = _weekdays(days)
    if anchor is not None and cycle is not None:
        facts |= {"anchor": anchor.isoformat(), "cycle": _cycle(cycle)}
    if times is not None:
        facts |= {"n": _of_week(times)} | ({"week_start": week_start} if week_start else {})
    return facts


def the(client: Client, kind: str, named: str) -> Item:
    """The habit or goal of this item or name; refused when there is none, or more than one."""
    name = {"habit": "name", "goal": "wish"}[kind]
    items = client.items(kind)
    found = [item for item in items if item.item == named] or [
        item for item in items if str(item.words.get(name)).casefold() == named.casefold()
    ]
    if len(found) != 1:
        many = "more than one" if found else "no"
        raise BadRequest("no-such-item", f"There is {many} {kind} “{named}” in this folder.")
    return found[0]


def _given(words: Mapping[str, object]) -> Words:
    return {name: value for name, value in words.items() if value is not None}


def _check(words: Words, forms: Mapping[str, str]) -> None:
    for name, form in forms.items():
        if name in words:
            CHECKS[form](name, words[name])
    if "" in (words.get("name"), words.get("wish")):
        raise BadRequest("bad-words", "It needs a name.")


def _check_amount(amount: object) -> None:
    if isinstance(amount, int | float) and not (math.isfinite(amount) and amount >= 0):
        raise BadRequest("bad-words", "An amount is a number from 0 on.")


def _weekdays(text: str) -> list[int]:
    found = [int(letter) for letter in text if letter in "1234567"]
    if not found or len(set(found)) != len(text):
        raise BadRequest("bad-pattern", "Weekdays are written like 12345, Monday is 1.")
    return sorted(found)


def _cycle(text: str) -> str:
    if not 0 < len(text) <= LONGEST_CYCLE or set(text) - {"0", "1"}:
        raise BadRequest("bad-pattern", "A cycle is written like 11110000: 1 for a work day.")
    return text


def _of_week(times: int) -> int:
    if times not in WEEK:
        raise BadRequest("bad-pattern", "A week has seven days.")
    return times
