"""Which unsent revisions may go now, and in which portions. Pure."""

import json
from collections.abc import Callable, Iterable

from client.feeds.feed import offered
from client.feeds.rows import Row, ancestors

MOST_REVS = 100
MOST_BYTES = 1_000_000


def ready(unsent: Iterable[Row], item_of: Callable[[str], dict[str, Row]]) -> list[Row]:
    """What may be sent: its parents are acknowledged. `item_of` gives all rows of an item, by rev.

    An emptied revision waits for the tombstone below it instead, and a tombstone does not wait for what it emptied.
    """
    waiting = [row for row in unsent if row.problem is None]
    free = [row for row in waiting if _may_go(row, item_of(row.item))]
    return sorted(free, key=lambda row: not takes_back(row))


def takes_back(row: Row) -> bool:
    """Whether this takes a copy from its reader, and therefore goes first."""
    return row.is_tombstone and row.kind == "copy"


def portions(rows: list[Row]) -> list[list[Row]]:
    """Rows in their order, in requests of at most 100 revisions and 1 MB."""
    batches: list[list[Row]] = []
    room = 0
    for row in rows:
        size = len(json.dumps(offered(row)))
        if not batches or size > room or len(batches[-1]) == MOST_REVS:
            batches.append([])
            room = MOST_BYTES
        batches[-1].append(row)
        room -= size
    return batches


def _may_go(row: Row, item: dict[str, Row]) -> bool:
    if row.body is None:
        return any(
            not below.unsent
            for below in item.values()
            if below.is_tombstone and row.rev in ancestors(below, item)
        )
    return not any(_blocks(item[parent], row) for parent in row.parents if parent in item)


def _blocks(parent: Row, child: Row) -> bool:
    return parent.unsent and not (child.is_tombstone and parent.body is None)
