"""An agent and a coach in tests: real keys, a real pairing, and copies as a device, or a mistaken one, would give them."""

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from client.ck1 import bodies, consents, grants, invites, keybags, keycards, keys, recovery, replies, slots
from client.ck1.bodies import Revision
from client.ck1.keybags import Keybag
from journal.library.notices import notice_hash
from journal.library.queries import sharing
from tests.device import API, Device, signed_in
from tests.forge import new_id

WORDS = {"v": 1, "t": "encounter", "text": "He spelled out every word for me.", "backup": True}
DAYS = 30


@dataclass
class Party:
    """A signed-in person whose vault is made, with the keys a device of theirs holds."""

    device: Device
    bag: Keybag
    root: keys.Root
    cards: list[str]

    @property
    def id(self) -> str:
        return self.device.account

    @property
    def http(self) -> Any:
        return self.device.http

    def get(self, address: str, **query: Any) -> Any:
        return self.http.get(f"{API}/{address}", query)

    def post(self, address: str, body: Any) -> Any:
        return self.http.post(f"{API}/{address}", body, format="json")

    def ledger(self) -> list[dict[str, Any]]:
        """What this person's ledger says."""
        answer = self.get("ledger/", account=self.id, epoch=self.device.epoch).json()
        return [json.loads(event) for event in answer["events"]]

    def happened(self) -> list[str]:
        """The kinds of this person's events, in their order."""
        return [event["event"] for event in self.ledger()]


def party(person: Any) -> Party:
    """Makes the person's vault with real keys."""
    root, bag = keys.new_root(), keybags.new_keybag(1)
    person_id = str(person.pk)
    card = keycards.sign_keycard(person_id, 1, bag.enc, bag.sig, issued_at=1_790_000_000, prev=None)
    wrap = recovery.wrap_root(root, recovery.new_secret(), person_id, 1)
    body = {"gen": 1, "keybag": keybags.seal_keybag(bag, root), "keycard": card}
    device = Device(person, signed_in(person))
    made = device.http.post(
        f"{API}/vault/", {**body, "wraps": [{"kid": "recovery:1", "token": wrap}]}, format="json"
    )
    assert made.status_code == 201, made.content
    device.epoch = device.changes(0).json()["epoch"]
    return Party(device, bag, root, [card])


def invitation(coach: Party) -> invites.Invite:
    """An invitation that the coach has opened."""
    invite = invites.new_invite(coach.id, coach.bag.enc, coach.bag.sig)
    answer = coach.post("pairings/", {"invite": invite.id})
    assert answer.status_code == 201, answer.content
    return invite


def accept(agent: Party, invite: invites.Invite) -> Any:
    """Sends the agent's answer."""
    token = invites.sign_accept(invite, agent.id, agent.bag.enc, agent.bag.sig)
    return agent.http.put(f"{API}/pairings/{invite.id}/", {"accept": token}, format="json")


def paired(agent: Party, coach: Party) -> invites.Invite:
    """Pairs the two."""
    invite = invitation(coach)
    answer = accept(agent, invite)
    assert answer.status_code == 201, answer.content
    return invite


@dataclass
class Copy:
    """A copy being given: what a device keeps of it, and the request that gives it."""

    agent: Party
    coach: Party
    body: bodies.Body
    consent: consents.Consent
    request: dict[str, Any] = field(default_factory=dict)

    @property
    def item(self) -> str:
        return self.body.revision.item

    def give(self, **members: Any) -> Any:
        return self.agent.post("copies/", {**self.request, **members})

    def open(self, opening: str | None = None) -> Any:
        return self.coach.post(f"copies/{self.item}/open/", {"opening": opening or new_id()})

    def tombstone(self) -> dict[str, str]:
        """Takes it back."""
        revision = Revision(self.item, new_id(), "copy", (self.body.revision.rev,), deletion="forget")
        body = bodies.seal_body(revision, {"v": 1})
        ring = slots.ring_of(self.agent.root, self.agent.bag.gen)
        return {"body": body.token, "slot": slots.seal_slot(body, ring)}

    def take_back(self) -> Any:
        return self.agent.post(f"copies/{self.item}/take-back/", self.tombstone())

    def reply(self, text: str = "Thank you.", **members: Any) -> Any:
        return self.coach.post(f"copies/{self.item}/replies/", {"body": self.reply_token(text, **members)})

    def reply_token(self, text: str, **members: Any) -> str:
        """A coach's reply; `members` replace what it says of itself."""
        said = {
            "own": self.agent.id,
            "reader": self.coach.id,
            "item": new_id(),
            "rev": new_id(),
            "of": self.item,
        }
        reply = replies.Reply(**{**said, **members}, issued_at=int(time.time()), words={"v": 1, "text": text})
        return replies.seal_reply(reply, self.agent.bag.enc.public, self.coach.bag.sig)


def copy_for(agent: Party, coach: Party, *, sig: Any = None, **changes: Any) -> Copy:
    """A copy for the coach; `changes` replace members of the consent, `sig` is another key that signs it."""
    body = bodies.seal_body(Revision(new_id(), new_id(), "copy"), dict(WORDS))
    consent = consent_for(agent, coach, body, changes)
    terms = grants.Terms(agent.id, coach.id, consent.jti, consent.issued_at, consent.valid_until, backup=True)
    made = Copy(agent, coach, body, consent)
    made.request = {
        "account": agent.id,
        "epoch": agent.device.epoch,
        "gen": agent.bag.gen,
        "body": body.token,
        "slot": slots.seal_slot(body, slots.ring_of(agent.root, agent.bag.gen)),
        "grant": grants.seal_grant(body, terms, coach.bag.enc.public, agent.bag.sig),
        "consent": _signed(consent, sig or agent.bag.sig),
    }
    return made


def consent_for(
    agent: Party, coach: Party, body: bodies.Body, changes: Mapping[str, Any]
) -> consents.Consent:
    """The consent to a copy, or what `changes` make of it."""
    today = consents.to_the_day(int(time.time()))
    revision = body.revision
    members = {
        "jti": new_id(),
        "own": agent.id,
        "reader": coach.id,
        "issued_at": today,
        "valid_until": today + DAYS * consents.DAY_S,
        "reader_kid": coach.bag.enc.kid,
        "verified": "qr",
        "purpose": "be-heard",
        "scope": consents.Scope(revision.item, revision.rev, bodies.committed_hash(body.token)),
        "notice": shown_in("en"),
    }
    return consents.Consent(**{**members, **changes})


def shown_in(lang: str) -> consents.Notice:
    """How a consent names what was shown in this language."""
    notice = sharing(lang)["notice"]
    return consents.Notice(notice["version"], notice["lang"], notice_hash(notice["lines"]))


def given(agent: Party, coach: Party, **changes: Any) -> Copy:
    """A copy that the coach has."""
    made = copy_for(agent, coach, **changes)
    answer = made.give()
    assert answer.status_code == 201, answer.content
    return made


def _signed(consent: consents.Consent, sig: Any) -> str:
    """Signed without the checks an honest client makes, so that the server has to make them."""
    check, consents._check = consents._check, lambda _consent: None
    try:
        return consents.sign_consent(consent, sig)
    finally:
        consents._check = check
