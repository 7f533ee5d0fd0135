"""Every kind of item, and what of it the server may see; the subjects' own tables, joined.

A kind that is not here is kept and handed on byte for byte, for a later version may know it.
"""

from collections.abc import Mapping

from journal.entries import rules as entries
from journal.feeds.kind import Kind

# The rooms of these subjects come later; what their devices write is checked from the first day.
_KEPT_ALREADY = (
    Kind("tick", dated=True, of="must"),
    Kind("habit", of="may"),
    Kind("goal"),
    Kind("review", dated=True, of="must"),
    Kind("note"),
    Kind("profile"),
    Kind(
        "schedule",
        of="may",
        pub=frozenset({"pattern", "made_on", "n"}),
        pub_may=frozenset({"effective_from"}),
    ),
    Kind("off", of="may", pub=frozenset({"from", "to", "made_on"})),
    Kind("copy", listed=False),
    Kind("reply", of="must", listed=False),
)

KINDS: Mapping[str, Kind] = {kind.name: kind for kind in (*entries.KINDS, *_KEPT_ALREADY)}
