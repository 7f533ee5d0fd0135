"""At rest: what has to hold once every device has had its turn without faults."""

from typing import Any

from tests.feeds.books import Broken
from tests.feeds.browser import Browser, Tab
from tests.feeds.histories import ACCOUNTS, WHOLE
from tests.feeds.parts import covers
from tests.feeds.server import Feed
from tests.feeds.store import Store
from tests.feeds.world import World

PASSES = 4


def hold(condition: object, what: str) -> None:
    """Raises `Broken` unless it holds."""
    if not condition:
        raise Broken(what)


def settle(world: World) -> None:
    """Every device, for each account, in turn: signed in, unlocked, without faults; I8."""
    calm_down(world)
    for number in range(PASSES):
        ended = {outcome for browser in world.browsers for outcome in visit(world, browser)}
        if ended <= {"idle"} and number >= PASSES // 2:
            return
    raise Broken(f"I8: after {PASSES} turns without faults a sync ended as {sorted(map(str, ended))}")


def calm_down(world: World) -> None:
    """What is on its way arrives, what runs is killed, every disk has room, what was written before sign-in is adopted."""
    world.burst = 0
    while world.limbo:
        world.do_deliver({})
    for at, browser in enumerate(world.browsers):
        browser.kill()
        for store in browser.stores.values():
            store.full = 0
        if None in browser.stores:
            world.do_adopt({"d": at, "account": ACCOUNTS[0], "killed": None})


def visit(world: World, browser: Browser) -> list[Any]:
    """One browser's turn: how the sync of each account on it ended."""
    outcomes = []
    for account in [account for account in ACCOUNTS if account in browser.stores]:
        world.open(browser, account)
        device = world.device(browser, browser.store)
        world.person(browser, Tab(device.unlock()))
        tab = Tab(device.sync())
        world.advance(browser, tab, WHOLE, [])
        outcomes.append(tab.result)
    return outcomes


def check(world: World) -> None:
    """I2 to I7 and I9 to I12, for each account."""
    for account in ACCOUNTS:
        feed = world.server.feeds[account]
        check_feed(world, account, feed)
        for browser in world.browsers:
            world.check_disk(browser)
            if account in browser.stores:
                check_store(browser.stores[account], feed, world)
        check_copies(world, account, feed)
    check_nothing_lost(world)


def check_feed(world: World, account: str, feed: Feed) -> None:
    """The server's side: dense, nobody else's, sealed as it was, emptied where and only where a tombstone says so."""
    books = world.books
    hold([row.seq for row in feed.rows] == list(range(1, len(feed.rows) + 1)), "I4: seq is not dense")
    hold(len(feed.by_rev) == len(feed.rows), "I3: a revision stands there twice")
    for row in feed.rows:
        hold(books.owner.get(row.rev) == account, "I6: a revision in another account's feed")
        hold(row.sha == books.sealed[row.rev].sha, "I10: not the revision that was sealed")
        hold(row.body is None or row.body == books.sealed[row.rev], "I9, I10: other bytes than were sealed")
    for item in feed.items:
        rows = feed.of_item(item)
        reached = covers(rows)
        hold(
            all(
                (row.body is None) == (rev in reached and row.deletion != "forget")
                for rev, row in rows.items()
            ),
            "I2: words of an emptied item are there, or others are gone",
        )


def check_store(store: Store, feed: Feed, world: World) -> None:
    """One device's side: the same set, the same words, the same heads, an empty outbox."""
    here = {rev: row for rev, row in store.rows.items() if row.seq is not None}
    hold(here.keys() == feed.by_rev.keys(), "I3: device and server hold different sets")
    for rev, at in feed.by_rev.items():
        there, row = feed.rows[at], here[rev]
        hold(row.seq == there.seq, "I4: a device has another place for a revision")
        hold((row.body, row.day) == (there.body, there.day), "I5, I10: a device shows other words")
        hold(not row.unsent, "I7: acknowledged, and still in the outbox")
    shut = shut_in(store, feed)
    for rev in store.rows.keys() - here.keys() - shut:
        hold(
            rev in world.books.refused or is_upon_refused(store, rev, world),
            "I7, I11: something waits in vain",
        )
    hold(store.attention.keys() <= world.books.refused | shut, "I7: something sound needs attention")


def shut_in(store: Store, feed: Feed) -> set[str]:
    """Sealed under keys that went with a restore and with every phone that had them, or emptied by a tombstone that was:
    it stays, and says so."""
    shut = {rev for rev, row in store.rows.items() if row.gen > feed.gen}
    deleted = {store.rows[rev].item for rev in shut if store.rows[rev].deletion != "no"}
    return shut | {rev for rev, row in store.rows.items() if row.body is None and row.item in deleted}


def is_upon_refused(store: Store, rev: str, world: World) -> bool:
    """Whether what waits was built upon something the server refuses."""
    row = store.rows[rev]
    return any(
        up in world.books.refused or (up in store.rows and is_upon_refused(store, up, world))
        for up in row.parents
    )


def check_copies(world: World, account: str, feed: Feed) -> None:
    """I12: what was taken back is served to nobody."""
    for body in world.server.inbox(account):
        hold(body.rev not in covers(feed.of_item(body.item)), "I12: a copy taken back is served")


def check_nothing_lost(world: World) -> None:
    """I1, I2: what was confirmed and is not gone with its last holder is on the server, or held on a device."""
    books = world.books
    held = world.on_server()
    for browser in world.browsers:
        for store in browser.stores.values():
            held |= store.rows.keys()
    lost = books.confirmed - held - books.gone - books.refused
    lost = {rev for rev in lost if not (books.sealed[rev].deletion != "no" and books.refused)}
    hold(not lost, f"I2, I3: {len(lost)} revisions are lost")


def play(world: World, steps: list[dict[str, Any]]) -> None:
    """A whole history and the rest after it; raises `Broken`."""
    world.play(steps)
    settle(world)
    check(world)
