"""When what waits is sent: each occasion alone, with every timer and every other one taken away."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.network import (
    NO_BACKGROUND_SYNC,
    PUSH,
    entries_on_server,
    go_offline,
    go_online,
    keep_app,
    until,
    wake_worker,
)
from tests.browser.taps import SAFE, notes, open_app, rough_call, sign_up

Phone = Callable[..., Page]
WAITS = "1 entry waits on this phone"
# A browser without Background Sync, in which nothing is tried again by itself.
BARE = f"""
{NO_BACKGROUND_SYNC};
const ring = globalThis.setTimeout;
globalThis.setTimeout = (what, after, ...more) => (after >= 1000 ? 0 : ring(what, after, ...more));
"""
# What the page asks the browser for, written down on the way.
HEAR_TAGS = """
globalThis.tagsHeard = [];
const ask = SyncManager.prototype.register;
SyncManager.prototype.register = function (tag) { tagsHeard.push(tag); return ask.call(this, tag); };
"""


@pytest.fixture
def bare(phone: Phone) -> Page:
    """A phone on which only the tried occasion can send; signed up, with the app on it."""
    page = phone()
    page.add_init_script(BARE)
    sign_up(page)
    open_app(page)
    keep_app(page)
    return page


def wait_with_an_entry(page: Page) -> None:
    """One entry that could not be sent."""
    rough_call(page, notes()[0])
    expect(page.get_by_text(WAITS)).to_be_visible()
    expect(page.get_by_text("No connection. It goes out by itself later.")).to_be_visible()


def test_saving_sends(bare: Page) -> None:
    rough_call(bare, notes()[0])
    expect(bare.get_by_text(SAFE)).to_be_visible()


def test_a_connection_that_comes_back_sends(bare: Page) -> None:
    go_offline(bare)
    wait_with_an_entry(bare)
    go_online(bare)
    expect(bare.get_by_text(SAFE)).to_be_visible()


def test_becoming_visible_sends(bare: Page) -> None:
    bare.route(PUSH, lambda route: route.abort())
    wait_with_an_entry(bare)
    bare.unroute(PUSH)
    assert entries_on_server(bare) == []
    bare.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(bare.get_by_text(SAFE)).to_be_visible()


def test_starting_sends(bare: Page) -> None:
    bare.route(PUSH, lambda route: route.abort())
    wait_with_an_entry(bare)
    bare.unroute(PUSH)
    open_app(bare)
    expect(bare.get_by_text(SAFE)).to_be_visible()


def test_a_failure_is_tried_again_by_itself(phone: Phone) -> None:
    page = phone()
    sign_up(page)
    open_app(page)
    page.route(PUSH, lambda route: route.abort(), times=1)
    rough_call(page, notes()[0])
    expect(page.get_by_text(SAFE)).to_be_visible()


def test_the_worker_sends_when_the_app_was_closed(phone: Phone) -> None:
    page = phone()
    page.add_init_script(HEAR_TAGS)
    sign_up(page)
    open_app(page)
    go_offline(page)
    wait_with_an_entry(page)
    until(page, lambda: "outbox" in page.evaluate("globalThis.tagsHeard"))
    context = page.context
    page.close()
    context.set_offline(offline=False)
    watcher = context.new_page()
    watcher.goto("/livez")
    wake_worker(watcher)
    until(watcher, lambda: len(entries_on_server(watcher)) == 1)
    again = context.new_page()
    again.route(PUSH, lambda route: route.abort())
    open_app(again)
    expect(again.get_by_text(SAFE)).to_be_visible()
