"""The command `note`: what it asks for, does and says."""

import argparse
import json
import sys
from dataclasses import asdict

from client.commands.practice_options import Commands, add_offline
from client.commands.telling import saved, say
from client.content.notes import ASK_STATES, MAIN, TOOL_KINDS, change_note, line_of, notes, write_note
from client.device import Client
from client.feeds.shown import Item
from client.sharing import giving
from client.trouble import BadRequest

_TEXTS = {
    "due": ("MOMENT", "follow-up: when, on your clock, like 2026-11-23T09:00"),
    "drill": ("ID", "phrase: the drill it came from"),
    "on": ("DAY", "fact: the day, or the minute, it happened (default: today)"),
    "channel": ("TEXT", "fact: by phone, chat, mail"),
    "witnesses": ("TEXT", "fact: who heard it"),
    "does": ("TEXT", "ask-work: what it does to you"),
    "helps": ("TEXT", "ask-work: what would help"),
    "whom": ("TEXT", "ask-work: who could hear it, or has"),
    "asked-on": ("DAY", "ask-work: the day on which you asked"),
    "reason": ("TEXT", "ask-work: what came back, in their words"),
    "what": ("TEXT", "whom-to-ask: what you could ask them"),
    "group": ("ID", "own-trigger: the group it stands in"),
}
_MORE = (*(name.replace("-", "_") for name in _TEXTS), "state", "seconds", "tool_kind", "steps", "done")


def add_note(commands: Commands) -> None:
    """`note`: write one, change one, or show those kept here."""
    note = commands.add_parser(
        "note", help="write a note (proof, phrase, ask-work …), or without --text show the notes kept here"
    )
    note.add_argument("kind", metavar="KIND", nargs="?", choices=tuple(MAIN), help=", ".join(MAIN))
    note.add_argument(
        "--text", metavar="TEXT", help="what it is; - reads it from stdin, so that no shell keeps it"
    )
    note.add_argument(
        "--change", metavar="ITEM", help="change this note instead: --text, or what belongs to it"
    )
    for name, (what, help_) in _TEXTS.items():
        note.add_argument(f"--{name}", metavar=what, help=help_)
    note.add_argument("--state", choices=ASK_STATES, help="ask-work: where it stands")
    note.add_argument("--done", action="store_true", default=None, help="of a list that is ticked off")
    note.add_argument("--seconds", metavar="NUMBER", type=int, help="own-tool: how long it takes")
    note.add_argument(
        "--step", dest="steps", metavar="TEXT", action="append", help="own-tool (may be repeated)"
    )
    note.add_argument("--tool-kind", choices=TOOL_KINDS, help="own-tool")
    note.add_argument("--not-okay", action="store_true", help="own-trigger: what came with it was not okay")
    note.add_argument("--json", action="store_true", help="show them as JSON")
    add_offline(note)


def note(client: Client, options: argparse.Namespace) -> None:
    """Write a note, change one, or show the notes."""
    text = sys.stdin.read().rstrip("\n") if options.text == "-" else options.text
    more = {name: getattr(options, name) for name in _MORE}
    more["safety"] = "not-okay" if options.not_okay else None
    if options.change:
        change_note(client, options.change, text, **more)
        saved(client, options.change, offline=options.offline)
    elif text is not None:
        if options.kind is None:
            raise BadRequest("unknown-kind", f"Which kind of note? One of {', '.join(MAIN)}.")
        saved(client, write_note(client, options.kind, text, **more), offline=options.offline)
    else:
        show(client, options)


def show(client: Client, options: argparse.Namespace) -> None:
    """The notes kept here, all or of a kind; with an ask for work, what its coach answered."""
    found = notes(client, options.kind)
    if options.json:
        say(json.dumps([_told(client, one) for one in found], ensure_ascii=False, indent=1))
        return
    for one in found:
        say(line_of(one))
        for name, answer in giving.answers_to(client, one.item):
            said = " · ".join(str(answer.words[word]) for word in ("state", "text") if answer.words.get(word))
            say(f"    {name}: {said}")


def _told(client: Client, one: Item) -> dict[str, object]:
    answers = [{"from": name, **answer.words} for name, answer in giving.answers_to(client, one.item)]
    return {**asdict(one), "answers": answers}


COMMANDS = {"note": note}
