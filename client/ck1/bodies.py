"""Bodies: the words of one revision, sealed under a key of their own.

Everything the server may know about a revision stands in the body's header, so it is bound to the words.
"""

import re
import secrets
from dataclasses import dataclass
from datetime import date
from typing import NewType

from client.ck1 import keys
from client.ck1.encoding import Refusal, b64, compact, hash_of, object_of
from client.ck1.tokens import (
    Header,
    Opened,
    Shape,
    header_of,
    object_member,
    open_sealed,
    seal,
    text_member,
    whole_member,
)

Sealed = NewType("Sealed", str)
Words = dict[str, object]

SHAPE = Shape(
    fixed={"alg": "dir", "enc": "A256GCM", "typ": "ck1-body+jwe"},
    required=("kid", "item", "rev", "parents", "kind", "del"),
    optional=("of", "day", "written", "pub"),
)
ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\Z")
KIND = re.compile(r"[a-z][a-z0-9-]{0,31}\Z")
THUMBPRINT = re.compile(r"[A-Za-z0-9_-]{43}\Z")
DELETIONS = ("no", "keep-day", "forget")
MAX_PARENTS = 16
SMALLEST_BYTES = 256
BUCKETS = tuple(SMALLEST_BYTES << step for step in range(9))


@dataclass(frozen=True)
class Revision:
    """What stands in the header of a body: all the server may know of a revision. Days are ISO dates."""

    item: str
    rev: str
    kind: str
    parents: tuple[str, ...] = ()
    of: str | None = None
    day: str | None = None
    written: str | None = None
    deletion: str = "no"
    pub: Header | None = None


@dataclass(frozen=True)
class Body:
    """A sealed body with the key its words are under."""

    token: Sealed
    revision: Revision
    content_key: bytes


def seal_body(revision: Revision, words: Words) -> Body:
    """Seal words for a revision under a fresh key; refused when they do not fit into the largest bucket."""
    content_key = secrets.token_bytes(keys.KEY_BYTES)
    header = _header(revision, content_key_name(content_key))
    _check(revision_of(header), words)
    token = seal(header, pad(compact(words)), keys.symmetric(content_key), SHAPE)
    return Body(Sealed(token), revision, content_key)


def read_header(token: str) -> Revision:
    """What a body says of itself, well-formed but not yet proved by any key."""
    return revision_of(header_of(token, SHAPE))


def open_body(token: str, content_key: bytes) -> tuple[Revision, Words]:
    """The revision and the words in a body; refused unless everything about it is exact."""
    revision = read_header(token)
    opened = _open(token, content_key)
    words = unpad(opened.content)
    _check(revision, words)
    return revision, words


def content_key_name(content_key: bytes) -> str:
    """The thumbprint of a content key: it stands in the header, so the ciphertext is committed to its key."""
    return keys.thumbprint({"kty": "oct", "k": b64(content_key)})


def pad(content: bytes) -> bytes:
    """Content with spaces up to the next bucket."""
    for bucket in BUCKETS:
        if len(content) <= bucket:
            return content.ljust(bucket)
    raise Refusal("too-large", "These are more words than one revision can hold (64 KiB).")


def unpad(content: bytes) -> Words:
    """The words in padded content; refused when the size is no bucket or the padding is anything but spaces."""
    if len(content) not in BUCKETS:
        raise Refusal("wrong-bucket", "This is not padded to a bucket.")
    text = content.rstrip(b" ")
    if not text.endswith(b"}"):
        raise Refusal("wrong-bucket", "The padding is not spaces alone.")
    return object_of(text)


def committed_hash(token: str) -> str:
    """`cth`: the hash of a body by which a slot, a grant or a consent names it."""
    return hash_of(token)


def revision_of(header: Header) -> Revision:
    """The header's members as a revision; refused when one is not of its form."""
    if not THUMBPRINT.match(text_member(header, "kid")):
        raise Refusal("bad-header", "“kid” is no thumbprint.")
    return Revision(
        item=_id(header, "item"),
        rev=_id(header, "rev"),
        kind=_kind(header),
        parents=_parents(header),
        of=_id(header, "of") if "of" in header else None,
        day=_date(header, "day"),
        written=_date(header, "written"),
        deletion=_deletion(header),
        pub=object_member(header, "pub") if "pub" in header else None,
    )


def _open(token: str, content_key: bytes) -> Opened:
    opened = open_sealed(token, keys.symmetric(content_key), SHAPE)
    if opened.header["kid"] != content_key_name(content_key):
        raise Refusal("swapped", "The body names another key than the one it is under.")
    return opened


def _header(revision: Revision, kid: str) -> Header:
    header: Header = {**SHAPE.fixed, "kid": kid, "item": revision.item, "rev": revision.rev}
    header |= {"parents": list(revision.parents), "kind": revision.kind}
    for name in ("of", "day", "written"):
        if getattr(revision, name) is not None:
            header[name] = getattr(revision, name)
    header["del"] = revision.deletion
    if revision.pub is not None:
        header["pub"] = revision.pub
    return header


def _check(revision: Revision, words: Words) -> None:
    if whole_member(words, "v") < 1:
        raise Refusal("malformed", "“v” counts from 1.")
    if (revision.day is None) != (revision.written is None):
        raise Refusal("bad-header", "“day” and “written” go together.")
    if revision.deletion == "forget" and (revision.day or revision.of):
        raise Refusal("bad-header", "What forgets a day does not name it.")


def _id(header: Header, name: str) -> str:
    value = text_member(header, name)
    if not ID.match(value):
        raise Refusal("bad-header", f"“{name}” is no UUIDv4 in lower case.")
    return value


def _kind(header: Header) -> str:
    kind = text_member(header, "kind")
    if not KIND.match(kind):
        raise Refusal("bad-header", "“kind” is no word in lower case.")
    return kind


def _parents(header: Header) -> tuple[str, ...]:
    value = header["parents"]
    if not isinstance(value, list) or len(value) > MAX_PARENTS:
        raise Refusal("bad-header", f"“parents” is no list of at most {MAX_PARENTS}.")
    parents = tuple(_id({"parents": parent}, "parents") for parent in value)
    if list(parents) != sorted(set(parents)) or header["rev"] in parents:
        raise Refusal("bad-header", "“parents” is not sorted, or repeats one, or names the revision itself.")
    return parents


def _date(header: Header, name: str) -> str | None:
    if name not in header:
        return None
    value = text_member(header, name)
    try:
        real = date.fromisoformat(value).isoformat() == value
    except ValueError as error:
        raise Refusal("bad-header", f"“{name}” is no date.") from error
    if not real:
        raise Refusal("bad-header", f"“{name}” is not written as year-month-day.")
    return value


def _deletion(header: Header) -> str:
    value = text_member(header, "del")
    if value not in DELETIONS:
        raise Refusal("bad-header", "“del” is neither no, nor keep-day, nor forget.")
    return value
