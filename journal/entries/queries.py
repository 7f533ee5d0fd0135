"""Reads of entries."""

from datetime import date

from journal.entries.rules import ENTRY
from journal.feeds.queries import Head, heads, heads_of_item
from journal.people.models import Person


def entries_of(
    owner: Person,
    *,
    limit: int,
    before: tuple[date | None, int] | None = None,
    first: date | None = None,
    last: date | None = None,
) -> list[Head]:
    """A person's entries as they are now, the newest day first; days from `first` to `last`."""
    return heads(owner, ENTRY.name, limit=limit, before=before, first=first, last=last)


def entry_of(owner: Person, item: str) -> list[Head]:
    """One entry: its current revision, or those that two devices wrote apart. Raises NoSuchItem."""
    return heads_of_item(owner, ENTRY.name, item)
