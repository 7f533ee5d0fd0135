"""What one account's data on one device is: everything here survives a kill, nothing else does."""

from dataclasses import dataclass, field
from itertools import count

from tests.feeds.parts import Row, covers, emptied


class DiskFull(Exception):
    """The transaction failed; nothing of it is on the disk."""


class Outdated(Exception):
    """Something else changed the store between reading and writing."""


_numbers = count()


@dataclass
class Store:
    """Rows, where they stand, and what needs attention. `full`: how many transactions will fail."""

    account: str | None
    epoch: str = ""
    cursor: int = 0
    gen: int = 1
    bag: str = "1"
    pending: tuple[int, str] | None = None
    awaits: int = 0
    rows: dict[str, Row] = field(default_factory=dict)
    items: dict[str, set[str]] = field(default_factory=dict)
    attention: dict[str, int] = field(default_factory=dict)
    shares: set[str] = field(default_factory=set)
    full: int = 0
    number: int = field(default_factory=_numbers.__next__)

    def begin(self) -> None:
        """A transaction: what follows until the next step is on the disk as a whole, or this raises."""
        if self.full:
            self.full -= 1
            raise DiskFull

    def put(self, row: Row) -> None:
        """One row, inside a transaction."""
        self.rows[row.rev] = row
        self.items.setdefault(row.item, set()).add(row.rev)

    def drop(self, rev: str) -> None:
        """One row less, inside a transaction."""
        row = self.rows.pop(rev)
        self.items[row.item].discard(rev)

    def of_item(self, item: str) -> dict[str, Row]:
        """One item's revisions."""
        return {rev: self.rows[rev] for rev in self.items.get(item, ())}

    def empty(self, item: str) -> None:
        """Takes the words above every tombstone of an item. One that forgets holds none, and has to be remembered."""
        rows = self.of_item(item)
        if all(row.deletion == "no" for row in rows.values()):
            return
        for rev, how in covers(rows).items():
            if rev in rows and rows[rev].deletion != "forget":
                self.rows[rev] = emptied(rows[rev], how)

    def unsent(self) -> list[Row]:
        """The outbox."""
        return [row for row in self.rows.values() if row.unsent]

    def heads(self, item: str) -> list[Row]:
        """Revisions nobody has built upon; the first is shown."""
        rows = self.of_item(item)
        named = {parent for row in rows.values() for parent in row.parents}
        depths: dict[str, int] = {}
        heads = [row for rev, row in rows.items() if rev not in named]
        return sorted(
            heads, key=lambda row: (row.deletion == "no", _depth(row, rows, depths), row.rev), reverse=True
        )

    def clear(self) -> None:
        """The browser empties its storage."""
        self.epoch, self.cursor = "", 0
        for table in (self.rows, self.items, self.attention, self.shares):
            table.clear()


def _depth(row: Row, rows: dict[str, Row], known: dict[str, int]) -> int:
    """The longest way back to a first revision."""
    if row.rev not in known:
        known[row.rev] = 1 + max(
            (_depth(rows[up], rows, known) if up in rows else 1 for up in row.parents), default=0
        )
    return known[row.rev]
