"""The command `note`: what it asks for, does and says."""

import argparse
import json
import sys
from dataclasses import asdict

from client.device import Client
from client.notes import MAIN, TOOL_KINDS, line_of, notes, write_note
from client.practice_options import Commands, add_offline
from client.telling import saved, say

_MORE = ("due", "drill", "on", "channel", "witnesses", "does", "helps", "seconds", "tool_kind", "group")


def add_note(commands: Commands) -> None:
    """`note`: write one, or show those kept here."""
    note = commands.add_parser(
        "note", help="write a note (proof, phrase, next step …), or without --text show the notes kept here"
    )
    note.add_argument("kind", metavar="KIND", nargs="?", choices=tuple(MAIN), help=", ".join(MAIN))
    note.add_argument(
        "--text", metavar="TEXT", help="what it is; - reads it from stdin, so that no shell keeps it"
    )
    note.add_argument("--due", metavar="MOMENT", help="follow-up: when, on your clock, like 2026-11-23T09:00")
    note.add_argument("--done", action="store_true", default=None, help="follow-up, lesson, read-next")
    note.add_argument("--drill", metavar="ID", help="phrase: the drill it came from")
    note.add_argument(
        "--on", metavar="DAY", help="fact: the day, or the minute, it happened (default: today)"
    )
    note.add_argument("--channel", metavar="TEXT", help="fact: by phone, chat, mail")
    note.add_argument("--witnesses", metavar="TEXT", help="fact: who heard it")
    note.add_argument("--does", metavar="TEXT", help="ask-work: what it does to you")
    note.add_argument("--helps", metavar="TEXT", help="ask-work: what would help")
    note.add_argument("--seconds", metavar="NUMBER", type=int, help="own-tool: how long it takes")
    note.add_argument(
        "--step", dest="steps", metavar="TEXT", action="append", help="own-tool (may be repeated)"
    )
    note.add_argument("--tool-kind", choices=TOOL_KINDS, help="own-tool")
    note.add_argument("--group", metavar="ID", help="own-trigger: the group it stands in")
    note.add_argument("--not-okay", action="store_true", help="own-trigger: what came with it was not okay")
    note.add_argument("--json", action="store_true", help="show them as JSON")
    add_offline(note)


def note(client: Client, options: argparse.Namespace) -> None:
    """Write a note, or show the notes."""
    if options.kind is None or options.text is None:
        show(client, options)
        return
    text = sys.stdin.read().rstrip("\n") if options.text == "-" else options.text
    more = {name: getattr(options, name) for name in (*_MORE, "steps", "done")}
    more["safety"] = "not-okay" if options.not_okay else None
    saved(client, write_note(client, options.kind, text, **more), offline=options.offline)


def show(client: Client, options: argparse.Namespace) -> None:
    """The notes kept here, all or of a kind."""
    found = notes(client, options.kind)
    if options.json:
        say(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=1))
    else:
        for one in found:
            say(line_of(one))


COMMANDS = {"note": note}
