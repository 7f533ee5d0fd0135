"""The known answers, opened by a library that neither client uses, with nothing of ours in between: jwcrypto.

`joserfc` is the Python client's, `jose` the app's. Where all three read the same, the format is what it says it is.
"""

import hashlib
import hmac
import json
from pathlib import Path
from typing import Any

import pytest
from jwcrypto.common import JWException, base64url_decode, base64url_encode
from jwcrypto.jwe import JWE
from jwcrypto.jwk import JWK
from jwcrypto.jws import JWS

HERE = Path(__file__).parent
SHARED = HERE.parent.parent.parent / "shared/vectors/ck1.json"
KNOWN_ANSWERS = [path for path in (HERE / "ck1.json", SHARED) if path.exists()]
SAMPLES = [HERE / "ck1-python.json", HERE / "ck1-typescript.json"]
SHARING = [HERE / "sharing-python.json", HERE / "sharing-typescript.json"]
SEALING = ["dir", "A256KW", "ECDH-ES+A256KW", "A256GCM"]

Members = dict[str, Any]


def read(path: Path) -> Members:
    content: Members = json.loads(path.read_text(encoding="utf-8"))
    return content


def named(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def derived(secret: bytes, info: str) -> JWK:
    """HKDF-SHA256 with an empty salt, from the words of RFC 5869."""
    extracted = hmac.new(bytes(32), secret, hashlib.sha256).digest()
    return symmetric(hmac.new(extracted, info.encode() + b"\x01", hashlib.sha256).digest())


def symmetric(key: bytes) -> JWK:
    return JWK(kty="oct", k=base64url_encode(key))


def opened(token: str, key: JWK) -> bytes:
    """What a JWE holds."""
    jwe = JWE(algs=SEALING)
    jwe.deserialize(token, key)
    return bytes(jwe.payload)


def signed(token: str, key: JWK) -> Members:
    """What a JWS says."""
    jws = JWS()
    jws.allowed_algs = ["ES256"]
    jws.deserialize(token, key)
    said: Members = json.loads(jws.payload)
    return said


def words(body: str, slot: str, vault_key: JWK) -> Members:
    """The words of a revision: its key out of the slot, and the body committed to that key."""
    content_key = JWK.from_json(opened(slot, vault_key).decode())
    header = json.loads(base64url_decode(body.split(".", maxsplit=1)[0]))
    assert header["kid"] == content_key.thumbprint()
    assert json.loads(base64url_decode(slot.split(".", maxsplit=1)[0]))["cth"] == base64url_encode(
        hashlib.sha256(body.encode()).digest()
    )
    found: Members = json.loads(opened(body, content_key))
    return found


def vault_key_of(content: Members) -> JWK:
    return derived(base64url_decode(content["root"]), f"ck1/vault/{content['generation']}")


@pytest.mark.parametrize("path", [*KNOWN_ANSWERS, *SAMPLES], ids=named)
def test_every_revision_opens(path: Path) -> None:
    content = read(path)
    vault_key = vault_key_of(content)
    for row in content["revisions"]:
        assert words(row["body"], row["slot"], vault_key) == row["opens_to"]


@pytest.mark.parametrize("path", KNOWN_ANSWERS, ids=named)
def test_the_recovery_code_opens_the_root_and_the_grant_its_copy(path: Path) -> None:
    content = read(path)
    secret, copy = base64url_decode(content["recovery"]["secret"]), content["copy"]
    wrap_key = derived(secret, f"ck1/recovery/{content['owner']}")
    assert opened(content["recovery"]["wrap"], wrap_key) == base64url_decode(content["root"])
    inside = opened(copy["grant"], JWK(**copy["reader_enc"])).decode()
    said = signed(inside, JWK(**{name: value for name, value in content["sig"].items() if name != "d"}))
    assert (said["own"], said["reader"], said["exp"]) == (
        content["owner"],
        copy["reader"],
        copy["valid_until"],
    )
    assert json.loads(opened(copy["body"], JWK(**said["cek"]))) == copy["opens_to"]


@pytest.mark.parametrize("path", SAMPLES, ids=named)
def test_the_keybag_opens_and_the_keycard_is_signed_by_the_key_it_names(path: Path) -> None:
    content = read(path)
    keybag = json.loads(opened(content["keybag"], vault_key_of(content)))
    pairs = [
        JWK(**{name: keybag[which][name] for name in ("kty", "crv", "x", "y")}) for which in ("enc", "sig")
    ]
    assert [key.thumbprint() for key in pairs] == [content["enc_kid"], content["sig_kid"]]
    assert signed(content["keycard"], pairs[1])["sub"] == content["owner"]


@pytest.mark.parametrize("path", SHARING, ids=named)
def test_an_answer_a_consent_and_a_reply_are_signed_by_whom_they_name(path: Path) -> None:
    content = read(path)
    assert signed(content["invite"]["accept"], JWK(**content["own_sig"]))["own"] == content["own"]
    consent = signed(content["consent"]["token"], JWK(**content["own_sig"]))
    assert consent["scope"]["cth"] == content["consent"]["says"]["cth"]
    inside = opened(content["reply"]["token"], JWK(**content["own_enc"])).decode().rstrip(" ")
    assert signed(inside, JWK(**content["reader_sig"]))["reply"] == content["reply"]["opens_to"]


def test_one_changed_letter_fails() -> None:
    content = read(HERE / "ck1.json")
    key, (row, *_) = vault_key_of(content), content["revisions"]
    for name in ("body", "slot"):
        for place in range(0, len(row[name]), 17):
            other = "A" if row[name][place] != "A" else "B"
            changed = {**row, name: row[name][:place] + other + row[name][place + 1 :]}
            with pytest.raises((AssertionError, JWException, ValueError)):
                words(changed["body"], changed["slot"], key)
