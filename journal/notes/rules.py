"""Which kind of item a note is. What it is for stays inside the seal."""

from journal.feeds.kind import Kind

NOTE = Kind("note")
KINDS = (NOTE,)
