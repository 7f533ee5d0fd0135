"""What an answer to an invitation, a grant and a consent must look like. Pure; verifies what is signed, opens nothing."""

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Annotated, Literal

import msgspec

from journal.errors import JournalError
from journal.feeds.kind import Kind
from journal.keys.points import PublicKey, check_signed, point_of
from journal.keys.rules import PublicKeys
from journal.keys.tokens import (
    WRAPPED_KEY_BYTES,
    Hash,
    Id,
    Malformed,
    check_box,
    jwe_of,
    jws_of,
    members_of,
)

COPY = Kind("copy", listed=False)
REPLY = Kind("reply", of="must", listed=False)
KINDS = (COPY, REPLY)

DAY_S = 86_400
LONGEST_CONSENT_DAYS = 90
LONGEST_TOKEN = 8_192
INVITE_LIVES_DAYS = 7
MOST_INVITES = 20
MOST_REPLIES = 20

_INVITE = re.compile(r"[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]")

Whole = Annotated[int, msgspec.Meta(ge=0, le=2**53)]
Word = Annotated[str, msgspec.Meta(min_length=1, max_length=64)]


class BadAccept(JournalError):
    """The answer to the invitation is not this person's, not to this coach, or not signed by this person's key."""

    code = "bad-accept"


class BadCopy(JournalError):
    """Not a copy: one revision of an item of its own, without parents."""

    code = "bad-copy"


class BadGrant(JournalError):
    """The grant is for another copy, reader or consent, or sealed to no key of P-256."""

    code = "bad-grant"


class ConsentForged(JournalError):
    """The consent is not signed by the giver's present key."""

    code = "consent-forged"


class ConsentForeign(JournalError):
    """The consent is another person's, or names another reader or another key of the reader."""

    code = "consent-foreign"


class ConsentScope(JournalError):
    """The consent is about another copy."""

    code = "consent-scope"


class ConsentExpired(JournalError):
    """The time of the consent is over."""

    code = "consent-expired"


class ConsentTooLong(JournalError):
    """The consent holds for more than 90 days, or from a day to come, or tells more than the day."""

    code = "consent-too-long"


class UnknownPurpose(JournalError):
    """The purpose is none of the library's."""

    code = "unknown-purpose"


class UnknownNotice(JournalError):
    """The text that was shown is none that this server has shipped."""

    code = "unknown-notice"


class Header(msgspec.Struct, forbid_unknown_fields=True):
    """The header of an accept or a consent."""

    alg: Literal["ES256"]
    typ: Literal["ck1-accept+jws", "ck1-consent+jws"]
    kid: Hash


class Accept(msgspec.Struct, forbid_unknown_fields=True):
    """An agent's answer. `mac` proves to the coach alone who was shown the invitation."""

    own: Id
    reader: Id
    enc: PublicKey
    sig: PublicKey
    mac: Hash


class Grant(msgspec.Struct, forbid_unknown_fields=True):
    """The header of a grant: what of it the server may know. `kid` is the reader's encryption key."""

    alg: Literal["ECDH-ES+A256KW"]
    enc: Literal["A256GCM"]
    typ: Literal["ck1-grant+jwe"]
    cty: Literal["ck1-grant+jws"]
    kid: Hash
    item: Id
    rev: Id
    reader: Id
    consent: Id
    epk: PublicKey


class Recipient(msgspec.Struct, forbid_unknown_fields=True):
    """Which key of the reader, and how it was verified."""

    kid: Hash
    verified: Literal["qr", "number"]


class Scope(msgspec.Struct, forbid_unknown_fields=True):
    """The one copy: item, revision, hash of its body."""

    item: Id
    rev: Id
    cth: Hash


class NoticeShown(msgspec.Struct, forbid_unknown_fields=True):
    """The text that was shown."""

    version: Word
    lang: Annotated[str, msgspec.Meta(min_length=2, max_length=35)]
    sha256: Hash


class State(msgspec.Struct, forbid_unknown_fields=True):
    """That the consent is given."""

    state: Literal["given"]


class Consent(msgspec.Struct, forbid_unknown_fields=True):
    """What a consent says. `iat` and `exp` in seconds since 1970, `iat` rounded to the day."""

    jti: Id
    iss: Id
    sub: Id
    aud: Id
    iat: Whole
    exp: Whole
    recipient: Recipient
    purpose: Word
    scope: Scope
    notice: NoticeShown
    event: State


@dataclass(frozen=True, slots=True)
class Shipped:
    """What a consent may name: purposes, and notices by language, version and hash."""

    purposes: AbstractSet[str]
    notices: AbstractSet[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class Given:
    """What a consent has to be about: who gives, with which keys, to whom, under which grant, and which copy."""

    owner: str
    keys: PublicKeys
    grant: Grant
    scope: tuple[str, str, str]


_HEADER = msgspec.json.Decoder(Header)
_ACCEPT = msgspec.json.Decoder(Accept)
_GRANT = msgspec.json.Decoder(Grant)
_CONSENT = msgspec.json.Decoder(Consent)


def is_invite(name: str) -> bool:
    """Whether an invitation can have this name: 32 bytes in base64url."""
    return _INVITE.fullmatch(name) is not None


def check_accept(token: str, *, own: str, keys: PublicKeys, coach: str) -> None:
    """Checks an agent's answer to a coach's invitation: signed by the agent's present key. Raises BadAccept."""
    check_length(token)
    jws = jws_of(token)
    header, said = members_of(jws.header, _HEADER), members_of(jws.payload, _ACCEPT)
    enc, sig = point_of(said.enc, BadAccept), point_of(said.sig, BadAccept)
    if (said.own, said.reader) != (own, coach) or header.typ != "ck1-accept+jws":
        raise BadAccept("The answer is another person's, or to another coach.")
    if (enc.thumbprint(), sig.thumbprint(), header.kid) != (keys.enc, keys.sig, keys.sig):
        raise BadAccept("The answer names other keys than your keycard.")
    check_signed(token, sig, BadAccept("The answer is not signed by your key."))


def read_grant(token: str) -> Grant:
    """The header of a grant; raises what is wrong with it."""
    check_length(token)
    jwe = jwe_of(token)
    header = members_of(jwe.header, _GRANT)
    check_box(jwe, key_bytes=WRAPPED_KEY_BYTES)
    point_of(header.epk, BadGrant)
    return header


def read_consent(token: str) -> Consent:
    """What a consent says, not yet believed; raises what is wrong with its form."""
    check_length(token)
    return members_of(jws_of(token).payload, _CONSENT)


def check_consent(token: str, given: Given, *, shipped: Shipped, now_s: int) -> Consent:
    """Checks a consent: signed by the giver's present key, about this very copy, reader and key, and in its time."""
    header, said = members_of(jws_of(token).header, _HEADER), read_consent(token)
    if header.typ != "ck1-consent+jws" or header.kid != given.keys.sig:
        raise ConsentForged("The consent is not signed by your present key: ask again.")
    check_signed(token, given.keys.signer, ConsentForged("The consent is not signed by your present key."))
    _check_parties(said, given)
    if (said.scope.item, said.scope.rev, said.scope.cth) != given.scope:
        raise ConsentScope("The consent is about another copy.")
    _check_time(said, now_s)
    if said.purpose not in shipped.purposes:
        raise UnknownPurpose("The purpose is none of the library's.")
    if (said.notice.lang, said.notice.version, said.notice.sha256) not in shipped.notices:
        raise UnknownNotice("The text that was shown is none of ours: read it anew and ask again.")
    return said


def check_length(token: str) -> None:
    """Refuses a token longer than any of these kinds is."""
    if len(token) > LONGEST_TOKEN:
        raise Malformed("The token is too long.")


def _check_parties(said: Consent, given: Given) -> None:
    grant = given.grant
    if (said.iss, said.sub) != (given.owner, given.owner):
        raise ConsentForeign("The consent is another person's.")
    if (said.aud, said.recipient.kid, said.jti) != (grant.reader, grant.kid, grant.consent):
        raise ConsentForeign("The consent names another reader, key or grant.")
    if (grant.item, grant.rev) != given.scope[:2]:
        raise BadGrant("The grant is for another copy.")


def _check_time(said: Consent, now_s: int) -> None:
    if said.exp <= now_s:
        raise ConsentExpired("The time of the consent is over: ask again.")
    if said.iat % DAY_S or said.iat > now_s + DAY_S or said.exp - said.iat > LONGEST_CONSENT_DAYS * DAY_S:
        raise ConsentTooLong(f"A consent begins on a day and holds for at most {LONGEST_CONSENT_DAYS} days.")
