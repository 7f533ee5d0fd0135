"""The commands about habits, goals, and the days they are meant for."""

import argparse
import json
from collections.abc import Callable
from datetime import date, datetime

from client.commands.telling import notice, saved, say
from client.content import practice
from client.content.days import day_of, instant_of
from client.content.streaks import lines, streaks
from client.content.tools import effects, finish_tool
from client.device import Client
from client.trouble import BadRequest


def habit(client: Client, options: argparse.Namespace) -> None:
    words = {name: getattr(options, name) for name in ("technique", "cue", "unit", "target")}
    item = practice.add_habit(
        client,
        options.name,
        times=options.times,
        goal=options.goal,
        at=_instant(options.now),
        pinned=options.pinned or None,
        **words,
    )
    saved(client, item, offline=options.offline)


def tick(client: Client, options: argparse.Namespace) -> None:
    item = practice.tick(
        client,
        options.habit,
        amount=options.amount,
        day=_day(options.day),
        at=_instant(options.now),
        zone=options.zone,
    )
    saved(client, item, offline=options.offline)


def goal(client: Client, options: argparse.Namespace) -> None:
    words = {name: getattr(options, name) for name in ("template", "outcome", "wall", "review_after_days")}
    item = practice.add_goal(client, options.wish, plans=options.plan or (), **words)
    saved(client, item, offline=options.offline)


def tool(client: Client, options: argparse.Namespace) -> None:
    if options.technique is None:
        for technique, rated, mean in effects(client):
            say(f"{technique}: {mean:+.1f} over {rated}")
        return
    words = {name: getattr(options, name) for name in ("seconds", "effect", "before", "after", "line")}
    item = finish_tool(
        client,
        options.technique,
        day=_day(options.day),
        at=_instant(options.now),
        zone=options.zone,
        **words,
    )
    saved(client, item, offline=options.offline)


def review(client: Client, options: argparse.Namespace) -> None:
    answers = dict(_answer(text) for text in options.answer or [])
    item = practice.review(
        client, options.goal, following=options.next, answers=answers, day=_day(options.day)
    )
    saved(client, item, offline=options.offline)


def schedule(client: Client, options: argparse.Namespace) -> None:
    pattern = practice.pattern_of(
        options.pattern,
        days=options.days,
        anchor=_day(options.anchor),
        cycle=options.cycle,
        times=options.times,
        week_start=options.week_start,
    )
    item = practice.set_schedule(
        client, pattern, habit=options.habit, since=_day(options.since), at=_instant(options.now)
    )
    saved(client, item, offline=options.offline)


def off(client: Client, options: argparse.Namespace) -> None:
    first = day_of(options.first)
    last = _day(options.last) or first
    item = practice.take_off(client, first, last, habit=options.habit, at=_instant(options.now))
    saved(client, item, offline=options.offline)


def show_streaks(client: Client, options: argparse.Namespace) -> None:
    if waiting := len(client.store.unsent()):
        notice(f"{waiting} not sent yet, so not counted. Sync first to count all.")
    found = streaks(client, _day(options.today))
    if options.json:
        say(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        for line in lines(client, found):
            say(line)


COMMANDS: dict[str, Callable[[Client, argparse.Namespace], None]] = {
    "habit": habit,
    "tick": tick,
    "tool": tool,
    "goal": goal,
    "review": review,
    "schedule": schedule,
    "off": off,
    "streaks": show_streaks,
}


def _day(text: str | None) -> date | None:
    return day_of(text) if text else None


def _instant(text: str | None) -> datetime | None:
    return instant_of(text) if text else None


def _answer(text: str) -> tuple[str, str]:
    question, equals, answer = text.partition("=")
    if not equals:
        raise BadRequest("bad-words", f"“{text}” is no answer. Try one like how=It went well.")
    return question, answer
