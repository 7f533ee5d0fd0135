"""What can be asked for about sharing."""

import argparse

from client.commands.practice_options import Commands, add_offline
from client.sharing.coaching import STATES
from client.sharing.giving import LEFT_OUT, PURPOSE


def add_sharing(commands: Commands) -> None:
    """The commands that `client.commands.sharing_commands` carries out."""
    _add_pairing(commands)
    _add_giving(commands)
    _add_coaching(commands)


def _add_pairing(commands: Commands) -> None:
    invite = commands.add_parser(
        "invite", help="coach: make an invitation, to be shown or sent; good for one person"
    )
    _add_link(invite)
    pin = commands.add_parser(
        "pin", help="accept a coach's invitation: pins the coach's keys, answers with yours"
    )
    pin.add_argument("code", metavar="CODE", help="CK1I:… as shown, or the link it came in")
    pin.add_argument(
        "--name", metavar="NAME", default="my coach", help="what you call the coach; stays sealed"
    )
    _add_link(pin)
    accept = commands.add_parser("accept", help="coach: pin whoever has accepted one of your invitations")
    accept.add_argument("--name", metavar="NAME", default="somebody", help="what you call them; stays sealed")
    number = commands.add_parser(
        "safety-number", help="the 60 digits to compare aloud after pairing by a link"
    )
    number.add_argument(
        "person", metavar="ID", help="whom you have paired with: the id, or the name you gave"
    )
    number.add_argument(
        "--same", action="store_true", help="they were the same: from now on the keys are verified"
    )
    end = commands.add_parser("end-pairing", help="end a pairing; what was shared under it is served no more")
    end.add_argument("person", metavar="ID", help="with whom")


def _add_giving(commands: Commands) -> None:
    share = commands.add_parser(
        "share", help="give a coach a copy of one entry or note; the original stays yours"
    )
    share.add_argument("item", metavar="ITEM", help="the item's id, as list shows it")
    share.add_argument("--coach", metavar="ID", required=True, help="the coach's id, or the name you gave")
    share.add_argument(
        "--days", metavar="N", type=int, default=30, help="for how many days, 1 to 90 (default: 30)"
    )
    share.add_argument("--backup", action="store_true", help="I would like backup on this")
    share.add_argument("--purpose", metavar="ID", default=PURPOSE, help=f"why (default: {PURPOSE})")
    share.add_argument(
        "--without",
        metavar="WHAT,…",
        type=lambda text: text.split(","),
        default=[],
        help=f"leave out: {', '.join(LEFT_OUT)}",
    )
    _add_json(share, "copy, coach, until, words, notice")
    add_offline(share)
    back = commands.add_parser(
        "take-back", help="take a copy back; works offline, and goes first at the next sync"
    )
    back.add_argument("copy", metavar="COPY", help="the copy's id, as share said it")
    add_offline(back)
    ledger = commands.add_parser("ledger", help="what became of your keys and of what you shared")
    _add_json(ledger, "the events, as the server's chain has them")


def _add_coaching(commands: Commands) -> None:
    _add_json(
        commands.add_parser("inbox", help="coach: what was shared with you, backup first"), "one row a copy"
    )
    read = commands.add_parser("read", help="coach: open a copy; whoever shared it sees that you did")
    read.add_argument("copy", metavar="COPY", help="the copy's id, as inbox shows it")
    _add_json(read, "name, words, until")
    reply = commands.add_parser("reply", help="coach: reply to a copy; thank first, ask before you advise")
    reply.add_argument("copy", metavar="COPY", help="the copy's id, as inbox shows it")
    reply.add_argument(
        "text", metavar="TEXT", help="your words; - reads them from stdin, so that no shell keeps them"
    )
    reply.add_argument("--kind", metavar="ID", help="the kind reply of the library it began from")
    reply.add_argument("--state", choices=STATES, help="of something asked for at work")
    reply.add_argument("--record", action="store_true", help="ask whether this praise may go on their record")


def _add_link(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--by-link",
        action="store_true",
        help="not seen in the room: nothing is shared until the safety number was compared",
    )


def _add_json(command: argparse.ArgumentParser, what: str) -> None:
    command.add_argument("--json", action="store_true", help=f"as JSON: {what}")
