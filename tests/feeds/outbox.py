"""What can be sent now. Pure: a store in, rows out."""

from tests.feeds.parts import Row
from tests.feeds.store import Store


def waiting(store: Store, most: int) -> list[Row]:
    """Rows whose parents the server has; an emptied one goes with, or after, a tombstone below it."""
    unsent = store.unsent()
    ready: list[Row] = []
    for item in dict.fromkeys(row.item for row in unsent):
        ready += _ready(store.of_item(item), store.attention)
        if len(ready) >= most:
            break
    return ready[:most]


def _ready(rows: dict[str, Row], held: dict[str, int]) -> list[Row]:
    waits = sorted(
        (row for row in rows.values() if row.unsent and row.rev not in held), key=lambda row: row.rev
    )
    whole = [row for row in waits if row.body is not None and _may_go(row, rows)]
    bare = [row for row in waits if row.body is None]
    if not bare:
        return whole
    going = {row.rev for row in whole}
    order = _above(
        [row for row in rows.values() if row.deletion != "no" and (row.seq or row.rev in going)], rows
    )
    return whole + sorted((row for row in bare if row.rev in order), key=lambda row: order[row.rev])


def _may_go(row: Row, rows: dict[str, Row]) -> bool:
    return all(
        parent not in rows
        or rows[parent].seq is not None
        or (rows[parent].body is None and row.deletion != "no")
        for parent in row.parents
    )


def _above(tombstones: list[Row], rows: dict[str, Row]) -> dict[str, int]:
    """Everything these tombstones empty, the nearest first: whoever is sent a part can tell why it is empty."""
    found: dict[str, int] = {}
    ahead = [up for row in tombstones for up in row.parents]
    for rev in ahead:
        if rev not in found:
            found[rev] = len(found)
            ahead.extend(rows[rev].parents if rev in rows else ())
    return found


def still_refused(store: Store, build: int) -> dict[str, int]:
    """What this build was refused for good; not what the server has by now, from another device or by a request thought
    lost, nor what is here no more."""
    waiting = {rev for rev in store.attention if rev in store.rows and store.rows[rev].seq is None}
    return {rev: by for rev, by in store.attention.items() if by == build and rev in waiting}


def stranded(store: Store) -> list[Row]:
    """Tombstones that wait in vain: something they were built upon was refused."""
    if not store.attention:
        return []
    return [
        row
        for row in store.unsent()
        if row.deletion != "no" and row.seq is None and any(up in store.attention for up in row.parents)
    ]


def acknowledged_above(store: Store, row: Row) -> tuple[str, ...]:
    """The nearest revisions above this one that the server has."""
    rows, found, ahead = store.of_item(row.item), set[str](), list(row.parents)
    while ahead:
        rev = ahead.pop()
        if rev in rows and rev not in found:
            found.add(rev)
            ahead.extend(rows[rev].parents)
    there = [rows[rev] for rev in found if rows[rev].seq is not None]
    named = {up for one in there for up in one.parents}
    return tuple(sorted(one.rev for one in there if one.rev not in named))
