"""Every kind of item, and what of it the server may see; the subjects' own tables, joined.

A kind that is not here is kept and handed on byte for byte, for a later version may know it.
"""

from collections.abc import Mapping

from journal.entries import rules as entries
from journal.feeds.kind import Kind
from journal.goals import rules as goals
from journal.habits import rules as habits
from journal.notes import rules as notes
from journal.sharing import rules as sharing

# The person's own settings; the room of no subject.
PROFILE = Kind("profile")

KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (*entries.KINDS, *habits.KINDS, *goals.KINDS, *notes.KINDS, *sharing.KINDS, PROFILE)
}
