"""The ledger: what became of a person's keys, consents and copies, as a chain that cannot be edited unseen.

`hash of event n = SHA-256(hash of event n-1, "\\n", event n)`, base64url; before the first the hash is empty. Events
are the exact texts that were hashed.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from client.ck1.encoding import Refusal, b64, object_of
from client.ck1.tokens import Header, text_member, whole_member


@dataclass(frozen=True)
class Place:
    """How far a ledger was followed: the number of its events and the hash of the last."""

    n: int
    hash: str


START = Place(0, "")


def next_hash(before: str, event: str) -> str:
    """The hash of an event after the one whose hash is `before`."""
    return b64(hashlib.sha256(f"{before}\n{event}".encode()).digest())


def follow(start: Place, events: Sequence[str], own: str) -> tuple[Place, list[Header]]:
    """Where the chain leads from `start`, and what its events say; refused when one is another person's or has
    another number than its place."""
    place, read = start, []
    for event in events:
        members = object_of(event.encode())
        if whole_member(members, "n") != place.n + 1 or text_member(members, "own") != own:
            raise Refusal("broken-ledger", "An event of the ledger is missing, or is somebody else's.")
        place = Place(place.n + 1, next_hash(place.hash, event))
        read.append(members)
    return place, read
