"""Somebody without a second way to their words is told so: after the first entry, on day 7 and on day 90."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from playwright.sync_api import Page, expect

from tests.browser.taps import open_app, rough_call, sign_up, tap

Phone = Callable[..., Page]
BEGAN = datetime(2026, 11, 2, 19, 30, tzinfo=UTC)
ONLY_HERE = "Only on this phone"


def asks_on(page: Page, day: int, times: int) -> None:
    """Expects the app to ask so many times when it is opened on that day after the first entry."""
    page.clock.set_fixed_time(BEGAN + timedelta(days=day))
    page.reload()
    expect(page.get_by_role("heading", name="Lately")).to_be_visible()
    page.wait_for_load_state("networkidle")  # the question comes after everything else
    expect(page.get_by_role("heading", name=ONLY_HERE)).to_have_count(times)


def test_asked_after_the_first_entry_on_day_7_and_on_day_90(phone: Phone) -> None:
    page = phone()
    page.clock.set_fixed_time(BEGAN)
    open_app(page)
    expect(page.get_by_role("heading", name=ONLY_HERE)).to_have_count(0)
    rough_call(page, "Kept the line calm until the end")
    for day in (0, 7, 90):
        asks_on(page, day, 1)
        tap(page, "Later")
        expect(page.get_by_role("heading", name=ONLY_HERE)).to_have_count(0)
        asks_on(page, day + 6, 0)
    asks_on(page, 400, 0)


def test_with_an_account_it_is_the_code_that_is_missing(phone: Phone) -> None:
    page = phone()
    open_app(page)
    rough_call(page, "Kept the line calm until the end")
    sign_up(page)
    expect(page.get_by_role("heading", name="Only this phone can open your journal")).to_be_visible()
    page.get_by_role("link", name="Get my code").tap()
    tap(page, "Make a new code")
    expect(page.get_by_role("heading", name="Your recovery code")).to_be_visible()
