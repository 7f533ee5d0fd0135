"""What the addresses of items answer."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Literal

import msgspec

from api.clock import instant_text
from api.feeds.outputs import Instant
from api.items.inputs import text_of
from journal.feeds.actions import Written
from journal.feeds.heads import Head

Day = Annotated[str, msgspec.Meta(description="A journal day.", extra_json_schema={"format": "date"})]


class HeadOutput(msgspec.Struct, omit_defaults=True, kw_only=True):
    """A current revision: its words are in `body`, sealed; `slot` opens it for its owner."""

    item: str
    rev: str
    seq: int
    kind: str
    of: str | None = None
    day: Day | None = None
    written: Day | None = None
    parents: list[str]
    body: str
    slot: str | None


class ListOutput(msgspec.Struct):
    """A page of a list. `next` is the `before` of the next page, null at the end."""

    results: list[HeadOutput]
    next: str | None


class ItemHeadsOutput(msgspec.Struct):
    """One item's current revisions: one, or more where two devices wrote apart."""

    results: list[HeadOutput]


class WrittenOutput(msgspec.Struct):
    """What became of a written revision."""

    status: Literal["applied", "duplicate"]
    rev: str
    seq: int
    head: int
    epoch: str
    account: str
    server_now: Instant


def page(heads: Sequence[Head], limit: int) -> bytes:
    """The JSON of a page, of which one row more than `limit` was read."""
    shown = heads[:limit]
    following = text_of((shown[-1].day, shown[-1].seq)) if len(heads) > limit else None
    return msgspec.json.encode(ListOutput([_head(head) for head in shown], following))


def item(heads: Sequence[Head]) -> bytes:
    """The JSON of one item."""
    return msgspec.json.encode(ItemHeadsOutput([_head(head) for head in heads]))


def written(account: str, done: Written, now: datetime) -> bytes:
    """The JSON after a write."""
    return msgspec.json.encode(
        WrittenOutput(
            "applied" if done.new else "duplicate",
            done.rev,
            done.seq,
            done.head,
            done.epoch,
            account,
            instant_text(now),
        )
    )


def _head(head: Head) -> HeadOutput:
    return HeadOutput(
        item=head.item,
        rev=head.rev,
        seq=head.seq,
        kind=head.kind,
        of=head.of,
        day=head.day,
        written=head.written,
        parents=head.parents.split(",") if head.parents else [],
        body=head.body,
        slot=head.slot,
    )
