"""What deciding a batch has to know of the tables: one statement, however large the batch."""

from collections.abc import Collection
from typing import Any

from journal.feeds.batch import Expected, Stored
from journal.feeds.sql import owner_id, places, rows_of
from journal.people.models import Person

_KNOWN = """
SELECT 'stored', rev, item, kind, sha, seq, parents, size, superseded, del,
    day IS NOT NULL OR written IS NOT NULL OR of IS NOT NULL
FROM revision WHERE feed_id = %s AND {column} IN ({places})
UNION ALL
SELECT 'awaited', rev, item, kind, '', 0, '', 0, FALSE, cover, FALSE
FROM awaited WHERE feed_id = %s AND {column} IN ({places})
"""
_GENERATION = """
UNION ALL
SELECT 'vault', '', '', '', '', gen, '', 0, FALSE, '', FALSE FROM vault WHERE person_id = %s
"""


class Known:
    """Stored revisions and awaited ones, by rev; and the vault's generation, where it was asked for."""

    def __init__(self, rows: Collection[Any]) -> None:
        self.stored: dict[str, Stored] = {}
        self.awaited: dict[str, Expected] = {}
        self.gen: int | None = None
        for what, rev, item, kind, sha, seq, parents, size, superseded, deletion, has_facts in rows:
            if what == "stored":
                self.stored[rev] = Stored(
                    rev, item, kind, sha, seq, parents, size, bool(superseded), deletion, bool(has_facts)
                )
            elif what == "awaited":
                self.awaited[rev] = Expected(rev, item, kind, deletion)
            else:
                self.gen = seq


def known_revs(feed_id: int, revs: Collection[str], *, owner: Person) -> Known:
    """What is known of these revs, and the owner's vault's generation.

    Read after the feed's row is locked, so that a vault that was rotated meanwhile is seen.
    """
    statement = _statement("rev", revs) + _GENERATION
    return Known(rows_of(statement, [feed_id, *revs, feed_id, *revs, owner_id(owner)]))


def known_items(feed_id: int, items: Collection[str]) -> Known:
    """Everything that is known of these items."""
    return Known(rows_of(_statement("item", items), [feed_id, *items, feed_id, *items]))


def _statement(column: str, values: Collection[str]) -> str:
    return _KNOWN.format(column=column, places=places(len(values)))
