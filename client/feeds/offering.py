"""Offering what is unsent, parents first. Only an acknowledgement empties the outbox."""

from dataclasses import replace

from client.ck1.slots import forgotten_under
from client.feeds import outbox
from client.feeds.feed import BatchRefused, Result
from client.feeds.meeting import Meeting
from client.feeds.rows import Row
from client.feeds.writing import reslotted, sealed_anew
from client.sharing.shares import forget_share, is_shared, share_of
from client.store import Store

PASSING = {"over-quota", "later-generation", "no-tombstone"}
"""Refused for a reason that may have gone by itself: there is room, keys were put back, a tombstone came."""


def release(store: Store) -> None:
    """What may go through by now waits again; it stays refused for the rest of a sync that refuses it once more."""
    if waits := [replace(row, problem=None) for row in store.unsent() if row.problem in PASSING]:
        store.save(*waits)


def push(meeting: Meeting) -> None:
    """Send everything that may go, until nothing more may."""
    _put_tombstones_below_what_was_taken(meeting)
    _give_new_slots(meeting)
    while rows := outbox.ready(meeting.store.unsent(), meeting.store.item):
        for portion in outbox.portions([row for row in rows if not is_shared(meeting.store, row)]):
            _push_portion(meeting, portion)
        for row in rows:
            if is_shared(meeting.store, row):
                _give(meeting, row)


def _give_new_slots(meeting: Meeting) -> None:
    """What was sealed under keys that were renewed before it ever came, or that a restored server had lost by then,
    would open nowhere: its slot is made anew, body and rev stay."""
    for row in meeting.store.unsent():
        own = forgotten_under(row.slot, meeting.ring) if row.slot is not None else None
        if own:
            meeting.store.save(reslotted(row, own, meeting.ring))


def _push_portion(meeting: Meeting, rows: list[Row]) -> None:
    try:
        results = meeting.feed.push(meeting.epoch, meeting.ring.generation, rows)
    except BatchRefused as refused:
        if len(rows) == 1:
            _reject(meeting, rows[0], refused.code or "refused")
            return
        half = len(rows) // 2
        _push_portion(meeting, rows[:half])
        _push_portion(meeting, rows[half:])
        return
    with meeting.store.together():
        for row, result in zip(rows, results, strict=True):
            if result.status == "rejected":
                _reject(meeting, row, result.code)
            else:
                _acknowledge(meeting, row, result)


def _give(meeting: Meeting, row: Row) -> None:
    """A copy goes with its grant and consent in one request. One that was given before and can no longer be is kept
    as what it is, an item of one's own."""
    try:
        result = meeting.feed.give(meeting.epoch, meeting.ring.generation, row, share_of(meeting.store, row))
    except BatchRefused as refused:
        if row.sent_once:
            forget_share(meeting.store, row.rev)
        else:
            _reject(meeting, row, refused.code or "refused")
        return
    with meeting.store.together():
        _acknowledge(meeting, row, result)


def _acknowledge(meeting: Meeting, row: Row, result: Result) -> None:
    """New to the server, though it had acknowledged it before: that is a loss, unless it says it was restored."""
    if result.status == "applied" and row.sent_once and not meeting.restored:
        meeting.report.missed(row.rev)
    meeting.store.save(replace(_now(meeting, row), unsent=False, sent_once=True))
    meeting.report.sent += 1


def _now(meeting: Meeting, row: Row) -> Row:
    """The row as it is by now: a deletion may have emptied it while it was under way."""
    return meeting.store.row(row.rev) or row


def _reject(meeting: Meeting, row: Row, code: str) -> None:
    meeting.store.save(replace(_now(meeting, row), problem=code))
    meeting.report.rejected.append((row.rev, code))


def _put_tombstones_below_what_was_taken(meeting: Meeting) -> None:
    for tombstone in meeting.store.unsent():
        if tombstone.is_tombstone and tombstone.problem is None:
            _put_below_what_was_taken(meeting, tombstone)


def _put_below_what_was_taken(meeting: Meeting, tombstone: Row) -> None:
    """Below a refused revision a tombstone would reach nothing: it is sealed anew below what the server has.

    What it empties and the server never had is gone from here too.
    """
    rows = meeting.store.item(tombstone.item)
    refused: set[str] = set()
    taken: set[str] = set()
    open_ends = [rev for rev in tombstone.parents if rev in rows]
    while open_ends:
        rev = open_ends.pop()
        (refused if rows[rev].problem else taken).add(rev)
        if rows[rev].problem:
            open_ends += [parent for parent in rows[rev].parents if parent in rows]
    if not refused:
        return
    with meeting.store.together():
        meeting.store.drop(tombstone.rev, *refused)
        if taken:
            meeting.store.save(sealed_anew(tombstone, tuple(sorted(taken)), meeting.ring))
