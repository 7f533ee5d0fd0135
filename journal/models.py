"""A table of contents: every subject's tables. Defines nothing."""

from journal.feeds.models import Awaited, Feed, Revision
from journal.keys.models import Keycard, Vault, Wrap
from journal.people.models import Membership, Person, Team
from journal.sharing.models import Copy, Ledger, LedgerEvent, Opening, Pairing

__all__ = [
    "Awaited",
    "Copy",
    "Feed",
    "Keycard",
    "Ledger",
    "LedgerEvent",
    "Membership",
    "Opening",
    "Pairing",
    "Person",
    "Revision",
    "Team",
    "Vault",
    "Wrap",
]
