"""Mistakes somebody could make in this protocol, each in one place of the model. The test that finds none of them is worth nothing."""

from typing import Any

from tests.feeds.browser import Browser, Steps
from tests.feeds.device import Device
from tests.feeds.keys import Refused
from tests.feeds.parts import Answer, Body, Emptied, Row, Whole, covers, outgoing, row_of, row_served
from tests.feeds.server import Feed, Server, Stored
from tests.feeds.store import DiskFull, Store
from tests.feeds.world import World


def _think_sent(store: Store, rows: list[Row]) -> None:
    """Takes rows out of the outbox, as if the server had them."""
    for row in rows:
        if row.rev in store.rows and store.rows[row.rev].unsent:
            store.put(store.rows[row.rev]._replace(unsent=0, seq=store.rows[row.rev].seq or 0))


class CursorBeforeRows(Device):
    def keep(self, page: dict[str, Any], epoch: str, cursor: int) -> Steps:
        store = self.store
        if (store.epoch, store.cursor) == (epoch, cursor):
            store.begin()
            store.epoch, store.cursor = page["epoch"], page["cursor"]
        yield None
        store.begin()
        for seq, served in page["revs"]:
            self.merge(seq, served)


class EmptiedOnSend(Device):
    def send(self, to: str, batch: list[Row]) -> Steps:
        _think_sent(self.store, batch)
        return (yield from super().send(to, batch))


class EmptiedOn401(Device):
    statuses = (401,)

    def send(self, to: str, batch: list[Row]) -> Steps:
        try:
            return (yield from super().send(to, batch))
        except Refused as refused:
            if refused.status in self.statuses:
                _think_sent(self.store, batch)
            raise


class EmptiedOn4xx(EmptiedOn401):
    statuses = (400, 409, 410, 413)


class KnownOnlyAtTheHead(Server):
    def known(self, feed: Feed, rev: str) -> Stored | None:
        found = super().known(feed, rev)
        return None if found is None or found.seq < len(feed.rows) else found


class NothingIsKnown(Server):
    def known(self, feed: Feed, rev: str) -> Stored | None:
        return None


class LastWriterByOrder(Server):
    def take(self, feed: Feed, one: Whole | Emptied) -> dict[str, Any]:
        result = super().take(feed, one)
        if result["status"] == "applied" and isinstance(one, Whole):
            self.overwrite(feed, one.body)
        return result

    def overwrite(self, feed: Feed, body: Body) -> None:
        for row in self.losers(feed, body):
            feed.rows[row.seq - 1] = row._replace(body=None)

    def losers(self, feed: Feed, body: Body) -> list[Stored]:
        rows = feed.of_item(body.item)
        named = {up for row in rows.values() for up in row.parents}
        return [row for rev, row in rows.items() if rev != body.rev and rev not in named]


class LastWriterByClock(LastWriterByOrder):
    def losers(self, feed: Feed, body: Body) -> list[Stored]:
        heads = [*super().losers(feed, body), feed.rows[feed.by_rev[body.rev]]]
        return sorted(heads, key=lambda row: row.day or "")[:-1]


class NoEpoch(Server):
    def new_epoch(self) -> str:
        return "always"

    def epoch_fits(self, feed: Feed, says: dict[str, Any]) -> bool:
        return True

    def changes(self, feed: Feed, says: dict[str, Any]) -> Answer:
        answer = super().changes(feed, says)
        return Answer(
            200,
            {
                **answer.says,
                "cursor": max(says["cursor"], answer.says["cursor"]),
                "more": answer.says["more"] and says["cursor"] < len(feed.rows),
            },
        )


class GapPublished(Server):
    """Every other push commits late, after a reader has been past its seqs."""

    late: range = range(0)
    left = 0

    def push(self, feed: Feed, says: dict[str, Any]) -> Answer:
        before = len(feed.rows)
        answer = super().push(feed, says)
        if not self.left and len(feed.rows) > before:
            self.late, self.left = range(before + 1, len(feed.rows) + 1), 4
        return answer

    def visible(self, feed: Feed, rows: list[Stored]) -> list[tuple[int, Whole | Emptied]]:
        self.left = max(0, self.left - 1)
        return [one for one in super().visible(feed, rows) if not (self.left and one[0] in self.late)]


class UnknownKindSkipped(Device):
    def merge(self, seq: int, served: Whole | Emptied) -> None:
        if row_served(seq, served).kind != "of-tomorrow" or self.browser.build > 1:
            super().merge(seq, served)


class OutboxOfNobody(Device):
    def account(self) -> str | None:
        return self.browser.session or super().account()


class RejectedBlocks(Device):
    def acknowledge(self, batch: list[Row], results: list[dict[str, Any]]) -> int:
        good = next((at for at, one in enumerate(results) if one["status"] == "rejected"), len(batch))
        return super().acknowledge(batch[:good], results[:good])

    def push_all(self) -> Steps:
        done = 0
        for _ in range(3):
            done += yield from super().push_all()
        return done


class PartAcknowledgedWhole(Device):
    def acknowledge(self, batch: list[Row], results: list[dict[str, Any]]) -> int:
        done = super().acknowledge(batch, results)
        self.store.attention.clear()
        _think_sent(self.store, batch)
        return done


class ServerWins(Device):
    def merge(self, seq: int, served: Whole | Emptied) -> None:
        row = row_served(seq, served)
        for own in list(self.store.of_item(row.item).values()):
            if own.unsent and own.rev != row.rev and row.rev not in own.parents:
                self.store.drop(own.rev)
        super().merge(seq, served)


class SignOutClears(Browser):
    def sign_out(self, unsent: str) -> list[Row]:
        for row in self.store.unsent():
            self.store.drop(row.rev)
        return super().sign_out(unsent)


class QuotaSwallowed(Device):
    def save(self, body: Body, *, share: bool = False) -> Steps:
        try:
            return (yield from super().save(body, share=share))
        except DiskFull:
            return True


class CursorSurvives(Browser):
    def evict(self) -> list[Row]:
        gone = []
        for store in self.stores.values():
            gone += list(store.rows.values())
            epoch, cursor = store.epoch, store.cursor
            store.clear()
            store.epoch, store.cursor = epoch, cursor
        return gone


class TwoTransactions(Device):
    def save(self, body: Body, *, share: bool = False) -> Steps:
        store = self.store
        yield None
        store.begin()
        store.put(row_of(body, store.gen)._replace(unsent=0, seq=0))
        store.empty(body.item)
        yield None
        store.begin()
        store.put(store.rows[body.rev]._replace(unsent=1, seq=None))
        return True


class StaleOutbox(Device):
    """A tab reads the outbox when its sync begins, and writes back what then is left of it."""

    def sync(self) -> Steps:
        self.outbox = {row.rev for row in self.store.unsent()}
        return (yield from super().sync())

    def acknowledge(self, batch: list[Row], results: list[dict[str, Any]]) -> int:
        done = super().acknowledge(batch, results)
        _think_sent(self.store, [row for row in self.store.unsent() if row.rev not in self.outbox])
        return done


class WordsComeBack(Server):
    def empty(self, feed: Feed, item: str) -> None:
        newest = feed.rows[-1]
        if newest.deletion != "no":
            super().empty(feed, item)


class WordsComeBackHere(Device):
    def merge(self, seq: int, served: Whole | Emptied) -> None:
        self.store.put(row_served(seq, served))
        if self.store.rows[row_served(seq, served).rev].deletion != "no":
            self.store.empty(row_served(seq, served).item)


class ForgettingEmptied(Server):
    """A tombstone that forgets loses, below another one, that it forgets."""

    def empty(self, feed: Feed, item: str) -> None:
        super().empty(feed, item)
        rows = feed.of_item(item)
        for rev in covers(rows):
            if rev in rows:
                feed.rows[rows[rev].seq - 1] = feed.rows[rows[rev].seq - 1]._replace(body=None)


class ServedAllTheSame(Server):
    """A share that comes after its take-back."""

    def grant(self, feed: Feed, one: Whole) -> None:
        feed.grants[one.body.rev] = one.body.grant

    def inbox(self, account: str) -> list[Body]:
        return [self.sent[rev] for rev in self.feeds[account].grants if rev in self.sent]

    def share(self, feed: Feed, says: dict[str, Any]) -> Answer:
        self.sent = {**getattr(self, "sent", {}), **{one.body.rev: one.body for one in says["revs"]}}
        return super().share(feed, says)


class AnyEpochBelieved(Device):
    def send(self, to: str, batch: list[Row]) -> Steps:
        said = yield from self.ask(to, gen=self.store.gen, revs=[outgoing(row) for row in batch])
        yield None
        return self.acknowledge(batch, said["results"])


_SEEDED: dict[str, type[Device] | type[Server] | type[Browser]] = {
    "cursor moved before rows": CursorBeforeRows,
    "outbox emptied on send": EmptiedOnSend,
    "outbox emptied on 401": EmptiedOn401,
    "outbox emptied on 4xx": EmptiedOn4xx,
    "idempotency only against the current head": KnownOnlyAtTheHead,
    "no idempotency at all": NothingIsKnown,
    "last writer wins by order": LastWriterByOrder,
    "last writer wins by clock": LastWriterByClock,
    "no epoch": NoEpoch,
    "a seq gap published": GapPublished,
    "unknown kind skipped": UnknownKindSkipped,
    "outbox not tied to the account": OutboxOfNobody,
    "a rejected item blocking the queue": RejectedBlocks,
    "partial batch acknowledged whole": PartAcknowledgedWhole,
    "server wins": ServerWins,
    "sign-out clearing unsent rows": SignOutClears,
    "quota error swallowed": QuotaSwallowed,
    "cursor surviving eviction": CursorSurvives,
    "row and outbox in two transactions": TwoTransactions,
    "a tab writing back a stale outbox": StaleOutbox,
    "words of an emptied item coming back, from the server": WordsComeBack,
    "words of an emptied item coming back, on a device": WordsComeBackHere,
    "a tombstone that forgets, emptied itself": ForgettingEmptied,
    "a share after its take-back served": ServedAllTheSame,
    "an answer of an earlier epoch believed": AnyEpochBelieved,
}


def _world(mistaken: type[Device] | type[Server] | type[Browser]) -> type[World]:
    place = {Device: "devices", Server: "servers", Browser: "browsers_of"}
    slot = next(name for base, name in place.items() if issubclass(mistaken, base))
    return type(mistaken.__name__, (World,), {slot: mistaken})


MISTAKES: dict[str, type[World]] = {name: _world(mistaken) for name, mistaken in _SEEDED.items()}
