"""Reads of entries."""

from journal.entries.rules import ENTRY
from journal.feeds.heads import Head, Part, heads, heads_of_item
from journal.people.models import Person


def entries_of(owner: Person, part: Part) -> list[Head]:
    """A person's entries as they are now, the newest day first."""
    return heads(owner, ENTRY.name, part)


def entry_of(owner: Person, item: str) -> list[Head]:
    """One entry: its current revision, or those that two devices wrote apart. Raises NoSuchItem."""
    return heads_of_item(owner, ENTRY.name, item)
