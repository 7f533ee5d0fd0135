"""Reading JOSE compact tokens without a key: strict in form, exact in their headers. Pure.

The server opens nothing. It checks that a token is what it says it is, so that a mistake in a
client cannot upload plain words: five parts (or three), canonical base64url, sizes, and a header
with exactly the members of its kind, each once.
"""

import binascii
import json
import re
from collections.abc import Iterable, Sequence
from typing import Annotated, Any, NamedTuple, NoReturn, TypeVar

import msgspec

from journal.errors import JournalError

Header = TypeVar("Header", bound=msgspec.Struct)

Id = Annotated[
    str, msgspec.Meta(pattern=r"^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\Z")
]
Hash = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]\Z")]
Generation = Annotated[str, msgspec.Meta(pattern=r"^gen:[1-9][0-9]{0,8}\Z")]

WRAPPED_KEY_BYTES = 40
IV_BYTES = 12
TAG_BYTES = 16
LONGEST_HEADER = 6_000
DEEPEST = 64

_JWE = re.compile(r"([\w-]+)\.([\w-]*)\.([\w-]+)\.([\w-]+)\.([\w-]+)", re.ASCII)
_JWS = re.compile(r"([\w-]+)\.([\w-]+)\.([\w-]+)", re.ASCII)
# The last letter of a canonical base64url text leaves no bit unused; one letter alone is no byte.
_LAST_LETTERS = ("", "", "AQgw", "AEIMQUYcgkosw048")


class Malformed(JournalError):
    """The token is no compact token, no strict base64url, or its header no strict JSON object."""

    code = "malformed"


class UnknownHeader(JournalError):
    """The header has a member that this kind of token does not have."""

    code = "unknown-header"


class MissingHeader(JournalError):
    """The header lacks a member that this kind of token has."""

    code = "missing-header"


class BadHeader(JournalError):
    """A member of the header is not what it has to be."""

    code = "bad-header"


class Jwe(NamedTuple):
    """The parts of an encrypted token: its header as bytes, of the rest only the sizes in bytes."""

    header: bytes
    key_bytes: int
    iv_bytes: int
    ciphertext_bytes: int
    tag_bytes: int


class Jws(NamedTuple):
    """The parts of a signed token."""

    header: bytes
    payload: bytes
    signature: bytes


def jwe_of(token: str) -> Jwe:
    """The parts of an encrypted compact token; raises Malformed."""
    header, key, iv, ciphertext, tag = _parts(_JWE, token)
    return Jwe(
        _header_bytes(header),
        len(key) * 3 // 4,
        len(iv) * 3 // 4,
        len(ciphertext) * 3 // 4,
        len(tag) * 3 // 4,
    )


def jws_of(token: str) -> Jws:
    """The parts of a signed compact token; raises Malformed."""
    header, payload, signature = _parts(_JWS, token)
    return Jws(_header_bytes(header), bytes_of(payload), bytes_of(signature))


def bytes_of(text: str) -> bytes:
    """The bytes of a base64url text that is known to be canonical."""
    plain = text.replace("-", "+").replace("_", "/")
    return binascii.a2b_base64(plain + "==="[: -len(text) % 4])


def members_of(raw: bytes, decoder: msgspec.json.Decoder[Header]) -> Header:
    """The members of a header or payload; raises Malformed, UnknownHeader, MissingHeader, BadHeader."""
    try:
        members = decoder.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        _say_why(raw, decoder.type)
    # A text that is written just as we would write it holds no member twice.
    if msgspec.json.encode(members) != raw:
        strict_object(raw)
    return members


def strict_object(raw: bytes) -> dict[str, Any]:
    """The JSON object in `raw`, each member once at every level, no more than 64 levels; raises Malformed."""
    try:
        value = json.loads(raw.decode(), object_pairs_hook=_once, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise Malformed("The header is no strict JSON.") from None
    if not isinstance(value, dict):
        raise Malformed("The header is no JSON object.")
    if _is_too_deep(value):
        raise Malformed(f"The header is deeper than {DEEPEST} levels.")
    return value


def check_box(token: Jwe, *, key_bytes: int) -> None:
    """Checks the sizes that every encrypted token of ours has; raises Malformed."""
    sizes = (token.key_bytes, token.iv_bytes, token.tag_bytes)
    if sizes != (key_bytes, IV_BYTES, TAG_BYTES):
        raise Malformed("The wrapped key, the initialization vector or the tag has another length.")


def _parts(form: re.Pattern[str], token: str) -> Sequence[str]:
    found = form.fullmatch(token)
    if found is None:
        raise Malformed("This is no compact token.")
    parts = found.groups()
    for part in parts:
        rest = len(part) % 4
        if rest and part[-1] not in _LAST_LETTERS[rest]:
            raise Malformed("A part of the token is no canonical base64url.")
    return parts


def _header_bytes(part: str) -> bytes:
    if len(part) > LONGEST_HEADER:
        raise Malformed("The header is too long.")
    return bytes_of(part)


def _is_too_deep(value: Any) -> bool:
    level = [value]
    for _depth in range(DEEPEST):
        level = [part for node in level for part in _inside(node) if isinstance(part, dict | list)]
    return bool(level)


def _inside(node: dict[str, Any] | list[Any]) -> Iterable[Any]:
    return node.values() if isinstance(node, dict) else node


def _say_why(raw: bytes, kind: type[msgspec.Struct]) -> NoReturn:
    """Raises what is wrong with a header that did not decode."""
    given = set(strict_object(raw))
    fields = msgspec.structs.fields(kind)
    if given - {field.encode_name for field in fields}:
        raise UnknownHeader("The header has a member that this kind of token does not have.")
    missing = [field.encode_name for field in fields if field.required and field.encode_name not in given]
    if missing:
        raise MissingHeader(f"The header lacks {', '.join(missing)}.")
    raise BadHeader("A member of the header is not of its form.")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise Malformed("A member of the header stands there twice.")
    return members


def _no_constant(_name: str) -> NoReturn:
    raise Malformed("NaN and Infinity are no JSON.")
