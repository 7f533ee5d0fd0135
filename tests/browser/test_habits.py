"""Habits, by taps alone: made, ticked from Today, taken back, seen in their calendar, put away; offline, and on two phones."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.network import go_offline, go_online
from tests.browser.taps import SAFE, open_app, rough_call, sign_in, sign_up, tap, unlock

Phone = Callable[..., Page]
WATER, BREATH = "A glass of water", "One calm breath"


def make_habit(page: Page, name: str, *, often: str = "On my work days", counted: bool = False) -> None:
    """A new habit, from the tab of goals."""
    open_app(page, "/goals")
    page.get_by_role("link", name="Make a habit").tap()
    page.get_by_label("What is it?").fill(name)
    page.get_by_role("radio", name=often).tap()
    if counted:
        page.get_by_text("Amount, tool, days in a row").tap()
        page.get_by_role("radio", name="Yes, I count it").tap()
        page.get_by_label("Of what?").fill("glasses")
        page.get_by_label("How many a day?").fill("8")
    tap(page, "Keep this habit")
    expect(page.get_by_role("heading", name=name)).to_be_visible()


def chip(page: Page, name: str, *, ticked: bool) -> None:
    """The habit stands on Today, ticked or not."""
    found = page.get_by_role("main").get_by_role("button", name=re.compile(f"^{name}"), pressed=ticked)
    expect(found).to_be_visible()


def test_a_habit_is_ticked_with_one_tap_and_taken_back_with_another(phone: Phone) -> None:
    page = phone()
    make_habit(page, BREATH)
    open_app(page)
    tap(page, BREATH)
    expect(page.get_by_text(f"{BREATH}: done.")).to_be_visible()
    chip(page, BREATH, ticked=True)
    page.reload()
    chip(page, BREATH, ticked=True)
    tap(page, BREATH)
    expect(page.get_by_text(f"{BREATH}: taken back.")).to_be_visible()
    chip(page, BREATH, ticked=False)
    tap(page, BREATH)
    tap(page, "Undo")
    chip(page, BREATH, ticked=False)


def test_what_is_counted_asks_once_more(phone: Phone) -> None:
    page = phone()
    make_habit(page, WATER, counted=True)
    open_app(page)
    tap(page, WATER)
    chip(page, WATER, ticked=False)
    tap(page, "8 glasses")
    expect(page.get_by_role("button", name=f"{WATER} · 8 glasses", pressed=True)).to_be_visible()


def test_its_calendar_takes_today_and_the_two_days_before(phone: Phone) -> None:
    page = phone()
    make_habit(page, BREATH, often="3 days a week")
    days = page.get_by_role("grid").get_by_role("button")
    open_days = page.locator(".day-cell:not([aria-disabled=true])")
    today = page.locator('.day-cell[aria-current="date"]')
    expect(today).to_have_attribute("aria-pressed", "false")
    today.tap()
    expect(today).to_have_attribute("aria-pressed", "true")
    expect(today).to_have_accessible_name(re.compile(": done$"))
    assert open_days.count() in {1, 2, 3}
    assert days.count() > 27
    page.get_by_role("button", name="The month before").tap()
    expect(today).to_have_count(0)
    expect(page.locator('.day-cell[aria-pressed="true"]')).to_have_count(0)


def test_the_number_comes_on_a_tap_and_days_in_a_row_only_where_wanted(phone: Phone) -> None:
    page = phone()
    make_habit(page, BREATH)
    page.locator('.day-cell[aria-current="date"]').tap()
    page.get_by_role("button", name=re.compile("Starting")).tap()
    expect(page.get_by_text("5% strong")).to_be_visible()
    expect(page.get_by_text("In a row")).to_have_count(0)
    tap(page, "Change this habit")
    page.get_by_text("Amount, tool, days in a row").tap()
    page.get_by_role("switch", name="Show how many days in a row").tap()
    tap(page, "Keep this habit")
    expect(page.get_by_text("In a row: 1 day done")).to_be_visible()


def test_put_away_it_asks_for_nothing_and_can_be_taken_up_again(phone: Phone) -> None:
    page = phone()
    make_habit(page, BREATH)
    tap(page, "Put it away")
    expect(page.get_by_text("It is put away.")).to_be_visible()
    open_app(page)
    expect(page.get_by_role("heading", name="Habits for today")).to_have_count(0)
    open_app(page, "/goals")
    page.get_by_text("Put away", exact=True).tap()
    page.get_by_role("link", name=re.compile(BREATH)).tap()
    tap(page, "Take it up again")
    expect(page.get_by_role("grid")).to_be_visible()


def test_offline_it_is_ticked_all_the_same_and_the_second_phone_sees_it(phone: Phone) -> None:
    first, second = phone(), phone()
    make_habit(first, BREATH)
    email, code = sign_up(first)
    open_app(first)
    rough_call(first, "Before the network went")
    expect(first.get_by_text(SAFE)).to_be_visible()
    go_offline(first)
    tap(first, BREATH)
    chip(first, BREATH, ticked=True)
    go_online(first)
    expect(first.get_by_text(SAFE)).to_be_visible()
    sign_in(second, email)
    unlock(second, code)
    expect(second.get_by_role("heading", name="Journal")).to_be_visible()
    open_app(second)
    chip(second, BREATH, ticked=True)


def test_after_something_hard_no_streak_is_shown_that_day(phone: Phone) -> None:
    page = phone()
    open_app(page)
    tap(page, "Just check in")
    page.get_by_role("radio", name="Steady").tap()
    tap(page, "Done")
    expect(page.get_by_text("1 day written")).to_be_visible()
    rough_call(page, "Louder than the others")
    expect(page.get_by_text("Louder than the others")).to_be_visible()
    expect(page.get_by_text("day written")).to_have_count(0)
    expect(page.get_by_text("Writing here")).to_have_count(0)
