"""Keys, keybags and headers of another shape than the format's are refused, and never made."""

import uuid
from dataclasses import replace
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from joserfc import jwe
from joserfc.jwk import ECKey

from client.ck1 import bodies, keybags, keys, link, recovery, slots, tokens
from client.ck1.bodies import Revision
from client.ck1.encoding import Refusal, b64, compact
from tests.client.forging import with_header
from tests.client.naming import by_member

ROOT = keys.new_root()
BAG = keybags.new_keybag(1)
REVISION = Revision(str(uuid.uuid4()), str(uuid.uuid4()), "entry")
BODY = bodies.seal_body(REVISION, {"v": 1})
PAST = keybags._sealed_past(keybags.PastGeneration(1, ROOT, BAG.enc, BAG.sig, frozenset({bytes(16)})))


def keybag(kid: str = "gen:1", **changes: Any) -> str:
    """A keybag sealed with the true root that holds something else."""
    content = {"enc": keybags._jwk(BAG.enc), "sig": keybags._jwk(BAG.sig), "earlier": [PAST]} | changes
    header: tokens.Header = {**keybags.SHAPE.fixed, "kid": kid}
    return tokens.seal(header, compact(content), keys.vault_key(ROOT, 1), keybags.SHAPE)


@pytest.mark.parametrize(
    "changes",
    [
        {"kid": "gen:2"},
        {"earlier": {}},
        {"earlier": ["1"]},
        {"earlier": [PAST | {"known": ""}]},
        {"earlier": [PAST | {"known": [b64(bytes(15))]}]},
    ],
    ids=by_member,
)
def test_a_keybag_of_another_shape_is_refused(changes: dict[str, Any]) -> None:
    assert keybags.open_keybag(keybag(), ROOT, 1).enc == BAG.enc
    with pytest.raises(Refusal):
        keybags.open_keybag(keybag(**changes), ROOT, 1)


def spelled(number: int) -> dict[str, Any]:
    """The P-256 key with this private number, its parts without leading zeros."""
    private = ec.derive_private_key(number, ec.SECP256R1())
    point = private.public_key().public_numbers()
    parts = {"x": point.x, "y": point.y, "d": number}
    short = {name: b64(value.to_bytes((value.bit_length() + 7) // 8, "big")) for name, value in parts.items()}
    return {"kty": "EC", "crv": "P-256", **short}


def test_a_number_of_a_key_has_32_bytes() -> None:
    small = next(key for key in map(spelled, range(2**255, 2**255 + 9999)) if len(key["x"]) < 43)
    with pytest.raises(Refusal):
        keys.public_key(small)
    small_d = spelled(7)
    assert [len(small_d[name]) for name in ("x", "y")] == [43, 43]
    with pytest.raises(Refusal):
        keys.key_pair(small_d)
    with pytest.raises(Refusal):
        keys.symmetric(bytes(16))


def test_a_key_of_another_curve_is_none_of_ours() -> None:
    for curve in ("P-384", "secp256k1"):
        with pytest.raises(Refusal):
            keys.key_pair(dict(ECKey.generate_key(curve, private=True).as_dict(private=True)))


@pytest.mark.parametrize(
    "changes", [{"k": b64(bytes(16))}, {"kid": b64(bytes(32))}, {"alg": "A128GCM"}], ids=by_member
)
def test_a_content_key_is_what_it_says(changes: dict[str, str]) -> None:
    key = bytes(16) if "k" in changes else bytes(32)
    with pytest.raises(Refusal):
        slots.content_key_in(slots.content_jwk(key) | changes)
    with pytest.raises(Refusal):
        slots.content_key_in({"k": b64(bytes(32))})


@pytest.mark.parametrize(
    "changes",
    [{"kid": "x"}, {"parents": {}}, {"parents": [REVISION.rev]}],
    ids=by_member,
)
def test_a_header_is_refused_before_any_key_is_tried(changes: dict[str, Any]) -> None:
    with pytest.raises(Refusal):
        bodies.read_header(with_header(BODY.token, **changes))
    with pytest.raises(Refusal):
        bodies.read_header(f"{BODY.token}.AAAA")


@pytest.mark.parametrize(
    "revision",
    [
        replace(REVISION, day="2026-09-14"),
        replace(REVISION, day="2026-09-14", written="2026-09-14", deletion="forget"),
    ],
    ids=["a day alone", "a day in what forgets"],
)
def test_dates_that_contradict_themselves_are_neither_opened_nor_sealed(revision: Revision) -> None:
    header = bodies._header(revision, bodies.content_key_name(bytes(32)))
    content, registry = b'{"v":1}'.ljust(256), bodies.SHAPE.registry()
    token = jwe.encrypt_compact(header, content, keys.symmetric(bytes(32)), registry=registry)
    with pytest.raises(Refusal):
        bodies.open_body(token, bytes(32))
    with pytest.raises(Refusal):
        bodies.seal_body(revision, {"v": 1})


def test_what_is_no_token_of_ours_is_never_made() -> None:
    header = bodies._header(REVISION, bodies.content_key_name(bytes(32)))
    with pytest.raises(Refusal):
        tokens.seal(header | {"exp": 1}, b"{}", keys.symmetric(bytes(32)), bodies.SHAPE)
    signed = tokens.Shape(fixed={"alg": "ES256", "typ": "ck1-keycard+jws"}, required=("kid",))
    with pytest.raises(Refusal):
        tokens.sign({**signed.fixed}, b"{}", BAG.sig.private, signed)
    with pytest.raises(Refusal):
        recovery.code_of(bytes(15))


def test_what_holds_no_root_is_refused_though_the_code_is_right() -> None:
    secret, person = recovery.new_secret(), str(uuid.uuid4())
    with pytest.raises(Refusal):
        recovery.unwrap_root(recovery.wrap_root(keys.Root(bytes(16)), secret, person, 1), secret, person)


@pytest.mark.parametrize("point", [{"use": "enc"}, {"kty": "OKP"}], ids=by_member)
def test_an_ephemeral_key_is_looked_at_before_it_is_used(point: dict[str, str]) -> None:
    header = {"epk": {**BAG.enc.public, **point}}
    with pytest.raises(Refusal):
        keys.check_ephemeral(header)
    shown, pair = link.new_shown()
    token = with_header(link.seal_link(ROOT, 1, REVISION.item, shown), **header)
    with pytest.raises(Refusal) as refusal:
        link.open_link(token, pair, shown.session, REVISION.item)
    assert refusal.value.code in {"bad-header", "bad-key"}
