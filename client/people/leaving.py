"""Leaving: have the account erased on the server, or stay after all."""

import argparse
from collections.abc import Callable
from getpass import getpass
from os import environ
from sys import stdin

from client.commands.practice_options import Commands
from client.commands.telling import say
from client.device import Client
from client.feeds.feed import not_understood
from client.people import accounts
from client.session import Members
from client.sharing.pairing import fine
from client.trouble import BadRequest

ADDRESS = "leaving/"


def leave(client: Client, password: str) -> str:
    """Asks for everything of this account to be erased; from which day on it is. What is shared ends at once."""
    with client.session() as session:
        accounts.reauthenticate(session, password)
        day = _day(fine(session, "POST", ADDRESS, {"account": client.account}))
    if day is None:
        raise not_understood("leaving")
    return day


def stay(client: Client) -> None:
    """Takes that back, before its day."""
    with client.session() as session:
        fine(session, "DELETE", ADDRESS, {"account": client.account})


def leaving_on(client: Client) -> str | None:
    """The day from which nothing of this account is on the server; None for who stays."""
    with client.session() as session:
        return _day(fine(session, "GET", ADDRESS))


def add_leaving(commands: Commands) -> None:
    """`leave` and `stay`."""
    commands.add_parser(
        "leave", help="erase the account and all that is in it, in seven days; asks for the password"
    )
    commands.add_parser("stay", help="stay after all, before these days are over")


def _leave(client: Client, _options: argparse.Namespace) -> None:
    password = environ.get("AFTERSHIFT_PASSWORD")
    if not password and not stdin.isatty():
        raise BadRequest("no-password", "There is nobody to ask here: set AFTERSHIFT_PASSWORD.")
    day = leave(client, password or getpass(f"Password for {client.store.home}: "))
    say(
        f"What you shared is shared no more. On {day} the server erases everything of yours; until then, stay undoes it."
    )
    say(f"The folder {client.store.home} keeps your words until you delete it.")


def _stay(client: Client, _options: argparse.Namespace) -> None:
    stay(client)
    say("You stay. Nothing is erased; what was shared has ended and has to be shared anew.")


COMMANDS: dict[str, Callable[[Client, argparse.Namespace], None]] = {"leave": _leave, "stay": _stay}


def _day(said: Members) -> str | None:
    day = said.get("erase_on")
    if day is not None and not isinstance(day, str):
        raise not_understood("leaving")
    return day
