"""The command line: what each command asks for, does and says."""

import argparse
import json
import os
import sqlite3
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from getpass import getpass

from client import demo
from client.checking import MEANINGS
from client.days import day_of, instant_of
from client.device import Client, Item
from client.meeting import Report
from client.options import parser
from client.trouble import Alarmed, BadRequest, Locked, NotNow, Refused, SignInNeeded, Trouble

UNEXPECTED = 1
STORAGE = 9
STOPPED_BY_HAND = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; its exit code."""
    options = parser().parse_args(arguments)
    try:
        with_client(options, COMMANDS[options.command])
    except Trouble as trouble:
        _notice(f"{trouble.sentence} [{trouble.code}]")
        return trouble.exit_code
    except sqlite3.Error as error:
        _notice(f"The folder {options.home} cannot be used: {error} [storage-broken]")
        return STORAGE
    except KeyboardInterrupt:
        _notice("Stopped. What was saved stays saved.")
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
    _say(f"Signed up as {options.email}.")
    _say_code(code)
    _sync(client)


def sign_in(client: Client, options: argparse.Namespace) -> None:
    password = _secret("AFTERSHIFT_PASSWORD", "Password: ")
    code = options.recovery_code or os.environ.get("AFTERSHIFT_RECOVERY_CODE")
    try:
        fresh = client.sign_in(options.email, password, code, adopt=options.adopt)
    except Locked as locked:
        if locked.code != "code-needed" or not sys.stdin.isatty():
            raise
        fresh = client.sign_in(options.email, password, getpass("Recovery code: "), adopt=options.adopt)
    _say(f"Signed in as {options.email}.")
    if fresh:
        _say_code(fresh)
    _sync(client)


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
    _say(f"{item} saved on this computer.")
    if not options.offline:
        _sync_if_possible(client)


def sync(client: Client, options: argparse.Namespace) -> None:
    if options.again:
        client.try_again()
    _sync(client)


def list_items(client: Client, options: argparse.Namespace) -> None:
    items = client.items()
    if options.json:
        _say(json.dumps([asdict(item) for item in items], ensure_ascii=False, indent=1))
    else:
        for item in items:
            _say(_line(item))
    _raise_alarms([(code, rev) for _, code, rev, _ in client.store.alarms()])


def recovery_code(client: Client, options: argparse.Namespace) -> None:
    _say(client.recovery_code(new=options.new))


def rotate(client: Client, options: argparse.Namespace) -> None:
    code = client.rotate(_secret("AFTERSHIFT_PASSWORD", f"Password for {options.home}: "))
    _say(
        "The keys are new. Your other devices ask for the new code once; whoever has a lost one reads nothing new."
    )
    _say_code(code)


def delete(client: Client, options: argparse.Namespace) -> None:
    client.delete(options.item, forget=options.forget)
    _say(f"{options.item} deleted on this computer{', its day forgotten' if options.forget else ''}.")
    if not options.offline:
        _sync_if_possible(client)


def make_demo(client: Client, options: argparse.Namespace) -> None:
    made = demo.make(client, at=instant_of(options.now) if options.now else None, zone=options.zone)
    _say(f"email: {made.email}\npassword: {made.password}\nrecovery code: {made.recovery_code}")
    _report(made.report)


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
}


def _sync_if_possible(client: Client) -> None:
    """A write is done once it is saved here; that the server cannot be reached is worth a line, not a failure."""
    try:
        _sync(client)
    except (NotNow, SignInNeeded) as later:
        _notice(f"Not on the server yet. {later.sentence} [{later.code}]")


def _sync(client: Client) -> None:
    _report(client.sync())


def _report(report: Report) -> None:
    if report.restored:
        _notice("The server was restored from a backup; everything kept here was offered to it again.")
    if report.renewed:
        _notice(
            "The keys were renewed after all, as rotate was asked to. See recovery-code for the new code."
        )
    _raise_alarms(report.alarms)
    if report.rejected:
        rows = ", ".join(f"{rev} ({code})" for rev, code in report.rejected)
        raise Refused("needs-attention", f"Kept here, but refused by the server: {rows}.")
    _say(f"Safe on the server: {report.sent} sent, {report.taken} taken.")


def _raise_alarms(alarms: Sequence[tuple[str, str | None]]) -> None:
    for code, rev in alarms:
        what = f"Revision {rev}" if rev else "Something"
        _notice(f"ALARM {what} {MEANINGS.get(code, 'is not what it has to be')}. [{code}]")
    if alarms:
        raise Alarmed(
            "not-what-was-sealed",
            "What the server gave back is not what was sealed. It was refused; your own copies are kept.",
        )


def _line(item: Item) -> str:
    words = {name: value for name, value in item.words.items() if name not in ("v", "at", "tz", "t", "text")}
    facts = ", ".join(f"{name} {_plain(value)}" for name, value in words.items() if value != [])
    marks = f"{' · not sent yet' if item.unsent else ''}{' · also written elsewhere' if item.others else ''}"
    text = item.words.get("text") or ""
    return f"{item.day or '—'}  {item.item}  {item.words.get('t', item.kind)}: {facts}{marks}\n    {text}".rstrip()


def _plain(value: object) -> str:
    return " + ".join(str(one) for one in value) if isinstance(value, list) else str(value)


def _say_code(code: str) -> None:
    _say(f"recovery code: {code}")
    _notice(
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


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def _notice(text: str) -> None:
    sys.stderr.write(f"{text}\n")
