"""How what was shared ends: by a tombstone, in time, with a pairing, with new keys; and what the ledger says of it."""

from collections.abc import Sequence
from datetime import UTC, datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from journal.feeds.models import Revision
from journal.feeds.queries import check_account, check_epoch, feed_of
from journal.feeds.rotation import rotate
from journal.keys.actions import make_vault
from journal.keys.rules import NewVault, Wrap, hash_of
from journal.people.models import Person
from journal.sharing.chain import Happened
from journal.sharing.ledger import append, keycard_event, locked_ledger
from journal.sharing.models import Copy, Ledger, LedgerEvent, Pairing
from journal.sharing.queries import LedgerPart, ledger_of


def settle(*, owner: Person, now: datetime) -> None:
    """Writes down what has ended in fact: copies taken back or expired, pairings ended, readers who left."""
    if not due(owner, now):
        return
    with transaction.atomic():
        head = locked_ledger(owner, now.date())
        end_copies(head, due(owner, now), now)


def end_copies(head: Ledger, copies: Sequence[Copy], now: datetime) -> None:
    """Ends the consents of these copies, each with an event. The ledger is locked by the caller."""
    events = []
    for copy in copies:
        copy.ended, why = _ending(copy, now)
        events.append(_event(copy, why))
    append(head, now.date(), events)
    Copy.objects.bulk_update(copies, ["ended"])


def make_first_vault(
    *, person: Person, gen: int, keybag: str, wraps: Sequence[Wrap], keycard: str, now: datetime
) -> bool:
    """Makes a person's first vault, and writes its keycard down; raises what `make_vault` does."""
    with transaction.atomic():
        made = make_vault(person=person, gen=gen, keybag=keybag, wraps=wraps, keycard=keycard)
        if made:
            locked_ledger(person, now.date())
    return made


def renew_keys(*, person: Person, gen: int, epoch: str, head: int, new: NewVault, now: datetime) -> bool:
    """Replaces a person's vault, and ends with it every consent, grant and pairing made with the old keys.

    Raises what `rotate` does; `False` when this very vault is there already.
    """
    with transaction.atomic():
        made = rotate(person=person, gen=gen, epoch=epoch, head=head, new=new)
        if made:
            _end_with_keys(person, new, now)
    return made


def note_synced(*, owner: Person, account: str, epoch: str, now: datetime) -> None:
    """Takes a device's word that everything it holds is here in this epoch: from now on copies are served again."""
    check_account(owner, account)
    with transaction.atomic():
        check_epoch(feed_of(owner), epoch)
        head = locked_ledger(owner, now.date())
        head.epoch = epoch
        head.save(update_fields=["epoch"])


def settled_ledger(*, owner: Person, account: str, epoch: str, after: int, now: datetime) -> LedgerPart:
    """A person's ledger after its `after`-th event, with everything that has ended by now written down.

    Raises AccountMismatch, FeedReset.
    """
    check_account(owner, account)
    settle(owner=owner, now=now)
    return ledger_of(owner, account=account, epoch=epoch, after=after)


def end_everything(*, person: Person, now: datetime) -> None:
    """Ends every pairing of a person who goes, on both sides, and what was shared under it; takes invitations back."""
    today = now.date()
    with transaction.atomic():
        Pairing.objects.filter(coach=person, agent__isnull=True).delete()
        live = Pairing.objects.filter(ended_on__isnull=True)
        live.filter(coach=person).update(ended_on=today, why="coach")
        live.filter(agent=person).update(ended_on=today, why="agent")
        settle(owner=person, now=now)


def note_export(*, owner: Person, now: datetime) -> None:
    """Writes down that the server's part of a person's data was taken out."""
    with transaction.atomic():
        append(locked_ledger(owner, now.date()), now.date(), [{"event": "exported"}])


def _end_with_keys(person: Person, new: NewVault, now: datetime) -> None:
    """The ledger's row is locked after the feed's, as everywhere."""
    today = now.date()
    head = locked_ledger(person, today)
    end_copies(head, due(person, now), now)
    Copy.objects.filter(owner=person, ended="").update(ended="rotated")
    mine = Q(coach=person) | Q(agent=person)
    Pairing.objects.filter(mine, agent__isnull=False, ended_on__isnull=True).update(
        ended_on=today, why="keys"
    )
    Pairing.objects.filter(coach=person, agent__isnull=True).delete()
    tokens = [token for token in (*new.between, new.keycard) if not _is_written(head, token)]
    append(head, today, [*map(keycard_event, tokens), {"event": "rotated", "gen": new.gen}])


def _is_written(head: Ledger, keycard: str) -> bool:
    """Whether the ledger, made only now, has this keycard already."""
    return LedgerEvent.objects.filter(ledger=head, event__contains=hash_of(keycard)).exists()


def due(owner: Person, now: datetime) -> list[Copy]:
    """A person's copies that are still called live and are not."""
    words = Revision.objects.filter(feed__owner=OuterRef("owner"), rev=OuterRef("rev"), body__isnull=False)
    gone = Q(reader__isnull=True) | Q(reader__is_coach=False) | Q(reader__is_active=False)
    over = Q(exp__lte=int(now.timestamp())) | ~Exists(words) | gone
    apart = Q(pairing__isnull=True) | Q(pairing__ended_on__isnull=False)
    rows = Copy.objects.filter(over | apart, owner=owner, ended="")
    return list(rows.select_related("pairing", "reader").order_by("id"))


def _ending(copy: Copy, now: datetime) -> tuple[str, str]:
    """How a copy ended, and why."""
    if copy.exp <= int(now.timestamp()):
        return "expired", datetime.fromtimestamp(copy.exp, UTC).date().isoformat()
    if copy.reader is None or not (copy.reader.is_coach and copy.reader.is_active):
        return "withdrawn", "reader-left"
    if copy.pairing is None or copy.pairing.ended_on is not None:
        return "withdrawn", "pairing-ended"
    return "withdrawn", "taken-back"


def _event(copy: Copy, why: str) -> Happened:
    reader = None if copy.reader_id is None else str(copy.reader_id)
    return {"event": copy.ended, "jti": copy.jti, "item": copy.item, "reader": reader, "why": why}
