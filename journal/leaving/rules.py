"""What the book of leaving says. Pure.

A line is `<person's id> <the day from which nothing of them is here>`, or `<person's id> stays`; of several the last
counts. A line that is none of these was cut off while it was being written, and was never acknowledged.
"""

import re
from collections.abc import Iterable
from datetime import date, timedelta

GRACE_DAYS = 7

_STAYS = "stays"
_LINE = re.compile(r"(?P<person>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) (?P<said>\d{4}-\d\d-\d\d|stays)")


def erased_from(asked_on: date) -> date:
    """The day from which nothing is here of somebody who asks on `asked_on`."""
    return asked_on + timedelta(days=GRACE_DAYS)


def line(person: str, erase_on: date | None) -> str:
    """What is written down: when somebody goes, or that they stay."""
    return f"{person} {_STAYS if erase_on is None else erase_on.isoformat()}"


def days_in(lines: Iterable[str]) -> dict[str, date]:
    """Who goes, and when; by the id."""
    found: dict[str, date] = {}
    for match in filter(None, map(_LINE.fullmatch, lines)):
        if match["said"] == _STAYS:
            found.pop(match["person"], None)
        else:
            found[match["person"]] = date.fromisoformat(match["said"])
    return found
