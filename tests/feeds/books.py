"""The bookkeeper of a history: what was promised, and by whom."""

from tests.feeds.parts import Body
from tests.feeds.store import Store


class Broken(AssertionError):
    """An invariant does not hold; the message begins with its name."""


class Books:
    """What was sealed by whom, what was confirmed where, and what went with the last place that held it."""

    def __init__(self) -> None:
        self.sealed: dict[str, Body] = {}
        self.owner: dict[str, str | None] = {}
        self.confirmed: set[str] = set()
        self.must_hold: dict[int, set[str]] = {}
        self.gone: set[str] = set()
        self.refused: set[str] = set()

    def confirm(self, store: Store, rev: str) -> None:
        """`save()` said so."""
        self.confirmed.add(rev)
        self.must_hold.setdefault(store.number, set()).add(rev)
