"""What `feed/` takes."""

from typing import Annotated

import msgspec

from api.keys.inputs import Generation
from api.structs import GREATEST_WHOLE
from journal.feeds.rules import Offered

MOST_REVS = 100

_EMPTIED = ("rev", "item", "kind", "parents", "sha", "of", "day", "written")

Account = Annotated[str, msgspec.Meta(max_length=64, description="My id; another is a 409.")]
Epoch = Annotated[
    str,
    msgspec.Meta(
        max_length=64, description="The feed's epoch as last read; empty with cursor 0 for a first sync."
    ),
]
Cursor = Annotated[
    int, msgspec.Meta(ge=0, le=GREATEST_WHOLE, description="The seq up to which everything is known.")
]
Text = Annotated[str, msgspec.Meta(max_length=200_000)]
Word = Annotated[str, msgspec.Meta(max_length=64)]


class RevInput(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    """A sealed revision (`body` and `slot`), or one whose words are gone (the other members)."""

    body: Text | None = None
    slot: Text | None = None
    rev: Word | None = None
    item: Word | None = None
    kind: Word | None = None
    parents: Annotated[list[Word], msgspec.Meta(max_length=64)] | None = None
    sha: Word | None = None
    of: Word | None = None
    day: Word | None = None
    written: Word | None = None


class PushInput(msgspec.Struct, forbid_unknown_fields=True):
    """Some revisions of one feed."""

    account: Account
    epoch: Annotated[str, msgspec.Meta(min_length=1, max_length=64)]
    gen: Generation
    revs: Annotated[list[RevInput], msgspec.Meta(max_length=MOST_REVS)]


class ChangesQuery(msgspec.Struct, forbid_unknown_fields=True):
    """Where a device stands."""

    account: Account
    epoch: Epoch
    cursor: Cursor
    limit: Annotated[
        int,
        msgspec.Meta(ge=1, le=GREATEST_WHOLE, description="At most 200, in a first sync 500; more is cut."),
    ] = 500


class IdsQuery(msgspec.Struct, forbid_unknown_fields=True):
    """Where a device that compares stands."""

    account: Account
    epoch: Epoch
    cursor: Cursor = 0


class ItemQuery(msgspec.Struct, forbid_unknown_fields=True):
    """Which feed a device means, and the seq after which to go on."""

    account: Account
    epoch: Epoch
    cursor: Cursor = 0


def offered(given: RevInput) -> Offered:
    """The revision as it was sent."""
    emptied = {name: value for name in _EMPTIED if (value := getattr(given, name)) is not None}
    return Offered(given.body, given.slot, emptied)
