"""The command line: what each command asks for, does and says."""

import argparse
import json
import os
import sqlite3
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from getpass import getpass

from client.commands import noting, practising, sharing_commands, shifting, verifying
from client.commands.options import parser
from client.commands.telling import notice, raise_alarms, report_on, saved, say, sync_if_possible, sync_now
from client.content.days import day_of, instant_of
from client.demo import agent as demo_agent
from client.demo import coach as demo_coach
from client.device import Client
from client.feeds.shown import Item
from client.people import leaving
from client.trouble import BadRequest, Locked, Trouble

UNEXPECTED = 1
STORAGE = 9
STOPPED_BY_HAND = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; its exit code."""
    options = parser().parse_args(arguments)
    try:
        if alone := verifying.COMMANDS.get(options.command):
            alone(options)
        else:
            with_client(options, COMMANDS[options.command])
    except Trouble as trouble:
        notice(f"{trouble.sentence} [{trouble.code}]")
        return trouble.exit_code
    except sqlite3.Error as error:
        notice(f"The folder {options.home} cannot be used: {error} [storage-broken]")
        return STORAGE
    except KeyboardInterrupt:
        notice("Stopped. What was saved stays saved.")
        return STOPPED_BY_HAND
    return 0


def with_client(options: argparse.Namespace, command: Callable[[Client, argparse.Namespace], None]) -> None:
    """Open the folder, run the command, close the folder."""
    client = Client(options.server or "", home=options.home)
    try:
        command(client, options)
    finally:
        client.close()


def sign_up(client: Client, options: argparse.Namespace) -> None:
    code = client.sign_up(options.email, _secret("AFTERSHIFT_PASSWORD", "Password: "))
    say(f"Signed up as {options.email}.")
    _say_code(code)
    sync_now(client)


def sign_in(client: Client, options: argparse.Namespace) -> None:
    password = _secret("AFTERSHIFT_PASSWORD", "Password: ")
    code = options.recovery_code or os.environ.get("AFTERSHIFT_RECOVERY_CODE")
    try:
        fresh = client.sign_in(options.email, password, code, adopt=options.adopt)
    except Locked as locked:
        if locked.code != "code-needed" or not sys.stdin.isatty():
            raise
        fresh = client.sign_in(options.email, password, getpass("Recovery code: "), adopt=options.adopt)
    say(f"Signed in as {options.email}.")
    if fresh:
        _say_code(fresh)
    sync_now(client)


def write(client: Client, options: argparse.Namespace) -> None:
    item = client.write(
        options.kind,
        day=day_of(options.day) if options.day else None,
        at=instant_of(options.now) if options.now else None,
        zone=options.zone,
        text=sys.stdin.read().rstrip("\n") if options.text == "-" else options.text,
        trigger=options.trigger,
        intensity=options.intensity,
        feelings=options.feeling,
        mood=options.mood,
        bright=options.bright,
        after=options.after,
    )
    saved(client, item, offline=options.offline)


def sync(client: Client, options: argparse.Namespace) -> None:
    if options.again:
        client.try_again()
    sync_now(client)


def list_items(client: Client, options: argparse.Namespace) -> None:
    items = client.items()
    if options.json:
        say(json.dumps([asdict(item) for item in items], ensure_ascii=False, indent=1))
    else:
        for item in items:
            say(_line(item))
    raise_alarms([(code, rev) for _, code, rev, _ in client.store.alarms()])


def recovery_code(client: Client, options: argparse.Namespace) -> None:
    say(client.recovery_code(new=options.new))


def rotate(client: Client, options: argparse.Namespace) -> None:
    code = client.rotate(_secret("AFTERSHIFT_PASSWORD", f"Password for {options.home}: "))
    say(
        "The keys are new. Your other devices ask for the new code once; whoever has a lost one reads nothing new."
    )
    _say_code(code)


def delete(client: Client, options: argparse.Namespace) -> None:
    client.delete(options.item, forget=options.forget)
    say(f"{options.item} deleted on this computer{', its day forgotten' if options.forget else ''}.")
    if not options.offline:
        sync_if_possible(client)


def make_demo(client: Client, options: argparse.Namespace) -> None:
    made = demo_agent.make(client, at=instant_of(options.now) if options.now else None, zone=options.zone)
    say(f"email: {made.email}\npassword: {made.password}\nrecovery code: {made.recovery_code}")
    report_on(made.report)


def make_demo_coach(client: Client, _options: argparse.Namespace) -> None:
    made = demo_coach.make(client)
    say(f"email: {made.email}\npassword: {made.password}\nrecovery code: {made.recovery_code}")


def share_demo(client: Client, options: argparse.Namespace) -> None:
    coach = Client(home=options.coach_home)
    try:
        demo_coach.share(client, coach)
    finally:
        coach.close()
    say("The demo agent has shared two copies with the demo coach; one is answered.")


COMMANDS: dict[str, Callable[[Client, argparse.Namespace], None]] = {
    "signup": sign_up,
    "signin": sign_in,
    "write": write,
    "sync": sync,
    "list": list_items,
    "recovery-code": recovery_code,
    "rotate": rotate,
    "delete": delete,
    "demo": make_demo,
    "demo-coach": make_demo_coach,
    "demo-share": share_demo,
    **practising.COMMANDS,
    **noting.COMMANDS,
    **shifting.COMMANDS,
    **sharing_commands.COMMANDS,
    **leaving.COMMANDS,
}


def _line(item: Item) -> str:
    words = {name: value for name, value in item.words.items() if name not in ("v", "at", "tz", "t", "text")}
    facts = ", ".join(f"{name} {_plain(value)}" for name, value in words.items() if value != [])
    marks = f"{' · not sent yet' if item.unsent else ''}{' · also written elsewhere' if item.others else ''}"
    text = item.words.get("text") or ""
    return f"{item.day or '—'}  {item.item}  {item.words.get('t', item.kind)}: {facts}{marks}\n    {text}".rstrip()


def _plain(value: object) -> str:
    return " + ".join(str(one) for one in value) if isinstance(value, list) else str(value)


def _say_code(code: str) -> None:
    say(f"recovery code: {code}")
    notice(
        "Write it down and keep it away from this computer: it opens your words, and a password reset does not."
    )


def _secret(variable: str, question: str) -> str:
    """A secret from the environment, or asked for on the terminal; never from the command line."""
    given = os.environ.get(variable)
    if given:
        return given
    if not sys.stdin.isatty():
        raise BadRequest("no-password", f"There is nobody to ask here: set {variable}.")
    return getpass(question)
