"""The commands `before`, `after` and `week`: what they ask for, do and say."""

import argparse
import json
import sys
from collections.abc import Callable
from typing import Any

from client.commands.practice_options import Commands, add_moment, add_now, add_offline
from client.commands.telling import saved, say
from client.content.days import day_of, instant_of
from client.content.shifts import CARDS, after_shift, before_shift, look_at_week, week_name, week_of
from client.device import Client
from client.trouble import BadRequest


def add_shifts(commands: Commands) -> None:
    """`before`, `after` and `week`."""
    before = commands.add_parser(
        "before", help="five before the ring: which were looked at, the line to listen by"
    )
    before.add_argument("--card", metavar="ID", action="append", help=f"{', '.join(CARDS)} (default: all)")
    before.add_argument("--line", metavar="TEXT", help="the line to listen by")
    before.add_argument("--limit", metavar="TEXT", help="the sentence that ends abuse")
    after = commands.add_parser("after", help="close a shift: what went okay, what can wait")
    after.add_argument("--good", metavar="TEXT", action="append", help="up to three of them")
    after.add_argument("--park", metavar="TEXT", help="what can wait, a line each; - reads it from stdin")
    after.add_argument("--text", metavar="TEXT", help="something that is just for you")
    after.add_argument("--prompt", metavar="ID=TEXT", help="the answer to a question, by its id")
    for command in (before, after):
        add_moment(command)
        add_offline(command)
    _add_week(commands)


def _add_week(commands: Commands) -> None:
    week = commands.add_parser(
        "week", help="show what a week held; with --picked, --share or --question keep a look at it"
    )
    week.add_argument("--week", metavar="2026-W47", help="which one (default: this one)")
    week.add_argument(
        "--picked", metavar="ID", action="append", help="a trigger to be ready for, a tool that helped"
    )
    week.add_argument(
        "--share", choices=("yes", "no"), help="whether there is one thing your coach should know"
    )
    week.add_argument("--question", metavar="ID=TEXT", help="the answer to a question of the week, by its id")
    week.add_argument(
        "--json", action="store_true", help="as JSON: calls, enough, triggers, tools, goals, look"
    )
    add_now(week)
    add_offline(week)


def before(client: Client, options: argparse.Namespace) -> None:
    item = before_shift(
        client, cards=options.card or CARDS, line=options.line, limit=options.limit, **_when(options)
    )
    saved(client, item, offline=options.offline)


def after(client: Client, options: argparse.Namespace) -> None:
    item = after_shift(
        client,
        good=options.good or (),
        parked=sys.stdin.read().rstrip("\n") if options.park == "-" else options.park,
        text=options.text,
        prompt=_answer(options.prompt),
        **_when(options),
    )
    saved(client, item, offline=options.offline)


def week(client: Client, options: argparse.Namespace) -> None:
    at = instant_of(options.now) if options.now else None
    name = options.week or week_name(client.day(at))
    if options.picked or options.share or options.question:
        item = look_at_week(
            client,
            name,
            picked=options.picked or (),
            share=None if options.share is None else options.share == "yes",
            question=_answer(options.question),
            at=at,
        )
        saved(client, item, offline=options.offline)
        return
    held = week_of(client, name)
    if options.json:
        say(json.dumps(held, ensure_ascii=False, indent=1))
    else:
        for line in lines(held):
            say(line)


def lines(held: dict[str, Any]) -> list[str]:
    """A week in words: counts of one's own, never causes."""
    head = f"{held['iso_week']}: calls put down: {held['calls']}"
    came = [f"  {one['id']}: {one['n']}" for one in held["triggers"]]
    tools = [f"  {one['id']}: done {one['n']}, helped {one['helped']}" for one in held["tools"]]
    goals = [f"  {one['wish']}{' · looked at' if one['looked'] else ''}" for one in held["goals"]]
    parts = [("What set me off", came), ("What helped", tools), ("Goals", goals)]
    few = [] if held["enough"] else ["Not enough yet to see anything in it."]
    return [head, *few, *(line for title, some in parts if some for line in (title, *some))]


def _when(options: argparse.Namespace) -> dict[str, Any]:
    return {
        "day": day_of(options.day) if options.day else None,
        "at": instant_of(options.now) if options.now else None,
        "zone": options.zone,
    }


def _answer(text: str | None) -> tuple[str, str] | None:
    if text is None:
        return None
    question, equals, answer = text.partition("=")
    if not equals or not answer.strip():
        raise BadRequest("bad-words", f"“{text}” is no answer. Try one like w-good-line=Let me look.")
    return question, answer.strip()


COMMANDS: dict[str, Callable[[Client, argparse.Namespace], None]] = {
    "before": before,
    "after": after,
    "week": week,
}
