"""Whether this folder and the server hold the same set, and what to do when they do not."""

from dataclasses import replace

from client.feeds.feed import Page
from client.feeds.meeting import Meeting
from client.feeds.rows import digest_of
from client.store import Store


def same_set(meeting: Meeting, page: Page) -> bool:
    """Whether both hold the same, after the feed's last page. If not, the next round asks for what is missing here
    and offers what is missing there."""
    lost = [row.rev for row in meeting.store.not_read_back() if row.rev not in _alarmed(meeting.store)]
    if page.digest == digest_of(_places(meeting.store)) and not lost:
        meeting.store.calm("rev:None")
        return True
    ids = meeting.feed.ids(meeting.epoch)
    served = {rev: index + 1 for index, rev in enumerate(ids)}
    gone = lost + [rev for rev in meeting.store.placed() if rev not in served]
    _offer_again(meeting, gone, end=len(ids))
    here = _places(meeting.store)
    missing = {rev: seq for rev, seq in served.items() if here.get(rev) != seq}
    _ask_again(meeting, missing, end=len(ids))
    if not gone and not missing:
        meeting.alarm("withheld", None)
        return True
    return False


def adopt_epoch(store: Store, epoch: str) -> None:
    """The server was restored: read from 0, and offer again everything that is here. With the epoch it had before, it
    has lost something without knowing."""
    with store.together():
        if epoch != store.text("epoch"):
            store.put(restored=True)
        rows = store.all()
        store.save(*(replace(row, seq=None, unsent=True, hollow=row.hollow and not row.body) for row in rows))
        store.calm(*(place for place, _, _, _ in store.alarms()))
        store.put(epoch=epoch, cursor=0)


def _places(store: Store) -> dict[str, int]:
    """Where each revision stands, those included that did not hold when they were served."""
    return {**store.placed(), **_alarmed(store)}


def _alarmed(store: Store) -> dict[str, int]:
    return {rev: seq for _, _, rev, seq in store.alarms() if rev is not None and seq is not None}


def _offer_again(meeting: Meeting, revs: list[str], *, end: int) -> None:
    """What the server acknowledged and no longer shows: an alarm, and into the outbox once more."""
    with meeting.store.together():
        for rev in revs:
            row = meeting.store.row(rev)
            if row is not None:
                beyond = row.seq is not None and row.seq > end
                meeting.alarm("rolled-back" if beyond else "withheld", rev)
                meeting.store.save(replace(row, seq=None, unsent=True))


def _ask_again(meeting: Meeting, missing: dict[str, int], *, end: int) -> None:
    """Read once more from the first that is missing; what is not served even then is withheld."""
    with meeting.store.together():
        for rev, seq in missing.items():
            if rev in meeting.asked_for:
                meeting.alarm("withheld", rev, seq)
        meeting.asked_for.update(missing)
        meeting.store.put(cursor=min([seq - 1 for seq in missing.values()] + [meeting.cursor, end]))
