"""The protocol's device: a sync as a walk of small steps. Between any two of them it may be killed, or others may act.

It yields an `Ask` where it needs the server (and is sent the `Answer`, or thrown `NoAnswer`) and None between two
transactions. What each step has changed in the `Store` stays; everything else here is lost with a kill.
"""

from collections.abc import Callable
from typing import Any

from tests.feeds.browser import Browser, Steps
from tests.feeds.keys import Halted, KeyKeeper, NoAnswer, Refused
from tests.feeds.outbox import acknowledged_above, still_refused, stranded, waiting
from tests.feeds.parts import Ask, Body, Emptied, Row, Whole, digest_of, outgoing, row_of, row_served
from tests.feeds.store import DiskFull, Outdated, Store

ROUNDS = 12
PAGE = 4
BATCH = 5
PASSING = {
    "later-generation",
    "no-tombstone",
}  # the vault of that generation may be put back, and what leans on it
ANY_BUILD = -1


class Device(KeyKeeper):
    """One account's store on one browser, and how it is kept in step with the server."""

    def __init__(self, store: Store, browser: Browser, *, heals: bool, seal: Callable[..., Body]) -> None:
        self.store = store
        self.browser = browser
        self.heals = heals
        self.seal = seal

    # --- writing ---------------------------------------------------------------------------
    def save(self, body: Body, *, share: bool = False) -> Steps:
        """Row and outbox in one transaction; `True`, "saved", only afterwards."""
        yield None
        self.store.begin()
        self.store.put(row_of(body, self.store.gen))
        self.store.empty(body.item)
        if share:
            self.store.shares.add(body.rev)
        yield None
        return True

    # --- sync ------------------------------------------------------------------------------
    def sync(self) -> Steps:
        """Reads, heals, sends and reads back until both sides hold the same; returns how it ended."""
        try:
            yield from self.settle()
            for _ in range(ROUNDS):
                if (yield from self.is_last_round()):
                    return "idle"
        except Refused as refused:
            return (yield from self.refused(refused))
        except (NoAnswer, DiskFull):
            return "waiting"
        except Halted as halted:
            return str(halted)
        return "endless"

    def refused(self, refused: Refused) -> Steps:
        """The outbox stays as it is, whatever the status."""
        yield from ()
        return f"refused {refused.status}"

    def is_last_round(self) -> Steps:
        """Nothing was sent, or what was sent has been read back."""
        try:
            digest = yield from self.pull()
            yield from self.offer_lost()
            if self.heals:
                yield from self.heal(digest)
            yield from self.tidy()
            sent: int = yield from self.push_all()
        except Outdated:
            return False
        except Refused as refused:
            if refused.code == "feed-reset":
                yield from self.meet_vault()  # a restored server gets later keys back even if nothing waits
                self.begin_anew()
            elif refused.code == "stale-vault":
                yield from self.meet_vault()
            else:
                raise
            return False
        return sent == 0

    def ask(self, to: str, **says: Any) -> Steps:
        """One request, stamped with the account and epoch of this store."""
        answer = yield Ask(to, {"account": self.account(), "epoch": self.store.epoch, **says})
        assert answer is not None
        if answer.status != 200:
            raise Refused(answer)
        return answer.says

    def account(self) -> str | None:
        """Whose rows these are."""
        return self.store.account

    def begin_anew(self) -> None:
        """Another epoch: read from 0; what the server then turns out to lack is offered again."""
        store = self.store
        store.begin()
        store.epoch, store.cursor = "", 0
        for row in list(store.rows.values()):
            if row.seq is not None:
                store.put(row._replace(seq=None))

    # --- reading ---------------------------------------------------------------------------
    def pull(self) -> Steps:
        """Reads the feed up to its head."""
        while True:
            epoch, cursor = self.store.epoch, self.store.cursor
            page = yield from self.ask("changes", cursor=cursor, limit=PAGE)
            if epoch not in {"", page["epoch"]}:
                raise Outdated
            yield from self.keep(page, epoch, cursor)
            if not page["more"]:
                return page["digest"]

    def keep(self, page: dict[str, Any], epoch: str, cursor: int) -> Steps:
        """Rows and cursor move in one transaction, and only from where they were asked."""
        yield None
        store = self.store
        if (store.epoch, store.cursor) != (epoch, cursor):
            raise Outdated
        store.begin()
        for seq, served in page["revs"]:
            self.merge(seq, served)
        store.epoch, store.cursor = page["epoch"], page["cursor"]

    def merge(self, seq: int, served: Whole | Emptied) -> None:
        """A row held here keeps its words and its place in the outbox; only its `seq` is learnt."""
        row = row_served(seq, served)
        own = self.store.rows.get(row.rev)
        self.store.put(row if own is None else own._replace(seq=seq))
        self.store.empty(row.item)

    def offer_lost(self) -> Steps:
        """The server had these and has them no more: it came back from a backup."""
        yield None
        lost = [row for row in self.store.rows.values() if row.seq is None and not row.unsent]
        if lost:
            self.store.begin()
            for row in lost:
                self.store.put(row._replace(unsent=1))

    def heal(self, digest: Callable[[], int]) -> Steps:
        """Where the digests differ, the ids tell which side lacks what."""
        held = [row.rev for row in self.store.rows.values() if row.seq is not None]
        if digest() == digest_of(held):
            return
        found = yield from self.ask("ids", cursor=0)
        there = found["ids"]
        self.store.begin()
        for rev in set(held) - set(there):
            self.store.put(self.store.rows[rev]._replace(seq=None, unsent=1))
        missing = set(there) - set(held)
        if missing:
            self.store.cursor = next(at for at, rev in enumerate(there) if rev in missing)
            yield from self.pull()

    # --- sending ---------------------------------------------------------------------------
    def tidy(self) -> Steps:
        """What another build was refused is tried again, and what the server has by now; a tombstone upon a refused
        revision is sealed anew."""
        store = self.store
        if not store.attention:
            return
        yield None
        store.begin()
        store.attention = still_refused(store, self.browser.build)
        for row in stranded(store):
            parents = acknowledged_above(store, row)
            body = self.seal(row.item, row.kind, parents, row.deletion)
            store.drop(row.rev)
            store.put(row_of(body, store.gen))
            self.let_go(row)

    def let_go(self, tombstone: Row) -> None:
        """What was refused and has lost its words since: nobody needs it any more."""
        rows, ahead = self.store.of_item(tombstone.item), list(tombstone.parents)
        while ahead:
            row = rows.pop(ahead.pop(), None)
            if row is not None and row.seq is None and row.body is None:
                ahead.extend(row.parents)
                self.store.drop(row.rev)
                self.store.attention.pop(row.rev, None)

    def push_all(self) -> Steps:
        """Sends what waits until nothing can go; how many were acknowledged."""
        most, done = BATCH, 0
        while batch := waiting(self.store, most):
            copies = [row for row in batch if row.rev in self.store.shares and row.body is not None]
            some = copies[:1] or batch
            try:
                done += yield from self.send("share" if copies else "push", some)
                most = BATCH
            except Refused as refused:
                if refused.status not in {400, 413}:
                    raise
                if len(some) == 1:
                    self.hold([some[0].rev])
                most = max(1, len(some) // 2)
        return done

    def send(self, to: str, batch: list[Row]) -> Steps:
        """One request; what it acknowledged leaves the outbox, what it refused needs attention."""
        epoch = self.store.epoch
        said = yield from self.ask(to, gen=self.store.gen, revs=[outgoing(row) for row in batch])
        yield None
        if self.store.epoch != epoch or said["epoch"] != epoch:
            raise Outdated
        return self.acknowledge(batch, said["results"])

    def acknowledge(self, batch: list[Row], results: list[dict[str, Any]]) -> int:
        """The one place where the outbox is emptied."""
        store, done = self.store, 0
        store.begin()
        for row, result in zip(batch, results, strict=True):
            if result["status"] != "rejected" and row.rev in store.rows:
                store.put(store.rows[row.rev]._replace(unsent=0, seq=result["seq"]))
                done += 1
        refused = {
            row.rev: result["code"]
            for row, result in zip(batch, results, strict=True)
            if result["status"] == "rejected"
        }
        self.hold([rev for rev, code in refused.items() if code not in PASSING])
        self.hold([rev for rev, code in refused.items() if code in PASSING], by=ANY_BUILD)
        return done

    def hold(self, revs: list[str], by: int | None = None) -> None:
        """Needs attention: it stays on the disk and in the outbox, and delays nothing else."""
        self.store.attention.update(dict.fromkeys(revs, self.browser.build if by is None else by))
