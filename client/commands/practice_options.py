"""What can be asked for about habits, goals, and the days they are meant for."""

import argparse
from typing import Any, Protocol

from client.content.practice import NEXT, PATTERNS


class Commands(Protocol):
    """What argparse gives for its sub-commands, a class it keeps to itself."""

    def add_parser(self, *args: Any, **kwargs: Any) -> argparse.ArgumentParser:
        """One more command."""


def add_practice(commands: Commands) -> None:
    """The commands that `client.commands.practising` carries out."""
    _add_habit(commands)
    _add_tool(commands)
    _add_goal(commands)
    _add_days(commands)
    shown = commands.add_parser("streaks", help="show how journaling and habits go, as the server counts")
    shown.add_argument("--today", metavar="DAY", help="the journal day it is (default: by the clock)")
    shown.add_argument(
        "--json",
        action="store_true",
        help="as JSON: journaling, habits; state, current, longest, pauses, strength",
    )


def add_moment(command: argparse.ArgumentParser) -> None:
    """When something is written, and for which day."""
    command.add_argument(
        "--day",
        metavar="DAY",
        help="the journal day, like 2026-11-21 (default: by the clock; a day starts at 4)",
    )
    add_now(command)
    command.add_argument(
        "--zone", metavar="ZONE", help="the time zone, like Europe/Berlin (default: the account's)"
    )


def add_now(command: argparse.ArgumentParser) -> None:
    """When something is written."""
    command.add_argument(
        "--now", metavar="INSTANT", help="when it is written, like 2026-11-21T22:10:00Z (default: now)"
    )


def add_offline(command: argparse.ArgumentParser) -> None:
    """Whether to wait with the sync."""
    command.add_argument("--offline", action="store_true", help="do not sync afterwards")


def _add_habit(commands: Commands) -> None:
    habit = commands.add_parser("habit", help="begin a habit; its name is sealed, its days are not")
    habit.add_argument("name", metavar="NAME", help="what it is called")
    habit.add_argument("--technique", metavar="ID", help="the tool that counts as having done it")
    habit.add_argument("--cue", metavar="TEXT", help="after what, or when")
    habit.add_argument("--unit", metavar="TEXT", help="what it is counted in, like glasses")
    habit.add_argument("--target", metavar="NUMBER", type=float, help="how many of them a day")
    habit.add_argument("--goal", metavar="GOAL", help="the goal it belongs to: its wish, or its item")
    habit.add_argument("--pinned", action="store_true", help="show its streak")
    days = habit.add_mutually_exclusive_group()
    days.add_argument("--work-days", action="store_true", help="meant for the work days (the default)")
    days.add_argument("--times", metavar="1-7", type=int, help="meant for so many days a week, whichever")
    add_now(habit)
    add_offline(habit)
    tick = commands.add_parser("tick", help="say that a habit was done")
    tick.add_argument("habit", metavar="HABIT", help="its name, or its item as list shows it")
    tick.add_argument("--amount", metavar="NUMBER", type=float, help="how much, in the habit's unit")
    add_moment(tick)
    add_offline(tick)


def _add_tool(commands: Commands) -> None:
    tool = commands.add_parser(
        "tool", help="write that a tool was done, ticking the habits linked to it; alone: show what helped"
    )
    tool.add_argument("technique", metavar="ID", nargs="?", help="which one, like long-exhale")
    tool.add_argument("--seconds", metavar="NUMBER", type=int, help="how long it took")
    tool.add_argument("--effect", choices=(-1, 0, 1), type=int, help="whether it helped")
    tool.add_argument("--before", metavar="1-5", type=int, help="how big it was before")
    tool.add_argument("--after", metavar="1-5", type=int, help="how big it was afterwards")
    tool.add_argument("--line", metavar="TEXT", help="a line about it")
    add_moment(tool)
    add_offline(tool)


def _add_goal(commands: Commands) -> None:
    goal = commands.add_parser("goal", help="begin a goal")
    goal.add_argument("wish", metavar="WISH", help="what you wish for")
    goal.add_argument("--template", metavar="ID", help="the goal of the library it began from")
    goal.add_argument("--outcome", metavar="TEXT", help="what would be best about it")
    goal.add_argument("--wall", metavar="TEXT", help="what stands in the way")
    goal.add_argument("--plan", metavar="TEXT", action="append", help="an if-then plan (up to three)")
    goal.add_argument(
        "--review-after",
        dest="review_after_days",
        metavar="DAYS",
        type=_days,
        help="look back after so many days",
    )
    add_offline(goal)
    review = commands.add_parser("review", help="look back on a goal")
    review.add_argument("goal", metavar="GOAL", help="its wish, or its item as list shows it")
    review.add_argument("--next", required=True, choices=NEXT, help="keep it, change it, or let it rest")
    review.add_argument(
        "--answer",
        metavar="ID=TEXT",
        action="append",
        help="an answer by its question's id (may be repeated)",
    )
    review.add_argument("--day", metavar="DAY", help="the journal day (default: by the clock)")
    add_offline(review)


def _add_days(commands: Commands) -> None:
    schedule = commands.add_parser(
        "schedule", help="say which days are work days, or a habit's; the server reads this"
    )
    schedule.add_argument("--pattern", required=True, choices=PATTERNS, help="none: a long leave")
    schedule.add_argument("--days", metavar="12345", help="weekly: the days of the week, Monday is 1")
    schedule.add_argument("--anchor", metavar="DAY", help="rotation: a day on which the cycle begins")
    schedule.add_argument("--cycle", metavar="11110000", help="rotation: 1 for a work day, 0 for a free one")
    schedule.add_argument("--times", metavar="1-7", type=int, help="times-per-week: on how many days")
    schedule.add_argument(
        "--week-start",
        metavar="1|7",
        type=int,
        choices=(1, 7),
        help="times-per-week: Monday (1) or Sunday (7)",
    )
    schedule.add_argument("--from", dest="since", metavar="DAY", help="from which day on (default: today)")
    off = commands.add_parser(
        "off", help="take days off, so that nothing is expected; the server reads the days, never why"
    )
    off.add_argument("--from", dest="first", metavar="DAY", required=True, help="the first day off")
    off.add_argument("--to", dest="last", metavar="DAY", help="the last one (default: the first)")
    for command in (schedule, off):
        command.add_argument("--habit", metavar="HABIT", help="for this habit alone: its name, or its item")
        add_now(command)
        add_offline(command)


def _days(text: str) -> int:
    days = int(text)
    if days < 1:
        raise argparse.ArgumentTypeError("at least one day")
    return days
