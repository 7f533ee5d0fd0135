"""Root, vault key, P-256 keys and their names.

A root is 32 random bytes; the vault key of generation g is derived from it; a key's name is its RFC 7638 thumbprint.
"""

import hashlib
import secrets
from dataclasses import dataclass
from typing import NewType

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from joserfc.errors import JoseError
from joserfc.jwk import ECKey, OctKey

from client.ck1.encoding import Refusal, b64, compact, unb64
from client.ck1.tokens import Header, object_member, text_member

Root = NewType("Root", bytes)

KEY_BYTES = 32
CURVE = "P-256"
PUBLIC_MEMBERS = ("kty", "crv", "x", "y")


@dataclass(frozen=True)
class KeyPair:
    """A private P-256 key with its public half and its name."""

    private: ECKey
    public: Header
    kid: str


def new_root() -> Root:
    """32 random bytes: the one secret everything of an account hangs on."""
    return Root(secrets.token_bytes(KEY_BYTES))


def derive(secret: bytes, info: str) -> bytes:
    """HKDF-SHA256 with an empty salt, 32 bytes."""
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=b"", info=info.encode()).derive(secret)


def vault_key(root: Root, generation: int) -> OctKey:
    """The key that wraps the keybag and every slot of this generation."""
    return symmetric(derive(root, f"ck1/vault/{generation}"))


def symmetric(key: bytes) -> OctKey:
    """32 bytes as a key; refused in any other length."""
    if len(key) != KEY_BYTES:
        raise Refusal("malformed", "A key of this format has 32 bytes.")
    return OctKey.import_key({"kty": "oct", "k": b64(key)})


def thumbprint(jwk: Header) -> str:
    """The RFC 7638 name of an `oct` or P-256 key."""
    names = ("k", "kty") if jwk.get("kty") == "oct" else ("crv", "kty", "x", "y")
    return b64(hashlib.sha256(compact({name: text_member(jwk, name) for name in names})).digest())


def new_key_pair() -> KeyPair:
    """A fresh P-256 key."""
    return key_pair(dict(ECKey.generate_key(CURVE, private=True).as_dict(private=True)))


def key_pair(jwk: Header) -> KeyPair:
    """The private key in a JWK; refused unless `d` belongs to `x` and `y`."""
    public_key(jwk)
    if len(unb64(text_member(jwk, "d"))) != KEY_BYTES:
        raise Refusal("bad-key", "The private number is not written in 32 bytes.")
    try:
        private = ECKey.import_key({name: text_member(jwk, name) for name in (*PUBLIC_MEMBERS, "d")})
    except (JoseError, ValueError) as error:
        raise Refusal("bad-key", "The private number does not belong to this point.") from error
    public = {name: jwk[name] for name in PUBLIC_MEMBERS}
    return KeyPair(private, public, thumbprint(public))


def public_key(jwk: Header) -> ECKey:
    """The public key in a JWK; refused when the point is not on P-256 or is written in another length."""
    if jwk.get("kty") != "EC" or jwk.get("crv") != CURVE:
        raise Refusal("bad-key", "This is no P-256 key.")
    for name in ("x", "y"):
        if len(unb64(text_member(jwk, name))) != KEY_BYTES:
            raise Refusal("bad-key", f"“{name}” does not have 32 bytes.")
    try:
        return ECKey.import_key({name: text_member(jwk, name) for name in PUBLIC_MEMBERS})
    except (JoseError, ValueError) as error:
        raise Refusal("bad-key", "This point is not on the curve.") from error


def check_ephemeral(header: Header) -> None:
    """Refuses an `epk` that is no point of P-256 or holds more than a public key does."""
    ephemeral = object_member(header, "epk")
    public_key(ephemeral)
    if set(ephemeral) != set(PUBLIC_MEMBERS):
        raise Refusal("bad-header", "The ephemeral key holds more than a public key does.")
