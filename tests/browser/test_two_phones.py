"""Two phones and two tabs of one person: nothing is written over, and nothing is sent twice."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Request, Route, expect

from tests.browser.axe import bring_axe, faults_by_day_and_night
from tests.browser.network import PUSH, entries_on_server, go_offline, go_online, keep_app, until
from tests.browser.taps import PASSWORD, SAFE, notes, open_app, rough_call, sign_in, sign_up, tap, unlock

Phone = Callable[..., Page]
HERE, THERE = "As the first phone tells it", "As the second phone tells it"
LISTEN = "new BroadcastChannel('aftershift').onmessage = () => { globalThis.heard = true }"
SESSION = "/_allauth/browser/v1/auth/session"


def edit(page: Page, line: str, text: str) -> None:
    """Opens the entry with this line and changes its words."""
    open_app(page, "/journal")
    page.get_by_role("link", name=re.compile(re.escape(line))).tap()
    tap(page, "Change the words")
    page.get_by_label("Your words").fill(text)
    tap(page, "Save")
    expect(page.get_by_role("main").get_by_text(text)).to_be_visible()


@pytest.fixture
def disagreeing(phone: Phone) -> tuple[Page, Page]:
    """Two phones that edited the same entry without a network, and then met."""
    first, second, (line, _other) = phone(), phone(), notes()
    open_app(first)
    rough_call(first, line)
    email, code = sign_up(first)
    expect(first.get_by_text(SAFE)).to_be_visible()
    sign_in(second, email)
    unlock(second, code)
    expect(second.get_by_text(line)).to_be_visible()
    for page, text in ((first, HERE), (second, THERE)):
        go_offline(page)
        edit(page, line, text)
    go_online(first)
    expect(first.get_by_text("On this phone and, sealed, on the server")).to_be_visible()
    go_online(second)
    expect(second.get_by_text("Also written on your other phone")).to_be_visible()
    bring_axe(first)
    open_app(first, second.url)
    expect(first.get_by_text("Also written on your other phone")).to_be_visible()
    return first, second


@pytest.mark.parametrize("choice", ["Keep both texts", "Keep this one"])
def test_both_phones_show_both_texts_until_the_person_joins_them(
    disagreeing: tuple[Page, Page], choice: str
) -> None:
    first, second = disagreeing
    shown = [first.locator("main .words").all_inner_texts(), second.locator("main .words").all_inner_texts()]
    assert shown[0] == shown[1]
    assert sorted(shown[0]) == [HERE, THERE]
    assert faults_by_day_and_night(first) == []
    above, other = shown[0]
    tap(first, choice)
    expect(first.get_by_text("Also written on your other phone")).to_have_count(0)
    expect(first.get_by_text("On this phone and, sealed, on the server")).to_be_visible()
    open_app(second, first.url)
    expect(second.get_by_text("Also written on your other phone")).to_have_count(0)
    kept = {"Keep both texts": [above, other], "Keep this one": [other], "Keep the one above": [above]}[
        choice
    ]
    for text in (HERE, THERE):
        expect(second.locator("main .words").filter(has_text=text)).to_have_count(int(text in kept))
    expect_before(second, {HERE, THERE} - set(kept) | {notes()[0]})


def expect_before(page: Page, texts: set[str]) -> None:
    """Opens what the entry was before, and finds these texts in it."""
    before = page.locator("details", has=page.get_by_text("What it was before"))
    before.locator("summary").tap()
    for text in texts:
        expect(before.get_by_text(text, exact=True)).to_be_visible()


def test_what_one_tab_writes_the_other_shows(phone: Phone) -> None:
    page, (line, _other) = phone(), notes()
    open_app(page)
    beside = page.context.new_page()
    open_app(beside)
    page.bring_to_front()
    rough_call(page, line)
    beside.bring_to_front()
    expect(beside.get_by_text(line)).to_be_visible()
    edit(beside, line, "Changed beside it")
    expect(page.get_by_text("Changed beside it")).to_be_visible()


def begin_edit(page: Page, text: str) -> None:
    """Types into the editor of the entry on the screen, and does not save it."""
    tap(page, "Change the words")
    page.get_by_label("Your words").fill(text)


def test_an_open_editor_is_left_alone_by_what_comes_meanwhile(phone: Phone) -> None:
    first, second, (line, _other) = phone(), phone(), notes()
    open_app(first)
    rough_call(first, line)
    email, code = sign_up(first)
    expect(first.get_by_text(SAFE)).to_be_visible()
    sign_in(second, email)
    unlock(second, code)
    first.get_by_role("link", name=re.compile(re.escape(line))).tap()
    begin_edit(first, HERE)
    edit(second, line, THERE)
    expect(second.get_by_text("On this phone and, sealed, on the server")).to_be_visible()
    beside = first.context.new_page()
    open_app(beside, first.url)
    expect(beside.get_by_text(THERE)).to_be_visible()
    expect(first.get_by_label("Your words")).to_have_value(HERE)
    tap(first, "Save")
    expect(first.get_by_text("Also written on your other phone")).to_be_visible()
    assert sorted(first.locator("main .words").all_inner_texts()) == [HERE, THERE]
    begin_edit(first, "Kept all the same")
    first.evaluate(LISTEN)
    tap(beside, "Delete")
    tap(beside, "Delete")
    until(first, lambda: bool(first.evaluate("globalThis.heard")))
    tap(first, "Save")
    expect(first.locator("main .words")).to_have_text("Kept all the same")


def test_two_tabs_that_send_at_once_send_once(phone: Phone) -> None:
    page, (line, other) = phone(), notes()
    sign_up(page)
    open_app(page)
    beside = page.context.new_page()
    open_app(beside)
    keep_app(page)
    sent: list[str] = []

    def note(request: Request) -> None:
        if request.url.endswith("/feed/push/"):
            sent.extend(one["body"] for one in request.post_data_json["revs"])

    page.context.on("request", note)
    go_offline(page)
    page.bring_to_front()
    rough_call(page, line)
    beside.bring_to_front()
    rough_call(beside, other)
    expect(page.get_by_text("2 entries wait on this phone")).to_be_visible()
    sent.clear()
    go_online(page)
    for tab in (page, beside):
        expect(tab.get_by_text(SAFE)).to_be_visible()
    assert len(sent) == len(set(sent))
    assert len(entries_on_server(page)) == 2


def test_a_session_that_ends_in_mid_push_asks_and_keeps_everything(phone: Phone) -> None:
    page, (line, other) = phone(), notes()
    email, _code = sign_up(page)
    open_app(page)
    cookies = {one["name"]: one["value"] for one in page.context.cookies()}

    def expire(route: Route) -> None:
        token = {"X-CSRFToken": cookies["csrftoken"], "Origin": route.request.headers["origin"]}
        assert page.request.delete(SESSION, headers=token).status == 401
        route.continue_()

    page.route(PUSH, expire, times=1)
    rough_call(page, line)
    expect(page.get_by_text("Sign in again to send it. Nothing is gone.")).to_be_visible()
    rough_call(page, other)
    expect(page.get_by_text("2 entries wait on this phone")).to_be_visible()
    page.get_by_role("link", name="Sign in").tap()
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    tap(page, "Sign in")
    expect(page.get_by_role("button", name="A rough call")).to_be_visible()
    expect(page.get_by_text(SAFE)).to_be_visible()
    assert len(entries_on_server(page)) == 2
