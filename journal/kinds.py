"""Every kind of item, and what of it the server may see; the subjects' own tables, joined.

A kind that is not here is kept and handed on byte for byte, for a later version may know it.
"""

from collections.abc import Mapping

from journal.entries import rules as entries
from journal.feeds.kind import Kind
from journal.goals import rules as goals
from journal.habits import rules as habits
from journal.notes import rules as notes

# The room of these comes later; what their devices write is checked from the first day.
_KEPT_ALREADY = (
    Kind("profile"),
    Kind("copy", listed=False),
    Kind("reply", of="must", listed=False),
)

KINDS: Mapping[str, Kind] = {
    kind.name: kind for kind in (*entries.KINDS, *habits.KINDS, *goals.KINDS, *notes.KINDS, *_KEPT_ALREADY)
}
