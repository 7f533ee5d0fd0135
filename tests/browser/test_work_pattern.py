"""Work days by taps or from a file, days off, shifts, and which day an entry belongs to."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import bring_axe, faults_by_day_and_night
from tests.browser.network import go_offline, go_online
from tests.browser.taps import SAFE, open_app, rough_call, sign_in, sign_up, tap, unlock

Phone = Callable[..., Page]
# Four on, four off, and the first day of the next round up to where it shows.
FOUR_ON = [7, 8, 9, 10, 15, 16, 17, 18]
NIGHTS = """BEGIN:VCALENDAR
BEGIN:VEVENT
DTSTART;TZID=Europe/Berlin:{day}T220000
DTEND;TZID=Europe/Berlin:{next}T060000
RRULE:FREQ=DAILY;INTERVAL=2;COUNT=30
END:VEVENT
END:VCALENDAR
"""


def cells(page: Page) -> Locator:
    """The days of the month that is shown."""
    return page.get_by_role("grid").get_by_role("button")


def tap_four_on_four_off(page: Page) -> None:
    """Taps the days of work until the rhythm is found, and keeps it."""
    open_app(page, "/me/work-days")
    page.get_by_role("button", name="The month after").tap()
    for place in FOUR_ON:
        cells(page).nth(place).tap()
    expect(page.get_by_text("4 on, 4 off")).to_be_visible()
    tap(page, "Keep this")
    expect(page.get_by_role("button", name="Tap a new pattern")).to_be_visible()


def test_tapped_days_become_a_rhythm_in_words(phone: Phone) -> None:
    page = phone()
    open_app(page, "/me/work-days")
    for place in (7, 8, 9):
        cells(page).nth(place).tap()
    expect(page.get_by_text("Found:")).to_be_visible()
    tap(page, "Start over")
    expect(page.get_by_text("Found:")).to_have_count(0)
    tap_four_on_four_off(page)
    expect(page.get_by_role("main")).not_to_contain_text("1111")
    page.reload()
    expect(page.get_by_text("4 on, 4 off")).to_be_visible()


def test_a_day_is_taken_off_with_a_tap_and_given_back_with_another(phone: Phone) -> None:
    page = phone()
    open_app(page, "/me/work-days")
    tap(page, "Every day")
    page.get_by_role("button", name="The month after").tap()
    first = cells(page).first
    expect(first).to_have_accessible_name(re.compile(": work$"))
    first.tap()
    expect(first).to_have_accessible_name(re.compile(": a day off$"))
    first.tap()
    expect(first).to_have_accessible_name(re.compile(": work$"))


def test_days_off_are_a_first_and_a_last_day_and_closed_ones_stay(phone: Phone) -> None:
    page = phone()
    open_app(page, "/me/days-off")
    page.get_by_role("button", name="The month before").tap()
    cells(page).first.tap()
    expect(page.get_by_text("These days are closed.")).to_be_visible()
    page.get_by_role("button", name="The month after").tap()
    today = page.locator('.day-cell[aria-current="date"]')
    page.get_by_role("button", name="The month after").tap()
    cells(page).nth(2).tap()
    expect(page.get_by_text("It holds from")).to_be_visible()
    tap(page, "Keep as days off")
    expect(page.get_by_role("button", name="Back at work today")).to_be_visible()
    page.get_by_role("button", name="The month before").tap()
    expect(today).to_have_accessible_name(re.compile(": off$"))
    open_app(page)
    expect(page.get_by_text("A rest day. Nothing is asked of you.")).to_be_visible()


def test_a_calendar_file_is_read_on_the_phone_and_a_broken_one_changes_nothing(
    phone: Phone, tmp_path: Path
) -> None:
    page, asked = phone(), []
    open_app(page, "/me/work-days")
    page.on("request", lambda request: asked.append(request.post_data or ""))
    broken, rota = tmp_path / "broken.ics", tmp_path / "rota.ics"
    broken.write_text("No calendar at all")
    page.get_by_label("Read a calendar file (.ics)").set_input_files(broken)
    expect(page.get_by_role("alert")).to_contain_text("could not be read as a calendar. Nothing was changed.")
    day = date.today() + timedelta(days=1)  # noqa: DTZ011 - any day ahead will do
    days = {"day": f"{day:%Y%m%d}", "next": f"{day + timedelta(days=1):%Y%m%d}"}
    rota.write_text(NIGHTS.format(**days))
    page.get_by_label("Read a calendar file (.ics)").set_input_files(rota)
    expect(page.get_by_text("1 on, 1 off")).to_be_visible()
    tap(page, "Keep this")
    expect(page.get_by_label("Starts")).to_have_value("22:00")
    tap(page, "Begin my day at 10:00")
    expect(page.get_by_text("Your day begins at 10:00.")).to_be_visible()
    assert not [body for body in asked if "VCALENDAR" in body]


def test_after_a_night_an_entry_is_for_the_shift_and_one_tap_makes_it_today(phone: Phone) -> None:
    page = phone()
    page.clock.install(time="2026-11-20T06:30:00+01:00")
    open_app(page, "/me/work-days")
    page.get_by_label("Starts").select_option("22:00")
    page.get_by_label("Ends").select_option("06:00")
    expect(page.get_by_role("button", name="Begin my day at 10:00")).to_be_visible()
    open_app(page)
    rough_call(page, "Loud until the end")
    open_app(page, "/journal")
    page.get_by_role("link", name=re.compile("Loud until the end")).tap()
    expect(page.get_by_role("radio", name=re.compile("^Thursday's shift"))).to_be_checked()
    page.get_by_role("radio", name=re.compile("^Today")).tap()
    expect(page.get_by_text("Kept for: Today.")).to_be_visible()
    page.reload()
    expect(page.get_by_role("radio", name=re.compile("^Today"))).to_be_checked()


def test_an_entry_of_today_can_fill_the_day_before(phone: Phone) -> None:
    page = phone()
    open_app(page)
    rough_call(page, "It was yesterday")
    open_app(page, "/journal")
    page.get_by_role("link", name=re.compile("It was yesterday")).tap()
    page.get_by_role("radio", name=re.compile("^Yesterday")).tap()
    expect(page.get_by_text("Kept for: Yesterday.")).to_be_visible()
    open_app(page, "/journal")
    expect(page.get_by_role("heading", name="Yesterday")).to_be_visible()


def test_set_offline_it_reaches_the_second_phone(phone: Phone) -> None:
    first, second = phone(), phone()
    email, code = sign_up(first)
    open_app(first)
    rough_call(first, "Before the network went")
    expect(first.get_by_text(SAFE)).to_be_visible()
    go_offline(first)
    tap_four_on_four_off(first)
    go_online(first)
    open_app(first)
    expect(first.get_by_text(SAFE)).to_be_visible()
    sign_in(second, email)
    unlock(second, code)
    expect(second.get_by_role("heading", name="Journal")).to_be_visible()
    open_app(second, "/me/work-days")
    expect(second.get_by_text("4 on, 4 off")).to_be_visible()


def test_hidden_numbers_are_hidden_everywhere_and_the_rings_stay(phone: Phone) -> None:
    page = phone()
    open_app(page)
    tap(page, "Just check in")
    page.get_by_role("radio", name="Steady").tap()
    tap(page, "Done")
    expect(page.get_by_text("1 day written")).to_be_visible()
    open_app(page, "/me")
    page.get_by_role("switch", name="Hide numbers").tap()
    expect(page.get_by_text("Numbers are hidden.")).to_be_visible()
    open_app(page)
    expect(page.get_by_text("Writing here: Starting")).to_be_visible()
    expect(page.get_by_text("1 day written")).to_have_count(0)


def test_axe_finds_nothing_on_the_screens_of_days(phone: Phone) -> None:
    page = phone()
    bring_axe(page)
    open_app(page, "/me/work-days")
    cells(page).nth(7).tap()
    assert faults_by_day_and_night(page) == []
    tap(page, "Keep this")
    expect(page.get_by_role("button", name="Tap a new pattern")).to_be_visible()
    page.get_by_label("Starts").select_option("22:00")
    page.get_by_label("Ends").select_option("06:00")
    assert faults_by_day_and_night(page) == []
    open_app(page, "/me/days-off")
    cells(page).nth(27).tap()
    assert faults_by_day_and_night(page) == []
    open_app(page, "/me")
    assert faults_by_day_and_night(page) == []
