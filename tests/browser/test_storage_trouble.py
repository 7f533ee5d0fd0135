"""A disk that is full, silent, gone or wiped, and a clock that is wrong: no false "Saved", no lost word."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.browser.network import entries_on_server, until
from tests.browser.taps import SAFE, SAVED_HERE, notes, open_app, rough_call, sign_up, tap, unlock

Phone = Callable[..., Page]
FULL = "This phone is full, so it was not saved yet. Your words are still on the screen."
SILENT = "This phone did not keep it yet. Your words are still on the screen."
SILENCE = """
const listen = EventTarget.prototype.addEventListener;
IDBTransaction.prototype.addEventListener = function (type, heard, ...more) {
  if (globalThis.isSilent && this.mode === "readwrite") return;
  listen.call(this, type, heard, ...more);
};
"""
REMEMBER_CONNECTIONS = """
globalThis.connections = [];
const open = IDBFactory.prototype.open;
IDBFactory.prototype.open = function (...asked) {
  const opening = open.apply(this, asked);
  opening.addEventListener("success", () => globalThis.connections.push(opening.result));
  return opening;
};
"""
DROPPED = {
    "closed": "globalThis.connections.splice(0).forEach((db) => db.close())",
    "asked to make room": """globalThis.connections.splice(0)
        .forEach((db) => db.dispatchEvent(new IDBVersionChangeEvent("versionchange", { newVersion: 2 })))""",
    "ended by the browser": """globalThis.connections.splice(0)
        .forEach((db) => { db.close(); db.dispatchEvent(new Event("close")); })""",
}
NO_KEYS = """
const put = IDBObjectStore.prototype.put;
IDBObjectStore.prototype.put = function (value, ...more) {
  if (value instanceof CryptoKey) throw new DOMException("no keys here", "DataCloneError");
  return put.call(this, value, ...more);
};
"""


# A full disk, as browsers tell of one: the whole transaction is undone, and says why. (Chromium remembers for
# half a minute how much room there was, so a quota set by the test would come too late.)
FULL_DISK = """
const write = IDBObjectStore.prototype.put;
IDBObjectStore.prototype.put = function (...asked) {
  const request = write.apply(this, asked);
  if (!globalThis.isFull) return request;
  const error = new DOMException("no room", "QuotaExceededError");
  Object.defineProperty(this.transaction, "error", { value: error });
  this.transaction.abort();
  return request;
};
"""


def editing(page: Page, line: str) -> None:
    """An entry on the phone, opened to be changed."""
    open_app(page)
    rough_call(page, line)
    page.get_by_role("link", name=re.compile(re.escape(line))).first.tap()
    tap(page, "Change the words")


def checked_in(page: Page) -> None:
    """A phone whose disk has shown that it works: whatever comes now, comes after the start."""
    open_app(page)
    tap(page, "Just check in")
    page.get_by_role("radio", name="Steady").tap()
    expect(page.get_by_role("dialog").get_by_text(SAVED_HERE)).to_be_visible()
    tap(page, "Done")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_a_full_disk_keeps_the_words_on_the_screen_until_there_is_room(phone: Phone) -> None:
    page, (line, _other) = phone(), notes()
    page.add_init_script(FULL_DISK)
    editing(page, line)
    page.get_by_label("Your words").fill("no room for this")
    page.evaluate("globalThis.isFull = true")
    tap(page, "Save")
    expect(page.get_by_role("alert")).to_contain_text(FULL)
    expect(page.get_by_label("Your words")).to_have_value("no room for this")
    page.evaluate("globalThis.isFull = false")
    tap(page, "Save")
    expect(page.locator("main .words")).to_have_text("no room for this")
    open_app(page)
    expect(page.get_by_text("no room for this")).to_be_visible()


def test_a_full_disk_says_no_saved_in_a_sheet_and_try_again_works(phone: Phone) -> None:
    page = phone()
    page.add_init_script(FULL_DISK)
    checked_in(page)
    page.get_by_role("button", name="Something good").tap()
    page.evaluate("globalThis.isFull = true")
    page.get_by_role("radio", name="A kind customer").tap()
    expect(page.get_by_role("dialog").get_by_text(FULL)).to_be_visible()
    expect(page.get_by_role("dialog").get_by_text(SAVED_HERE)).to_have_count(0)
    page.evaluate("globalThis.isFull = false")
    tap(page, "Try again")
    expect(page.get_by_role("dialog").get_by_text(SAVED_HERE)).to_be_visible()
    tap(page, "Done")
    open_app(page, "/journal")
    expect(page.get_by_role("main").locator("a.entry")).to_have_count(2)


def said_after_a_while(page: Page, sentence: str) -> bool:
    """Lets eleven seconds pass, and looks."""
    page.clock.fast_forward(11_000)
    return page.get_by_role("dialog").get_by_text(sentence).is_visible()


def test_a_disk_that_never_answers_has_not_saved(phone: Phone) -> None:
    page = phone()
    page.add_init_script(SILENCE)
    page.clock.install()
    checked_in(page)
    page.get_by_role("button", name="Something good").tap()
    page.evaluate("globalThis.isSilent = true")
    page.get_by_role("radio", name="A kind customer").tap()
    expect(page.get_by_role("dialog").get_by_text("Saving …")).to_be_visible()
    until(page, lambda: said_after_a_while(page, SILENT))
    expect(page.get_by_role("dialog").get_by_text(SAVED_HERE)).to_have_count(0)
    page.evaluate("globalThis.isSilent = false")
    tap(page, "Try again")
    expect(page.get_by_role("dialog").get_by_text(SAVED_HERE)).to_be_visible()
    tap(page, "Done")
    open_app(page, "/journal")
    expect(page.get_by_role("main").locator("a.entry")).to_have_count(2)


@pytest.mark.parametrize("how", DROPPED)
def test_a_connection_that_dies_is_opened_again(phone: Phone, how: str) -> None:
    page, (line, other) = phone(), notes()
    page.add_init_script(REMEMBER_CONNECTIONS)
    open_app(page)
    rough_call(page, line)
    page.evaluate(DROPPED[how])
    rough_call(page, other)
    open_app(page)
    for text in (line, other):
        expect(page.get_by_text(text)).to_be_visible()


def test_a_browser_that_keeps_no_keys_says_so_and_never_says_saved(phone: Phone) -> None:
    page = phone()
    page.add_init_script(NO_KEYS)
    open_app(page)
    expect(page.get_by_text("This browser cannot keep what you write")).to_be_visible()
    page.get_by_role("button", name="Something good").tap()
    page.get_by_role("radio", name="A kind customer").tap()
    expect(page.get_by_role("dialog").get_by_text("Kept until this page closes")).to_be_visible()
    tap(page, "Done")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_text("Kept until this page closes")).to_be_visible()
    expect(page.get_by_text(SAVED_HERE)).to_have_count(0)


def test_a_wiped_store_is_told_and_read_again_with_the_code(phone: Phone) -> None:
    page, (line, other) = phone(), notes()
    _email, code = sign_up(page)
    open_app(page)
    rough_call(page, line)
    expect(page.get_by_text(SAFE)).to_be_visible()
    session = page.context.new_cdp_session(page)
    origin = page.evaluate("location.origin")
    session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "indexeddb,local_storage"})
    open_app(page)
    expect(page.get_by_text("This browser has emptied what was kept here")).to_be_visible()
    rough_call(page, other)
    page.get_by_role("link", name="Unlock with the code").first.tap()
    unlock(page, code)
    tap(page, "Yes, they are mine")
    expect(page.get_by_role("button", name="A rough call")).to_be_visible()
    open_app(page)
    for text in (line, other):
        expect(page.get_by_text(text)).to_be_visible()
    expect(page.get_by_text(SAFE)).to_be_visible()
    assert len(entries_on_server(page)) == 2


@pytest.mark.parametrize("years", [-10, 10])
def test_a_clock_ten_years_off_files_by_the_servers(phone: Phone, years: int) -> None:
    page, (line, other) = phone(), notes()
    today = datetime.now(UTC)
    page.clock.install(time=today + timedelta(days=365 * years))
    open_app(page)
    rough_call(page, line)
    sign_up(page)
    open_app(page)
    rough_call(page, other)
    expect(page.get_by_text(SAFE)).to_be_visible()
    until(page, lambda: len(entries_on_server(page)) == 2)
    days = entries_on_server(page)
    near = {(today + timedelta(days=day)).date().isoformat() for day in (-1, 0, 1)}
    assert {one["day"] for one in days} <= near
    assert {one["written"] for one in days} <= near
    expect(page.get_by_text("not taken by the server")).to_have_count(0)
