"""The recovery code a person writes down, and the root wrapped for it.

0x01 ∥ 16 random bytes ∥ the first 3 bytes of SHA-256 of both = 20 bytes = 32 Crockford symbols in 8 groups of 4.
"""

import hashlib
import re
import secrets

from client.ck1 import keys
from client.ck1.encoding import Refusal
from client.ck1.keys import Root
from client.ck1.tokens import Header, Shape, open_sealed, seal, text_member

SHAPE = Shape(
    fixed={"alg": "A256KW", "enc": "A256GCM", "typ": "ck1-root+jwe"},
    required=("kid", "own"),
)
WRAP_NAME = re.compile(r"recovery:([1-9][0-9]{0,8})\Z")
SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SEPARATORS = re.compile(r"[\s\-\u2010-\u2015\u2212]")
LOOKALIKES = str.maketrans("OIL", "011")
VERSION = b"\x01"
SECRET_BYTES = 16
CHECK_BYTES = 3
CODE_SYMBOLS = 32
GROUP = 4


def new_secret() -> bytes:
    """16 random bytes: what a recovery code carries."""
    return secrets.token_bytes(SECRET_BYTES)


def code_of(secret: bytes) -> str:
    """The code to write down, in 8 groups of 4."""
    if len(secret) != SECRET_BYTES:
        raise Refusal("malformed", "A recovery secret has 16 bytes.")
    return _spelled(_checked(VERSION + secret))


def secret_of(code: str) -> bytes:
    """The 16 bytes in a code as a person types it: any case, any grouping, O for 0, I and L for 1.

    Refused as `unknown-symbol`, `wrong-length`, `wrong-checksum` (a typo) or `unknown-version`.
    """
    symbols = SEPARATORS.sub("", code)
    # Only ASCII is made upper case: elsewhere a foreign letter may turn into one of ours (the dotless i does).
    symbols = symbols.upper().translate(LOOKALIKES) if symbols.isascii() else symbols
    if not all(symbol in SYMBOLS for symbol in symbols):
        raise Refusal("unknown-symbol", "There is a sign in this code that recovery codes do not have.")
    if len(symbols) != CODE_SYMBOLS:
        raise Refusal(
            "wrong-length", f"A recovery code has {CODE_SYMBOLS} signs; this one has {len(symbols)}."
        )
    return _secret_in(_bytes_of(symbols))


def wrap_root(root: Root, secret: bytes, person: str, number: int) -> str:
    """The root of a person, wrapped for the recovery code with this number (from 1)."""
    header: Header = {**SHAPE.fixed, "kid": f"recovery:{number}", "own": person}
    return seal(header, root, keys.symmetric(wrap_key(secret, person)), SHAPE)


def unwrap_root(token: str, secret: bytes, person: str) -> Root:
    """The root in a recovery wrap; refused for another person's wrap or another code."""
    opened = open_sealed(token, keys.symmetric(wrap_key(secret, person)), SHAPE)
    if opened.header["own"] != person or not WRAP_NAME.match(text_member(opened.header, "kid")):
        raise Refusal("bad-header", "This wrap is not a recovery wrap of this person.")
    if len(opened.content) != keys.KEY_BYTES:
        raise Refusal("malformed", "The wrap holds no root.")
    return Root(opened.content)


def wrap_key(secret: bytes, person: str) -> bytes:
    """The key a recovery code gives for this person."""
    return keys.derive(secret, f"ck1/recovery/{person}")


def _checked(content: bytes) -> bytes:
    return content + hashlib.sha256(content).digest()[:CHECK_BYTES]


def _spelled(data: bytes) -> str:
    number = int.from_bytes(data, "big")
    symbols = "".join(SYMBOLS[number >> 5 * place & 31] for place in reversed(range(CODE_SYMBOLS)))
    return "-".join(symbols[start : start + GROUP] for start in range(0, CODE_SYMBOLS, GROUP))


def _bytes_of(symbols: str) -> bytes:
    number = 0
    for symbol in symbols:
        number = number << 5 | SYMBOLS.index(symbol)
    return number.to_bytes(len(VERSION) + SECRET_BYTES + CHECK_BYTES, "big")


def _secret_in(data: bytes) -> bytes:
    content = data[:-CHECK_BYTES]
    if _checked(content) != data:
        raise Refusal("wrong-checksum", "There is a typo in this code: its last signs do not fit the rest.")
    if content[:1] != VERSION:
        raise Refusal("unknown-version", "This code is of a later kind: update first.")
    return content[1:]
