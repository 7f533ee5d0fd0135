"""Keybag, keycard, grant and safety number."""

import hashlib
import json
import uuid
from dataclasses import replace

import pytest

from client.ck1 import bodies, grants, keybags, keycards, keys, safety, tokens
from client.ck1.bodies import Revision
from client.ck1.encoding import Refusal, b64, compact, hash_of, unb64

OWNER, READER = str(uuid.uuid4()), str(uuid.uuid4())
GIVEN, SAM = keybags.new_keybag(1), keybags.new_keybag(1)
TERMS = grants.Terms(OWNER, READER, str(uuid.uuid4()), issued_at=1000, valid_until=2000, backup=True)
SAM_READS = grants.Reader(READER, SAM.enc, OWNER, GIVEN.sig.public)
WORDS = {"v": 1, "t": "encounter", "text": "Only this line."}


def a_copy() -> bodies.Body:
    return bodies.seal_body(Revision(str(uuid.uuid4()), str(uuid.uuid4()), "copy"), WORDS)


def refused(body: str, grant: str, reader: grants.Reader = SAM_READS, now: int = 1500) -> str:
    with pytest.raises(Refusal) as refusal:
        grants.open_copy(body, grant, reader, now=now)
    return refusal.value.code


def test_a_keybag_opens_with_its_root_alone() -> None:
    root = keys.new_root()
    token = keybags.seal_keybag(GIVEN, root)
    opened = keybags.open_keybag(token, root, 1)
    assert (opened.enc.kid, opened.sig.kid, opened.earlier) == (GIVEN.enc.kid, GIVEN.sig.kid, ())
    for wrong, generation in ((keys.new_root(), 1), (root, 2)):
        with pytest.raises(Refusal):
            keybags.open_keybag(token, wrong, generation)


def test_a_keycard_says_whose_keys_it_holds_and_which_card_came_before() -> None:
    first = keycards.sign_keycard(OWNER, 1, GIVEN.enc, GIVEN.sig, issued_at=1000, prev=None)
    second = keycards.sign_keycard(OWNER, 2, SAM.enc, SAM.sig, issued_at=2000, prev=first)
    card = keycards.open_keycard(second)
    assert (card.person, card.gen, card.enc, card.sig) == (OWNER, 2, SAM.enc.public, SAM.sig.public)
    assert card.prev == hash_of(first)
    assert keycards.open_keycard(first).prev is None


def test_a_keycard_signed_by_another_key_is_refused() -> None:
    card = keycards.sign_keycard(OWNER, 1, GIVEN.enc, GIVEN.sig, issued_at=1000, prev=None)
    head, payload, signature = card.split(".")
    content = json.loads(unb64(payload)) | {"sig": SAM.sig.public}
    for forged in (f"{head}.{b64(compact(content))}.{signature}", f"{head}.{payload}.{'A' * 86}", "..", ""):
        with pytest.raises(Refusal):
            keycards.open_keycard(forged)


def test_the_reader_opens_a_copy() -> None:
    body = a_copy()
    grant = grants.seal_grant(body, TERMS, SAM.enc.public, GIVEN.sig)
    assert grants.open_copy(body.token, grant, SAM_READS, now=1999) == grants.ReadCopy(
        body.revision, WORDS, TERMS
    )


def test_the_length_of_a_grant_does_not_tell_whether_backup_is_asked_for() -> None:
    """What it says is padded: `true` is shorter than `false`, and the server counts letters."""
    made = [
        grants.seal_grant(
            a_copy(), replace(TERMS, backup=backup, valid_until=until), SAM.enc.public, GIVEN.sig
        )
        for backup in (True, False)
        for until in (2000, 1_790_000_000)
    ]
    assert len({len(grant) for grant in made}) == 1


def test_a_copy_is_closed_from_its_last_second_on() -> None:
    body = a_copy()
    grant = grants.seal_grant(body, TERMS, SAM.enc.public, GIVEN.sig)
    assert refused(body.token, grant, now=2000) == "expired"


def test_a_grant_serves_one_reader_and_one_body() -> None:
    body, other = a_copy(), a_copy()
    same_revision = bodies.seal_body(body.revision, {"v": 1, "text": "Words I never gave."})
    grant = grants.seal_grant(body, TERMS, SAM.enc.public, GIVEN.sig)
    assert refused(other.token, grant) == "swapped"
    assert refused(same_revision.token, grant) == "swapped"
    assert refused(body.token, grant, replace(SAM_READS, person=OWNER)) == "swapped"
    assert refused(body.token, grant, replace(SAM_READS, giver=READER)) == "swapped"
    assert refused(body.token, grant, replace(SAM_READS, enc=GIVEN.enc)) == "does-not-open"
    assert refused(body.token, grant, replace(SAM_READS, giver_sig=SAM.sig.public)) == "bad-signature"


@pytest.mark.parametrize("name", ["item", "rev", "reader", "consent"])
def test_a_grant_says_the_same_outside_and_inside(name: str) -> None:
    body = a_copy()
    grant = grants.seal_grant(body, TERMS, SAM.enc.public, GIVEN.sig)
    opened = tokens.open_sealed(grant, SAM.enc.private, grants.SEALED_SHAPE)
    header = {member: value for member, value in opened.header.items() if member != "epk"}
    header[name] = str(uuid.uuid4())
    outside = tokens.seal(header, opened.content, keys.public_key(SAM.enc.public), grants.SEALED_SHAPE)
    assert refused(body.token, outside) == "swapped"


@pytest.mark.parametrize(
    ("outside", "inside", "kid"),
    [
        ({"item": OWNER}, {"item": OWNER}, ""),
        ({"rev": OWNER}, {"rev": OWNER}, ""),
        ({"kid": GIVEN.enc.kid}, {"rkd": GIVEN.enc.kid}, ""),
        ({"kid": GIVEN.enc.kid}, {}, ""),
        ({}, {"own": READER}, ""),
        ({"reader": OWNER}, {"reader": OWNER}, ""),
        ({}, {"backup": 1}, ""),
        ({}, {}, SAM.sig.kid),
    ],
    ids=["item", "rev", "key read by", "key outside", "own", "reader", "backup", "signed by"],
)
def test_a_grant_signed_by_the_giver_that_says_what_it_must_not_is_refused(
    outside: dict[str, str], inside: dict[str, object], kid: str
) -> None:
    body = a_copy()
    opened = tokens.open_sealed(
        grants.seal_grant(body, TERMS, SAM.enc.public, GIVEN.sig), SAM.enc.private, grants.SEALED_SHAPE
    )
    content = json.loads(unb64(opened.content.decode().split(".")[1])) | inside
    named: tokens.Header = {**grants.SIGNED_SHAPE.fixed, "kid": kid or GIVEN.sig.kid}
    signed = tokens.sign(named, compact(content), GIVEN.sig.private, grants.SIGNED_SHAPE)
    header = {name: value for name, value in opened.header.items() if name != "epk"} | outside
    grant = tokens.seal(header, signed.encode(), keys.public_key(SAM.enc.public), grants.SEALED_SHAPE)
    assert refused(body.token, grant) in {"swapped", "malformed", "bad-header"}
    if {"own", "reader"} & set(inside):
        with pytest.raises(Refusal):
            grants.open_grant(grant, SAM_READS)


@pytest.mark.parametrize(
    "point",
    [
        {"x": b64(bytes(31) + b"\x01"), "y": b64(bytes(31) + b"\x01")},
        {"crv": "P-384"},
        {"kty": "OKP"},
        {"x": b64(bytes(31))},
        {"d": b64(bytes(32))},
    ],
    ids=["off the curve", "another curve", "another kind", "too short", "with a private number"],
)
def test_an_ephemeral_key_that_is_no_p256_point_is_refused(point: dict[str, str]) -> None:
    body = a_copy()
    head, rest = grants.seal_grant(body, TERMS, SAM.enc.public, GIVEN.sig).split(".", 1)
    header = json.loads(unb64(head))
    header["epk"] |= point
    assert refused(body.token, f"{b64(compact(header))}.{rest}") in {"bad-key", "bad-header"}
    with pytest.raises(Refusal) as refusal:
        grants.open_grant(f"{b64(compact(header))}.{rest}", SAM_READS)
    assert refusal.value.code in {"bad-key", "bad-header"}


def test_the_safety_number_is_the_same_for_both_and_changes_with_any_key() -> None:
    one = safety.Party(OWNER, GIVEN.enc.kid, GIVEN.sig.kid)
    other = safety.Party(READER, SAM.enc.kid, SAM.sig.kid)
    number = safety.safety_number(one, other)
    assert number == safety.safety_number(other, one)
    assert [len(group) for group in number.split(" ")] == [5] * 12
    for changed in (
        replace(one, enc=SAM.enc.kid),
        replace(one, sig=SAM.sig.kid),
        replace(one, person=str(uuid.uuid4())),
    ):
        assert safety.safety_number(changed, other) != number


def test_the_safety_number_follows_its_formula() -> None:
    party, other = safety.Party("a", "b", "c"), safety.Party("b", "c", "d")
    digest = hashlib.sha512(b"ck1/fp\na\nb\nc").digest()
    expected = [int.from_bytes(digest[i : i + 5], "big") % 100_000 for i in range(0, 30, 5)]
    assert safety.safety_number(other, party).split(" ")[:6] == [f"{group:05d}" for group in expected]


@pytest.mark.parametrize("d", [b64(bytes(31) + b"\x07"), b64(bytes(32)), "AAAA"])
def test_a_private_key_that_does_not_belong_to_its_point_is_refused(d: str) -> None:
    jwk = {**GIVEN.enc.private.as_dict(private=True), "d": d}
    with pytest.raises(Refusal):
        keys.key_pair(jwk)
