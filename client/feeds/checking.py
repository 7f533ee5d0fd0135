"""What this device believes of what the server serves: nothing that its own keys do not prove. Pure."""

from collections.abc import Callable
from dataclasses import replace

from client.ck1.bodies import Revision, read_header
from client.ck1.encoding import Refusal
from client.ck1.replies import is_reply
from client.ck1.slots import Ring, open_revision
from client.feeds.feed import Served
from client.feeds.rows import Row, ancestors, row_of
from client.sharing.mailbox import Mailbox

MEANINGS = {
    "does-not-open": "does not open with your keys",
    "swapped": "holds other words than were sealed for it",
    "forged": "is a deletion you did not make",
    "withheld": "was there, and the server no longer shows it",
    "emptied-without-tombstone": "was emptied though you did not delete it",
    "replayed-generation": "is under keys that are over, and was not known under them",
    "rolled-back": "came after what the server now calls the end",
    "broken-ledger": "in the ledger of what you shared was edited, left out or cut off",
    "forged-reply": "is a reply that nobody you paired with has signed",
}
Opener = Callable[[], Mailbox]
"""What opens replies; made only when one comes."""
KEPT_CODES = ("swapped", "replayed-generation")


def checked(served: Served, ring: Ring, own: Row | None, mailbox: Opener | None = None) -> Row:
    """The row to keep for a served revision. Refused with the code of the alarm when anything does not hold.

    `own` is what this device keeps under the same rev; its tokens stay as they are. A reply comes without a slot.
    """
    if served.body is None:
        return _emptied(served, own)
    revision = _proved(served.body, served.slot, ring, mailbox)
    found = row_of(revision, served.body, served.slot, seq=served.seq)
    if found.rev != served.rev:
        raise Refusal("swapped", "It was served under another name than its own.")
    return found if own is None else _beside(own, found)


def explained(hollow: Row, item: dict[str, Row]) -> bool:
    """Whether a revision served without a body lies above a tombstone that was opened here."""
    below = [row for row in item.values() if row.is_tombstone and row.body is not None]
    return any(
        hollow.rev in ancestors(row, item)
        and row.kind == hollow.kind
        and (None in (hollow.written, row.written) or hollow.written == row.written)
        for row in below
    )


def _beside(own: Row, found: Row) -> Row:
    """What this device holds, and what it now knows: the server has it, even if it refused it once."""
    if own.sha != found.sha:
        raise Refusal("swapped", "It is not what this device sealed or read before.")
    if own.body is None:
        # What a tombstone has emptied is emptied again by whoever keeps this row.
        return replace(found, unsent=own.unsent, sent_once=own.sent_once)
    return replace(own, seq=found.seq, hollow=False, problem=None)


def _proved(body: str, slot: str | None, ring: Ring, mailbox: Opener | None) -> Revision:
    if slot is not None:
        return _opened(body, slot, ring)
    if mailbox is None or not is_reply(body):
        raise Refusal("does-not-open", "It came without its slot.")
    try:
        return mailbox().revision(body)
    except Refusal as refusal:
        raise Refusal("does-not-open", refusal.sentence) from refusal


def _opened(body: str, slot: str, ring: Ring) -> Revision:
    try:
        return open_revision(body, slot, ring)[0]
    except Refusal as refusal:
        code = refusal.code if refusal.code in KEPT_CODES else "does-not-open"
        raise Refusal("forged" if _claims_deletion(body) else code, refusal.sentence) from refusal


def _claims_deletion(body: str) -> bool:
    try:
        return read_header(body).deletion != "no"
    except Refusal:
        return False


def _emptied(served: Served, own: Row | None) -> Row:
    found = _row_of_header(served)
    if own is None:
        return found
    same = ("item", "kind", "parents", "sha")
    if any(getattr(own, name) != getattr(found, name) for name in same):
        raise Refusal("swapped", "It was emptied under another header than its own.")
    return replace(own, seq=served.seq, hollow=True)


def _row_of_header(served: Served) -> Row:
    header = served.header
    parents = header.get("parents")
    texts = {name: header.get(name) for name in ("item", "kind", "sha")}
    if not isinstance(parents, list) or not all(isinstance(value, str) for value in texts.values()):
        raise Refusal("does-not-open", "It came without body and without header.")
    return Row(
        rev=served.rev,
        item=str(texts["item"]),
        kind=str(texts["kind"]),
        parents=tuple(str(parent) for parent in parents),
        deletion="no",
        of=_optional(header, "of"),
        day=_optional(header, "day"),
        written=_optional(header, "written"),
        body=None,
        slot=None,
        sha=str(texts["sha"]),
        seq=served.seq,
        sent_once=True,
        hollow=True,
    )


def _optional(header: dict[str, object], name: str) -> str | None:
    value = header.get(name)
    return value if isinstance(value, str) else None
