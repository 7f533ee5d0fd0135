"""Consents: one person's signed word that one reader may open one copy, for one purpose, until one day."""

from dataclasses import dataclass

from client.ck1 import keys
from client.ck1.bodies import ID, THUMBPRINT
from client.ck1.encoding import Refusal, compact, object_of
from client.ck1.keys import KeyPair
from client.ck1.tokens import Header, Shape, object_member, open_signed, sign, text_member, whole_member

SHAPE = Shape(fixed={"alg": "ES256", "typ": "ck1-consent+jws"}, required=("kid",))
VERIFIED = ("qr", "number")
DAY_S = 86_400
LONGEST_DAYS = 90
DEFAULT_DAYS = 30


@dataclass(frozen=True)
class Notice:
    """The text that was shown before consent was given: its version, its language, the hash of its template."""

    version: str
    lang: str
    sha256: str


@dataclass(frozen=True)
class Scope:
    """The one copy it is about: item, revision, and the hash of the body."""

    item: str
    rev: str
    cth: str


@dataclass(frozen=True)
class Consent:
    """`issued_at` is rounded to the day; `valid_until` at most 90 days later; both in seconds since 1970."""

    jti: str
    own: str
    reader: str
    issued_at: int
    valid_until: int
    reader_kid: str
    verified: str
    purpose: str
    scope: Scope
    notice: Notice


def to_the_day(at_s: int) -> int:
    """An instant rounded down to the day (UTC), so that a consent does not tell the minute."""
    return at_s - at_s % DAY_S


def sign_consent(consent: Consent, sig: KeyPair) -> str:
    """A consent, signed by the person who gives it."""
    _check(consent)
    scope, notice = consent.scope, consent.notice
    content = {
        "jti": consent.jti,
        "iss": consent.own,
        "sub": consent.own,
        "aud": consent.reader,
        "iat": consent.issued_at,
        "exp": consent.valid_until,
        "recipient": {"kid": consent.reader_kid, "verified": consent.verified},
        "purpose": consent.purpose,
        "scope": {"item": scope.item, "rev": scope.rev, "cth": scope.cth},
        "notice": {"version": notice.version, "lang": notice.lang, "sha256": notice.sha256},
        "event": {"state": "given"},
    }
    return sign({**SHAPE.fixed, "kid": sig.kid}, compact(content), sig.private, SHAPE)


def open_consent(token: str, giver_sig: Header) -> Consent:
    """What a consent says; refused unless the giver signed it and it is whole."""
    opened = open_signed(token, keys.public_key(giver_sig), SHAPE)
    if opened.header["kid"] != keys.thumbprint(giver_sig):
        raise Refusal("bad-header", "The consent names another signer.")
    content = object_of(opened.content)
    recipient, scope, notice = (object_member(content, name) for name in ("recipient", "scope", "notice"))
    if text_member(content, "iss") != text_member(content, "sub"):
        raise Refusal("malformed", "Nobody can consent for somebody else.")
    if object_member(content, "event") != {"state": "given"}:
        raise Refusal("malformed", "This says something else than a consent.")
    consent = Consent(
        jti=text_member(content, "jti"),
        own=text_member(content, "iss"),
        reader=text_member(content, "aud"),
        issued_at=whole_member(content, "iat"),
        valid_until=whole_member(content, "exp"),
        reader_kid=text_member(recipient, "kid"),
        verified=text_member(recipient, "verified"),
        purpose=text_member(content, "purpose"),
        scope=Scope(*(text_member(scope, name) for name in ("item", "rev", "cth"))),
        notice=Notice(*(text_member(notice, name) for name in ("version", "lang", "sha256"))),
    )
    _check(consent)
    return consent


def _check(consent: Consent) -> None:
    _check_names(consent)
    if consent.verified not in VERIFIED:
        raise Refusal("not-verified", "Nothing is shared with somebody whose keys were not verified.")
    if consent.issued_at % DAY_S:
        raise Refusal("malformed", "A consent tells the day, not the minute.")
    if not 0 < consent.valid_until - consent.issued_at <= LONGEST_DAYS * DAY_S:
        raise Refusal("too-long", f"A consent holds for at most {LONGEST_DAYS} days.")


def _check_names(consent: Consent) -> None:
    scope = consent.scope
    ids = (consent.jti, consent.own, consent.reader, scope.item, scope.rev)
    hashes = (consent.reader_kid, scope.cth, consent.notice.sha256)
    if not all(ID.match(name) for name in ids) or not all(THUMBPRINT.match(name) for name in hashes):
        raise Refusal("malformed", "A consent names people and things by UUIDv4, keys and texts by hash.")
