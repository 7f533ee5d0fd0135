"""Which kind of item an entry is. What it says stays inside the seal."""

from journal.feeds.kind import Kind

ENTRY = Kind("entry", dated=True)
KINDS = (ENTRY,)
