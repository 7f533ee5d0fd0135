"""Writes to a feed: one transaction each, the feed's row locked first, so commit order is seq order."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypedDict, Unpack

from django.db import transaction

from journal.errors import JournalError
from journal.feeds.batch import Batch, Outcome
from journal.feeds.kind import Kind
from journal.feeds.known import Known, known_items, known_revs
from journal.feeds.models import Feed, new_epoch
from journal.feeds.plan import plan
from journal.feeds.queries import FeedState, check_account, check_epoch, state_of
from journal.feeds.rules import Arriving, Offered, read
from journal.feeds.sql import locking
from journal.feeds.writing import write_down
from journal.keys.actions import StaleVault
from journal.people.models import Person

QUOTA_BYTES = 500 * 1024 * 1024


class WrongAddress(JournalError):
    """The body is of another item or kind than the address it was sent to."""

    code = "wrong-address"


class OneRevision(TypedDict):
    """One revision, and the address it is written to: whose, which item."""

    owner: Person
    item: str
    offered: Offered
    kinds: Mapping[str, Kind]
    now: datetime


@dataclass(frozen=True, slots=True)
class Pushed:
    """A feed after a push, and what became of each revision."""

    epoch: str
    head: int
    outcomes: list[Outcome]


@dataclass(frozen=True, slots=True)
class Written:
    """A feed after one write; `new` unless this very revision was there already."""

    epoch: str
    head: int
    rev: str
    seq: int
    new: bool


def open_feed(*, owner: Person) -> None:
    """Makes the person's feed, if there is none."""
    Feed.objects.bulk_create([Feed(owner=owner)], ignore_conflicts=True)


def renew_epochs() -> int:
    """After a restore: gives every feed a new epoch, so that devices offer again what they hold. How many."""
    feeds = list(Feed.objects.only("id"))
    for feed in feeds:
        feed.epoch = new_epoch()
    return Feed.objects.bulk_update(feeds, ["epoch"], batch_size=400)


def push(
    *,
    owner: Person,
    account: str,
    epoch: str,
    gen: int,
    revs: Sequence[Offered],
    kinds: Mapping[str, Kind],
    now: datetime,
) -> Pushed:
    """Adds revisions; each is applied, known already, or refused for itself.

    Raises AccountMismatch, FeedReset, StaleVault; then nothing was looked at.
    """
    check_account(owner, account)
    arrivals = _read_all(revs, kinds, now)
    with transaction.atomic():
        feed = _locked(owner)
        check_epoch(feed, epoch)
        known = _known(owner, feed, arrivals)
        if gen != known.gen:
            raise StaleVault("The vault is of another generation.", gen=known.gen)
        return _store(feed, known, arrivals)


def write(*, kind: Kind, of: str | None = None, **one: Unpack[OneRevision]) -> Written:
    """Adds one revision of one item (that belongs to `of`), sealed under the vault's present generation.

    Raises what a push would nest as the revision's problem, WrongAddress and StaleVault.
    """
    owner = one["owner"]
    arriving = read(one["offered"], kinds=one["kinds"], tomorrow=_tomorrow(one["now"]))
    if (arriving.item, arriving.kind) != (one["item"], kind.name) or not _belongs(arriving, of):
        raise WrongAddress("The body is of another item or kind than this address.")
    with transaction.atomic():
        feed = _locked(owner)
        known = _known(owner, feed, [arriving])
        if known.gen is None:
            raise StaleVault("There is no vault yet.", gen=None)
        pushed = _store(feed, known, [arriving])
        return _written(pushed, arriving, known.gen)


def _belongs(arriving: Arriving, of: str | None) -> bool:
    """Whether a revision of this address's kind belongs where the address says; what forgets does not say."""
    return of is None or arriving.of == of or arriving.deletion == "forget"


def _written(pushed: Pushed, arriving: Arriving, gen: int) -> Written:
    """The outcome of one write; raising, it takes the transaction back."""
    outcome = pushed.outcomes[0]
    if outcome.problem is not None or outcome.seq is None:
        raise outcome.problem or AssertionError("an outcome has a seq or a problem")
    if outcome.status == "applied" and arriving.slot is not None and arriving.gen != gen:
        raise StaleVault("The vault is of another generation.", gen=gen)
    return Written(pushed.epoch, pushed.head, arriving.rev, outcome.seq, outcome.status == "applied")


def _read_all(
    revs: Iterable[Offered], kinds: Mapping[str, Kind], now: datetime
) -> list[Arriving | JournalError]:
    """Reads before anything is locked, for reading takes most of the time."""
    tomorrow = _tomorrow(now)
    arrivals: list[Arriving | JournalError] = []
    for offered in revs:
        try:
            arrivals.append(read(offered, kinds=kinds, tomorrow=tomorrow))
        except JournalError as error:
            arrivals.append(error)
    return arrivals


def _tomorrow(now: datetime) -> date:
    return now.date() + timedelta(days=1)


def _locked(owner: Person) -> FeedState:
    """The feed's row, locked until the transaction ends."""
    found = state_of(owner, lock=locking())
    if found is None:
        open_feed(owner=owner)
        found = state_of(owner, lock=locking())
    assert found is not None  # noqa: S101 - just made
    return found


def _known(owner: Person, feed: FeedState, arrivals: Sequence[Arriving | JournalError]) -> Known:
    named = {rev for one in arrivals if isinstance(one, Arriving) for rev in (one.rev, *one.parents)}
    return known_revs(feed.id, named, owner=owner)


def _store(feed: FeedState, known: Known, arrivals: Sequence[Arriving | JournalError]) -> Pushed:
    """Decides and writes a batch. The feed's row is locked by the caller."""
    batch = Batch(arrivals, known.stored, known.awaited, known.gen or 0)
    batch.consider()
    if items := batch.needs_history():
        history = known_items(feed.id, items)
        batch.cover(history.stored, history.awaited)
    batch.settle(head=feed.head, room=QUOTA_BYTES - feed.size)
    planned = plan(batch)
    if planned.rows:
        write_down(feed, planned)
    return Pushed(feed.epoch, feed.head + len(planned.rows), batch.outcomes())
