"""Reads of a feed. Each is its owner's: the owner's feed is in every statement."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db.models.functions import Length

from journal.errors import JournalError
from journal.feeds.models import Awaited, Feed, Revision
from journal.feeds.sql import owner_id, row_of, rows_of
from journal.people.models import Person

LONGEST_PAGE_BYTES = 1024 * 1024
LONGEST_PAGE = 200
LONGEST_FIRST_PAGE = 500
LONGEST_IDS_PAGE = 5_000

# Rows up to the last one that still fits the page, and at least one: a running total over the
# short columns decides, so that no more tokens are read than are handed out.
_PAGE = """
SELECT seq, rev, body, slot FROM revision
WHERE feed_id = %s AND seq > %s AND seq <= COALESCE((
    SELECT MAX(seq) FROM (
        SELECT seq, SUM(size) OVER (ORDER BY seq) AS total FROM revision
        WHERE feed_id = %s AND seq > %s AND seq <= %s
    ) AS running WHERE total <= %s
), %s)
ORDER BY seq
"""


_STATE = "SELECT id, epoch, head, digest, size FROM feed WHERE owner_id = %s"


class AccountMismatch(JournalError):
    """The request is for another account than the one that is signed in."""

    code = "account-mismatch"


class FeedReset(JournalError):
    """The feed has another epoch, or is shorter than the cursor: it was restored. `epoch`: the current one."""

    code = "feed-reset"


class NoSuchItem(JournalError):
    """There is no such item in this feed."""

    code = "not-found"


class FeedState(NamedTuple):
    """A feed's row."""

    id: int
    epoch: str
    head: int
    digest: str
    size: int


class Tokens(NamedTuple):
    """A revision as devices read it; without body and slot where its words are gone."""

    seq: int
    rev: str
    body: str | None
    slot: str | None


class Emptied(NamedTuple):
    """What remains of a revision whose words are gone. `parents`: joined by commas."""

    seq: int
    rev: str
    item: str
    kind: str
    parents: str
    sha: str
    of: str | None
    day: date | None
    written: date | None


@dataclass(frozen=True, slots=True)
class Page:
    """Some revisions in seq order; `emptied` describes those of them without words, by rev."""

    feed: FeedState
    cursor: int
    rows: Sequence[Tokens]
    emptied: dict[str, Emptied]

    @property
    def more(self) -> bool:
        """Whether the feed goes on after this page."""
        return self.cursor < self.feed.head


def feed_of(owner: Person) -> FeedState:
    """The person's feed; an account that was made without one gets it here."""
    found = state_of(owner)
    if found is None:
        Feed.objects.bulk_create([Feed(owner=owner)], ignore_conflicts=True)
        found = state_of(owner)
    assert found is not None  # noqa: S101 - just made
    return found


def state_of(owner: Person, *, lock: str = "") -> FeedState | None:
    """The feed's row as it is, `lock`ed if need be; None if there is none yet."""
    row = row_of(_STATE + lock, [owner_id(owner)])
    return None if row is None else FeedState(*row)


def check_account(owner: Person, account: str) -> None:
    """Checks that a request is for the account that is signed in; raises AccountMismatch."""
    if account != str(owner.pk):
        raise AccountMismatch("This is another account than the one that is signed in.")


def check_epoch(feed: FeedState, epoch: str) -> None:
    """Checks that the device knows this feed as it is; raises FeedReset."""
    if epoch != feed.epoch:
        raise FeedReset("The feed began anew: read it from 0 and offer everything again.", epoch=feed.epoch)


def changes(owner: Person, *, account: str, epoch: str, cursor: int, limit: int) -> Page:
    """What came after `cursor`, at most `limit` revisions or 1 MiB. An empty epoch at 0: the first sync.

    Raises AccountMismatch, FeedReset.
    """
    feed = _feed_at(owner, account=account, epoch=epoch, cursor=cursor)
    longest = LONGEST_PAGE if epoch else LONGEST_FIRST_PAGE
    last = min(cursor + min(limit, longest), feed.head)
    rows = _page(feed, cursor, last) if last > cursor else []
    return Page(feed, rows[-1].seq if rows else cursor, rows, _emptied(feed, rows))


def ids(owner: Person, *, account: str, epoch: str, cursor: int) -> tuple[FeedState, list[str]]:
    """The revs after `cursor` in seq order, without a gap; at most 5,000. Raises AccountMismatch, FeedReset."""
    feed = _feed_at(owner, account=account, epoch=epoch, cursor=cursor)
    rows = Revision.objects.filter(
        feed_id=feed.id, seq__gt=cursor, seq__lte=min(cursor + LONGEST_IDS_PAGE, feed.head)
    )
    return feed, list(rows.order_by("seq").values_list("rev", flat=True))


def item_revisions(owner: Person, *, account: str, epoch: str, item: str, cursor: int) -> tuple[Page, bool]:
    """One item's revisions after `cursor` in seq order, at most 200 or 1 MiB, and whether there are more.

    Raises AccountMismatch, FeedReset, NoSuchItem.
    """
    feed = _feed_at(owner, account=account, epoch=epoch, cursor=cursor)
    found = Revision.objects.filter(feed_id=feed.id, item=item).order_by("seq")
    sizes = list(found.filter(seq__gt=cursor).values_list("seq", "size")[: LONGEST_PAGE + 1])
    if not sizes and not found.exists():
        raise NoSuchItem("There is nothing here, or it is not yours.")
    last = _fitting(sizes, cursor)
    page = found.filter(seq__gt=cursor, seq__lte=last).values_list("seq", "rev", "body", "slot")
    rows = [Tokens(*row) for row in page]
    return Page(feed, last, rows, _emptied(feed, rows)), bool(sizes) and last < sizes[-1][0]


def _fitting(sizes: Sequence[tuple[int, int]], cursor: int) -> int:
    """The last seq that still fits one page; the first always does."""
    last, total = cursor, 0
    for number, (seq, size) in enumerate(sizes[:LONGEST_PAGE]):
        total += size
        if number and total > LONGEST_PAGE_BYTES:
            break
        last = seq
    return last


def rows_about(owner: Person) -> dict[str, list[dict[str, Any]]]:
    """Every row about a person's feed, as it is; tokens as their sizes."""
    feeds = Feed.objects.filter(owner=owner)
    awaited = Awaited.objects.filter(feed__owner=owner).order_by("rev")
    revisions = Revision.objects.filter(feed__owner=owner).order_by("seq")
    columns = ("seq", "rev", "item", "kind", "of", "day", "written", "deletion", "superseded")
    return {
        "feeds": [dict(row) for row in feeds.values("epoch", "head", "digest", "size")],
        "revisions": [
            {**row, "parents": [rev for rev in row["parents"].split(",") if rev]}
            for row in revisions.values(
                *columns, "sha", "parents", "pub", body_bytes=Length("body"), slot_bytes=Length("slot")
            )
        ],
        "awaited": [dict(row) for row in awaited.values("rev", "item", "kind", "cover")],
    }


def _feed_at(owner: Person, *, account: str, epoch: str, cursor: int) -> FeedState:
    """The feed, if the device's account, epoch and cursor fit it."""
    check_account(owner, account)
    feed = feed_of(owner)
    if epoch or cursor:
        check_epoch(feed, epoch)
    if cursor > feed.head:
        raise FeedReset("The feed is shorter than your cursor: read it from 0.", epoch=feed.epoch)
    return feed


def _page(feed: FeedState, cursor: int, last: int) -> list[Tokens]:
    bounds = [feed.id, cursor, feed.id, cursor, last, LONGEST_PAGE_BYTES, cursor + 1]
    return [Tokens(*row) for row in rows_of(_PAGE, bounds)]


def _emptied(feed: FeedState, rows: Collection[Tokens]) -> dict[str, Emptied]:
    """What remains of those rows that have no words."""
    seqs = [row.seq for row in rows if row.body is None]
    if not seqs:
        return {}
    found = Revision.objects.filter(feed_id=feed.id, seq__in=seqs).values_list(*Emptied._fields)
    return {row[1]: Emptied(*row) for row in found}
