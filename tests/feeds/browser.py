"""A browser: a cookie jar, a disk with a store for each account, and up to two tabs in the middle of a sync."""

from collections.abc import Generator
from dataclasses import dataclass, field
from typing import Any

from tests.feeds.parts import Answer, Ask, Row
from tests.feeds.store import Store

TABS = 2
Steps = Generator[Ask | None, Answer | None, Any]


@dataclass
class Tab:
    """Something under way: where it will go on, and what it waits for."""

    steps: Steps
    waits_for: Ask | None = None
    begun: bool = False
    result: Any = None
    over: bool = False

    def go_on(self, answer: Answer | Exception | None) -> None:
        """One small step, with what it waited for."""
        try:
            if isinstance(answer, Exception):
                self.waits_for = self.steps.throw(answer)
            elif self.begun:
                self.waits_for = self.steps.send(answer)
            else:
                self.begun, self.waits_for = True, next(self.steps)
        except StopIteration as end:
            self.result, self.over = end.value, True


@dataclass
class Browser:
    """`session`: the account its cookie stands for. `here`: whose store is open; None before sign-in."""

    session: str | None
    here: str | None
    stores: dict[str | None, Store] = field(default_factory=dict)
    tabs: list[Tab | None] = field(default_factory=lambda: [None] * TABS)
    build: int = 1

    @property
    def store(self) -> Store:
        """The store that is open; made where there is none."""
        if self.here not in self.stores:
            self.stores[self.here] = Store(self.here)
        return self.stores[self.here]

    def kill(self) -> None:
        """Everything that is not on the disk is gone."""
        self.tabs = [None] * TABS

    def sign_out(self, unsent: str) -> list[Row]:
        """Ends the session. Returns what is gone with it: only what somebody typed out loud."""
        self.session = None
        if unsent == "keep" or self.here is None:
            return []
        return self.wipe(self.here)

    def wipe(self, account: str | None) -> list[Row]:
        """Deletes one store; what was in it."""
        store = self.stores.pop(account, None)
        return [] if store is None else list(store.rows.values())

    def evict(self) -> list[Row]:
        """The browser empties its storage, rows and cursors alike."""
        return [row for account in list(self.stores) for row in self.wipe(account)]

    def adopt(self, account: str, gen: int) -> Steps:
        """What was written before sign-in: copied by rev into the account's store, and only then deleted."""
        written = self.stores.get(None)
        self.here = account
        if written is None:
            return
        yield None
        self.store.begin()
        for row in written.rows.values():
            if row.rev not in self.store.rows:
                fresh = row._replace(seq=None, unsent=1, gen=gen)
                self.store.put(fresh)
                self.store.empty(row.item)
        self.store.shares |= written.shares
        yield None
        self.stores.pop(None, None)
