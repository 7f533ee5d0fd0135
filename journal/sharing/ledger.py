"""Writing the ledger: its head is locked first, so that no two events have one number."""

from collections.abc import Sequence
from datetime import date

from journal.feeds.queries import feed_of
from journal.keys.queries import keycards_of
from journal.keys.rules import hash_of, public_keys_in
from journal.people.models import Person
from journal.sharing.chain import Happened, last_hash, written_down
from journal.sharing.models import Ledger, LedgerEvent


def locked_ledger(owner: Person, on: date) -> Ledger:
    """A person's ledger, locked until the caller's transaction ends; made, with all keycards so far, if need be."""
    found = Ledger.objects.select_for_update().filter(owner=owner).first()
    if found is not None:
        return found
    made = Ledger.objects.bulk_create(
        [Ledger(owner=owner, epoch=feed_of(owner).epoch)], ignore_conflicts=True
    )
    head = Ledger.objects.select_for_update().get(owner=made[0].owner)
    if head.n == 0:
        append(head, on, [keycard_event(token) for token in keycards_of(str(owner.pk))])
    return head


def append(head: Ledger, on: date, happened: Sequence[Happened]) -> None:
    """Adds events to a ledger that the caller has locked."""
    if not happened:
        return
    own = str(head.owner_id)
    events = [written_down(own, head.n + 1 + index, on, one) for index, one in enumerate(happened)]
    rows = [LedgerEvent(ledger=head, n=head.n + 1 + index, event=event) for index, event in enumerate(events)]
    LedgerEvent.objects.bulk_create(rows)
    head.n, head.hash = head.n + len(events), last_hash(head.hash, events)
    head.save(update_fields=["n", "hash"])


def keycard_event(token: str) -> Happened:
    """That a person's public keys are these from now on."""
    return {"event": "keycard", "gen": public_keys_in(token).gen, "sha": hash_of(token)}
