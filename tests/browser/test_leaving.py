"""Leaving: two taps and the password; this phone is empty at once, and for seven days one may come back and stay."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.axe import bring_axe, faults_in
from tests.browser.taps import PASSWORD, open_app, rough_call, sign_in, sign_up, tap, unlock
from tests.browser.test_signing_out import EVERYTHING

Phone = Callable[..., Page]
LINE = "It was a long one"


def from_me(page: Page) -> None:
    page.get_by_role("link", name="Me", exact=True).tap()
    page.get_by_role("link", name="Leave and erase").tap()
    expect(page.get_by_role("heading", name="Leave and erase")).to_be_visible()


def test_who_leaves_leaves_an_empty_phone_and_may_come_back_and_stay(phone: Phone) -> None:
    page = phone()
    bring_axe(page)
    email, code = sign_up(page)
    open_app(page)
    rough_call(page, LINE)
    from_me(page)
    assert faults_in(page) == []
    page.get_by_label("Your password").fill(PASSWORD)
    tap(page, "Erase everything")
    expect(page.get_by_role("heading", name="It is done")).to_be_visible()
    kept = page.evaluate(EVERYTHING)
    assert kept.count('["revisions",[]]') == kept.count('"revisions"') == 1
    assert not [word for word in (email, "encounter", "entry", LINE) if word in kept]
    sign_in(page, email)
    unlock(page, code)
    expect(page.get_by_role("heading", name="Journal")).to_be_visible()
    page.get_by_role("link", name="Me", exact=True).tap()
    expect(page.get_by_text(re.compile("Your account is erased on"))).to_be_visible()
    page.get_by_role("link", name="See what happens").tap()
    tap(page, "Stay after all")
    expect(page.get_by_role("heading", name="Leave and erase")).to_be_visible()
    open_app(page, "/journal")
    expect(page.get_by_text(LINE)).to_be_visible()


def test_without_an_account_the_phone_is_erased_at_once(phone: Phone) -> None:
    page = phone()
    open_app(page)
    rough_call(page, LINE)
    from_me(page)
    page.get_by_text("Erase everything").first.tap()
    page.get_by_label("To be sure, type: erase").fill("erase")
    tap(page, "Erase everything")
    expect(page.get_by_text("This phone holds nothing of yours any more.")).to_be_visible()
    page.get_by_role("link", name="To the first page").tap()
    expect(page.get_by_text("Write first. An account can come later, or never.")).to_be_visible()
