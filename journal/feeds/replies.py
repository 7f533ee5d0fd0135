"""The header of a coach's reply, as far as it can be read without a key. Pure."""

from typing import Annotated, Literal

import msgspec

from journal.errors import JournalError
from journal.keys.points import PublicKey
from journal.keys.tokens import (
    WRAPPED_KEY_BYTES,
    BadHeader,
    Hash,
    Id,
    Malformed,
    check_box,
    jwe_of,
    members_of,
    strict_object,
)

LARGEST_REPLY_BYTES = 65_536
SMALLEST_REPLY_BYTES = 256
LONGEST_REPLY = 100_000

_BUCKETS = frozenset(SMALLEST_REPLY_BYTES << step for step in range(9))
_TYP = "ck1-reply+jwe"


class ReplyHeader(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """The protected header of a reply. `kid`: the thumbprint of the owner's encryption key; `of`: the copy."""

    alg: Literal["ECDH-ES+A256KW"]
    enc: Literal["A256GCM"]
    typ: Literal["ck1-reply+jwe"]
    kid: Hash
    item: Id
    rev: Id
    parents: Annotated[list[Id], msgspec.Meta(max_length=0)]
    kind: Literal["reply"]
    of: Id
    deletion: Literal["no"] = msgspec.field(name="del")
    epk: PublicKey


_HEADER = msgspec.json.Decoder(ReplyHeader)


def is_reply(token: str) -> bool:
    """Whether a token says of itself that it is a reply."""
    try:
        return strict_object(jwe_of(token).header).get("typ") == _TYP
    except JournalError:
        return False


def read_header(token: str) -> ReplyHeader:
    """The header of a reply; raises what is wrong with it."""
    if len(token) > LONGEST_REPLY:
        raise Malformed("The reply is too long.")
    jwe = jwe_of(token)
    header = members_of(jwe.header, _HEADER)
    check_box(jwe, key_bytes=WRAPPED_KEY_BYTES)
    if jwe.ciphertext_bytes not in _BUCKETS:
        raise BadHeader("The reply is not padded to a bucket.")
    return header
