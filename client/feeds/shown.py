"""What the revisions of an item come to: the item as it stands now."""

from dataclasses import dataclass, field

from client.ck1.bodies import Words
from client.ck1.encoding import Refusal
from client.ck1.slots import Ring, open_revision
from client.feeds.rows import Row, heads
from client.sharing.mailbox import Mailbox
from client.trouble import BadRequest, Locked


@dataclass(frozen=True)
class Item:
    """An item as it stands now: the words of its first head, and the `others` written beside it. `pub`: its facts that
    the server may read, too."""

    item: str
    rev: str
    kind: str
    of: str | None
    day: str | None
    written: str | None
    words: Words
    unsent: bool
    others: list["Item"] = field(default_factory=list)
    pub: Words | None = None


def shown(rows: list[Row], ring: Ring, mailbox: Mailbox | None) -> Item | None:
    """The item these revisions make up; none where it was deleted or its words are gone."""
    found = [row for row in heads(rows) if not row.is_tombstone and row.body is not None]
    if not found:
        return None
    if found[0].slot is None and mailbox is not None:
        return _reply(found[0], mailbox)
    first, *others = [opened(row, ring) for row in found]
    # Two devices that wrote the very same words have nothing to choose between.
    first.others.extend(other for other in others if other.words != first.words)
    return first


def opened(row: Row, ring: Ring) -> Item:
    """The item as this one revision says it."""
    if row.body is None or row.slot is None:
        raise BadRequest("no-words", "This item has no words any more.")
    try:
        revision, words = open_revision(row.body, row.slot, ring)
    except Refusal as refusal:
        raise Locked("does-not-open", f"What is kept here does not open: {refusal.sentence}") from refusal
    return Item(
        row.item, row.rev, row.kind, row.of, row.day, row.written, words, row.unsent, pub=revision.pub
    )


def _reply(row: Row, mailbox: Mailbox) -> Item | None:
    """A coach's reply; none where nobody who was pinned has signed it, for then it is nobody's word."""
    try:
        _said, words = mailbox.words(row.body or "")
    except Refusal:
        return None
    return Item(row.item, row.rev, row.kind, row.of, row.day, row.written, words, row.unsent)
