"""Reads of notes."""

from journal.feeds.heads import Head, Part, heads, heads_of_item
from journal.notes.rules import NOTE
from journal.people.models import Person


def notes_of(owner: Person, part: Part) -> list[Head]:
    """A person's notes as they are now, the one written last first."""
    return heads(owner, NOTE.name, part)


def note_of(owner: Person, item: str) -> list[Head]:
    """One note: its current revision, or those that two devices wrote apart. Raises NoSuchItem."""
    return heads_of_item(owner, NOTE.name, item)
