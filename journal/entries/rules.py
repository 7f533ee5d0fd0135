"""Which kind of item an entry is. What it says stays inside the seal."""

from journal.feeds.kind import Kind

ENTRY = Kind("entry", dated=True, counts_for="journaling")
KINDS = (ENTRY,)
