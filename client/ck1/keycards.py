"""Keycards: the public keys of one person in one generation, signed by themselves, each naming the one before."""

from dataclasses import dataclass

from client.ck1 import keys
from client.ck1.encoding import Refusal, compact, hash_of, object_of, unb64
from client.ck1.keys import KeyPair
from client.ck1.tokens import Header, Shape, object_member, open_signed, sign, text_member, whole_member

SHAPE = Shape(fixed={"alg": "ES256", "typ": "ck1-keycard+jws"}, required=("kid",))


@dataclass(frozen=True)
class Keycard:
    """Whose keys, of which generation, since when (seconds since 1970), and the keys by name."""

    person: str
    gen: int
    enc: Header
    sig: Header
    issued_at: int
    prev: str | None


def sign_keycard(
    person: str, gen: int, enc: KeyPair, sig: KeyPair, *, issued_at: int, prev: str | None
) -> str:
    """A person's keycard. `prev` is the whole keycard before this one, or None."""
    content = {
        "sub": person,
        "gen": gen,
        "enc": enc.public,
        "sig": sig.public,
        "iat": issued_at,
        "prev": None if prev is None else hash_of(prev),
    }
    return sign({**SHAPE.fixed, "kid": sig.kid}, compact(content), sig.private, SHAPE)


def open_keycard(token: str) -> Keycard:
    """What a keycard says; refused unless it is signed by the key it names."""
    _, payload, _ = (*token.split("."), "", "")[:3]
    content = object_of(unb64(payload))
    sig = object_member(content, "sig")
    opened = open_signed(token, keys.public_key(sig), SHAPE)
    if opened.header["kid"] != keys.thumbprint(sig):
        raise Refusal("bad-header", "The keycard is signed by another key than it names.")
    enc = object_member(content, "enc")
    keys.public_key(enc)
    prev = None if content.get("prev", "") is None else text_member(content, "prev")
    return Keycard(
        text_member(content, "sub"),
        whole_member(content, "gen"),
        enc,
        sig,
        whole_member(content, "iat"),
        prev,
    )
