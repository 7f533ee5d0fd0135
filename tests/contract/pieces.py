"""Reading a file of known answers piece by piece, so that a failure can name the piece."""

import json
from collections.abc import Iterator
from contextlib import contextmanager

from client.ck1.encoding import Refusal


class Failure(Exception):
    """A piece of the file that does not hold: where, and why."""

    def __init__(self, where: str, why: str) -> None:
        super().__init__(f"{where}: {why}")
        self.where = where


@contextmanager
def piece(where: str) -> Iterator[None]:
    """Whatever is refused inside is the failure of this piece."""
    try:
        yield
    except Refusal as refusal:
        raise Failure(where, refusal.sentence) from refusal


def same(where: str, found: object, expected: object) -> None:
    """Two values that have to be the same JSON, number kinds included."""
    if json.dumps(found, sort_keys=True) != json.dumps(expected, sort_keys=True):
        raise Failure(where, "is not what comes out")


def text(holder: dict[str, object], name: str, where: str = "") -> str:
    value = _member(holder, name, where)
    if not isinstance(value, str):
        raise Failure(f"{where}{name}", "is no text")
    return value


def whole(holder: dict[str, object], name: str, where: str = "") -> int:
    value = _member(holder, name, where)
    if not isinstance(value, int) or isinstance(value, bool):
        raise Failure(f"{where}{name}", "is no whole number")
    return value


def members(holder: dict[str, object], name: str, where: str = "") -> dict[str, object]:
    value = _member(holder, name, where)
    if not isinstance(value, dict):
        raise Failure(f"{where}{name}", "is no object")
    return value


def rows(holder: dict[str, object], name: str, where: str = "") -> list[dict[str, object]]:
    value = _member(holder, name, where)
    if not isinstance(value, list) or not value or not all(isinstance(row, dict) for row in value):
        raise Failure(f"{where}{name}", "is no list of objects")
    return value


def _member(holder: dict[str, object], name: str, where: str) -> object:
    if name not in holder:
        raise Failure(f"{where}{name}", "is missing")
    return holder[name]
