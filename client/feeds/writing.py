"""Sealing what is written on this computer: new revisions, edits, tombstones. Nothing here reaches the disk."""

import uuid
from dataclasses import dataclass, replace

from client.ck1.bodies import MAX_PARENTS, Body, Revision, Sealed, Words, read_header, seal_body
from client.ck1.slots import Ring, open_slot, seal_slot
from client.feeds.rows import Row, heads, row_of

TOMBSTONE: Words = {"v": 1}


@dataclass(frozen=True)
class Dates:
    """The journal day of an item, and the one on which it was first written."""

    day: str
    written: str


def new_id() -> str:
    """A UUIDv4: an id that tells nothing, not even the minute."""
    return str(uuid.uuid4())


def first_revision(
    kind: str,
    words: Words,
    dates: Dates | None,
    ring: Ring,
    *,
    of: str | None = None,
    pub: Words | None = None,
) -> Row:
    """A new item, that belongs to the item `of`, with the facts in `pub` for the server to read."""
    day, written = (dates.day, dates.written) if dates else (None, None)
    revision = Revision(new_id(), new_id(), kind, of=of, day=day, written=written, pub=pub)
    return sealed(revision, words, ring)


def next_revision(item: dict[str, Row], words: Words, ring: Ring) -> Row:
    """An edit that joins all heads of an item."""
    return sealed(_below(item, "no"), words, ring)


def tombstone(item: dict[str, Row], deletion: str, ring: Ring) -> Row:
    """The end of an item: `keep-day` leaves its day's mark, `forget` leaves nothing."""
    return sealed(_below(item, deletion), TOMBSTONE, ring)


def sealed_anew(row: Row, parents: tuple[str, ...], ring: Ring) -> Row:
    """A tombstone like `row`, below other parents and under a new rev."""
    again = Revision(row.item, new_id(), row.kind, parents, row.of, row.day, row.written, row.deletion)
    return sealed(again, TOMBSTONE, ring)


def sealed(revision: Revision, words: Words, ring: Ring) -> Row:
    body = seal_body(revision, words)
    return row_of(revision, body.token, seal_slot(body, ring), unsent=True)


def reslotted(row: Row, ring: Ring, new: Ring) -> Row:
    """A revision with a slot under another ring's current key; body and rev stay."""
    if row.body is None or row.slot is None:
        return row
    return replace(row, slot=seal_slot(body_of(row, ring), new))


def body_of(row: Row, ring: Ring) -> Body:
    """A kept body with its key, to make another slot for."""
    token, slot = Sealed(row.body or ""), row.slot or ""
    return Body(token, read_header(token), open_slot(slot, ring).content_key)


def _below(item: dict[str, Row], deletion: str) -> Revision:
    shown = heads(item.values())[0]
    parents = tuple(sorted(row.rev for row in heads(item.values())[:MAX_PARENTS]))
    below = Revision(shown.item, new_id(), shown.kind, parents, deletion=deletion)
    if deletion == "forget":
        return below
    pub = read_header(shown.body).pub if shown.body and deletion == "no" else None
    return replace(below, of=shown.of, day=shown.day, written=shown.written, pub=pub)
