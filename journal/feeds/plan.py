"""What a settled batch changes in the tables. Pure; `actions` writes it down."""

from collections.abc import Iterable
from dataclasses import dataclass

from journal.feeds.batch import Batch, Expected, Stored
from journal.feeds.rules import Arriving


@dataclass(frozen=True, slots=True)
class Row:
    """A revision to store: with its words, or, where a tombstone below it came first, without."""

    arriving: Arriving
    seq: int
    superseded: bool
    cover: str


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything one batch writes.

    `superseded`: stored revs that now have a child. `emptied`: stored revs that lose their words,
    `forgotten` those of them that lose their day too. `expected`: what is waited for, new or changed.
    `grown`: by how many bytes the feed grows (less than 0: shrinks).
    """

    rows: list[Row]
    superseded: list[str]
    emptied: list[str]
    forgotten: list[str]
    expected: list[Expected]
    grown: int


def plan(batch: Batch) -> Plan:
    """What a settled batch changes."""
    rows = _rows(batch)
    emptied = [
        rev
        for rev, cover in batch.covers.items()
        if (row := batch.stored.get(rev)) and row.deletion != "forget" and _has_more(row, cover)
    ]
    freed = sum(batch.stored[rev].size for rev in emptied)
    return Plan(
        rows=rows,
        superseded=_superseded(batch, rows, set(emptied)),
        emptied=emptied,
        forgotten=[rev for rev in emptied if batch.covers[rev] == "forget"],
        expected=_expected(batch, rows),
        grown=sum(row.arriving.size for row in rows if not row.cover) - freed,
    )


def digest_with(digest: str, revs: Iterable[str]) -> str:
    """The digest after these revs: XOR of the 16 bytes of each, as 32 hex digits."""
    value = int(digest, 16)
    for rev in revs:
        value ^= int(rev.replace("-", ""), 16)
    return f"{value:032x}"


def _has_more(row: Stored, cover: str) -> bool:
    """Whether a stored revision still has something that this deletion takes away."""
    return bool(row.size) or (cover == "forget" and row.has_facts)


def _rows(batch: Batch) -> list[Row]:
    applied = batch.applied()
    named = {parent for arriving in applied for parent in arriving.parents}
    return [
        Row(
            arriving,
            batch.seqs[arriving.rev],
            superseded=arriving.rev in named or arriving.rev in batch.expected,
            # One that forgets holds neither words nor a day, and whoever reads it has to know that it forgets.
            cover="" if arriving.deletion == "forget" else batch.covers.get(arriving.rev, ""),
        )
        for arriving in applied
    ]


def _superseded(batch: Batch, rows: list[Row], emptied: set[str]) -> list[str]:
    parents = {parent for row in rows for parent in row.arriving.parents}
    return [
        rev
        for rev in sorted(parents - emptied)
        if (stored := batch.stored.get(rev)) and not stored.superseded
    ]


def _expected(batch: Batch, rows: list[Row]) -> list[Expected]:
    """What is named but not here: by the batch's revisions, or reached by a deletion."""
    here = batch.seqs.keys() | batch.stored.keys()
    waiting = {
        parent: Expected(parent, row.arriving.item, row.arriving.kind, "")
        for row in rows
        for parent in row.arriving.parents
        if parent not in here
    }
    waiting.update((rev, one) for rev, one in batch.expected.items() if rev not in here)
    marked = [_marked(one, batch.covers.get(rev, "")) for rev, one in waiting.items()]
    return [one for one in marked if one != batch.expected.get(one.rev)]


def _marked(one: Expected, cover: str) -> Expected:
    """The same, with the stronger of the two deletions: forget, keep-day, none."""
    strongest = next((way for way in ("forget", "keep-day") if way in (one.cover, cover)), "")
    return one._replace(cover=strongest)
