"""Invitations: how a coach and an agent come to hold each other's real keys, past a server that may lie.

The coach shows `CK1I:<coach id>:<enc kid>:<sig kid>:<nonce>`, as a square code or in a link's fragment. The nonce never
reaches the server: it names the invitation and proves that the answer comes from whoever was shown it.
"""

import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass

from client.ck1 import keys
from client.ck1.bodies import ID
from client.ck1.encoding import Refusal, b64, compact, object_of, unb64
from client.ck1.keys import KeyPair
from client.ck1.tokens import Header, Shape, object_member, open_signed, sign, text_member

SHAPE = Shape(fixed={"alg": "ES256", "typ": "ck1-accept+jws"}, required=("kid",))
MEMBERS = {"own", "reader", "enc", "sig", "mac"}
NONCE_BYTES = 16
SHOWN = re.compile(
    r"CK1I:([0-9a-f-]{36}):([A-Za-z0-9_-]{43}):([A-Za-z0-9_-]{43}):([A-Za-z0-9_-]{22})", re.ASCII
)


@dataclass(frozen=True)
class Invite:
    """Who invites, the thumbprints of that person's two public keys, and the nonce."""

    coach: str
    enc: str
    sig: str
    nonce: bytes

    @property
    def text(self) -> str:
        """As it stands in the square code, or after the # of a link."""
        return f"CK1I:{self.coach}:{self.enc}:{self.sig}:{b64(self.nonce)}"

    @property
    def id(self) -> str:
        """The name under which the server keeps it; it does not tell the nonce."""
        return b64(keys.derive(self.nonce, "ck1/invite/id"))


@dataclass(frozen=True)
class Accepted:
    """Who has accepted, with that person's two public keys."""

    own: str
    enc: Header
    sig: Header


def new_invite(coach: str, enc: KeyPair, sig: KeyPair) -> Invite:
    """A fresh invitation of a coach, good for one person."""
    return Invite(coach, enc.kid, sig.kid, secrets.token_bytes(NONCE_BYTES))


def read_invite(text: str) -> Invite:
    """What a code or a link's fragment says; refused unless it is an invitation."""
    match = SHOWN.fullmatch(text)
    if not match or not ID.match(match[1]):
        raise Refusal("malformed", "This is no invitation.")
    for name in (match[2], match[3]):
        unb64(name)  # 43 letters are 32 bytes, in one spelling of several
    return Invite(match[1], match[2], match[3], unb64(match[4]))


def sign_accept(invite: Invite, own: str, enc: KeyPair, sig: KeyPair) -> str:
    """The agent's answer: the own public keys, bound to the invitation."""
    content = {"own": own, "reader": invite.coach, "enc": enc.public, "sig": sig.public}
    mac = _mac(invite, own, enc.kid, sig.kid)
    return sign({**SHAPE.fixed, "kid": sig.kid}, compact({**content, "mac": mac}), sig.private, SHAPE)


def open_accept(token: str, invite: Invite) -> Accepted:
    """Who answered this very invitation; refused unless the keys in it are those of whoever was shown it."""
    content = _content(token)
    enc, sig = (_public(content, name) for name in ("enc", "sig"))
    opened = open_signed(token, keys.public_key(sig), SHAPE)
    if opened.header["kid"] != keys.thumbprint(sig):
        raise Refusal("bad-header", "The answer is signed by another key than it names.")
    own = text_member(content, "own")
    if not ID.match(own) or text_member(content, "reader") != invite.coach:
        raise Refusal("swapped", "The answer is to another coach's invitation.")
    expected = _mac(invite, own, keys.thumbprint(enc), keys.thumbprint(sig))
    if not hmac.compare_digest(text_member(content, "mac").encode(), expected.encode()):
        raise Refusal("swapped", "The answer does not come from whoever was shown this invitation.")
    return Accepted(own, enc, sig)


def _content(token: str) -> Header:
    _, payload, _ = (*token.split("."), "", "")[:3]
    content = object_of(unb64(payload))
    if set(content) != MEMBERS:
        raise Refusal("malformed", "The answer has another shape.")
    return content


def _public(content: Header, name: str) -> Header:
    key = object_member(content, name)
    if set(key) != set(keys.PUBLIC_MEMBERS):
        raise Refusal("bad-key", f"“{name}” holds more or less than a public key.")
    keys.public_key(key)
    return key


def _mac(invite: Invite, own: str, enc: str, sig: str) -> str:
    lines = ("ck1/invite", own, invite.coach, enc, sig, invite.enc, invite.sig)
    key = keys.derive(invite.nonce, "ck1/invite/mac")
    return b64(hmac.new(key, "\n".join(lines).encode(), hashlib.sha256).digest())
