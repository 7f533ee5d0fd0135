"""What is shown before something is shared, and how a consent names it. Pure."""

import base64
import hashlib
from collections.abc import Sequence
from typing import TypedDict

from journal.library.rules import Labelled, Notes


class Notice(TypedDict):
    """What is shown before consent is given. A consent names its version and language, and the hash of the lines."""

    version: str
    lang: str
    lines: list[str]


class EarlierNotice(TypedDict):
    """A notice that a device may still show after it was replaced."""

    version: str
    sha256: str


class KindReply(TypedDict):
    """A line a coach may begin from."""

    id: str
    when: str
    text: str


class Practice(TypedDict):
    """Something somebody might share, with an answer that shuts the door and one that leaves it open."""

    id: str
    they_say: str
    trap: str
    trap_why: str
    model: str
    why: str


class Sharing(TypedDict):
    schema_version: int
    fields: Notes
    notice: Notice
    earlier: list[EarlierNotice]
    purposes: list[Labelled]
    promise: list[str]
    lead_note: str
    kind_replies: list[KindReply]
    reply_avoid: list[str]
    practice: list[Practice]


def notice_hash(lines: Sequence[str]) -> str:
    """How a consent names the text that was shown: SHA-256 of its lines, joined by a line feed, in base64url."""
    digest = hashlib.sha256("\n".join(lines).encode()).digest()
    return base64.urlsafe_b64encode(digest)[:-1].decode()


def shipped_notices(sharing: Sharing) -> set[tuple[str, str, str]]:
    """(language, version, hash) of every notice of one language that a consent may name."""
    current = sharing["notice"]
    lang = current["lang"]
    earlier = {(lang, one["version"], one["sha256"]) for one in sharing["earlier"]}
    return {(lang, current["version"], notice_hash(current["lines"])), *earlier}
