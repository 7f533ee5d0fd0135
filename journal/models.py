"""A table of contents: every subject's tables. Defines nothing."""

from journal.feeds.models import Awaited, Feed, Revision
from journal.keys.models import Keycard, Vault, Wrap
from journal.people.models import Person

__all__ = ["Awaited", "Feed", "Keycard", "Person", "Revision", "Vault", "Wrap"]
