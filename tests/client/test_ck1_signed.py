"""What is signed or sealed as it should be, by whoever should, and says what it must not: refused all the same."""

import uuid
from dataclasses import replace
from typing import Any

import pytest
from joserfc import jwe

from client.ck1 import consents, invites, keybags, keycards, keys, ledger, replies, tokens
from client.ck1.bodies import pad
from client.ck1.encoding import Refusal, b64, compact, hash_of, object_of, unb64
from client.ck1.keys import KeyPair
from client.ck1.tokens import Shape
from tests.client.naming import by_member

OWN, READER, OTHER, ITEM, REV, COPY = (str(uuid.uuid4()) for _ in range(6))
MINE, SAMS = keybags.new_keybag(1), keybags.new_keybag(1)
DAY_S = consents.DAY_S
GIVEN = consents.Consent(
    str(uuid.uuid4()), OWN, READER, 20_700 * DAY_S, 20_730 * DAY_S, SAMS.enc.kid, "qr", "be-heard",
    consents.Scope(ITEM, REV, hash_of("a body")), consents.Notice("1", "en", hash_of("a notice")),
)  # fmt: skip
SHOWN = invites.new_invite(READER, SAMS.enc, SAMS.sig)
SAID = replies.Reply(OWN, READER, ITEM, REV, COPY, 1_000, {"v": 1, "text": "That was rough."})


def signed_again(token: str, sig: KeyPair, shape: Shape, kid: str | None = None, **changes: Any) -> str:
    """The same signer says something else, or names another key as the signer."""
    content = object_of(unb64(token.split(".")[1])) | changes
    header: tokens.Header = {**shape.fixed, "kid": kid or sig.kid}
    return tokens.sign(header, compact(content), sig.private, shape)


def consent(kid: str | None = None, **changes: Any) -> str:
    return signed_again(consents.sign_consent(GIVEN, MINE.sig), MINE.sig, consents.SHAPE, kid, **changes)


def accept(kid: str | None = None, **changes: Any) -> str:
    answer = invites.sign_accept(SHOWN, OWN, MINE.enc, MINE.sig)
    return signed_again(answer, MINE.sig, invites.SHAPE, kid, **changes)


def sealed_reply(header: dict[str, Any], content: bytes | None = None, **signed: Any) -> str:
    """Sam's reply with another header, other content, or other members inside."""
    token = replies.seal_reply(SAID, MINE.enc.public, SAMS.sig)
    opened = tokens.open_sealed(token, MINE.enc.private, replies.SEALED_SHAPE)
    inside = opened.content.rstrip(b" ").decode()
    again = pad(signed_again(inside, SAMS.sig, replies.SIGNED_SHAPE, **signed).encode())
    head = {name: value for name, value in opened.header.items() if name != "epk"} | header
    registry = replies.SEALED_SHAPE.registry()
    return jwe.encrypt_compact(head, content or again, keys.public_key(MINE.enc.public), registry=registry)


SCOPE = {"item": ITEM, "rev": REV, "cth": hash_of("a body")}


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"sub": OTHER}, "malformed"),
        ({"event": {"state": "withdrawn"}}, "malformed"),
        ({"jti": "1"}, "malformed"),
        ({"scope": SCOPE | {"cth": "x"}}, "malformed"),
        ({"recipient": {"kid": SAMS.enc.kid, "verified": "link"}}, "not-verified"),
        ({"iat": GIVEN.issued_at + 1}, "malformed"),
        ({"exp": GIVEN.issued_at}, "too-long"),
        ({"exp": GIVEN.issued_at + 91 * DAY_S}, "too-long"),
        ({"exp": True}, "malformed"),
        ({"exp": -1}, "malformed"),
        ({"kid": SAMS.sig.kid}, "bad-header"),
    ],
    ids=by_member,
)
def test_a_consent_that_says_what_it_must_not_is_refused(changes: dict[str, Any], code: str) -> None:
    with pytest.raises(Refusal) as refusal:
        consents.open_consent(consent(**changes), MINE.sig.public)
    assert refusal.value.code == code


@pytest.mark.parametrize("changes", [{"verified": "link"}, {"issued_at": 1}, {"jti": "1"}], ids=by_member)
def test_a_consent_that_says_what_it_must_not_is_never_signed(changes: dict[str, Any]) -> None:
    with pytest.raises(Refusal):
        consents.sign_consent(replace(GIVEN, **changes), MINE.sig)


def test_an_invitation_names_a_person() -> None:
    with pytest.raises(Refusal):
        invites.read_invite(SHOWN.text.replace(READER, "0" * 36))


ENC = MINE.enc.public
OFF_THE_CURVE = ENC | {"x": ENC["y"], "y": ENC["x"]}


def mac(own: str, enc: str = MINE.enc.kid) -> str:
    return invites._mac(SHOWN, own, enc, MINE.sig.kid)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"own": "1", "mac": mac("1")}, "swapped"),
        ({"reader": OTHER}, "swapped"),
        ({"mac": mac(OTHER)}, "swapped"),
        ({"more": 1}, "malformed"),
        ({"enc": ENC | {"kid": MINE.enc.kid}}, "bad-key"),
        ({"enc": OFF_THE_CURVE, "mac": mac(OWN, keys.thumbprint(OFF_THE_CURVE))}, "bad-key"),
        ({"kid": SAMS.sig.kid}, "bad-header"),
    ],
    ids=by_member,
)
def test_an_answer_that_says_what_it_must_not_is_refused(changes: dict[str, Any], code: str) -> None:
    assert invites.open_accept(accept(), SHOWN) == invites.Accepted(OWN, ENC, MINE.sig.public)
    with pytest.raises(Refusal) as refusal:
        invites.open_accept(accept(**changes), SHOWN)
    assert refusal.value.code == code


@pytest.mark.parametrize(
    "header", [{"parents": [OTHER]}, {"kind": "entry"}, {"del": "keep-day"}], ids=by_member
)
def test_a_reply_has_no_parents_and_deletes_nothing(header: dict[str, Any]) -> None:
    with pytest.raises(Refusal) as refusal:
        replies.open_sealed_reply(sealed_reply(header), OWN, [MINE.enc])
    assert refusal.value.code == "bad-header"


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"own": OTHER}, "swapped"),
        ({"item": OTHER}, "swapped"),
        ({"rev": OTHER}, "swapped"),
        ({"of": OTHER}, "swapped"),
        ({"reply": {"v": 0}}, "malformed"),
        ({"content": b"eyJ9"}, "wrong-bucket"),
    ],
    ids=by_member,
)
def test_a_reply_that_says_one_thing_outside_and_another_inside_is_refused(
    said: dict[str, Any], code: str
) -> None:
    assert replies.open_sealed_reply(sealed_reply({}), OWN, [MINE.enc])[0] == SAID
    with pytest.raises(Refusal) as refusal:
        replies.open_sealed_reply(sealed_reply({}, **said), OWN, [MINE.enc])
    assert refusal.value.code == code


def test_a_reply_names_the_key_that_signed_it_and_a_true_ephemeral_one() -> None:
    _, signed = replies.open_sealed_reply(sealed_reply({}), OWN, [MINE.enc])
    replies.check_reply(signed, SAMS.sig.public)
    named = signed_again(signed, SAMS.sig, replies.SIGNED_SHAPE, MINE.sig.kid)
    with pytest.raises(Refusal):
        replies.check_reply(named, SAMS.sig.public)
    head, rest = sealed_reply({}).split(".", 1)
    members = object_of(unb64(head))
    more = members | {"epk": members["epk"] | {"use": "enc"}}  # type: ignore[operator]
    with pytest.raises(Refusal):
        replies.read_reply_header(f"{b64(compact(more))}.{rest}")
    with pytest.raises(Refusal):
        replies.seal_reply(replace(SAID, words={"v": 0}), MINE.enc.public, SAMS.sig)


def test_a_keycard_names_the_key_that_signed_it_and_holds_another_to_seal_to() -> None:
    card = keycards.sign_keycard(OWN, 1, MINE.enc, MINE.sig, issued_at=1, prev=None)
    for changes in ({"kid": SAMS.sig.kid}, {"enc": OFF_THE_CURVE}):
        with pytest.raises(Refusal):
            keycards.open_keycard(signed_again(card, MINE.sig, keycards.SHAPE, **changes))


def test_a_ledger_counts_and_speaks_of_one_person() -> None:
    events = [compact({"n": n, "own": own}).decode() for n, own in ((1, OWN), (2, OWN), (1, OWN), (2, OTHER))]
    assert ledger.follow(ledger.START, events[:2], OWN)[0].n == 2
    for wrong in (events[1:2], [events[0], events[2]], [events[0], events[3]]):
        with pytest.raises(Refusal):
            ledger.follow(ledger.START, wrong, OWN)
