"""The coach's side: the inbox, one copy at a time, a reply. Nothing of it is kept on this computer."""

from dataclasses import dataclass
from datetime import datetime

from client.ck1 import grants, keys, replies
from client.ck1.bodies import Words
from client.ck1.encoding import Refusal
from client.ck1.grants import ReadCopy, Reader
from client.ck1.tokens import Header, text_member
from client.content.days import now
from client.device import Client
from client.feeds import writing
from client.feeds.feed import not_understood
from client.keys.vault import ring_of
from client.people import profile
from client.people.profile import Pin
from client.session import Members, Session
from client.sharing.pairing import fine, own_keys
from client.trouble import Alarmed, BadRequest

STATES = ("looking", "done", "cannot")


@dataclass(frozen=True)
class Waiting:
    """A copy in the inbox, unopened. `backup` stands in the sealed grant, so the server does not know it."""

    item: str
    owner: str
    name: str
    backup: bool
    shared_on: str
    until: int
    opened: bool
    answered: bool


def inbox(client: Client) -> list[Waiting]:
    """What was shared with this coach: who wants backup first, then what was not opened yet, oldest first.

    A grant that the pinned person did not sign is left out: it is not that person's.
    """
    with client.session() as session:
        rows = _inbox(session)
    found = [one for one in (_waiting(client, row) for row in rows) if one is not None]
    return sorted(found, key=lambda one: (not one.backup, one.opened))


def read(client: Client, copy: str, *, at: datetime | None = None) -> tuple[str, ReadCopy]:
    """The name of whoever shared a copy, and its words. Its owner's ledger says from now on that it was opened.

    Once its time is over by this computer's clock (`at`) it is not opened, whatever the server serves.
    """
    with client.session() as session:
        row = _row(session, copy)
        pin = _pin(client, row)
        served = fine(session, "POST", f"copies/{copy}/open/", {"opening": writing.new_id()})
    reader, now_s = _reader(client, pin), int((at or now()).timestamp())
    try:
        opened = grants.open_copy(
            text_member(served, "body"), text_member(served, "grant"), reader, now=now_s
        )
    except Refusal as refusal:
        raise Alarmed("not-what-was-sealed", f"This is not what was shared: {refusal.sentence}") from refusal
    return pin.name, opened


def reply(
    client: Client, copy: str, text: str, *, kind: str | None = None, state: str | None = None,
    record: bool = False, at: datetime | None = None,
) -> str:  # fmt: skip
    """Replies to a copy, sealed to the pinned keys of whoever shared it; the reply's item. `record` asks whether a praise
    may go on the record: it goes nowhere by that, and a yes is a copy of its own."""
    with client.session() as session:
        pin = _pin(client, _row(session, copy))
        words: Words = {"v": 1, "text": text, "kind_reply": kind, "state": state}
        words |= {"record": True} if record else {}
        item, said_at = writing.new_id(), int((at or now()).timestamp())
        said = replies.Reply(pin.person, client.account, item, writing.new_id(), copy, said_at, words)
        body = replies.seal_reply(said, _enc_of(client, pin), own_keys(client).sig)
        fine(session, "POST", f"copies/{copy}/replies/", {"body": body})
    return item


def _inbox(session: Session) -> list[Members]:
    rows = fine(session, "GET", "inbox/").get("results")
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise not_understood("results")
    return rows


def _row(session: Session, copy: str) -> Members:
    for row in _inbox(session):
        if row.get("item") == copy:
            return row
    raise BadRequest("no-such-copy", "It is not there: taken back, over, or never shared with you.")


def _waiting(client: Client, row: Members) -> Waiting | None:
    try:
        pin = _pin(client, row)
        backup = _grant_in(client, text_member(row, "grant"), pin).get("backup") is True
    except (Refusal, BadRequest):
        return None
    return Waiting(
        item=text_member(row, "item"),
        owner=pin.person,
        name=pin.name,
        backup=backup,
        shared_on=text_member(row, "shared_on"),
        until=int(str(row.get("until"))),
        opened=row.get("opened") is True,
        answered=row.get("answered") is True,
    )


def _grant_in(client: Client, token: str, pin: Pin) -> Header:
    return grants.open_grant(token, _reader(client, pin))


def _pin(client: Client, row: Members) -> Pin:
    """Whoever shared it, if pinned and verified: nothing else is believed."""
    pin = profile.pins_of(client.store, ring_of(client.store)).get(str(row.get("owner")))
    if pin is None or not pin.trusted:
        raise BadRequest(
            "not-verified", "You have not paired with whoever shared this, or not verified the keys."
        )
    return pin


def _reader(client: Client, pin: Pin) -> Reader:
    return Reader(client.account, own_keys(client).enc, pin.person, _kept_key(client, pin))


def _kept_key(client: Client, pin: Pin) -> Header:
    kept = client.store.get("signers")
    found = kept.get(pin.person, []) if isinstance(kept, dict) else []
    for one in (*found, *pin.signers):
        if keys.thumbprint(one) == pin.sig:
            return dict(one)
    raise BadRequest("keys-missing", f"The keys of {pin.name} are not in this folder: pair again.")


def _enc_of(client: Client, pin: Pin) -> Header:
    kept = client.store.get("encs")
    found = kept.get(pin.person) if isinstance(kept, dict) else None
    for enc in (found, pin.public.get("enc")):
        if isinstance(enc, dict) and keys.thumbprint(enc) == pin.enc:
            return enc
    raise BadRequest("keys-missing", f"The keys of {pin.name} are not in this folder: pair again.")
