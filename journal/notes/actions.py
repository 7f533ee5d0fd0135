"""Writes of notes."""

from typing import Unpack

from journal.feeds.actions import OneRevision, Written, write
from journal.notes.rules import NOTE


def write_note(**one: Unpack[OneRevision]) -> Written:
    """Adds one revision of a note. Raises what a push would nest."""
    return write(kind=NOTE, **one)
