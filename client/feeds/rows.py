"""Revisions as this computer keeps them, and what follows from a set of them. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from client.ck1.bodies import Revision, committed_hash


@dataclass(frozen=True)
class Row:
    """One revision: the sealed tokens and how far they have come.

    body, slot   None once a tombstone has emptied the revision
    sha          SHA-256 of the body, base64url; kept when the body is gone
    seq          its place in the feed, known once it was read back from the server and opened
    unsent       the server has not acknowledged it yet
    sent_once    it was acknowledged some time: its slot stays, unless the server loses it and the keys are renewed
    problem      the code for which the server refused it
    hollow       the server served it without a body, and no tombstone has explained that yet
    """

    rev: str
    item: str
    kind: str
    parents: tuple[str, ...]
    deletion: str
    of: str | None
    day: str | None
    written: str | None
    body: str | None
    slot: str | None
    sha: str
    seq: int | None = None
    unsent: bool = False
    sent_once: bool = False
    problem: str | None = None
    hollow: bool = False

    @property
    def is_tombstone(self) -> bool:
        return self.deletion != "no"


def row_of(
    revision: Revision, body: str, slot: str | None, *, unsent: bool = False, seq: int | None = None
) -> Row:
    return Row(
        rev=revision.rev,
        item=revision.item,
        kind=revision.kind,
        parents=revision.parents,
        deletion=revision.deletion,
        of=revision.of,
        day=revision.day,
        written=revision.written,
        body=body,
        slot=slot,
        sha=committed_hash(body),
        seq=seq,
        unsent=unsent,
        sent_once=not unsent,
    )


def heads(rows: Iterable[Row]) -> list[Row]:
    """The revisions of one item that no other of its revisions names as a parent, the one to show first.

    First what is no tombstone, then the deepest, then the greatest rev: the same on every device. What came
    without its words replaces nothing until a tombstone has explained it: only the server says that it was.
    """
    kept = {row.rev: row for row in rows if row.body is not None or not row.hollow}
    superseded = {parent for row in kept.values() for parent in row.parents}
    depths = _depths(kept)
    free = [row for row in kept.values() if row.rev not in superseded]
    return sorted(free, key=lambda row: (not row.is_tombstone, depths[row.rev], row.rev), reverse=True)


def ancestors(row: Row, rows: dict[str, Row]) -> set[str]:
    """Every revision above this one that is kept here."""
    found: set[str] = set()
    open_ends = list(row.parents)
    while open_ends:
        rev = open_ends.pop()
        if rev in rows and rev not in found:
            found.add(rev)
            open_ends.extend(rows[rev].parents)
    return found


def digest_of(revs: Iterable[str]) -> str:
    """XOR of the 16 bytes of every rev, as 32 hex digits."""
    total = 0
    for rev in revs:
        total ^= int(rev.replace("-", ""), 16)
    return f"{total:032x}"


def _depths(rows: dict[str, Row]) -> dict[str, int]:
    """How long the longest way up is. A ring of parents, which no honest device makes, ends where it closes."""
    depths: dict[str, int] = {}
    for start in rows:
        way = [start]
        while way:
            rev = way[-1]
            waiting = [p for p in rows[rev].parents if p in rows and p not in depths and p not in way]
            if waiting:
                way.append(waiting[0])
                continue
            known = [depths[parent] for parent in rows[rev].parents if parent in depths]
            depths[rev] = 1 + max(known, default=0)
            way.pop()
    return depths
