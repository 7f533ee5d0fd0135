"""Ending a device, and changing the keys when it may be in other hands."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.taps import PASSWORD, SAFE, notes, open_app, rough_call, sign_in, sign_up, tap, unlock

Phone = Callable[..., Page]


def two_phones(phone: Phone) -> tuple[Page, Page, str, str]:
    """Two unlocked phones of one person, the account's e-mail, and the code."""
    first, second = phone(), phone()
    email, code = sign_up(first)
    sign_in(second, email)
    unlock(second, code)
    expect(second.get_by_role("heading", name="Journal")).to_be_visible()
    return first, second, email, code


def change_keys(page: Page) -> str:
    """Changes the keys on this phone; returns the new code."""
    open_app(page, "/me/devices")
    page.get_by_role("link", name="Change the keys").tap()
    page.get_by_label("Your password", exact=True).fill(PASSWORD)
    tap(page, "Change the keys now")
    expect(page.get_by_role("heading", name="Your recovery code")).to_be_visible()
    code = "-".join(re.findall(r"\b[0-9A-HJKMNP-TV-Z]{4}\b", page.get_by_role("main").inner_text()))
    tap(page, "Check later")
    return code


def test_a_device_is_ended_from_another_one(phone: Phone) -> None:
    first, second, _email, _code = two_phones(phone)
    open_app(first, "/me/devices")
    expect(first.get_by_text("This one")).to_have_count(1)
    expect(first.get_by_text("Chrome on Linux")).to_have_count(2)
    tap(first, "End it")
    expect(first.get_by_text("Ended.")).to_be_visible()
    expect(first.get_by_role("button", name="End it")).to_have_count(0)
    open_app(second)
    expect(second.get_by_text("Sign in again to send it. Nothing is gone.")).to_be_visible()


def test_after_changing_the_keys_the_other_phone_asks_for_the_new_code_and_loses_nothing(
    phone: Phone,
) -> None:
    first, second, email, code = two_phones(phone)
    line, other = notes()
    open_app(second)
    second.context.set_offline(True)
    rough_call(second, line)
    new = change_keys(first)
    rough_call(first, other)
    expect(first.get_by_text(SAFE)).to_be_visible()
    second.context.set_offline(False)
    expect(second.get_by_text("This phone is not unlocked yet")).to_be_visible()
    second.get_by_role("link", name="Unlock with the code").tap()
    unlock(second, code)
    expect(second.get_by_role("alert")).to_contain_text("not the one of this journal")
    second.context.clear_cookies()  # ended from the first phone as well
    unlock(second, new)
    second.get_by_role("alert").get_by_role("link", name="Sign in").tap()
    sign_in(second, email)
    unlock(second, new)
    expect(second.get_by_text(other)).to_be_visible()
    expect(second.get_by_text(line)).to_be_visible()
    open_app(second)
    expect(second.get_by_text(SAFE)).to_be_visible()
    open_app(first)
    expect(first.get_by_text(line)).to_be_visible()


def test_a_wrong_password_changes_nothing(phone: Phone) -> None:
    page = phone()
    sign_up(page)
    open_app(page, "/me/change-keys")
    page.get_by_label("Your password", exact=True).fill("not-this-one-9")
    tap(page, "Change the keys now")
    expect(page.get_by_role("alert")).to_contain_text("do not fit together")
