"""Giving a copy, and taking it back; what comes of it stands in the ledger."""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from client.ck1 import bodies, consents, grants, keys
from client.ck1.bodies import Revision, Words
from client.ck1.encoding import b64, hash_of
from client.ck1.slots import seal_slot
from client.ck1.tokens import Header
from client.content.days import now
from client.device import Client
from client.feeds import writing
from client.feeds.rows import row_of
from client.feeds.shown import Item
from client.keys import vault
from client.people import profile
from client.people.profile import Pin
from client.session import Members
from client.sharing import ledger, seen
from client.sharing.mailbox import remember_keys
from client.sharing.pairing import NOTICE, fetch_notice, own_keys, present_keys, verified_pin
from client.sharing.shares import keep_share
from client.trouble import BadRequest

KEPT = ("t", "trigger", "intensity", "feelings", "text", "mood", "bright", "happens", "does", "helps")
LEFT_OUT = {
    "trigger": "trigger",
    "feeling": "feelings",
    "text": "text",
    "date": "day",
    "intensity": "intensity",
}
PURPOSE = "be-heard"
SHAREABLE = ("entry", "note")


@dataclass(frozen=True)
class Terms:
    """For how many days, for which purpose, whether backup is wanted, and what is left out of the copy."""

    days: int = consents.DEFAULT_DAYS
    purpose: str = PURPOSE
    backup: bool = False
    without: Collection[str] = ()


def copy_words(item: Item, terms: Terms) -> Words:
    """What the coach will read: what is left ticked of an entry or a note, never the minute."""
    unknown = sorted(set(terms.without) - set(LEFT_OUT))
    if unknown:
        raise BadRequest("bad-words", f"“{unknown[0]}” is none of {', '.join(LEFT_OUT)}.")
    if item.kind not in SHAREABLE:
        raise BadRequest("not-shareable", "Only entries and notes can be shared.")
    left_out = {LEFT_OUT[name] for name in terms.without}
    words: Words = {"v": 1, **{name: item.words[name] for name in KEPT if name in item.words}}
    words |= {"day": item.day, "backup": terms.backup}
    return {name: value for name, value in words.items() if name not in left_out}


def notice_lines(client: Client, coach: str, days: int) -> list[str]:
    """What is shown before consent, with the name and the days put in."""
    lines = _notice(client).get("lines")
    told = {"{coach}": verified_pin(client, coach).name, "{days}": str(days)}
    return [_filled(str(line), told) for line in lines] if isinstance(lines, list) else []


def share(client: Client, item: str, coach: str, terms: Terms, *, at: datetime | None = None) -> str:
    """Makes a copy of an item for one coach and keeps it here with its grant and consent until it is sent; its id.

    Works without a network: then the keys pinned when pairing are used, and the server refuses if they have changed.
    """
    if not 1 <= terms.days <= consents.LONGEST_DAYS:
        raise BadRequest("bad-days", f"A copy is shared for 1 to {consents.LONGEST_DAYS} days.")
    found = next((one for one in client.items() if one.item == item), None)
    if found is None:
        raise BadRequest("no-such-item", f"There is no item {item} in this folder.")
    pin = verified_pin(client, coach)
    body = bodies.seal_body(Revision(writing.new_id(), writing.new_id(), "copy"), copy_words(found, terms))
    consent = _consent(client, pin, body, terms, int((at or now()).timestamp()))
    sig = own_keys(client).sig
    agreed = grants.Terms(
        client.account, pin.person, consent.jti, consent.issued_at, consent.valid_until, backup=terms.backup
    )
    grant = grants.seal_grant(body, agreed, _pinned_enc(client, pin), sig)
    row = row_of(body.revision, body.token, seal_slot(body, vault.ring_of(client.store)), unsent=True)
    with client.store.together():
        client.store.save(row)
        keep_share(client.store, row.rev, grant, consents.sign_consent(consent, sig))
        _remember(client, row.item, found, consent)
    return row.item


def take_back(client: Client, copy: str) -> None:
    """Takes a copy back, also offline: its tombstone goes first at the next sync."""
    if copy not in [item.item for item in client.items("copy")]:
        raise BadRequest("no-such-copy", f"There is no copy {copy} here, or it was taken back.")
    client.delete(copy, forget=True)


def replies_to(client: Client, copy: str) -> list[Item]:
    """The coach's replies to a copy."""
    return [item for item in client.items("reply") if item.of == copy]


def answers_to(client: Client, item: str) -> list[tuple[str, Item]]:
    """Who answered to the copies of an entry or a note, and with what."""
    lent, pins = _lent(client), profile.pins_of(client.store, vault.ring_of(client.store))
    copies = {copy: str(one.get("to")) for copy, one in lent.items() if one.get("of") == item}
    named = {copy: pins[person].name if person in pins else "" for copy, person in copies.items()}
    return [(named[one.of], one) for one in client.items("reply") if one.of in named]


def state_of(client: Client, copy: str, *, today: date | None = None) -> seen.State:
    """What became of a copy, by the own ledger: sent, not-seen-yet, seen, answered, over."""
    answered = bool(replies_to(client, copy))
    return seen.state_of(copy, events(client), answered=answered, today=today or client.day())


def events(client: Client) -> Sequence[Header]:
    """What the ledger says, as far as this folder has followed it."""
    return ledger.events_of(client.store, client.account)


def _lent(client: Client) -> dict[str, Words]:
    """What each copy was made from and whom it is for. The copy itself must not tell, so the sealed profile does."""
    return _lent_by(profile.profile_of(client.store, vault.ring_of(client.store)))


def _lent_by(now: Words) -> dict[str, Words]:
    kept = now.get("copies")
    return kept if isinstance(kept, dict) else {}


def _remember(client: Client, copy: str, found: Item, consent: consents.Consent) -> None:
    on = client.day().isoformat()
    lent: Words = {"of": found.item, "to": consent.reader, "until": consent.valid_until, "on": on}
    ring = vault.ring_of(client.store)
    profile.change(client.store, ring, client.account, lambda now: {"copies": {**_lent_by(now), copy: lent}})


def _consent(client: Client, pin: Pin, body: bodies.Body, terms: Terms, at_s: int) -> consents.Consent:
    notice, revision, today = _notice(client), body.revision, consents.to_the_day(at_s)
    purposes, lines = notice.get("purposes"), notice.get("lines")
    if not isinstance(purposes, list) or not isinstance(lines, list) or terms.purpose not in purposes:
        raise BadRequest("unknown-purpose", f"“{terms.purpose}” is none of the purposes here: {purposes}.")
    shown = consents.Notice(
        str(notice["version"]), str(notice["lang"]), hash_of_text([str(line) for line in lines])
    )
    return consents.Consent(
        jti=writing.new_id(),
        own=client.account,
        reader=pin.person,
        issued_at=today,
        valid_until=today + terms.days * consents.DAY_S,
        reader_kid=pin.enc,
        verified=pin.verified or "",
        purpose=terms.purpose,
        scope=consents.Scope(revision.item, revision.rev, hash_of(body.token)),
        notice=shown,
    )


def _pinned_enc(client: Client, pin: Pin) -> Header:
    """The coach's public key, kept when pairing; only if it is the one pinned."""
    kept = client.store.get("encs")
    found = kept.get(pin.person) if isinstance(kept, dict) else None
    for enc in (found, pin.public.get("enc")):
        if isinstance(enc, dict) and keys.thumbprint(enc) == pin.enc:
            return enc
    return _fetched_enc(client, pin)


def _fetched_enc(client: Client, pin: Pin) -> Header:
    with client.session() as session:
        enc, sig = present_keys(session, pin.person)
    if (keys.thumbprint(enc), keys.thumbprint(sig)) != (pin.enc, pin.sig):
        raise BadRequest("keys-changed", f"{pin.name} has other keys now: pair again before you share.")
    remember_keys(client.store, pin.person, enc, sig)
    return enc


def _notice(client: Client) -> Members:
    kept = client.store.get(NOTICE)
    if not isinstance(kept, dict):
        with client.session() as session:
            fetch_notice(client, session)
        kept = client.store.get(NOTICE)
    return kept if isinstance(kept, dict) else {}


def hash_of_text(lines: Sequence[str]) -> str:
    """How a consent names what was shown: the hash of the lines as they stand in the library."""
    return b64(hashlib.sha256("\n".join(lines).encode()).digest())


def _filled(line: str, told: dict[str, str]) -> str:
    for mark, value in told.items():
        line = line.replace(mark, value)
    return line
