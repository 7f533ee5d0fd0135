"""Grants: one reader's access to one copy, sealed to the reader's key and signed by the person who gives it."""

from dataclasses import dataclass

from client.ck1 import keys
from client.ck1.bodies import Body, Revision, Words, committed_hash, open_body, read_header
from client.ck1.encoding import Refusal, compact, object_of
from client.ck1.keys import KeyPair
from client.ck1.slots import content_jwk, content_key_in
from client.ck1.tokens import (
    Header,
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
    fixed={"alg": "ECDH-ES+A256KW", "enc": "A256GCM", "typ": "ck1-grant+jwe", "cty": "ck1-grant+jws"},
    required=("kid", "epk", "item", "rev", "reader", "consent"),
)
SIGNED_SHAPE = Shape(fixed={"alg": "ES256", "typ": "ck1-grant+jws"}, required=("kid",))
SAID_BYTES = 1024
"""What a grant says takes as much room whatever it says: its length would tell whether backup is asked for."""


@dataclass(frozen=True)
class Terms:
    """Who gives (`own`), who may read until when (seconds since 1970), by which consent, and whether help is asked."""

    own: str
    reader: str
    consent: str
    issued_at: int
    valid_until: int
    backup: bool


@dataclass(frozen=True)
class Reader:
    """What a reader opens a grant with: the own encryption key, and the giver's pinned signing key."""

    person: str
    enc: KeyPair
    giver: str
    giver_sig: Header


@dataclass(frozen=True)
class ReadCopy:
    revision: Revision
    words: Words
    terms: Terms


def seal_grant(body: Body, terms: Terms, reader_enc: Header, sig: KeyPair) -> str:
    """A grant for the reader whose public key is `reader_enc`."""
    revision, reader_kid = body.revision, keys.thumbprint(reader_enc)
    content = {
        "own": terms.own,
        "item": revision.item,
        "rev": revision.rev,
        "reader": terms.reader,
        "rkd": reader_kid,
        "cth": committed_hash(body.token),
        "consent": terms.consent,
        "iat": terms.issued_at,
        "exp": terms.valid_until,
        "backup": terms.backup,
        "cek": content_jwk(body.content_key),
    }
    said = compact(content).ljust(SAID_BYTES)
    signed = sign({**SIGNED_SHAPE.fixed, "kid": sig.kid}, said, sig.private, SIGNED_SHAPE)
    header: Header = {**SEALED_SHAPE.fixed, "kid": reader_kid, "item": revision.item, "rev": revision.rev}
    header |= {"reader": terms.reader, "consent": terms.consent}
    return seal(header, signed.encode(), keys.public_key(reader_enc), SEALED_SHAPE)


def open_grant(token: str, reader: Reader) -> Header:
    """What a grant says, signed by the pinned giver; the body it is for is looked at only by `open_copy`."""
    keys.check_ephemeral(header_of(token, SEALED_SHAPE))
    opened = open_sealed(token, reader.enc.private, SEALED_SHAPE)
    content = _signed_content(opened.content, reader)
    if (content.get("own"), content.get("reader")) != (reader.giver, reader.person):
        raise Refusal("swapped", "The grant was made by another person, or for another reader.")
    return content


def open_copy(body: str, grant: str, reader: Reader, *, now: int) -> ReadCopy:
    """The words of a copy through its grant, with every check the reader owes: header, signature under the pinned
    giver, the hash of the body served, the time, the key the body is committed to."""
    keys.check_ephemeral(header_of(grant, SEALED_SHAPE))
    opened = open_sealed(grant, reader.enc.private, SEALED_SHAPE)
    content = _signed_content(opened.content, reader)
    _check_agreement(opened.header, content, reader, body)
    terms = _terms(content)
    if now >= terms.valid_until:
        raise Refusal("expired", "The time this copy was given for is over.")
    revision, words = open_body(body, content_key_in(object_member(content, "cek")))
    return ReadCopy(revision, words, terms)


def _signed_content(token: bytes, reader: Reader) -> Header:
    try:
        text = token.decode("ascii")
    except UnicodeDecodeError as error:
        raise Refusal("malformed", "The grant holds no signed token.") from error
    opened = open_signed(text, keys.public_key(reader.giver_sig), SIGNED_SHAPE)
    if opened.header["kid"] != keys.thumbprint(reader.giver_sig):
        raise Refusal("bad-header", "The grant names another signer than the one pinned.")
    return object_of(opened.content)


def _check_agreement(header: Header, content: Header, reader: Reader, body: str) -> None:
    revision = read_header(body)
    expected = {
        "own": reader.giver,
        "item": revision.item,
        "rev": revision.rev,
        "reader": reader.person,
        "rkd": reader.enc.kid,
        "cth": committed_hash(body),
    }
    if any(content.get(name) != value for name, value in expected.items()):
        raise Refusal("swapped", "The grant was made for another copy, another reader or by another person.")
    outside = {"kid": "rkd", "item": "item", "rev": "rev", "reader": "reader", "consent": "consent"}
    if any(header[name] != content.get(inside) for name, inside in outside.items()):
        raise Refusal("swapped", "The grant says one thing outside and another inside.")


def _terms(content: Header) -> Terms:
    backup = content.get("backup")
    if not isinstance(backup, bool):
        raise Refusal("malformed", "“backup” is neither true nor false.")
    return Terms(
        own=text_member(content, "own"),
        reader=text_member(content, "reader"),
        consent=text_member(content, "consent"),
        issued_at=whole_member(content, "iat"),
        valid_until=whole_member(content, "exp"),
        backup=backup,
    )
