"""Writes of entries."""

from collections.abc import Mapping
from datetime import datetime

from journal.entries.rules import ENTRY
from journal.feeds.actions import Written, write
from journal.feeds.kind import Kind
from journal.feeds.rules import Offered
from journal.people.models import Person


def write_entry(
    *, owner: Person, item: str, offered: Offered, kinds: Mapping[str, Kind], now: datetime
) -> Written:
    """Adds one revision of an entry: the first, an edit, or a tombstone. Raises what a push would nest."""
    return write(owner=owner, item=item, kind=ENTRY, offered=offered, kinds=kinds, now=now)
