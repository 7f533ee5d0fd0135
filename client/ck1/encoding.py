"""Strict base64url and strict JSON: one text for one meaning, anything else refused."""

import base64
import binascii
import hashlib
import json
import re
from typing import NoReturn

BASE64URL = re.compile(r"[A-Za-z0-9_-]*\Z")


class Refusal(Exception):
    """Something sealed is not what it has to be. `code` is stable, the sentence is for a person."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence


def b64(data: bytes) -> str:
    """Base64url without padding."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def unb64(text: str) -> bytes:
    """The bytes of a base64url text without padding; refused unless it is the only spelling of those bytes."""
    if not BASE64URL.match(text):
        raise Refusal("malformed", "A letter stands there that base64url does not have.")
    try:
        data = base64.b64decode(text + "=" * (-len(text) % 4), b"-_", validate=True)
    except binascii.Error as error:
        raise Refusal("malformed", "This is no base64url.") from error
    if b64(data) != text:
        raise Refusal("malformed", "There is a shorter spelling of these bytes.")
    return data


def compact(value: object) -> bytes:
    """JSON as UTF-8 without spaces, members in the order given."""
    try:
        return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()
    except (UnicodeEncodeError, ValueError) as error:
        raise Refusal("malformed", "This text cannot be written as UTF-8 JSON.") from error


def object_of(data: bytes) -> dict[str, object]:
    """The JSON object in `data`; refused when it is no object, repeats a member, or holds NaN."""
    try:
        value = json.loads(data.decode(), object_pairs_hook=_members, parse_constant=_no_number)
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise Refusal("malformed", "This is no JSON.") from error
    if not isinstance(value, dict):
        raise Refusal("malformed", "This is no JSON object.")
    return value


def hash_of(token: str) -> str:
    """SHA-256 of a token, base64url: the `cth` of a body, the `prev` of a keycard."""
    return b64(hashlib.sha256(token.encode("ascii")).digest())


def _members(pairs: list[tuple[str, object]]) -> dict[str, object]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise Refusal("malformed", "A member stands there twice.")
    return members


def _no_number(name: str) -> NoReturn:
    raise Refusal("malformed", f"{name} is no JSON.")
