"""Slots: the owner's access to the key of one revision, and the ring of vault keys that opens them."""

import hashlib
import re
from dataclasses import dataclass, field

from joserfc.jwk import OctKey

from client.ck1 import keys
from client.ck1.bodies import Body, Revision, Words, committed_hash, content_key_name, open_body, read_header
from client.ck1.encoding import Refusal, b64, compact, object_of, unb64
from client.ck1.tokens import Header, Shape, header_of, open_sealed, seal, text_member

SHAPE = Shape(
    fixed={"alg": "A256KW", "enc": "A256GCM", "typ": "ck1-slot+jwe", "cty": "jwk+json"},
    required=("kid", "item", "rev", "cth"),
)
GENERATION = re.compile(r"gen:([1-9][0-9]{0,8})\Z")
KNOWN_BYTES = 16


@dataclass(frozen=True)
class Earlier:
    """A generation that is over: its vault key, and the revisions that were acknowledged under it."""

    key: OctKey
    known: frozenset[bytes]


@dataclass(frozen=True)
class Ring:
    """Every vault key an account has had. Only the current one seals."""

    generation: int
    key: OctKey
    earlier: dict[int, Earlier] = field(default_factory=dict)


@dataclass(frozen=True)
class Slot:
    """An opened slot: the revision and the body it was made for, and the key."""

    item: str
    rev: str
    cth: str
    content_key: bytes


def ring_of(root: keys.Root, generation: int) -> Ring:
    """The ring of an account that never rotated."""
    return Ring(generation, keys.vault_key(root, generation))


def seal_slot(body: Body, ring: Ring) -> str:
    """The owner's slot for a body, under the current generation."""
    revision = body.revision
    header: Header = {
        **SHAPE.fixed,
        "kid": f"gen:{ring.generation}",
        "item": revision.item,
        "rev": revision.rev,
    }
    header["cth"] = committed_hash(body.token)
    return seal(header, compact(content_jwk(body.content_key)), ring.key, SHAPE)


def generation_of(slot: str) -> int:
    """The generation a slot says it is of, not yet proved."""
    match = GENERATION.match(text_member(header_of(slot, SHAPE), "kid"))
    if not match:
        raise Refusal("bad-header", "The slot names no generation.")
    return int(match[1])


def open_revision(body: str, slot: str, ring: Ring) -> tuple[Revision, Words]:
    """Open a body through its slot, with every check: item, rev and hash agree, the generation is allowed, the key
    is the one the body is committed to, the padding is a bucket of spaces."""
    opened, revision = open_slot(slot, ring), read_header(body)
    if (opened.item, opened.rev) != (revision.item, revision.rev):
        raise Refusal("swapped", "The slot is of another revision than the body.")
    if opened.cth != committed_hash(body):
        raise Refusal("swapped", "The slot was made for another body.")
    return open_body(body, opened.content_key)


def open_slot(slot: str, ring: Ring) -> Slot:
    """What a slot holds; refused when its generation is not on the ring, or is over and did not know it."""
    opened = open_sealed(slot, _key_for(slot, ring), SHAPE)
    item, rev, cth = (text_member(opened.header, name) for name in ("item", "rev", "cth"))
    return Slot(item, rev, cth, content_key_in(object_of(opened.content)))


def forgotten_under(slot: str, ring: Ring) -> Ring | None:
    """The ring that opens a slot of a generation that is over and did not know it; None for any other slot.

    Only for what this device has sealed itself and nobody else holds yet: such a slot is to be made anew.
    """
    generation = generation_of(slot)
    earlier = ring.earlier.get(generation)
    return Ring(generation, earlier.key) if earlier and not _was_known(slot, earlier) else None


def content_jwk(content_key: bytes) -> Header:
    """A content key as it lies in a slot or a grant."""
    return {"kty": "oct", "k": b64(content_key), "kid": content_key_name(content_key), "alg": "A256GCM"}


def content_key_in(jwk: Header) -> bytes:
    """The content key in a JWK; refused when what the JWK says of itself does not fit the key."""
    key = unb64(text_member(jwk, "k"))
    contradicted = [name for name, value in content_jwk(key).items() if jwk.get(name, value) != value]
    if len(key) != keys.KEY_BYTES or "kty" not in jwk or contradicted:
        raise Refusal("malformed", "The slot holds no content key.")
    return key


def known_prefix(rev: str, cth: str) -> bytes:
    """How a keybag remembers a revision acknowledged under an earlier generation."""
    return hashlib.sha256(f"{rev} {cth}".encode()).digest()[:KNOWN_BYTES]


def _key_for(slot: str, ring: Ring) -> OctKey:
    generation = generation_of(slot)
    if generation == ring.generation:
        return ring.key
    if generation > ring.generation:
        raise Refusal("later-generation", "The slot is of a generation this device has not unlocked yet.")
    earlier = ring.earlier.get(generation)
    if earlier is None or not _was_known(slot, earlier):
        raise Refusal(
            "replayed-generation", "The slot is of a generation that is over, and was not known then."
        )
    return earlier.key


def _was_known(slot: str, earlier: Earlier) -> bool:
    header = header_of(slot, SHAPE)
    return known_prefix(text_member(header, "rev"), text_member(header, "cth")) in earlier.known
