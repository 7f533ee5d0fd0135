"""The protocol's device and its keys: which hold, which are waited for, and how a restored server gets them back."""

from typing import Any

from tests.feeds.browser import Steps
from tests.feeds.parts import Answer
from tests.feeds.store import Store

TRIES = 5


class NoAnswer(Exception):
    """The request or its answer was lost; nobody can tell which."""


class Refused(Exception):
    """The server refused a whole request."""

    def __init__(self, answer: Answer) -> None:
        self.status, self.code = answer.status, answer.says.get("code", "")
        self.place = {name: answer.says[name] for name in ("epoch", "head") if name in answer.says}
        super().__init__(f"{self.status} {self.code}")


class Halted(Exception):
    """A person has to do something first."""


class KeyKeeper:
    """What a device does with generations of keys."""

    store: Store

    def ask(self, to: str, **says: Any) -> Steps:
        """One request, stamped with the account and epoch of this store."""
        raise NotImplementedError

    # --- keys ------------------------------------------------------------------------------
    def settle(self) -> Steps:
        """A rotation whose outcome is not known is decided by the vault; later keys wait for the person."""
        store, pending = self.store, self.store.pending
        if pending is not None:
            found = yield from self.ask("vault")
            store.begin()
            if store.pending == pending:
                store.pending = None
                if found["bag"] == pending[1]:
                    self.take_keys(*pending)
        if store.awaits > store.gen:
            raise Halted("locked")

    def take_keys(self, gen: int, bag: str) -> None:
        """Inside a transaction: new keys; what was never acknowledged gets slots under them."""
        store = self.store
        store.gen, store.bag, store.awaits = gen, bag, 0
        for row in store.unsent():
            if row.seq is None and row.body is not None:
                store.put(row._replace(gen=gen))

    def unlock(self) -> Steps:
        """The person typed the code of the vault there is: its keys are taken, and all is read once more."""
        found, store = (yield from self.ask("vault")), self.store
        is_other = found["bag"] != store.bag or store.awaits
        if is_other and found["gen"] >= store.gen:
            self.store.begin()
            self.take_keys(found["gen"], found["bag"])
            self.store.cursor = 0

    def meet_vault(self) -> Steps:
        """Later keys wait for the person; earlier ones are an old backup's, and ours are put back."""
        store = self.store
        found = yield from self.ask("vault")
        if found["gen"] > store.gen or (found["gen"] == store.gen and found["bag"] != store.bag):
            store.begin()
            store.awaits = found["gen"]
            raise Halted("locked")
        if found["gen"] < store.gen:
            yield from self.put_back(found["gen"])

    def put_back(self, gen: int) -> Steps:
        """The feed may not be where this device knew it: the refusal says where it is."""
        store = self.store
        keys = {"gen": gen, "next": store.gen, "bag": store.bag}
        place: dict[str, Any] = {"epoch": store.epoch or "unknown", "head": store.cursor}
        for _ in range(TRIES):
            try:
                yield from self.ask("rotate", **keys, **place)
            except Refused as refused:
                if refused.code not in {"feed-moved", "feed-reset"}:
                    raise
                place |= refused.place
            else:
                return

    def rotate(self, bag: str) -> Steps:
        """New keys for everything to come: the pending ones lie on the disk before they are sent."""
        store = self.store
        store.begin()
        store.pending = (store.gen + 1, bag)
        yield None
        yield from self.ask("rotate", gen=store.gen, next=store.gen + 1, bag=bag, head=store.cursor)
        store.begin()
        store.pending = None
        self.take_keys(store.gen + 1, bag)
