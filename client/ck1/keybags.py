"""Keybags: the account's private keys under the vault key, with what it remembers of the generations before."""

from dataclasses import dataclass

from client.ck1 import keys
from client.ck1.encoding import Refusal, b64, compact, object_of, unb64
from client.ck1.keys import KeyPair, Root
from client.ck1.slots import KNOWN_BYTES, Earlier, Ring
from client.ck1.tokens import Header, Shape, object_member, open_sealed, seal, text_member, whole_member

SHAPE = Shape(
    fixed={"alg": "A256KW", "enc": "A256GCM", "typ": "ck1-keybag+jwe", "cty": "json"},
    required=("kid",),
)


@dataclass(frozen=True)
class PastGeneration:
    """A generation before this one. `known` are the 16-byte names of what was acknowledged under it."""

    gen: int
    root: Root
    enc: KeyPair
    sig: KeyPair
    known: frozenset[bytes]


@dataclass(frozen=True)
class Keybag:
    gen: int
    enc: KeyPair
    sig: KeyPair
    earlier: tuple[PastGeneration, ...] = ()


def new_keybag(generation: int) -> Keybag:
    """Fresh keys for the first generation of an account."""
    return Keybag(generation, keys.new_key_pair(), keys.new_key_pair())


def renewed(keybag: Keybag, root: Root, known: frozenset[bytes]) -> Keybag:
    """Fresh keys for the next generation, remembering this one: its root, its keys, and the names of what was
    acknowledged under it. Nothing else will ever be believed to be of this generation."""
    past = PastGeneration(keybag.gen, root, keybag.enc, keybag.sig, known)
    fresh = new_keybag(keybag.gen + 1)
    return Keybag(fresh.gen, fresh.enc, fresh.sig, (*keybag.earlier, past))


def seal_keybag(keybag: Keybag, root: Root) -> str:
    content = {
        "enc": _jwk(keybag.enc),
        "sig": _jwk(keybag.sig),
        "earlier": [_sealed_past(past) for past in keybag.earlier],
    }
    header: Header = {**SHAPE.fixed, "kid": f"gen:{keybag.gen}"}
    return seal(header, compact(content), keys.vault_key(root, keybag.gen), SHAPE)


def open_keybag(token: str, root: Root, generation: int) -> Keybag:
    """The keybag of a generation; opening it is what proves a root to be the account's."""
    opened = open_sealed(token, keys.vault_key(root, generation), SHAPE)
    if opened.header["kid"] != f"gen:{generation}":
        raise Refusal("bad-header", "The keybag is of another generation.")
    content = object_of(opened.content)
    earlier = content.get("earlier")
    if not isinstance(earlier, list) or not all(isinstance(past, dict) for past in earlier):
        raise Refusal("malformed", "“earlier” is no list of generations.")
    return Keybag(
        generation, _pair(content, "enc"), _pair(content, "sig"), tuple(_past(past) for past in earlier)
    )


def ring_with(keybag: Keybag, root: Root) -> Ring:
    """The ring a root and its keybag make: this generation's key, and the earlier ones with what they may open."""
    earlier = {past.gen: Earlier(keys.vault_key(past.root, past.gen), past.known) for past in keybag.earlier}
    return Ring(keybag.gen, keys.vault_key(root, keybag.gen), earlier)


def _pair(content: Header, name: str) -> KeyPair:
    return keys.key_pair(object_member(content, name))


def _jwk(pair: KeyPair) -> Header:
    return dict(pair.private.as_dict(private=True))


def _sealed_past(past: PastGeneration) -> Header:
    return {
        "gen": past.gen,
        "root": b64(past.root),
        "enc": _jwk(past.enc),
        "sig": _jwk(past.sig),
        "known": [b64(name) for name in sorted(past.known)],
    }


def _past(content: Header) -> PastGeneration:
    return PastGeneration(
        gen=whole_member(content, "gen"),
        root=Root(unb64(text_member(content, "root"))),
        enc=_pair(content, "enc"),
        sig=_pair(content, "sig"),
        known=frozenset(_names(content.get("known"))),
    )


def _names(known: object) -> list[bytes]:
    if not isinstance(known, list):
        raise Refusal("malformed", "“known” is no list of names.")
    names = [unb64(text_member({"known": name}, "known")) for name in known]
    if any(len(name) != KNOWN_BYTES for name in names):
        raise Refusal("malformed", f"A name in “known” does not have {KNOWN_BYTES} bytes.")
    return names
