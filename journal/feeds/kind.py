"""What each kind of item lets the server see. Pure. The subjects fill in the table (`journal/kinds.py`)."""

import functools
import re
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeVar

import msgspec

from journal.keys.tokens import BadHeader, MissingHeader

Shape = TypeVar("Shape", bound=msgspec.Struct)

LONGEST_UNKNOWN = 256
GREATEST = 2**53
_NAME = re.compile(r"[a-z][a-z_]{0,23}\Z")
_TOKEN = re.compile(
    r"(?:\d{4}-\d\d-\d\d|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[a-z][a-z0-9-]{0,15})\Z", re.ASCII
)

Belonging = Literal["none", "may", "must"]
CountsFor = Literal["nothing", "journaling", "habit"]


@dataclass(frozen=True, slots=True)
class Kind:
    """What stands in the clear for one kind: whether it has a day, what it belongs to, its facts in `pub`.

    `of`: an item of this kind belongs to another one never, perhaps, or always.
    `pub`: the exact shape of the facts; a shape has no room for a sentence. `counts_for`: the streak that its days
    fill, journaling's or that of the habit it belongs to. `listed`: whether list addresses show it.
    """

    name: str
    dated: bool = False
    of: Belonging = "none"
    pub: type[msgspec.Struct] | None = None
    counts_for: CountsFor = "nothing"
    listed: bool = field(default=True)


def check_facts(
    kind: Kind | None,
    *,
    deletion: str,
    of: str | None,
    day: date | None,
    written: date | None,
    pub: str | None,
) -> None:
    """Checks what stands in the clear against the kind (None: unknown here, kept as it is if it is small and no sentence).

    Raises MissingHeader or BadHeader.
    """
    if deletion == "forget":
        if of or day or written or pub:
            raise BadHeader("What forgets carries no day, written, of or pub.")
    elif kind is None:
        _check_unknown(pub)
    else:
        _check_dated(kind, day, written)
        _check_belonging(kind, of)
        if deletion == "no" or pub is not None:
            _check_pub(kind, pub)


def _check_dated(kind: Kind, day: date | None, written: date | None) -> None:
    if kind.dated and not (day and written):
        raise MissingHeader("This kind has day and written.")
    if not kind.dated and (day or written):
        raise BadHeader("This kind has neither day nor written.")


def _check_belonging(kind: Kind, of: str | None) -> None:
    if kind.of == "must" and of is None:
        raise MissingHeader("This kind belongs to another item: of.")
    if kind.of == "none" and of is not None:
        raise BadHeader("This kind belongs to no other item.")


def _check_pub(kind: Kind, pub: str | None) -> None:
    if pub is None:
        if kind.pub:
            raise MissingHeader("This kind has its facts in pub.")
    elif kind.pub is None:
        raise BadHeader("This kind has no facts in clear.")
    elif facts_of(kind.pub, pub) is None:
        names = ", ".join(one.encode_name for one in msgspec.structs.fields(kind.pub))
        raise BadHeader(f"The facts of this kind are {names}, each of its form, and nothing else.")


def _check_unknown(pub: str | None) -> None:
    """What a kind that this server does not know may say in the clear: yes and no, whole numbers, days, ids, and single
    short words, as such a kind's own shape would have for its forms. A later kind has room for its facts in it, a
    sentence has none."""
    if pub is not None and not (
        len(pub) <= LONGEST_UNKNOWN and _are_facts(msgspec.json.decode(pub), deeper=1)
    ):
        raise BadHeader(
            "A kind this server does not know may have numbers, days, ids and short words in pub, 256 bytes of them."
        )


def _are_facts(members: object, *, deeper: int) -> bool:
    return isinstance(members, dict) and all(
        _NAME.match(name) and (_is_fact(value) or (deeper > 0 and _are_facts(value, deeper=deeper - 1)))
        for name, value in members.items()
    )


def _is_fact(value: object) -> bool:
    return all(_is_single(one) for one in value) if isinstance(value, list) else _is_single(value)


def _is_single(value: object) -> bool:
    if isinstance(value, str):
        return bool(_TOKEN.match(value))
    return isinstance(value, int) and abs(value) <= GREATEST


def facts_of(shape: type[Shape], pub: str) -> Shape | None:
    """The facts in a `pub`; None when they are not of this shape."""
    try:
        facts: Shape = _decoder(shape).decode(pub)
    except msgspec.ValidationError:
        return None
    return facts


@functools.cache
def _decoder(shape: type[Shape]) -> msgspec.json.Decoder[Shape]:
    return msgspec.json.Decoder(shape)
