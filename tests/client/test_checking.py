"""What a device believes of a served revision, case by case."""

from dataclasses import replace

import pytest

from client.ck1 import slots
from client.ck1.bodies import seal_body
from client.ck1.encoding import Refusal
from client.ck1.keys import Root, new_key_pair
from client.ck1.replies import Reply, seal_reply
from client.feeds import writing
from client.feeds.checking import checked, explained
from client.feeds.feed import Served
from client.feeds.rows import Row
from client.feeds.writing import Dates, first_revision
from client.sharing.mailbox import Mailbox

RING = slots.ring_of(Root(bytes(32)), 1)
DATES = Dates("2026-11-20", "2026-11-21")


def a_row(text: str = "words") -> Row:
    return first_revision("entry", {"v": 1, "t": "check-in", "text": text}, DATES, RING)


def emptied(row: Row, **header: object) -> Served:
    named = {"rev": row.rev, "item": row.item, "kind": row.kind, "parents": list(row.parents), "sha": row.sha}
    return Served(7, row.rev, None, None, {**named, "day": row.day, "written": row.written, **header})


def refused(served: Served, own: Row | None) -> str:
    with pytest.raises(Refusal) as refusal:
        checked(served, RING, own)
    return refusal.value.code


def test_what_opens_is_kept_with_its_place() -> None:
    row = a_row()
    found = checked(Served(7, row.rev, row.body, row.slot, {}), RING, None)
    assert found == replace(row, seq=7, unsent=False, sent_once=True)


def test_ones_own_tokens_stay_when_they_are_read_back() -> None:
    row = a_row()
    other_slot = slots.seal_slot(writing.body_of(row, RING), RING)
    found = checked(Served(7, row.rev, row.body, other_slot, {}), RING, row)
    assert found == replace(row, seq=7)


def test_what_comes_without_its_slot_is_a_reply_or_nothing() -> None:
    row = a_row()
    bare = Served(7, row.rev, row.body, None, {})
    with pytest.raises(Refusal, match="without its slot"):
        checked(bare, RING, None)
    with pytest.raises(Refusal, match="without its slot"):
        checked(bare, RING, None, lambda: Mailbox("", (), {}))
    pair, names = new_key_pair(), [writing.new_id() for _ in range(5)]
    reply = seal_reply(Reply(*names, 1, {"v": 1}), pair.public, new_key_pair())
    with pytest.raises(Refusal, match="without its slot"):
        checked(Served(7, names[3], reply, None, {}), RING, None)


def test_what_opens_under_another_name_or_beside_other_words_is_refused() -> None:
    row = a_row()
    assert refused(Served(7, writing.new_id(), row.body, row.slot, {}), None) == "swapped"
    body = seal_body(writing.body_of(row, RING).revision, {"v": 1, "text": "Other words."})
    other = Served(7, row.rev, body.token, slots.seal_slot(body, RING), {})
    assert refused(other, row) == "swapped"


@pytest.mark.parametrize(
    "header",
    [
        {"sha": "A" * 43},
        {"kind": "note"},
        {"item": "0b1d2e3f-4a5b-4c57-8a35-6f2a3c1e6d0b"},
        {"parents": ["0b1d2e3f-4a5b-4c57-8a35-6f2a3c1e6d0b"]},
    ],
    ids=lambda header: next(iter(header)),
)
def test_an_emptied_revision_keeps_its_header(header: dict[str, object]) -> None:
    row = a_row()
    assert checked(emptied(row), RING, row) == replace(row, seq=7, hollow=True)
    assert refused(emptied(row, **header), row) == "swapped"


@pytest.mark.parametrize("missing", ["item", "kind", "sha", "parents"])
def test_an_emptied_revision_without_its_header_is_refused(missing: str) -> None:
    assert refused(emptied(a_row(), **{missing: None}), None) == "does-not-open"


@pytest.mark.parametrize("deletion", ["keep-day", "forget"])
def test_emptiness_is_explained_by_a_tombstone_below_that_was_opened(deletion: str) -> None:
    row = a_row()
    edit = writing.next_revision({row.rev: row}, {"v": 1, "t": "check-in"}, RING)
    tombstone = writing.tombstone({row.rev: row, edit.rev: edit}, deletion, RING)
    hollow = checked(emptied(row), RING, None)
    item = {one.rev: one for one in (hollow, edit, tombstone)}
    assert explained(hollow, item)
    assert not explained(hollow, {**item, tombstone.rev: replace(tombstone, body=None)})
    assert not explained(hollow, {rev: one for rev, one in item.items() if rev != tombstone.rev})
    assert not explained(hollow, {**item, edit.rev: replace(edit, parents=())})
    assert not explained(replace(hollow, kind="note"), item)
    assert explained(replace(hollow, written="2020-01-01"), item) == (deletion == "forget")
