"""Plays a history: three browsers, two accounts, a network that loses and repeats, and a bookkeeper who sees it all."""

import random
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from tests.feeds.books import Books, Broken
from tests.feeds.browser import Browser, Tab
from tests.feeds.device import Device
from tests.feeds.histories import ACCOUNTS, DEVICES, WHOLE, Step
from tests.feeds.keys import Halted, NoAnswer, Refused
from tests.feeds.parts import Answer, Ask, Body, Deletion, Row
from tests.feeds.server import POISON, Server
from tests.feeds.store import DiskFull, Store

DAYS = ("2024-05-12", "2024-05-13", "2024-05-14")
LIMBO = 6


class World:
    """Three browsers and a server. What differs from the promised protocol comes in by its classes."""

    devices: type[Device] = Device
    browsers_of: type[Browser] = Browser
    servers: type[Server] = Server

    def __init__(self, seed: int, *, heals: bool = False) -> None:
        self.rng = random.Random(~seed)
        self.heals = heals
        self.server = self.servers(list(ACCOUNTS))
        self.books = Books()
        self.limbo: list[tuple[str | None, Ask]] = []
        self.burst = 0
        self.meant: dict[int, str] = {}
        owners = [ACCOUNTS[seed >> bit & 1 if bit else 0] for bit in range(DEVICES)]
        self.browsers = [self.browsers_of(owner, owner) for owner in owners]

    # --- sealing ---------------------------------------------------------------------------
    def new_id(self) -> str:
        """A UUIDv4."""
        text = f"{self.rng.getrandbits(128):032x}"
        return f"{text[:8]}-{text[8:12]}-4{text[13:16]}-a{text[17:20]}-{text[20:]}"

    def seal(
        self, item: str, kind: str, parents: tuple[str, ...], deletion: Deletion = "no", spoilt: str = ""
    ) -> Body:
        """A revision nobody has seen before."""
        rev = self.new_id()
        day = None if deletion == "forget" or kind == "copy" else DAYS[len(self.books.sealed) % len(DAYS)]
        grant = "grant" if kind == "copy" and deletion == "no" else ""
        body = self.sealed(Body(rev, item, kind, parents, deletion, day, "", spoilt, grant))
        self.books.sealed[rev] = body
        if spoilt:
            self.books.refused.add(rev)
        return body

    def sealed(self, body: Body) -> Body:
        """With its token and its hash; here a name does for both."""
        return body._replace(token=body.token + body.rev, sha=f"sha {body.rev}")

    def device(self, browser: Browser, store: Store) -> Device:
        """The program at work on a store, as this browser has it."""
        return self.devices(store, browser, heals=self.heals, seal=self.seal_for(store))

    def seal_for(self, store: Store) -> Callable[..., Body]:
        """Sealing in the name of the store's owner."""

        def seal(*facts: Any) -> Body:
            body = self.seal(*facts)
            self.books.owner[body.rev] = store.account
            return body

        return seal

    # --- playing ---------------------------------------------------------------------------
    def play(self, steps: list[Step]) -> None:
        """Takes every step; what `save` confirmed has to lie on its disk after each."""
        for step in steps:
            getattr(self, f"do_{step['do'].replace('-', '_')}")(step)
            if "d" in step:
                self.check_disk(self.browsers[step["d"]])

    def check_disk(self, browser: Browser) -> None:
        """I1."""
        for store in browser.stores.values():
            missing = self.books.must_hold.get(store.number, set()) - store.rows.keys()
            if any(
                self.books.sealed[rev].deletion == "no" and rev not in self.books.refused for rev in missing
            ):
                raise Broken("I1: what save() confirmed is not on the disk")

    def do_write(self, step: Step) -> None:
        """One save, finished or killed on the way."""
        browser = self.browsers[step["d"]]
        store = browser.store
        facts = self.facts(store, step["how"], step["which"])
        body = self.seal(*facts)
        self.books.owner[body.rev] = store.account
        tab = Tab(self.device(browser, store).save(body, share=bool(body.grant)))
        if self.run(tab, step["killed"], browser) and tab.result:
            self.books.confirm(store, body.rev)

    def run(self, tab: Tab, killed: int | None, browser: Browser) -> bool:
        """Takes something that needs no server to its end; False where it was killed or the disk was full."""
        try:
            for _ in range(WHOLE if killed is None else killed):
                tab.go_on(None)
                if tab.over:
                    return True
        except DiskFull:
            return False
        browser.kill()
        return False

    def facts(self, store: Store, how: str, which: int) -> tuple[Any, ...]:
        """What is written: item, kind, parents, deletion and whether the server will refuse it."""
        items = [item for item, revs in store.items.items() if revs]
        if how.startswith(POISON):
            return (self.new_id(), "entry", (), "no", POISON if how == POISON else "\0")
        if how in {"new", "unknown", "share"} or not items:
            kind = {"unknown": "of-tomorrow", "share": "copy"}.get(how, "entry")
            return (self.new_id(), kind, (), "no")
        item = items[-1 - which % len(items)]
        heads = store.heads(item)
        kind = next(iter(store.of_item(item).values())).kind
        deletion = how if how in {"keep-day", "forget"} else "forget" if kind == "copy" else "no"
        upon = heads if how == "join" or deletion != "no" else heads[:1]
        return (item, kind, tuple(sorted(row.rev for row in upon)), deletion)

    def do_go(self, step: Step) -> None:
        """A tab begins a sync, or goes on with the one it is in."""
        browser = self.browsers[step["d"]]
        if browser.here is None:
            return
        tab = browser.tabs[step["tab"]] or Tab(self.device(browser, browser.store).sync())
        browser.tabs[step["tab"]] = tab
        self.advance(browser, tab, step["steps"], list(step["faults"]))
        if tab.over:
            browser.tabs[step["tab"]] = None
        elif step["killed"]:
            browser.kill()

    def advance(self, browser: Browser, tab: Tab, steps: int, faults: list[str]) -> None:
        """So many small steps of a tab; each of its requests meets the next fault."""
        for _ in range(steps):
            ask, said = tab.waits_for, None
            if ask is not None:
                said = self.carry(browser, ask, faults.pop(0) if faults else "ok")
            tab.go_on(said)
            if tab.over:
                return

    def carry(self, browser: Browser, ask: Ask, fault: str) -> Answer | Exception:
        """One request through the network."""
        if self.burst or fault in {"503", "507"}:
            self.burst = max(0, self.burst - 1)
            return Answer(507 if fault == "507" else 503, {})
        if fault == "401":
            self.end_session(browser)
        if fault == "late":
            self.limbo = [*self.limbo, (browser.session, ask)][-LIMBO:]
        if fault in {"lost", "late"}:
            return NoAnswer()
        answers = [self.server.answer(browser.session, ask) for _ in range(1 + (fault == "twice"))]
        return NoAnswer() if fault in {"answer-lost", "garbled"} else answers[-1]

    def end_session(self, browser: Browser) -> None:
        """On the server; the browser learns of it when it asks next."""
        browser.session = None

    def do_deliver(self, _step: Step) -> None:
        """Requests that were thought lost arrive after all, the oldest first; nobody hears the answers."""
        for who, ask in self.limbo[:2]:
            self.server.answer(who, ask)
        del self.limbo[:2]

    def do_kill(self, step: Step) -> None:
        """The process is gone between two steps."""
        self.browsers[step["d"]].kill()

    def do_burst(self, step: Step) -> None:
        """The server is overloaded for some requests."""
        self.burst = step["count"]

    def do_full(self, step: Step) -> None:
        """The disk takes nothing for some transactions."""
        self.browsers[step["d"]].store.full = step["count"]

    def do_update(self, step: Step) -> None:
        """Another build of the app."""
        self.browsers[step["d"]].build += 1

    # --- who is signed in ------------------------------------------------------------------
    def do_expire(self, step: Step) -> None:
        """A session is over after so many days, or was ended from another device."""
        self.end_session(self.browsers[step["d"]])

    def do_sign_in(self, step: Step) -> None:
        """The person signs in again."""
        browser = self.browsers[step["d"]]
        browser.session = browser.here

    def do_switch(self, step: Step) -> None:
        """Somebody else signs in here; a sync under way in a tab goes on, under another cookie."""
        browser = self.browsers[step["d"]]
        self.open(browser, ACCOUNTS[browser.here == ACCOUNTS[0]])

    def open(self, browser: Browser, account: str) -> None:
        """Signs in and opens the account's store; a new one gets the keys of the day."""
        browser.session = browser.here = account
        if account not in browser.stores:
            feed = self.server.feeds[account]
            browser.store.gen, browser.store.bag = feed.gen, feed.bag

    def do_sign_out(self, step: Step) -> None:
        """Keeps what was never sent, unless somebody typed that it should go."""
        browser = self.browsers[step["d"]]
        self.vanish(browser.sign_out(step["unsent"]))

    def do_before(self, step: Step) -> None:
        """Nobody is signed in, and something is written all the same."""
        browser = self.browsers[step["d"]]
        browser.session = browser.here = None
        self.do_write(step | {"how": "new", "which": 0, "killed": None})

    def do_adopt(self, step: Step) -> None:
        """Signs in, and takes along what was written before."""
        browser = self.browsers[step["d"]]
        before = browser.stores.get(None)
        if before is not None:  # asked once more, the person says the same
            step = step | {"account": self.meant.setdefault(before.number, step["account"])}
        revs = self.books.must_hold.pop(before.number if before else -1, set())
        self.open(browser, step["account"])
        done = self.run(Tab(browser.adopt(step["account"], browser.store.gen)), step["killed"], browser)
        for rev in revs | (before.rows.keys() if before else set()):
            if rev in browser.store.rows:
                self.books.owner[rev] = step["account"]
        where = browser.store if done or before is None else before
        self.books.must_hold.setdefault(where.number, set()).update(revs)

    def do_evict(self, step: Step) -> None:
        """The browser empties its storage."""
        browser = self.browsers[step["d"]]
        browser.kill()
        self.vanish(browser.evict())
        if browser.here is not None:
            self.open(browser, browser.here)

    # --- the server's side -----------------------------------------------------------------
    def do_backup(self, _step: Step) -> None:
        """The operator makes a backup."""
        self.server.backup()

    def do_restore(self, _step: Step) -> None:
        """The operator puts it back: what nobody else holds is gone with what came after."""
        before = self.on_server()
        if self.server.restore():
            self.forgive(before)

    def do_rotate(self, step: Step) -> None:
        """New keys from this device, the others away."""
        browser = self.browsers[step["d"]]
        if browser.here is None or browser.session != browser.here:
            return
        tab = Tab(self.device(browser, browser.store).rotate(self.new_id()))
        self.person(browser, tab)

    def do_unlock(self, step: Step) -> None:
        """The person types the new code here."""
        browser = self.browsers[step["d"]]
        if browser.here is not None:
            self.person(browser, Tab(self.device(browser, browser.store).unlock()))

    def person(self, browser: Browser, tab: Tab) -> None:
        """Something a person asked for: where it fails, it has simply failed."""
        with suppress(NoAnswer, Refused, Halted, DiskFull):
            self.advance(browser, tab, WHOLE, [])

    # --- books -----------------------------------------------------------------------------
    def on_server(self) -> set[str]:
        """Every rev the server holds now."""
        return {rev for feed in self.server.feeds.values() for rev in feed.by_rev}

    def vanish(self, rows: list[Row]) -> None:
        """Rows that went with a store."""
        live = {store.number for browser in self.browsers for store in browser.stores.values()}
        self.books.must_hold = {key: held for key, held in self.books.must_hold.items() if key in live}
        self.forgive({row.rev for row in rows})

    def forgive(self, revs: set[str]) -> None:
        """What neither the server nor any device holds any more cannot come back."""
        held = self.on_server()
        for browser in self.browsers:
            for store in browser.stores.values():
                held |= store.rows.keys()
        self.books.gone |= revs - held
