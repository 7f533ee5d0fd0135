"""The lists beside the journal: kept offline, come back when it is time, and found where they are needed."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.network import go_offline, until
from tests.browser.taps import open_app, tap

Phone = Callable[..., Page]

NOON = "2026-11-21T12:00:00+01:00"
DUE = "You wanted to come back to this"
SHOWN = """navigator.serviceWorker.getRegistration().then((one) => one.getNotifications())
  .then((all) => all.map(({ title, body }) => [title, body]))"""
HIDE = """Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' });
  document.dispatchEvent(new Event('visibilitychange'))"""


def at(phone: Phone, instant: str, **options: Any) -> Page:
    page = phone(**options)
    page.clock.set_fixed_time(instant)
    open_app(page, "/notes")
    return page


def add(page: Page, kind: str, label: str, words: str) -> None:
    """Opens a list and writes one line, not kept yet."""
    page.get_by_role("button", name=kind).tap()
    tap(page, "Add one")
    page.get_by_label(label).fill(words)


def keep(page: Page) -> None:
    tap(page, "Save")
    expect(page.get_by_role("button", name="Add one")).to_be_visible()
    tap(page, "Close")
    expect(page.get_by_role("dialog")).to_have_count(0)


def next_step(page: Page, when: str) -> None:
    add(page, "Next steps", "One next step", "Ask about the spare part")
    page.get_by_role("radio", name=when).tap()
    keep(page)


def test_a_good_call_is_kept_in_one_line_and_read_again_without_a_network(phone: Phone) -> None:
    page = at(phone, NOON)
    go_offline(page)
    page.get_by_role("button", name="Proof file").tap()
    expect(page.get_by_text("Think of one now.")).to_be_visible()
    tap(page, "Close")
    add(page, "Proof file", "What went well", "Stayed kind to the last one")
    keep(page)
    open_app(page, "/notes")
    page.get_by_role("button", name="Proof file").tap()
    expect(page.get_by_role("button", name="Stayed kind to the last one")).to_be_visible()


def test_a_line_half_written_is_there_again(phone: Phone) -> None:
    page = at(phone, NOON)
    add(page, "My phrases", "The line", "What I can do is")
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    page.reload()
    expect(page.get_by_label("The line")).to_have_value("What I can do is")


def test_a_next_step_comes_at_its_time_once_and_then_rests(phone: Phone) -> None:
    page = at(phone, NOON)
    next_step(page, "This evening")
    open_app(page)
    expect(page.get_by_text("A question for today")).to_be_visible()
    expect(page.get_by_text(DUE)).to_have_count(0)
    page.clock.set_fixed_time("2026-11-21T20:01:00+01:00")
    open_app(page)
    expect(page.get_by_text("Ask about the spare part")).to_be_visible()
    open_app(page)
    expect(page.get_by_text("Ask about the spare part")).to_be_visible()
    page.clock.set_fixed_time("2026-11-22T12:00:00+01:00")
    open_app(page)
    expect(page.get_by_text("A question for today")).to_be_visible()
    expect(page.get_by_text(DUE)).to_have_count(0)


def test_done_is_one_tap_and_the_list_remembers_it(phone: Phone) -> None:
    page = at(phone, NOON)
    next_step(page, "Tomorrow at nine")
    page.clock.set_fixed_time("2026-11-22T09:30:00+01:00")
    open_app(page)
    expect(page.get_by_text(DUE)).to_be_visible()
    tap(page, "Done")
    expect(page.get_by_text(DUE)).to_have_count(0)
    open_app(page, "/notes")
    page.get_by_role("button", name="Next steps").tap()
    expect(page.get_by_role("checkbox", name="Done: Ask about the spare part")).to_be_checked()


def test_a_reminder_on_this_phone_says_nothing_of_it(phone: Phone) -> None:
    page = at(phone, NOON, permissions=["notifications"])
    next_step(page, "In an hour")
    open_app(page)
    expect(page.get_by_text("A question for today")).to_be_visible()
    page.evaluate(HIDE)
    page.clock.set_fixed_time("2026-11-21T13:00:30+01:00")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    until(page, lambda: len(page.evaluate(SHOWN)) > 0)
    assert page.evaluate(SHOWN) == [["A moment for you", ""]]


def test_a_trigger_of_ones_own_stands_among_the_others(phone: Phone) -> None:
    page = at(phone, NOON)
    add(page, "My own triggers", "What is it called?", "Called on my break")
    page.get_by_role("radio", name="Work pressure").tap()
    keep(page)
    open_app(page)
    page.get_by_role("button", name="A rough call").tap()
    tap(page, "Skip. That is fine.")
    page.get_by_text("Work pressure", exact=True).tap()
    expect(page.get_by_role("radio", name="Called on my break")).to_be_visible()


def test_the_proof_file_is_one_tap_from_doubt_and_leads_back_to_the_call(phone: Phone) -> None:
    page = at(phone, NOON)
    add(page, "Proof file", "What went well", "Stayed kind to the last one")
    keep(page)
    open_app(page)
    page.get_by_role("button", name="A rough call").tap()
    tap(page, "Skip. That is fine.")
    page.get_by_text("Inside me", exact=True).tap()
    page.get_by_role("radio", name="I doubted myself").tap()
    tap(page, "Open my proof file")
    expect(page.get_by_text("Stayed kind to the last one")).to_be_visible()
    tap(page, "Close")
    expect(page.get_by_role("heading", name="How big was it?")).to_be_visible()
