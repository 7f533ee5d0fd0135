"""R14: where a person writes, what may be a customer's is offered to be hidden; nothing is ever blocked."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import browser_type_launch_args, phone  # noqa: F401 - the phone of these screens
from tests.browser.network import go_offline
from tests.browser.taps import open_app, tap

Phone = Callable[..., Page]
pytestmark = pytest.mark.browser

CARD = "4111 1111 1111 1111"
LINE = f"They read me {CARD} twice"
HIDDEN = "They read me ••• twice"


def to_line(page: Page) -> None:
    """Goes through a rough call to its one line."""
    open_app(page)
    tap(page, "A rough call")
    tap(page, "Skip. That is fine.")
    page.get_by_text("How they spoke to me", exact=True).tap()
    page.get_by_role("radio", name="Shouting", exact=True).first.tap()
    page.get_by_role("radio", name=re.compile("It got to me")).tap()
    tap(page, "Not sure")


def test_one_tap_hides_it_one_puts_it_back_and_it_runs_offline(phone: Phone) -> None:  # noqa: F811 - the fixture
    page = phone()
    open_app(page)
    go_offline(page)
    to_line(page)
    field = page.get_by_label("What happened?")
    field.fill(LINE)
    tap(page, "Hide it")
    expect(field).to_have_value(HIDDEN)
    tap(page, "Put it back")
    expect(field).to_have_value(LINE)
    expect(page.get_by_role("button", name="Hide it")).to_have_count(0)


def test_it_never_stands_in_the_way(phone: Phone) -> None:  # noqa: F811 - the fixture
    page = phone()
    to_line(page)
    page.get_by_label("What happened?").fill(LINE)
    expect(page.get_by_role("button", name="Hide it")).to_be_visible()
    tap(page, "Next")
    expect(page.get_by_label("What happened?")).to_have_count(0)
    page.go_back()
    expect(page.get_by_label("What happened?")).to_have_value(LINE)


def test_what_is_left_on_purpose_is_not_asked_for_again(phone: Phone) -> None:  # noqa: F811 - the fixture
    page = phone()
    to_line(page)
    field = page.get_by_label("What happened?")
    field.fill("On 2026-11-21 at 14:30, the 3rd one, 12 minutes")
    expect(page.get_by_role("button", name="Hide it")).to_have_count(0)
    field.fill(LINE)
    tap(page, "Leave it")
    field.press_sequentially(" more")
    expect(page.get_by_role("button", name="Hide it")).to_have_count(0)
    field.press_sequentially(" jo@example.org")
    expect(page.get_by_role("button", name="Hide it")).to_be_visible()
