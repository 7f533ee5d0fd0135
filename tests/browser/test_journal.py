"""The journal of somebody who has kept one for a while: found again by words, by what it was, by its day."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import bring_axe, faults_by_day_and_night
from tests.browser.full_journal import a_year_ago, open_it, today_there, years_of
from tests.browser.network import until
from tests.browser.taps import tap
from tests.server import Server

Phone = Callable[..., Page]
DAYS, A_DAY = 60, 5
GOOD, EASED, HARD = "The patience of a lighthouse", "It was loud, and then it passed", "A threat it was"
# What can be seen of the list while it is scrolled to its end: the most entries that are there at once.
MOST_DRAWN = """async () => {
  const main = document.querySelector("main");
  let most = 0;
  for (let before = -1; before !== main.scrollTop; ) {
    before = main.scrollTop;
    main.scrollBy(0, 600);
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    most = Math.max(most, document.querySelectorAll("a.entry").length);
  }
  return most;
}"""


@pytest.fixture
def journal(phone: Phone, server: Server, tmp_path: Path) -> Page:
    """Sixty days of entries, and some of a year ago, on a phone."""
    kept = years_of(
        server.url, tmp_path / "shell", days=DAYS, a_day=A_DAY, more=a_year_ago(GOOD, EASED, HARD)
    )
    page = phone()
    bring_axe(page)
    open_it(page, kept)
    return page


def entries(page: Page) -> Locator:
    """What of the list is drawn."""
    return page.locator("main .days a.entry")


def test_on_this_day_shows_what_was_good_and_a_call_only_where_it_eased_and_only_by_a_tap(
    journal: Page,
) -> None:
    then = journal.get_by_role("region", name="On this day")
    expect(then.get_by_text(GOOD)).to_be_visible()
    expect(then.get_by_text(EASED)).to_have_count(0)
    assert faults_by_day_and_night(journal) == []
    then.get_by_role("button", name="a call that eased").tap()
    expect(then.get_by_text(EASED)).to_be_visible()
    expect(then.get_by_text(HARD)).to_have_count(0)
    tap(journal, "Not today")
    expect(then).to_have_count(0)


def test_entries_are_found_by_words_by_what_they_were_and_by_their_day(journal: Page) -> None:
    field, said = journal.get_by_role("searchbox"), journal.get_by_role("main").get_by_role("status")
    field.fill("CAFE")
    expect(said).to_have_text(re.compile(r"^\d+ entries found$"))
    expect(entries(journal).first.locator("mark")).to_have_text("café")
    assert faults_by_day_and_night(journal) == []
    assert "cafe" not in (journal.url + journal.evaluate("JSON.stringify(history.state)")).lower()
    field.fill("longer")  # what a tool is called stands nowhere in its entry
    expect(said).to_have_text("1 entry found")
    expect(entries(journal)).to_contain_text(["Longer out than in"])
    field.fill("nowhere to be found")
    expect(said).to_have_text("Nothing like that here.")
    assert faults_by_day_and_night(journal) == []
    tap(journal, "Show everything")
    expect(field).to_have_value("")
    tap(journal, "Filters")
    sheet = journal.get_by_role("dialog")
    sheet.get_by_role("checkbox", name="Something good").tap()
    assert faults_by_day_and_night(journal) == []
    sheet.get_by_role("button", name=re.compile(r"^Show \d+ entries$")).tap()
    expect(sheet).to_have_count(0)
    expect(entries(journal).first).to_have_attribute("data-sort", "bright-spot")
    expect(journal.locator("main .days a.entry:not([data-sort=bright-spot])")).to_have_count(0)
    find_a_day(journal, today_there().date() - timedelta(days=1))
    expect(entries(journal)).to_have_count(A_DAY)


def find_a_day(page: Page, day: date) -> None:
    """By the keys alone: the calendar stands on today, and the arrows lead from there."""
    tap(page, "Your days")
    grid = page.get_by_role("dialog").get_by_role("grid")
    grid.locator("button[tabindex='0']").focus()
    assert faults_by_day_and_night(page) == []
    page.keyboard.press("ArrowLeft")
    expect(page.locator("button:focus")).to_have_attribute(
        "aria-label", re.compile(rf"\b{day.day} {day:%B}: {A_DAY} entries$")
    )
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_a_long_list_draws_what_is_near_and_the_way_back_finds_its_place(journal: Page) -> None:
    assert journal.evaluate(MOST_DRAWN) < DAYS * A_DAY / 4
    last = entries(journal).last
    expect(last).to_contain_text("Only you")
    where = journal.evaluate("document.querySelector('main').scrollTop")
    last.tap()
    expect(journal.get_by_role("button", name="Delete")).to_be_visible()
    journal.go_back()
    expect(entries(journal).last).to_be_in_viewport()
    until(journal, lambda: abs(journal.evaluate("document.querySelector('main').scrollTop") - where) < 200)
