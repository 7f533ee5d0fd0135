"""Every way back is lost: honest words, a typed act, a new code; what was sealed before stays shut and is kept."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.axe import bring_axe, faults_by_day_and_night
from tests.browser.network import entries_on_server
from tests.browser.taps import PASSWORD, SAFE, notes, open_app, rough_call, sign_in, sign_up, tap, unlock

Phone = Callable[..., Page]
SHUT = re.compile("1 older piece of writing stays shut")


def start_over(phone: Page, typed: str = "start over") -> None:
    """From the screen that asks for the code, to the new code or to what is wrong."""
    phone.get_by_role("link", name="I have lost my code and every phone").tap()
    expect(phone.get_by_role("heading", name="When every way back is lost")).to_be_visible()
    phone.get_by_label("Your password", exact=True).fill(PASSWORD)
    phone.get_by_label("To be sure, type").fill(typed)
    tap(phone, "Start over with new keys")


def shown_code(phone: Page) -> str:
    """The code on the screen."""
    expect(phone.get_by_role("heading", name="Your recovery code")).to_be_visible()
    return "-".join(re.findall(r"\b[0-9A-HJKMNP-TV-Z]{4}\b", phone.get_by_role("main").inner_text()))


def test_all_lost_is_a_typed_act_and_a_new_beginning(phone: Phone) -> None:
    first, second, third, (lost, after) = phone(), phone(), phone(), notes()
    email, _code = sign_up(first)
    open_app(first)
    rough_call(first, lost)
    expect(first.get_by_text(SAFE)).to_be_visible()
    first.context.close()
    bring_axe(second)
    sign_in(second, email)
    start_over(second, "whatever")
    expect(second.get_by_role("alert")).to_have_text("To be sure, type: start over")
    open_app(second, "/unlock")
    start_over(second)
    code = shown_code(second)
    tap(second, "Check later")
    expect(second.get_by_text(SHUT)).to_be_visible()
    assert faults_by_day_and_night(second) == []
    tap(second, "I understand")
    expect(second.get_by_text(SHUT)).to_have_count(0)
    rough_call(second, after)
    expect(second.get_by_text(SAFE)).to_be_visible()
    assert len(entries_on_server(second)) == 2
    sign_in(third, email)
    unlock(third, code)
    expect(third.get_by_text(after)).to_be_visible()
    expect(third.get_by_text("Something is wrong")).to_have_count(0)
    open_app(third)
    expect(third.get_by_text(SHUT)).to_have_count(0)
