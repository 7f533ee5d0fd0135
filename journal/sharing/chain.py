"""The chain of a ledger: each event's exact text is hashed with the hash before it. Pure."""

import base64
import hashlib
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import msgspec

Happened = Mapping[str, Any]
"""What happened, without its number, owner and day: `{"event": …, …}`."""


def written_down(own: str, n: int, on: date, happened: Happened) -> str:
    """The text of the n-th event of a person's ledger. It tells the day, never the minute."""
    return msgspec.json.encode({"n": n, "own": own, "on": on.isoformat(), **happened}).decode()


def next_hash(before: str, event: str) -> str:
    """SHA-256 of the hash before (empty before the first), a line feed, and the event; base64url."""
    digest = hashlib.sha256(f"{before}\n{event}".encode()).digest()
    return base64.urlsafe_b64encode(digest)[:-1].decode()


def last_hash(before: str, events: Sequence[str]) -> str:
    """The hash after some events."""
    for event in events:
        before = next_hash(before, event)
    return before
