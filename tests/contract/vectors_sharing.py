"""Every piece of a file about sharing: an invitation with its answer, a consent, a reply, a ledger."""

from dataclasses import dataclass

from client.ck1 import consents, invites, keys, ledger, replies
from client.ck1.encoding import Refusal
from client.ck1.keys import KeyPair
from tests.contract.pieces import Failure, members, piece, same, text


@dataclass(frozen=True)
class Side:
    """A person with both key pairs."""

    person: str
    enc: KeyPair
    sig: KeyPair


def check(content: dict[str, object]) -> str:
    """Check a whole file; a line about what was opened."""
    own, reader = (_side(content, name) for name in ("own", "reader"))
    _check_invite(members(content, "invite"), own, reader)
    _check_consent(members(content, "consent"), own, reader)
    _check_reply(members(content, "reply"), own, reader)
    _check_ledger(members(content, "ledger"), own)
    return "an invitation with its answer, a consent, a reply and a ledger open"


def _side(content: dict[str, object], name: str) -> Side:
    pairs = []
    for key in ("enc", "sig"):
        with piece(f"{name}_{key}"):
            pairs.append(keys.key_pair(members(content, f"{name}_{key}")))
    return Side(text(content, name), *pairs)


def _check_invite(row: dict[str, object], own: Side, reader: Side) -> None:
    with piece("invite.text"):
        shown = invites.read_invite(text(row, "text", "invite."))
    same("invite.text", [shown.coach, shown.enc, shown.sig], [reader.person, reader.enc.kid, reader.sig.kid])
    same("invite.id", text(row, "id", "invite."), shown.id)
    with piece("invite.accept"):
        accepted = invites.open_accept(text(row, "accept", "invite."), shown)
    said = [accepted.own, accepted.enc, accepted.sig]
    same("invite.accept", said, [own.person, own.enc.public, own.sig.public])
    bad = row.get("bad")
    for index, wrong in enumerate(bad if isinstance(bad, list) else []):
        if _is_invite(str(wrong)):
            raise Failure(f"invite.bad[{index}]", "was believed")


def _is_invite(shown: str) -> bool:
    try:
        invites.read_invite(shown)
    except Refusal:
        return False
    return True


def _check_consent(row: dict[str, object], own: Side, reader: Side) -> None:
    with piece("consent.token"):
        given = consents.open_consent(text(row, "token", "consent."), own.sig.public)
    same(
        "consent.token",
        [given.own, given.reader, given.reader_kid],
        [own.person, reader.person, reader.enc.kid],
    )
    says = {"jti": given.jti, "exp": given.valid_until, "purpose": given.purpose, "cth": given.scope.cth}
    same("consent.says", members(row, "says", "consent."), says)


def _check_reply(row: dict[str, object], own: Side, reader: Side) -> None:
    with piece("reply.token"):
        said, signed = replies.open_sealed_reply(text(row, "token", "reply."), own.person, [own.enc])
        replies.check_reply(signed, reader.sig.public)
    same("reply.token", [said.own, said.reader], [own.person, reader.person])
    same("reply.of", text(row, "of", "reply."), said.of)
    same("reply.opens_to", members(row, "opens_to", "reply."), said.words)


def _check_ledger(row: dict[str, object], own: Side) -> None:
    events = row.get("events")
    if not isinstance(events, list):
        raise Failure("ledger.events", "is missing or no list")
    with piece("ledger.events"):
        place, _ = ledger.follow(ledger.START, [str(event) for event in events], own.person)
    same("ledger.hash", text(row, "hash", "ledger."), place.hash)
