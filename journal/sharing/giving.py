"""Giving a copy to a coach, and taking it back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Unpack
from uuid import UUID

from django.db import transaction

from journal.errors import JournalError
from journal.feeds.actions import OneRevision, Pushed, Written, push, write
from journal.feeds.kind import Kind
from journal.feeds.queries import check_account
from journal.feeds.rules import Arriving, Offered, read
from journal.keys.queries import public_keys_of
from journal.keys.rules import hash_of
from journal.people.models import Person
from journal.sharing.actions import LeadOfOwnTeam
from journal.sharing.ending import due, end_copies, settle
from journal.sharing.ledger import append, locked_ledger
from journal.sharing.models import Copy, Pairing
from journal.sharing.queries import lead_says
from journal.sharing.rules import (
    COPY,
    BadCopy,
    Consent,
    ConsentForged,
    Given,
    Grant,
    Shipped,
    check_consent,
    read_consent,
    read_grant,
)


class NotPaired(JournalError):
    """The two are not paired, or no longer: the keys have to be verified (again)."""

    code = "not-paired"


class KeyChanged(JournalError):
    """The other one has other keys than these: they have to be verified again."""

    code = "key-changed"


class AlreadyShared(JournalError):
    """This copy was given already, by another consent or to somebody else: make another copy."""

    code = "already-shared"


class ConsentReplayed(JournalError):
    """This consent was used for another copy."""

    code = "consent-replayed"


@dataclass(frozen=True, slots=True)
class Shared:
    """What lies together in one request: the copy's body with its owner's slot, the grant, the consent."""

    body: str
    slot: str
    grant: str
    consent: str


@dataclass(frozen=True, slots=True)
class Sent:
    """Whose feed it is for, as the device knows it."""

    owner: Person
    account: str
    epoch: str
    gen: int


def give_copy(
    *, sent: Sent, shared: Shared, kinds: Mapping[str, Kind], shipped: Shipped, now: datetime
) -> tuple[Pushed, bool]:
    """Stores a copy and lets its reader have it; the feed after it, and whether it is served now.

    The same again changes nothing. Where its tombstone came first, it is given and withdrawn in one step. Raises what
    a push would, what is wrong with grant or consent, NotPaired, KeyChanged, AlreadyShared; then nothing is stored.
    """
    check_account(sent.owner, sent.account)
    arriving = _read(shared, kinds, now)
    grant, consent = read_grant(shared.grant), read_consent(shared.consent)
    with transaction.atomic():
        pushed = push(
            owner=sent.owner,
            account=sent.account,
            epoch=sent.epoch,
            gen=sent.gen,
            revs=[Offered(shared.body, shared.slot)],
            kinds=kinds,
            now=now,
        )
        if problem := pushed.outcomes[0].problem:
            raise problem
        kept = _kept(sent.owner, arriving, consent)
        if kept is None:
            kept = _store(
                sent.owner, shared, _checked(sent.owner, arriving, grant, shared, shipped, now), now
            )
    return pushed, not kept.ended


def take_back(**one: Unpack[OneRevision]) -> Written:
    """Adds a copy's tombstone, which takes it from its reader at once; also before the copy itself has come.

    Raises what a push would nest, WrongAddress, StaleVault, BadCopy.
    """
    offered, now = one["offered"], one["now"]
    arriving = read(offered, kinds=one["kinds"], tomorrow=now.date() + timedelta(days=1))
    if arriving.deletion != "forget":
        raise BadCopy("A copy is taken back by a tombstone that forgets.")
    with transaction.atomic():
        written = write(kind=COPY, **one)
        settle(owner=one["owner"], now=now)
    return written


def _read(shared: Shared, kinds: Mapping[str, Kind], now: datetime) -> Arriving:
    """The copy, as far as it can be checked without the database."""
    tomorrow = now.date() + timedelta(days=1)
    arriving = read(Offered(shared.body, shared.slot), kinds=kinds, tomorrow=tomorrow)
    if arriving.kind != COPY.name or arriving.parents or arriving.is_tombstone:
        raise BadCopy("A copy is one revision of an item of its own.")
    return arriving


def _kept(owner: Person, arriving: Arriving, consent: Consent) -> Copy | None:
    """The row, if this very copy was given by this very consent before."""
    same_item = Copy.objects.filter(owner=owner, item=arriving.item).first()
    if same_item is None:
        if Copy.objects.filter(owner=owner, jti=consent.jti).exists():
            raise ConsentReplayed("This consent was used for another copy: ask again.")
        return None
    if (same_item.rev, same_item.sha, same_item.jti) != (arriving.rev, arriving.sha, consent.jti):
        raise AlreadyShared("This copy was given already: make another one.")
    return same_item


def _checked(
    owner: Person, arriving: Arriving, grant: Grant, shared: Shared, shipped: Shipped, now: datetime
) -> tuple[Pairing, Consent]:
    """The pairing under which a copy may be given, and its consent; raises why it may not."""
    keys = public_keys_of(owner.pk)
    if keys is None:
        raise ConsentForged("There is no keycard of yours: make your vault first.")
    scope = (arriving.item, arriving.rev, arriving.sha)
    given = Given(str(owner.pk), keys, grant, scope)
    consent = check_consent(shared.consent, given, shipped=shipped, now_s=int(now.timestamp()))
    pairing = Pairing.objects.select_related("coach").filter(
        agent=owner, coach=UUID(grant.reader), ended_on__isnull=True, coach__is_coach=True, coach__is_active=True
    ).first()  # fmt: skip
    if pairing is None:
        raise NotPaired("You are not paired, or no longer: verify each other's keys first.")
    if lead_says(pairing, owner) is False:
        raise LeadOfOwnTeam("This coach leads your own team, and your work place keeps the two apart.")
    readers = public_keys_of(grant.reader)
    if readers is None or readers.enc != grant.kid:
        raise KeyChanged("Your coach has other keys now: verify them first.")
    return pairing, consent


def _store(owner: Person, shared: Shared, allowed: tuple[Pairing, Consent], now: datetime) -> Copy:
    """Keeps grant and consent, and writes the consent down; withdrawn at once where the words are gone already."""
    pairing, consent = allowed
    scope = consent.scope
    copy = Copy.objects.create(
        owner=owner, reader=pairing.coach, pairing=pairing, item=scope.item, rev=scope.rev, jti=consent.jti,
        sha=scope.cth, exp=consent.exp, shared_on=now.date(), grant=shared.grant, consent=shared.consent,
    )  # fmt: skip
    head = locked_ledger(owner, now.date())
    said = {"event": "consent", "jti": copy.jti, "item": copy.item, "rev": copy.rev, "reader": consent.aud}
    append(head, now.date(), [{**said, "until": copy.exp, "sha": hash_of(shared.consent)}])
    if copy in (over := due(owner, now)):
        end_copies(head, over, now)
        copy.refresh_from_db(fields=["ended"])
    return copy
