"""`keycards/{person}/`: public keys, signed by themselves; mine, or a coach's."""

import json
from typing import Any

import pytest

from client.ck1 import keybags, keycards, keys
from client.ck1.keys import KeyPair
from journal.keys.models import Keycard, Vault
from tests.device import API, Device, device_of, signed_in
from tests.forge import b64, compact, new_id, vault_for

SIG, ENC, OTHER = (keys.new_key_pair() for _ in range(3))


def card(person: str, *, sign: KeyPair = SIG, header: Any = None, **members: Any) -> str:
    """A signed keycard whose payload and header are what `members` and `header` make of them."""
    payload = {
        "sub": person,
        "gen": 1,
        "enc": ENC.public,
        "sig": SIG.public,
        "iat": 1_790_000_000,
        "prev": None,
    }
    payload |= members
    head = {"alg": "ES256", "typ": "ck1-keycard+jws", "kid": SIG.kid, **(header or {})}
    shown = {name: value for name, value in payload.items() if value != "left out"}
    signing = f"{b64(compact(head))}.{b64(compact(shown))}"
    return f"{signing}.{signature(signing, sign)}"


def signature(text: str, pair: KeyPair) -> str:
    """ES256 over a text."""
    from cryptography.hazmat.primitives.asymmetric import ec, utils  # noqa: PLC0415 - for this one purpose
    from cryptography.hazmat.primitives.hashes import SHA256  # noqa: PLC0415

    key = pair.private.private_key
    assert key is not None
    left, right = utils.decode_dss_signature(key.sign(text.encode(), ec.ECDSA(SHA256())))
    return b64(left.to_bytes(32, "big") + right.to_bytes(32, "big"))


def offer(person: Any, keycard: str) -> Any:
    """Offers a vault with this keycard."""
    body = {**vault_for(str(person.pk)), "keycard": keycard}
    return signed_in(person).post(f"{API}/vault/", body, format="json")


def off_the_curve() -> dict[str, object]:
    """A point that is none of P-256's."""
    return {**ENC.public, "y": b64(bytes(31) + b"\x01")}


REFUSED: dict[str, tuple[Any, str]] = {
    "of somebody else": (lambda _me: card(new_id()), "bad-keycard"),
    "of another generation": (lambda me: card(me, gen=2), "bad-keycard"),
    "after one that is not there": (lambda me: card(me, prev=b64(bytes(32))), "bad-keycard"),
    "signed by another key": (lambda me: card(me, sign=OTHER), "bad-keycard"),
    "named by another key": (lambda me: card(me, header={"kid": OTHER.kid}), "bad-keycard"),
    "enc off the curve": (lambda me: card(me, enc=off_the_curve()), "bad-keycard"),
    "sig off the curve": (lambda me: card(me, sig=off_the_curve()), "bad-keycard"),
    "with a private key": (lambda me: card(me, enc={**ENC.public, "d": b64(bytes(32))}), "bad-header"),
    "of another curve": (lambda me: card(me, enc={**ENC.public, "crv": "P-384"}), "bad-header"),
    "with words": (lambda me: card(me, words="x"), "unknown-header"),
    "without iat": (lambda me: card(me, iat="left out"), "missing-header"),
    "with a time as text": (lambda me: card(me, iat="today"), "bad-header"),
    "alg none": (lambda me: card(me, header={"alg": "none"}), "bad-header"),
    "alg HS256": (lambda me: card(me, header={"alg": "HS256"}), "bad-header"),
    "with jwk in the header": (lambda me: card(me, header={"jwk": SIG.public}), "unknown-header"),
    "without a signature": (lambda me: card(me).rsplit(".", 1)[0] + ".", "malformed"),
    "with a short signature": (lambda me: card(me)[:-2], "bad-keycard"),
    "as plain JSON": (lambda me: json.dumps({"sub": me}), "malformed"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_keycard_that_is_none_is_refused_with_its_vault(ana: Any, name: str) -> None:
    make, code = REFUSED[name]
    answer = offer(ana, make(str(ana.pk)))
    assert (answer.status_code, answer.json()["type"]) == (400, f"/problems/{code}")
    assert not Vault.objects.exists()
    assert not Keycard.objects.exists()


def test_the_forged_card_is_good_where_nothing_was_changed(ana: Any) -> None:
    assert offer(ana, card(str(ana.pk))).status_code == 201


def test_my_keycards_and_a_coachs_are_shown_and_nobody_elses(ana: Any, ben: Any, coach: Any) -> None:
    people = {person: device_of(person) for person in (ana, ben, coach)}
    for asked, status in ((ana, 200), (coach, 200), (ben, 404)):
        answer = people[ana].http.get(f"{API}/keycards/{asked.pk}/")
        assert answer.status_code == status
        if status == 200:
            (token,) = answer.json()["keycards"]
            assert keycards.open_keycard(token).person == str(asked.pk)
    absent = people[ana].http.get(f"{API}/keycards/{new_id()}/")
    hidden = people[ana].http.get(f"{API}/keycards/{ben.pk}/")
    told = [{k: v for k, v in one.json().items() if k != "request_id"} for one in (absent, hidden)]
    assert told[0] == told[1]


def test_without_a_vault_there_are_no_keycards(ana: Any) -> None:
    assert signed_in(ana).get(f"{API}/keycards/{ana.pk}/").json() == {"keycards": []}
    assert signed_in(ana).get(f"{API}/keycards/me/").status_code == 404


def test_what_the_server_knows_shows_sizes_and_no_token(device: Device, bens_device: Device) -> None:
    known = device.http.get(f"{API}/me/what-you-know/")
    rows = known.json()
    assert [row["kid"] for row in rows["wraps"]] == ["recovery:1"]
    assert [(row["gen"], row["keybag_bytes"] > 500) for row in rows["vaults"]] == [(1, True)]
    assert [(row["gen"], row["token_bytes"] > 500) for row in rows["keycards"]] == [(1, True)]
    assert "eyJ" not in known.content.decode()
    assert bens_device.account not in known.content.decode()


def test_a_real_keybag_opens_to_what_the_keycard_shows(ana: Any) -> None:
    root, bag = keys.new_root(), keybags.new_keybag(1)
    token = keycards.sign_keycard(str(ana.pk), 1, bag.enc, bag.sig, issued_at=1, prev=None)
    body = {"gen": 1, "keybag": keybags.seal_keybag(bag, root), "wraps": [], "keycard": token}
    kept = signed_in(ana).post(f"{API}/vault/", body, format="json").json()
    assert keybags.open_keybag(kept["keybag"], root, 1).sig.kid == bag.sig.kid
