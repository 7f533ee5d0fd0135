"""Replies: a coach's words about one copy, sealed to the person who shared it and signed by the coach.

A reply is a body without a slot: it lies in the person's feed and opens with the person's own encryption key.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from client.ck1 import keys
from client.ck1.bodies import BUCKETS, Revision, Words, pad, revision_of
from client.ck1.encoding import Refusal, compact, object_of, unb64
from client.ck1.keys import KeyPair
from client.ck1.tokens import (
    Header,
    Opened,
    Shape,
    header_of,
    object_member,
    open_sealed,
    open_signed,
    seal,
    sign,
    text_member,
    whole_member,
)

SEALED_SHAPE = Shape(
    fixed={"alg": "ECDH-ES+A256KW", "enc": "A256GCM", "typ": "ck1-reply+jwe"},
    required=("kid", "epk", "item", "rev", "parents", "kind", "of", "del"),
)
SIGNED_SHAPE = Shape(fixed={"alg": "ES256", "typ": "ck1-reply+jws"}, required=("kid",))


@dataclass(frozen=True)
class Reply:
    """Who replies (`reader`) to whom (`own`), about which copy (`of`), when (seconds since 1970), and the words."""

    own: str
    reader: str
    item: str
    rev: str
    of: str
    issued_at: int
    words: Words


def seal_reply(reply: Reply, own_enc: Header, reader_sig: KeyPair) -> str:
    """A reply for the person whose public key is `own_enc`."""
    if whole_member(reply.words, "v") < 1:
        raise Refusal("malformed", "“v” counts from 1.")
    content = {
        "own": reply.own,
        "reader": reply.reader,
        "item": reply.item,
        "rev": reply.rev,
        "of": reply.of,
        "iat": reply.issued_at,
        "reply": reply.words,
    }
    signed = sign(
        {**SIGNED_SHAPE.fixed, "kid": reader_sig.kid}, compact(content), reader_sig.private, SIGNED_SHAPE
    )
    header: Header = {**SEALED_SHAPE.fixed, "kid": keys.thumbprint(own_enc), "item": reply.item}
    header |= {"rev": reply.rev, "parents": []}
    header |= {"kind": "reply", "of": reply.of, "del": "no"}
    return seal(header, pad(signed.encode()), keys.public_key(own_enc), SEALED_SHAPE)


def is_reply(token: str) -> bool:
    """Whether a body says of itself that it is a reply."""
    try:
        header_of(token, SEALED_SHAPE)
    except Refusal:
        return False
    return True


def read_reply_header(token: str) -> Revision:
    """What a reply says of itself, well-formed but not yet proved by any key."""
    header = header_of(token, SEALED_SHAPE)
    if (header["parents"], header["kind"], header["del"]) != ([], "reply", "no"):
        raise Refusal("bad-header", "A reply has no parents and deletes nothing.")
    keys.check_ephemeral(header)
    return revision_of(header)


def open_sealed_reply(token: str, own: str, encs: Iterable[KeyPair]) -> tuple[Reply, str]:
    """A reply opened with one of the own keys, and the signed token in it. Whose it is, is not proved yet."""
    revision, opened = read_reply_header(token), _opened(token, encs)
    if len(opened.content) not in BUCKETS:
        raise Refusal("wrong-bucket", "This is not padded to a bucket.")
    signed = opened.content.rstrip(b" ").decode("ascii", "replace")
    reply = _read(signed)
    if (reply.own, reply.item, reply.rev, reply.of) != (own, revision.item, revision.rev, revision.of):
        raise Refusal("swapped", "The reply was written for another person or copy.")
    return reply, signed


def check_reply(signed: str, reader_sig: Header) -> None:
    """Refuses a reply that the pinned coach did not sign."""
    opened = open_signed(signed, keys.public_key(reader_sig), SIGNED_SHAPE)
    if opened.header["kid"] != keys.thumbprint(reader_sig):
        raise Refusal("bad-header", "The reply names another signer than the one pinned.")


def _opened(token: str, encs: Iterable[KeyPair]) -> Opened:
    kid = header_of(token, SEALED_SHAPE)["kid"]
    for enc in encs:
        if enc.kid == kid:
            return open_sealed(token, enc.private, SEALED_SHAPE)
    raise Refusal("does-not-open", "The reply is sealed to a key this device does not have.")


def _read(signed: str) -> Reply:
    header_of(signed, SIGNED_SHAPE)
    content = object_of(unb64(signed.split(".")[1]))
    words = object_member(content, "reply")
    if whole_member(words, "v") < 1:
        raise Refusal("malformed", "“v” counts from 1.")
    return Reply(
        own=text_member(content, "own"),
        reader=text_member(content, "reader"),
        item=text_member(content, "item"),
        rev=text_member(content, "rev"),
        of=text_member(content, "of"),
        issued_at=whole_member(content, "iat"),
        words=words,
    )
