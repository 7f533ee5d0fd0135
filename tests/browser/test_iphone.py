"""On an iPhone the tab and the home screen share no storage: the order in which things are asked for follows that."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.browser.taps import notes, open_app, rough_call, sign_up, tap

Phone = Callable[..., Page]
FIRST = "First the Home Screen, then write"
WRITTEN = "Keep it safe here first"
CODE_FIRST = "Only this phone can open your journal"
NEXT = "Now the Home Screen"


@pytest.fixture
def iphone(playwright: Playwright) -> str:
    """What an iPhone says it is."""
    agent: str = playwright.devices["iPhone 15"]["user_agent"]
    return agent


def test_home_screen_first_then_write(phone: Phone, iphone: str) -> None:
    page = phone(user_agent=iphone)
    open_app(page)
    expect(page.get_by_role("heading", name=FIRST)).to_be_visible()
    rough_call(page, notes()[0])
    expect(page.get_by_role("heading", name=FIRST)).to_have_count(0)
    expect(page.get_by_role("heading", name=WRITTEN)).to_be_visible()
    sign_up(page)
    open_app(page)
    expect(page.get_by_role("heading", name=CODE_FIRST)).to_be_visible()
    expect(page.get_by_role("heading", name=NEXT)).to_have_count(0)
    tap(page, "Later")
    expect(page.get_by_role("heading", name=NEXT)).to_be_visible()
    expect(page.get_by_role("heading", name=CODE_FIRST)).to_have_count(0)


def test_on_the_home_screen_and_on_other_phones_nothing_is_asked(phone: Phone, iphone: str) -> None:
    for page in (phone(user_agent=iphone), phone()):
        page.add_init_script("Object.defineProperty(Navigator.prototype, 'standalone', { value: true })")
        open_app(page)
        expect(page.get_by_text("Write first. An account can come later, or never.")).to_be_visible()
        expect(page.get_by_text("Home Screen")).to_have_count(0)
