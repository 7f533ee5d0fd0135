"""What a keybag, a wrapped root and a keycard must look like. Pure; opens nothing, verifies what is signed."""

import base64
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

import msgspec
from joserfc.jwk import ECKey

from journal.errors import JournalError
from journal.keys.points import PublicKey, check_signed, point_of
from journal.keys.tokens import (
    WRAPPED_KEY_BYTES,
    BadHeader,
    Generation,
    Hash,
    Id,
    Malformed,
    check_box,
    jwe_of,
    jws_of,
    members_of,
)

ROOT_BYTES = 32
LONGEST_KEYBAG = 4 * 1024 * 1024
LONGEST_WRAP = 4_096
LONGEST_KEYCARD = 4_096
LONGEST_LINK = 4_096
MOST_WRAPS = 24
MOST_LINKS = 4
LINK_LIVES_S = 120
FIRST_GENERATION = 1

_SESSION = r"[A-Za-z0-9_-]{22,43}"
_WRAP_NAME = re.compile(r"recovery:[1-9][0-9]{0,8}|passkey:[A-Za-z0-9_-]{16,1366}")


class BadKeycard(JournalError):
    """The keycard is not this person's, not of this generation, or not signed by the key it names."""

    code = "bad-keycard"


class BadWrap(JournalError):
    """The wrapped root is not this person's or does not have the name it is kept under."""

    code = "bad-wrap"


class BadLink(JournalError):
    """The message is not this person's, not for this session, or sealed to no key of P-256."""

    code = "bad-link"


@dataclass(frozen=True, slots=True)
class Wrap:
    """A root, wrapped for one way back. `kid` is `recovery:<n>` or `passkey:<credential id>`."""

    kid: str
    token: str


@dataclass(frozen=True, slots=True)
class NewVault:
    """A vault that is to take another's place, with its keycard.

    `between`: after a restore, the keycards of the generations that the server has lost, oldest first.
    """

    gen: int
    keybag: str
    wraps: Sequence[Wrap]
    keycard: str
    between: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class PublicKeys:
    """A person's public keys of one generation: the thumbprints of both, and the one that signs."""

    gen: int
    enc: str
    sig: str
    signer: ECKey


class KeybagHeader(msgspec.Struct, forbid_unknown_fields=True):
    """The header of a keybag."""

    alg: Literal["A256KW"]
    enc: Literal["A256GCM"]
    typ: Literal["ck1-keybag+jwe"]
    cty: Literal["json"]
    kid: Generation


class WrapHeader(msgspec.Struct, forbid_unknown_fields=True):
    """The header of a wrapped root."""

    alg: Literal["A256KW"]
    enc: Literal["A256GCM"]
    typ: Literal["ck1-root+jwe"]
    kid: str
    own: Id


class KeycardHeader(msgspec.Struct, forbid_unknown_fields=True):
    """The header of a keycard."""

    alg: Literal["ES256"]
    typ: Literal["ck1-keycard+jws"]
    kid: Hash


class KeycardPayload(msgspec.Struct, forbid_unknown_fields=True):
    """What a keycard says. `iat` in seconds since 1970; `prev` the SHA-256 of the keycard before."""

    sub: Id
    gen: Annotated[int, msgspec.Meta(ge=1, le=999_999_999)]
    enc: PublicKey
    sig: PublicKey
    iat: Annotated[int, msgspec.Meta(ge=0, le=2**53)]
    prev: Hash | None


class LinkHeader(msgspec.Struct, forbid_unknown_fields=True):
    """The header of a root on its way to a second device. `session`: 16 to 32 random bytes in base64url, or a UUID."""

    alg: Literal["ECDH-ES+A256KW"]
    enc: Literal["A256GCM"]
    typ: Literal["ck1-link+jwe"]
    own: Id
    gen: Annotated[int, msgspec.Meta(ge=1, le=999_999_999)]
    session: Annotated[str, msgspec.Meta(pattern=rf"^{_SESSION}\Z")]
    epk: PublicKey


_KEYBAG = msgspec.json.Decoder(KeybagHeader)
_WRAP = msgspec.json.Decoder(WrapHeader)
_KEYCARD = msgspec.json.Decoder(KeycardHeader)
_LINK = msgspec.json.Decoder(LinkHeader)
_PAYLOAD = msgspec.json.Decoder(KeycardPayload)


def check_keybag(token: str, *, gen: int) -> None:
    """Checks that a keybag has the form of this generation's."""
    _check_length(token, LONGEST_KEYBAG)
    jwe = jwe_of(token)
    header = members_of(jwe.header, _KEYBAG)
    check_box(jwe, key_bytes=WRAPPED_KEY_BYTES)
    if header.kid != f"gen:{gen}":
        raise BadHeader("The keybag is of another generation.")


def check_wraps(wraps: Sequence[Wrap], *, person: str) -> None:
    """Checks each wrap, and that no two have the same name."""
    if len(wraps) > MOST_WRAPS:
        raise BadWrap(f"There can be no more than {MOST_WRAPS} wraps.")
    if len({wrap.kid for wrap in wraps}) != len(wraps):
        raise BadWrap("Two wraps have the same name.")
    for wrap in wraps:
        check_wrap(wrap, person=person)


def check_wrap(wrap: Wrap, *, person: str) -> None:
    """Checks that a wrapped root is this person's and has the name it is kept under."""
    if not is_wrap_name(wrap.kid):
        raise BadWrap("A wrap is named recovery:<n> or passkey:<credential id>.")
    _check_length(wrap.token, LONGEST_WRAP)
    jwe = jwe_of(wrap.token)
    header = members_of(jwe.header, _WRAP)
    check_box(jwe, key_bytes=WRAPPED_KEY_BYTES)
    if jwe.ciphertext_bytes != ROOT_BYTES:
        raise BadWrap("A wrapped root has 32 bytes.")
    if header.kid != wrap.kid:
        raise BadWrap("The wrap's name is not the one in its header.")
    if header.own != person:
        raise BadWrap("The wrap names another owner.")


def is_wrap_name(kid: str) -> bool:
    """Whether a wrap can be kept under this name."""
    return _WRAP_NAME.fullmatch(kid) is not None


def check_keycard(token: str, *, person: str, gen: int, before: str | None) -> None:
    """Checks a keycard: this person's, of this generation, following `before`, signed by its own `sig`."""
    _check_length(token, LONGEST_KEYCARD)
    parts = jws_of(token)
    header = members_of(parts.header, _KEYCARD)
    card = members_of(parts.payload, _PAYLOAD)
    if (card.sub, card.gen) != (person, gen):
        raise BadKeycard("The keycard is of another person or generation.")
    if card.prev != (None if before is None else hash_of(before)):
        raise BadKeycard("The keycard does not follow the one before it.")
    point_of(card.enc, BadKeycard)
    sig = point_of(card.sig, BadKeycard)
    if header.kid != sig.thumbprint():
        raise BadKeycard("The keycard's kid is not the thumbprint of its sig.")
    check_signed(token, sig, BadKeycard("The keycard is not signed by its own sig."))


def public_keys_in(token: str) -> PublicKeys:
    """The keys in a keycard that was checked when it came, with their names."""
    card = members_of(jws_of(token).payload, _PAYLOAD)
    enc, sig = point_of(card.enc, BadKeycard), point_of(card.sig, BadKeycard)
    return PublicKeys(card.gen, enc.thumbprint(), sig.thumbprint(), sig)


def check_successor(new: NewVault, *, person: str, gen: int) -> None:
    """Checks that a vault can follow one of generation `gen` (0: none); of the keycards only how many there are."""
    if new.gen <= gen:
        raise BadHeader("The new vault has to be of a later generation.")
    if len(new.between) != new.gen - gen - 1:
        raise BadKeycard("There has to be one keycard for each generation that the server lacks.")
    check_keybag(new.keybag, gen=new.gen)
    check_wraps(new.wraps, person=person)


def check_keycards(new: NewVault, *, person: str, gen: int, before: str | None) -> list[tuple[int, str]]:
    """Checks the keycards of a vault that follows generation `gen`, whose keycard is `before`; each with its own."""
    cards = list(enumerate([*new.between, new.keycard], start=gen + 1))
    for generation, card in cards:
        check_keycard(card, person=person, gen=generation, before=before)
        before = card
    return cards


def is_link_session(name: str) -> bool:
    """Whether a message can be left under this name."""
    return re.fullmatch(_SESSION, name) is not None


def check_link(token: str, *, person: str, session: str) -> int:
    """Checks a root on its way to a second device; the generation it is of."""
    _check_length(token, LONGEST_LINK)
    jwe = jwe_of(token)
    header = members_of(jwe.header, _LINK)
    check_box(jwe, key_bytes=WRAPPED_KEY_BYTES)
    if jwe.ciphertext_bytes != ROOT_BYTES:
        raise BadLink("A root has 32 bytes.")
    if (header.own, header.session) != (person, session):
        raise BadLink("The message names another owner or session.")
    point_of(header.epk, BadLink)
    return header.gen


def hash_of(token: str) -> str:
    """SHA-256 of a token, base64url: how a slot names a body and a keycard the one before."""
    return base64.urlsafe_b64encode(hashlib.sha256(token.encode()).digest())[:-1].decode()


def _check_length(token: str, longest: int) -> None:
    if len(token) > longest:
        raise Malformed("The token is too long.")
