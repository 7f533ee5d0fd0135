"""Writes of entries."""

from typing import Unpack

from journal.entries.rules import ENTRY
from journal.feeds.actions import OneRevision, Written, write


def write_entry(**one: Unpack[OneRevision]) -> Written:
    """Adds one revision of an entry: the first, an edit, or a tombstone. Raises what a push would nest."""
    return write(kind=ENTRY, **one)
