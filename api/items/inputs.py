"""What the addresses of items take."""

import base64
import binascii
import re
from datetime import date
from typing import Annotated

import msgspec

from api.errors import Problem
from api.feeds.inputs import Text
from api.structs import GREATEST_WHOLE
from journal.feeds.heads import Part

_PLACE = re.compile(rb"(?P<day>\d{4}-\d{2}-\d{2})?\.(?P<seq>[0-9]{1,16})")

Place = tuple[str | None, int]


class ListQuery(msgspec.Struct, forbid_unknown_fields=True):
    """Which part of a list."""

    before: Annotated[
        str,
        msgspec.Meta(max_length=64, description="`next` of the page before; do not read anything into it."),
    ] = ""
    first: Annotated[date, msgspec.Meta(description="The earliest journal day.")] | None = msgspec.field(
        default=None, name="from"
    )
    last: Annotated[date, msgspec.Meta(description="The latest journal day.")] | None = msgspec.field(
        default=None, name="to"
    )
    limit: Annotated[int, msgspec.Meta(ge=1, le=200)] = 50


class RevisionInput(msgspec.Struct, forbid_unknown_fields=True):
    """One sealed revision with its owner's slot."""

    body: Text
    slot: Text


def part_of(given: ListQuery) -> Part:
    """The part of a list that is asked for, and one row more, which tells whether there is a next page."""
    return Part(given.limit + 1, place_of(given.before), given.first, given.last)


def place_of(text: str) -> tuple[date | None, int] | None:
    """The (day, seq) that an earlier page ended with."""
    if not text:
        return None
    try:
        found = _PLACE.fullmatch(base64.b64decode(text.encode() + b"==", b"-_", validate=False))
        if found is not None and int(found["seq"]) <= GREATEST_WHOLE:
            return date.fromisoformat(found["day"].decode()) if found["day"] else None, int(found["seq"])
    except (ValueError, binascii.Error):
        pass
    raise Problem(400, "unknown-place", "`before` takes the `next` of the page before, as it was.")


def text_of(place: Place) -> str:
    """A place as `next` shows it."""
    day, seq = place
    text = f"{day or ''}.{seq}"
    return base64.urlsafe_b64encode(text.encode()).rstrip(b"=").decode()
