"""Reads of what is current in a feed: revisions that no other replaced and that are no tombstones."""

from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from journal.feeds.queries import NoSuchItem
from journal.feeds.sql import owner_id, row_of, rows_of
from journal.people.models import Person

_FEED = "feed_id = (SELECT id FROM feed WHERE owner_id = %s) AND kind = %s"
_HEADS = f"""
SELECT item, rev, seq, kind, of, CAST(day AS TEXT), CAST(written AS TEXT), parents, body, slot FROM revision
WHERE {_FEED} AND NOT superseded AND del = 'no'
"""  # noqa: S608 - our own words
_ITEM = f"SELECT 1 FROM revision WHERE {_FEED} AND item = %s LIMIT 1"  # noqa: S608


class Head(NamedTuple):
    """A current revision of an item, as lists show it. Days as text; `parents`: joined by commas."""

    item: str
    rev: str
    seq: int
    kind: str
    of: str | None
    day: str | None
    written: str | None
    parents: str
    body: str
    slot: str | None


@dataclass(frozen=True, slots=True)
class Part:
    """Which part of a list: at most `limit` rows, days from `first` to `last`, after where another part ended."""

    limit: int
    before: tuple[date | None, int] | None = None
    first: date | None = None
    last: date | None = None

    def conditions(self) -> tuple[str, list[Any]]:
        """As SQL, to be added to a condition; and its parameters."""
        days = [("day >= %s", self.first), ("day <= %s", self.last)]
        bounds = [(condition, day.isoformat()) for condition, day in days if day is not None]
        statement = "".join(f" AND {condition}" for condition, _ in bounds)
        parameters: list[Any] = [day for _, day in bounds]
        if self.before is None:
            return statement, parameters
        earlier, places = _earlier(*self.before)
        return statement + earlier, [*parameters, *places]


def heads(owner: Person, kind: str, part: Part, *, of: str | None = None) -> list[Head]:
    """Current revisions of a kind (that belong to `of`), the newest day first."""
    belonging, item = _belonging(of)
    within, places = part.conditions()
    statement = f"{_HEADS}{belonging}{within} ORDER BY revision.day DESC, seq DESC LIMIT %s"
    return [Head(*row) for row in rows_of(statement, [owner_id(owner), kind, *item, *places, part.limit])]


def heads_of_item(owner: Person, kind: str, item: str, *, of: str | None = None) -> list[Head]:
    """The current revisions of one item, oldest seq first; raises NoSuchItem when it is gone or not there."""
    belonging, other = _belonging(of)
    found = rows_of(f"{_HEADS}{belonging} AND item = %s ORDER BY seq", [owner_id(owner), kind, *other, item])
    if not found:
        raise NoSuchItem("There is nothing here, or it is not yours.")
    return [Head(*row) for row in found]


def heads_below(owner: Person, kind: str, part: Part, *, of: str, of_kind: str) -> list[Head]:
    """What belongs to an item of the kind `of_kind`, even if that was deleted; raises NoSuchItem without any."""
    found = heads(owner, kind, part, of=of)
    if not found:
        check_item(owner, of_kind, of)
    return found


def check_item(owner: Person, kind: str, item: str) -> None:
    """Checks that there is, or was, such an item; raises NoSuchItem."""
    if row_of(_ITEM, [owner_id(owner), kind, item]) is None:
        raise NoSuchItem("There is nothing here, or it is not yours.")


def _belonging(of: str | None) -> tuple[str, list[Any]]:
    return ("", []) if of is None else (" AND of = %s", [of])


def _earlier(day: date | None, seq: int) -> tuple[str, list[Any]]:
    """The condition for what comes after (day, seq) in a list of newest first."""
    if day is None:
        return " AND day IS NULL AND seq < %s", [seq]
    text = day.isoformat()
    return " AND day <= %s AND (day < %s OR seq < %s)", [text, text, seq]
