"""What can be asked for on the command line, and how it is explained."""

import argparse

from client.commands.noting import add_note
from client.commands.practice_options import Commands, add_moment, add_offline, add_practice
from client.commands.sharing_options import add_sharing
from client.commands.shifting import add_shifts
from client.commands.verifying import add_verifying
from client.people.leaving import add_leaving

EPILOG = """
a first evening:
  python -m client --server http://localhost:8000 --home ~/.aftershift signup ana@example.org
  python -m client --home ~/.aftershift write --kind encounter --trigger shouting --intensity 4 --text -
  python -m client --home ~/.aftershift list

on a second computer:
  python -m client --server http://localhost:8000 --home ~/.aftershift signin ana@example.org

Words are sealed before they leave this computer; the server keeps what it cannot read. The folder holds the keys to
them: it has mode 700, keep it as you keep a diary.

environment:
  AFTERSHIFT_PASSWORD        the password (else it is asked for; it is never an argument)
  AFTERSHIFT_RECOVERY_CODE   the recovery code, instead of --recovery-code

exit codes:
  0  done                                     5  the server cannot be reached, or asks to wait
  1  something unexpected                     6  the server refused something
  2  asked for in a way that makes no sense   7  ALARM: the server gave back what was not sealed
  3  sign in (again)                          8  stopped: another account, or an update is needed
  4  locked: recovery code needed or wrong    9  the folder cannot be used
Verify, too, ends with 7 where a site serves another app than the build it is compared with.
A write that is saved here and not sent yet is done (0); the line on stderr says so, and sync sends it later.
"""


def parser() -> argparse.ArgumentParser:
    """All commands with their options."""
    top = argparse.ArgumentParser(
        prog="python -m client",
        description="A private journal for people who answer the phone, from a shell.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument(
        "--server", metavar="URL", help="the server's address; needed once, then the folder knows it"
    )
    top.add_argument(
        "--home",
        metavar="DIR",
        default="~/.aftershift",
        help="the folder of this device (default: ~/.aftershift)",
    )
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _add_sign_in(commands)
    _add_write(commands)
    sync = commands.add_parser("sync", help="take what is new, send what is not sent, check both")
    sync.add_argument("--again", action="store_true", help="also offer again what the server has refused")
    listing = commands.add_parser("list", help="show what is kept here, opened; needs no network")
    listing.add_argument(
        "--json", action="store_true", help="as JSON: item, rev, kind, day, written, words, unsent, others"
    )
    code = commands.add_parser("recovery-code", help="show the recovery code")
    code.add_argument("--new", action="store_true", help="make a new one; the old one goes on working")
    commands.add_parser(
        "rotate", help="new keys and a new recovery code, after a device was lost; asks for the password"
    )
    _add_delete(commands)
    add_practice(commands)
    add_note(commands)
    add_shifts(commands)
    add_sharing(commands)
    add_leaving(commands)
    add_verifying(commands)
    _add_demo(commands)
    return top


def _add_delete(commands: Commands) -> None:
    delete = commands.add_parser("delete", help="take the words of an item away, here and everywhere")
    delete.add_argument("item", metavar="ITEM", help="the item's id, as list shows it")
    delete.add_argument("--forget", action="store_true", help="forget that its day was used, too")
    add_offline(delete)


def _add_demo(commands: Commands) -> None:
    demo = commands.add_parser("demo", help="make a demo account with six weeks of entries")
    demo.add_argument("--now", metavar="INSTANT", help="when the six weeks end (default: now)")
    demo.add_argument(
        "--zone", metavar="ZONE", help="where the demo agent lives (default: this computer's zone)"
    )
    commands.add_parser("demo-coach", help="make a demo coach's account; the operator gives it the role")
    share = commands.add_parser(
        "demo-share", help="let the demo agent of this folder share with the demo coach"
    )
    share.add_argument("--coach-home", metavar="DIR", required=True, help="the demo coach's folder")


def _add_sign_in(commands: Commands) -> None:
    up = commands.add_parser(
        "signup", help="make an account; prints its recovery code, once to be written down"
    )
    up.add_argument("email", metavar="EMAIL")
    into = commands.add_parser(
        "signin", help="sign in; with the recovery code, to open the words on a new computer"
    )
    into.add_argument("email", metavar="EMAIL")
    into.add_argument(
        "--recovery-code", metavar="CODE", help="any case, with or without hyphens; asked for if needed"
    )
    into.add_argument(
        "--adopt", action="store_true", help="what was written in this folder before is this account's"
    )


def _add_write(commands: Commands) -> None:
    write = commands.add_parser("write", help="write an entry; it is saved here first, then sent")
    write.add_argument("--kind", required=True, choices=("encounter", "check-in", "bright-spot"))
    write.add_argument(
        "--trigger", metavar="ID", action="append", help="what it was (encounter; may be repeated)"
    )
    write.add_argument("--intensity", metavar="1-5", type=int, help="how big it was (encounter)")
    write.add_argument("--mood", metavar="1-5", type=int, help="how it is, 5 = best (check-in)")
    write.add_argument("--bright", metavar="ID", help="what was good (bright-spot)")
    write.add_argument("--feeling", metavar="ID", action="append", help="a feeling; at most two")
    write.add_argument("--after", metavar="1-5", type=int, help="how big it was afterwards (encounter)")
    write.add_argument(
        "--text", metavar="TEXT", help="your words; - reads them from stdin, so that no shell keeps them"
    )
    add_moment(write)
    add_offline(write)
