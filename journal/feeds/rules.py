"""What a revision may look like when it arrives. Pure: reads headers, opens nothing, knows no table.

Everything the server may know of a revision stands in its body's protected header (so it is bound to
the words); what the server stores as columns is read from there and nowhere else.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Annotated, Any, Literal

import msgspec
from msgspec import UNSET, UnsetType

from journal.errors import JournalError
from journal.feeds.dates import check_dates, day_of
from journal.feeds.kind import Kind, check_facts
from journal.feeds.replies import is_reply, read_header
from journal.keys.rules import hash_of
from journal.keys.tokens import (
    WRAPPED_KEY_BYTES,
    BadHeader,
    Generation,
    Hash,
    Id,
    Jwe,
    Malformed,
    MissingHeader,
    check_box,
    jwe_of,
    members_of,
    strict_object,
)

Deletion = Literal["no", "keep-day", "forget"]

SMALLEST_BODY_BYTES = 256
LARGEST_BODY_BYTES = 65_536
BUCKETS = frozenset(SMALLEST_BODY_BYTES << step for step in range(9))
SLOT_BYTES = range(32, 257)
MOST_PARENTS = 16
LONGEST_PUB = 2_048
LONGEST_BODY = 100_000
LONGEST_SLOT = 2_000


class WrongBucket(JournalError):
    """The body's ciphertext has no bucket's length, so it was not padded as words are."""

    code = "wrong-bucket"


class TooLarge(JournalError):
    """The words are more than 64 KiB."""

    code = "too-large"


class MissingSlot(JournalError):
    """A body without its owner's slot: nobody could ever open it."""

    code = "missing-slot"


class SlotMismatch(JournalError):
    """The slot names another item, revision or body."""

    code = "slot-mismatch"


class BodyHeader(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """The protected header of a body, its members in the order in which clients write them."""

    alg: Literal["dir"]
    enc: Literal["A256GCM"]
    typ: Literal["ck1-body+jwe"]
    kid: Hash
    item: Id
    rev: Id
    parents: Annotated[list[Id], msgspec.Meta(max_length=MOST_PARENTS)]
    kind: Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9-]{0,31}\Z")]
    of: Id | UnsetType = UNSET
    day: str | UnsetType = UNSET
    written: str | UnsetType = UNSET
    deletion: Deletion = msgspec.field(name="del")
    pub: msgspec.Raw | UnsetType = UNSET


class SlotHeader(msgspec.Struct, forbid_unknown_fields=True):
    """The protected header of a slot."""

    alg: Literal["A256KW"]
    enc: Literal["A256GCM"]
    typ: Literal["ck1-slot+jwe"]
    cty: Literal["jwk+json"]
    kid: Generation
    item: Id
    rev: Id
    cth: Hash


class EmptiedForm(msgspec.Struct, forbid_unknown_fields=True):
    """A revision whose words are gone; after `keep-day` with its day and what it belongs to."""

    item: Id
    rev: Id
    kind: Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9-]{0,31}\Z")]
    parents: Annotated[list[Id], msgspec.Meta(max_length=MOST_PARENTS)]
    sha: Hash
    of: Id | None = None
    day: str | None = None
    written: str | None = None


@dataclass(slots=True)
class Arriving:
    """One revision, read and checked as far as it can be without the database. `sha` is the body's hash.

    An emptied one has neither body nor slot, a reply no slot, and both `gen` 0.
    """

    rev: str
    item: str
    kind: str
    parents: tuple[str, ...]
    sha: str
    of: str | None
    day: date | None
    written: date | None
    deletion: Deletion = "no"
    pub: str | None = None
    body: str | None = None
    slot: str | None = None
    gen: int = 0

    @property
    def size(self) -> int:
        """What it takes to keep: the bytes of its tokens."""
        return len(self.body or "") + len(self.slot or "")

    @property
    def is_tombstone(self) -> bool:
        """Whether it takes the words of its ancestors away."""
        return self.deletion != "no"


@dataclass(frozen=True, slots=True)
class Offered:
    """One revision as it was sent: a body with its slot, or the members of the emptied form."""

    body: str | None = None
    slot: str | None = None
    emptied: Mapping[str, Any] | None = None


_BODY = msgspec.json.Decoder(BodyHeader)
_SLOT = msgspec.json.Decoder(SlotHeader)


def read(offered: Offered, *, kinds: Mapping[str, Kind], tomorrow: date) -> Arriving:
    """Reads and checks one offered revision; raises the error that says what is wrong with it."""
    body, slot = offered.body, offered.slot
    if offered.emptied and (body or slot):
        raise Malformed("A revision is sealed or emptied, not both.")
    if offered.emptied:
        return read_emptied(offered.emptied, kinds=kinds, tomorrow=tomorrow)
    if not body:
        raise Malformed("There is neither a body nor an emptied revision.")
    if not slot and is_reply(body):
        return read_reply(body, kinds=kinds)
    arriving = read_body(body, kinds=kinds, tomorrow=tomorrow)
    if not slot:
        raise MissingSlot("A body comes with its owner's slot.")
    arriving.gen = read_slot(slot, body=arriving)
    arriving.slot = slot
    return arriving


def read_body(token: str, *, kinds: Mapping[str, Kind], tomorrow: date) -> Arriving:
    """Reads a body's header and checks it by its kind."""
    if len(token) > LONGEST_BODY:
        raise TooLarge("A body holds no more than 64 KiB of words.")
    jwe = jwe_of(token)
    header = members_of(jwe.header, _BODY)
    _check_bucket(jwe)
    _check_parents(header.rev, header.parents)
    of = None if header.of is UNSET else header.of
    day = None if header.day is UNSET else day_of(header.day)
    written = None if header.written is UNSET else day_of(header.written)
    pub = _pub(header, jwe.header)
    check_facts(kinds.get(header.kind), deletion=header.deletion, of=of, day=day, written=written, pub=pub)
    check_dates(day, written, tomorrow=tomorrow)
    return Arriving(
        header.rev,
        header.item,
        header.kind,
        tuple(header.parents),
        hash_of(token),
        of,
        day,
        written,
        header.deletion,
        pub,
        token,
    )


def read_reply(token: str, *, kinds: Mapping[str, Kind]) -> Arriving:
    """Reads a coach's reply: the one body that has no slot, for it is sealed to its owner's own key."""
    header = read_header(token)
    check_facts(kinds.get(header.kind), deletion="no", of=header.of, day=None, written=None, pub=None)
    return Arriving(
        header.rev, header.item, header.kind, (), hash_of(token), header.of, None, None, body=token
    )


def read_slot(token: str, *, body: Arriving) -> int:
    """Checks that a slot was made for this very body; returns its generation."""
    if len(token) > LONGEST_SLOT:
        raise Malformed("The slot is too long.")
    jwe = jwe_of(token)
    header = members_of(jwe.header, _SLOT)
    check_box(jwe, key_bytes=WRAPPED_KEY_BYTES)
    if jwe.ciphertext_bytes not in SLOT_BYTES:
        raise Malformed("The slot holds more or less than one key.")
    if (header.item, header.rev, header.cth) != (body.item, body.rev, body.sha):
        raise SlotMismatch("The slot was made for another item, revision or body.")
    return int(header.kid.removeprefix("gen:"))


def read_emptied(members: Mapping[str, Any], *, kinds: Mapping[str, Kind], tomorrow: date) -> Arriving:
    """Checks a revision whose words are gone already."""
    form = _form(members)
    _check_parents(form.rev, form.parents)
    day, written = day_of(form.day), day_of(form.written)
    kind = kinds.get(form.kind)
    if kind is not None and not kind.dated and (day or written):
        raise BadHeader("This kind has neither day nor written.")
    if (day is None) != (written is None):
        raise BadHeader("day and written go together.")
    check_dates(day, written, tomorrow=tomorrow)
    return Arriving(form.rev, form.item, form.kind, tuple(form.parents), form.sha, form.of, day, written)


def _form(members: Mapping[str, Any]) -> EmptiedForm:
    try:
        return msgspec.convert(members, EmptiedForm)
    except msgspec.ValidationError:
        missing = [name for name in ("rev", "item", "kind", "parents", "sha") if name not in members]
    if missing:
        raise MissingHeader(f"An emptied revision lacks {', '.join(missing)}.")
    raise BadHeader("A member of the emptied revision is not of its form.")


def _check_bucket(jwe: Jwe) -> None:
    check_box(jwe, key_bytes=0)
    if jwe.ciphertext_bytes > LARGEST_BODY_BYTES:
        raise TooLarge("A body holds no more than 64 KiB of words.")
    if jwe.ciphertext_bytes not in BUCKETS:
        raise WrongBucket("The ciphertext's length is none of 256, 512 … 65536 bytes.")


def _check_parents(rev: str, parents: list[str]) -> None:
    if any(left >= right for left, right in pairwise(parents)):
        raise BadHeader("The parents are not sorted, or one stands there twice.")
    if rev in parents:
        raise BadHeader("A revision cannot be its own parent.")


def _pub(header: BodyHeader, raw: bytes) -> str | None:
    """The facts in clear, as they were written."""
    if header.pub is UNSET:
        return None
    text = bytes(header.pub)
    if len(text) > LONGEST_PUB:
        raise BadHeader("pub is too long.")
    if not isinstance(strict_object(raw)["pub"], dict):
        raise BadHeader("pub is an object.")
    return text.decode()
