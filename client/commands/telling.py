"""What every command says in the end: what was saved, what is safe, what does not hold."""

import sys
from collections.abc import Sequence

from client.device import Client
from client.feeds.checking import MEANINGS
from client.feeds.meeting import Report
from client.trouble import Alarmed, NotNow, Refused, SignInNeeded


def say(text: str) -> None:
    """A line on stdout."""
    sys.stdout.write(f"{text}\n")


def notice(text: str) -> None:
    """A line on stderr."""
    sys.stderr.write(f"{text}\n")


def sync_if_possible(client: Client) -> None:
    """A write is done once it is saved here; that the server cannot be reached is worth a line, not a failure."""
    try:
        sync_now(client)
    except (NotNow, SignInNeeded) as later:
        notice(f"Not on the server yet. {later.sentence} [{later.code}]")


def sync_quietly(client: Client) -> None:
    """The same, with nothing on stdout: for commands that print JSON."""
    try:
        check_report(client.sync())
    except (NotNow, SignInNeeded) as later:
        notice(f"Not on the server yet. {later.sentence} [{later.code}]")


def sync_now(client: Client) -> None:
    """Sync, and say what came of it."""
    report_on(client.sync())


def report_on(report: Report) -> None:
    """Say what came of a sync; raise what a person has to see to."""
    check_report(report)
    say(f"Safe on the server: {report.sent} sent, {report.taken} taken.")


def check_report(report: Report) -> None:
    """Raise what a person has to see to after a sync; what is worth a line goes to stderr."""
    if report.restored:
        notice("The server was restored from a backup; everything kept here was offered to it again.")
    if report.renewed:
        notice("The keys were renewed after all, as rotate was asked to. See recovery-code for the new code.")
    raise_alarms(report.alarms)
    if report.rejected:
        rows = ", ".join(f"{rev} ({code})" for rev, code in report.rejected)
        raise Refused("needs-attention", f"Kept here, but refused by the server: {rows}.")


def raise_alarms(alarms: Sequence[tuple[str, str | None]]) -> None:
    """Say aloud what does not hold, and end with it."""
    for code, rev in alarms:
        what = f"Revision {rev}" if rev else "Something"
        notice(f"ALARM {what} {MEANINGS.get(code, 'is not what it has to be')}. [{code}]")
    if alarms:
        raise Alarmed(
            "not-what-was-sealed",
            "What the server gave back is not what was sealed. It was refused; your own copies are kept.",
        )


def saved(client: Client, item: str, *, offline: bool) -> None:
    """Say that an item is saved here, and send it unless that is not wanted now."""
    say(f"{item} saved on this computer.")
    if not offline:
        sync_if_possible(client)
