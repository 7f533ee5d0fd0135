"""Taking what the server has: each revision proved by our own keys before it is kept, row and cursor together."""

from dataclasses import replace

from client.ck1.encoding import Refusal
from client.ck1.slots import generation_of
from client.feeds.checking import checked, explained
from client.feeds.feed import Page, Served, not_understood
from client.feeds.meeting import Meeting
from client.feeds.rows import ancestors
from client.sharing.mailbox import mailbox_of
from client.store import Store

WIDEST_GAP = 10_000


class KeysRenewed(Exception):
    """A slot names a generation this folder has not unlocked."""


def pull(meeting: Meeting) -> Page:
    """Take pages until the server has no more; the last page."""
    while True:
        page = meeting.feed.changes(meeting.epoch, meeting.cursor)
        take(meeting, page)
        if not page.more or not page.revs:
            return page


def take(meeting: Meeting, page: Page) -> None:
    """Keep a page that follows the cursor. A number left out is an alarm: the feed has no gaps."""
    _check_generations(meeting, page)
    place = meeting.cursor
    with meeting.store.together():
        for served in page.revs:
            if not place < served.seq <= place + WIDEST_GAP:
                raise not_understood("seq")
            for gap in range(place + 1, served.seq):
                meeting.alarm("withheld", None, gap)
            place = served.seq
            _take_one(meeting, served)
        meeting.store.put(epoch=page.epoch, cursor=place)


def look_again(meeting: Meeting) -> None:
    """Ask anew for what did not hold before: it may have been put right."""
    for _, _, _, seq in meeting.store.alarms():
        if seq is not None and seq <= meeting.cursor:
            page = meeting.feed.changes(meeting.epoch, seq - 1, limit=1)
            _check_generations(meeting, page)
            if page.revs and page.revs[0].seq == seq:
                with meeting.store.together():
                    _take_one(meeting, page.revs[0])


def check_emptied(meeting: Meeting) -> None:
    """Once everything is here: each revision served without its words has to lie above an opened tombstone."""
    for row in meeting.store.hollow():
        if explained(row, meeting.store.item(row.item)):
            meeting.store.save(replace(row, hollow=False))
            meeting.store.calm(f"seq:{row.seq}")
        else:
            meeting.alarm("emptied-without-tombstone", row.rev, row.seq)


def empty_ancestors(store: Store, item: str) -> None:
    """Take away the words above each tombstone of an item; above one that forgets, the day too.

    One that forgets holds neither, and stays whole: whoever reads it has to know that it forgets.
    """
    rows = store.item(item)
    for tombstone in [row for row in rows.values() if row.is_tombstone and row.body is not None]:
        for above in [rows[rev] for rev in ancestors(tombstone, rows) if rows[rev].deletion != "forget"]:
            emptied = replace(above, body=None, slot=None)
            if tombstone.deletion == "forget":
                emptied = replace(emptied, day=None, written=None, of=None)
            rows[above.rev] = emptied
            store.save(emptied)


def _take_one(meeting: Meeting, served: Served) -> None:
    own = meeting.store.row(served.rev)
    try:
        row = checked(served, meeting.ring, own, lambda: mailbox_of(meeting.store))
    except Refusal as refusal:
        meeting.alarm(refusal.code, served.rev, served.seq)
        return
    meeting.report.taken += own is None
    meeting.store.save(row)
    meeting.store.calm(f"seq:{served.seq}", f"rev:{served.rev}")
    empty_ancestors(meeting.store, row.item)


def _check_generations(meeting: Meeting, page: Page) -> None:
    latest = max((_generation(served.slot) for served in page.revs if served.slot is not None), default=0)
    if latest > meeting.ring.generation and meeting.vault_generation() > meeting.ring.generation:
        raise KeysRenewed


def _generation(slot: str) -> int:
    try:
        return generation_of(slot)
    except Refusal:
        return 0
