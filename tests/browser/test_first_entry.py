"""The main job: from a phone to the server and back."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.bench.first_run import SECONDS_AIM, TAPS_AIM, first_run, said
from tests.browser.taps import SAFE, SAVED_HERE, notes, open_app, rough_call, sign_in, sign_up, tap, unlock
from tests.server import Server

Phone = Callable[..., Page]


def test_written_before_any_account_then_safe_then_read_on_a_second_phone(phone: Phone) -> None:
    first, second, (line, _other) = phone(), phone(), notes()
    open_app(first)
    rough_call(first, line)
    expect(first.get_by_text(SAVED_HERE)).to_be_visible()
    email, code = sign_up(first)
    expect(first.get_by_text(SAFE)).to_be_visible()
    sign_in(second, email)
    unlock(second, code)
    expect(second.get_by_text(line)).to_be_visible()


def test_from_the_address_to_the_first_entry_in_eight_taps_and_a_minute(
    phone: Phone, capsys: pytest.CaptureFixture[str]
) -> None:
    page = phone()
    took = first_run(page)
    with capsys.disabled():
        print(f"\n{said(took)}")
    assert took.taps <= TAPS_AIM
    assert took.with_breath_s - took.usable_s <= SECONDS_AIM
    page.reload()
    open_app(page, "/journal")
    expect(page.get_by_role("link", name=re.compile("Shouting"))).to_be_visible()


def test_something_good_and_a_check_in_are_as_easy(phone: Phone) -> None:
    page = phone()
    open_app(page)
    page.get_by_role("button", name="Something good").tap()
    page.get_by_role("radio", name="A kind customer").tap()
    expect(page.get_by_role("dialog").get_by_text(SAVED_HERE)).to_be_visible()
    tap(page, "Done")
    page.get_by_role("button", name="Just check in").tap()
    page.get_by_role("radio", name="Steady").tap()
    expect(page.get_by_role("dialog").get_by_text(SAVED_HERE)).to_be_visible()
    tap(page, "Done")
    open_app(page, "/journal")
    expect(page.get_by_role("main").locator("a.entry")).to_have_count(2)


def test_a_wrong_code_and_a_typo_are_told_apart(phone: Phone) -> None:
    first, second = phone(), phone()
    email, code = sign_up(first)
    other = "07NZ-8DNF-B5M2-08TT-7B1S-S1VC-SG65-NS6B"
    sign_in(second, email)
    unlock(second, code[:-1] + ("0" if code[-1] != "0" else "1"))
    first_sentence = second.get_by_role("alert").inner_text()
    unlock(second, other)
    expect(second.get_by_role("alert")).not_to_have_text(first_sentence)
    unlock(second, code.lower().replace("-", " "))
    expect(second.get_by_role("heading", name="Unlock this phone")).to_have_count(0)


def test_deleting_takes_the_words_away_on_every_phone(phone: Phone, server: Server) -> None:
    first, second, (line, other) = phone(), phone(), notes()
    open_app(first)
    rough_call(first, line)
    rough_call(first, other)
    email, code = sign_up(first)
    expect(first.get_by_text(SAFE)).to_be_visible()
    sign_in(second, email)
    unlock(second, code)
    second.get_by_role("link", name=re.compile(re.escape(line))).tap()
    tap(second, "Delete")
    second.get_by_role("radio", name=re.compile("Forget the day too")).tap()
    tap(second, "Delete")
    expect(second.get_by_role("heading", name="Journal")).to_be_visible()
    open_app(second)
    expect(second.get_by_text(SAFE).first).to_be_visible()
    open_app(first, "/journal")
    expect(first.get_by_text(other)).to_be_visible()
    expect(first.get_by_text(line)).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_help_is_one_tap_away_and_asks_nobody(phone: Phone, scheme: str) -> None:
    page = phone(color_scheme=scheme)
    open_app(page)
    asked: list[str] = []
    page.get_by_role("link", name="Get help now").tap()
    expect(page.get_by_role("heading", name="You do not have to be alone with this")).to_be_visible()
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_role("link", name="Back to my journal").tap()
    expect(page.get_by_role("button", name="A rough call")).to_be_visible()
    assert not [url for url in asked if "/help" in url]


def test_help_works_without_script_signed_out_and_offline(phone: Phone) -> None:
    page = phone(java_script_enabled=False)
    page.goto("/help.html")
    expect(page.get_by_text("Your local emergency number works from any phone")).to_be_visible()
    online = phone()
    open_app(online)
    online.evaluate("navigator.serviceWorker.ready.then(() => true)")
    online.context.set_offline(True)
    online.goto("/help.html")
    expect(online.get_by_text("Your local emergency number works from any phone")).to_be_visible()
