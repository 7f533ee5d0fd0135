"""Links: the root on its way from one device to another, past a server that never sees the key it is sealed to.

The second device shows `CK1L:<session>:<x>:<y>`, a fresh key by its point; the first reads it with its camera. What it
seals is accepted only if the root opens the account's keybag, which whoever opens it has to try.
"""

import re
import secrets
from dataclasses import dataclass

from client.ck1 import keys
from client.ck1.encoding import Refusal, b64
from client.ck1.keys import KeyPair, Root
from client.ck1.tokens import Header, Shape, header_of, open_sealed, seal, whole_member

SHAPE = Shape(
    fixed={"alg": "ECDH-ES+A256KW", "enc": "A256GCM", "typ": "ck1-link+jwe"},
    required=("own", "gen", "session", "epk"),
)
SESSION = r"[A-Za-z0-9_-]{22,43}"
SHOWN = re.compile(rf"CK1L:({SESSION}):([A-Za-z0-9_-]{{43}}):([A-Za-z0-9_-]{{43}})")
SESSION_BYTES = 16


@dataclass(frozen=True)
class Shown:
    """What a second device shows: the name of the mailbox, and the public key to seal to."""

    session: str
    key: Header

    @property
    def text(self) -> str:
        """As it stands in the QR code."""
        return f"CK1L:{self.session}:{self.key['x']}:{self.key['y']}"


def new_shown() -> tuple[Shown, KeyPair]:
    """A fresh key for one link, and what to show of it."""
    pair = keys.new_key_pair()
    return Shown(b64(secrets.token_bytes(SESSION_BYTES)), pair.public), pair


def read_shown(text: str) -> Shown:
    """What a QR code says; refused unless it is a link's, and its key a point of P-256."""
    match = SHOWN.fullmatch(text)
    if not match:
        raise Refusal("malformed", "This is no code of a second device.")
    session, x, y = match.groups()
    key: Header = {"kty": "EC", "crv": keys.CURVE, "x": x, "y": y}
    keys.public_key(key)
    return Shown(session, key)


def seal_link(root: Root, generation: int, person: str, shown: Shown) -> str:
    """The root of a person, for the device that showed this."""
    header: Header = {**SHAPE.fixed, "own": person, "gen": generation, "session": shown.session}
    return seal(header, root, keys.public_key(shown.key), SHAPE)


def open_link(token: str, pair: KeyPair, session: str, person: str) -> tuple[Root, int]:
    """The root and its generation; refused when it was left for another session or account."""
    keys.check_ephemeral(header_of(token, SHAPE))
    opened = open_sealed(token, pair.private, SHAPE)
    if (opened.header["own"], opened.header["session"]) != (person, session):
        raise Refusal("swapped", "This was left for another session or another account.")
    if len(opened.content) != keys.KEY_BYTES:
        raise Refusal("malformed", "The message holds no root.")
    return Root(opened.content), whole_member(opened.header, "gen")
