"""Patterns: what a person may see of themselves, each plot with its sentence and its table, honest below three."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from playwright.sync_api import Locator, Page, expect

from client import Client
from client.content import practice
from client.content.days import journal_day
from tests.browser.axe import bring_axe, faults_by_day_and_night, faults_in
from tests.browser.taps import PASSWORD, open_app, rough_call, sign_up
from tests.server import Server

Phone = Callable[..., Page]
ZONE = "Europe/Berlin"
HOUR = time(14, 20)
LINE = "Louder than the radio"
HELPED = {"technique": "long-exhale", "effect": 1}
CAME = "What sets me off"


def days_ago(days: int) -> date:
    """A journal day before this one."""
    return journal_day(datetime.now(UTC), ZONE) - timedelta(days=days)


def call(shell: Client, days: int, trigger: str, *, intensity: int = 4, **more: object) -> None:
    """A rough call in an afternoon some days ago."""
    day = days_ago(days)
    at = datetime.combine(day, HOUR, tzinfo=ZoneInfo(ZONE)).astimezone(UTC)
    words = {"trigger": [trigger], "intensity": intensity, **more}
    shell.write("encounter", day=day, at=at, zone=ZONE, **words)


def write_two_weeks(shell: Client) -> None:
    """Four calls of two triggers on one day of the week, and two more long before; a habit of ten days."""
    for days in (7, 14):
        call(shell, days, "shouting", after=2, aspect="tone", feelings=["tense"], ready="yes", **HELPED)
    call(shell, 7, "back-to-back", after=3, feelings=["drained"], ready="yes", **HELPED)
    call(shell, 14, "back-to-back", intensity=3, after=3, feelings=["tense"], ready="person")
    for days in (40, 41, 42):
        call(shell, days, "back-to-back")
    for _ in range(3):
        shell.write("bright-spot", day=days_ago(7), zone=ZONE, bright="kind-customer")
    habit = practice.add_habit(shell, "Look far away")
    for days in range(10):
        practice.tick(shell, habit, day=days_ago(days), zone=ZONE)
    shell.sync()


def table_of(card: Locator) -> list[list[str]]:
    """The rows of a card's table, opened by a tap."""
    summary = card.locator(".as-table > summary").first
    summary.tap()
    expect(card.locator("table").first).to_be_visible()
    rows = card.locator("table").first.locator("tr")
    return [row.locator("th, td").all_inner_texts() for row in rows.all()]


def card(page: Page, title: str) -> Locator:
    """The card of that heading."""
    return page.get_by_role("region", name=title, exact=True)


def check_that_each_plot_has_its_words(page: Page) -> None:
    """A sentence above, a table beneath with a caption and named rows; a picture is called by its sentence."""
    figures = page.locator(".pattern-figure").all()
    assert len(figures) >= 9
    for figure in figures:
        said = figure.locator("figcaption").text_content()
        assert said
        for picture in figure.get_by_role("img").all():
            assert picture.get_attribute("aria-label") == said
        table = figure.locator("table")
        assert table.locator("caption").count() == 1
        assert table.locator("tbody tr").count() == table.locator("tbody th[scope=row]").count() > 0
        assert table.locator("thead th[scope=col]").count() >= 2


def check_that_it_is_honest_below_three(page: Page, shell: Client) -> None:
    """Nothing, then one call: said in calm words, and nothing counted."""
    open_app(page, "/patterns")
    expect(page.get_by_text("Nothing to see yet.")).to_be_visible()
    assert faults_in(page) == []
    call(shell, 60, "left-alone")
    call(shell, 1, "left-alone")
    shell.sync()
    open_app(page, "/journal")
    page.get_by_role("link", name="See patterns").tap()
    expect(card(page, "Not enough yet").get_by_text("one so far")).to_be_visible()
    expect(card(page, CAME)).to_have_count(0)
    assert faults_by_day_and_night(page) == []


def check_that_no_number_is_left(page: Page) -> None:
    """Asked for under Me: words stand where numbers stood."""
    open_app(page, "/me")
    page.get_by_role("switch", name=re.compile("number", re.IGNORECASE)).tap()
    page.get_by_role("link", name="Patterns").tap()
    came = card(page, CAME)
    expect(came.locator("figcaption")).to_have_text("Most often: Shouting.")
    assert [row[1:] for row in table_of(came)[1:]] == [
        ["often", "The tone"],
        ["often", "–"],
        ["now and then", "–"],
    ]
    for title in (CAME, "How it felt", "What helps me", "What does me good", "How strong my habits are"):
        said = (
            card(page, title).locator("figcaption, .bars, .helps, td:not(:first-child)").all_text_contents()
        )
        assert not re.search(r"\d", " ".join(said)), title


def test_each_plot_says_what_its_table_says_and_below_three_nothing(
    phone: Phone, server: Server, tmp_path: Path
) -> None:
    page = phone()
    bring_axe(page)
    email, code = sign_up(page)
    shell = Client(server.url, home=tmp_path / "shell")
    shell.sign_in(email, PASSWORD, recovery_code=code)
    check_that_it_is_honest_below_three(page, shell)
    write_two_weeks(shell)
    open_app(page)
    rough_call(page, LINE, aspect="The tone")
    open_app(page, "/patterns")
    came = card(page, CAME)
    expect(came.locator("figcaption")).to_have_text("Most often: Shouting. 3 of 6 calls.")
    came.get_by_text("Shouting", exact=True).first.tap()
    expect(came.get_by_text("Mostly the tone")).to_be_visible()
    assert table_of(came)[1:3] == [["Shouting", "3", "The tone (3 of 3)"], ["No gap between calls", "2", "–"]]
    helps = card(page, "What helps me")
    expect(helps.locator("figcaption")).to_have_text(re.compile(r"helped most: 3 of 3 times\."))
    assert table_of(helps)[1][1:] == ["3 of 3", "1.7 (3 times)", "1 to 2"]
    sizes = card(page, "Before and afterwards")
    expect(sizes.locator("figcaption")).to_have_text(
        re.compile(r"^3\.8 of 5 before, 2\.5 afterwards.* 4 calls")
    )
    assert [row[1:] for row in table_of(sizes)[1:]] == [["3.5", "2.5", "2"], ["4", "2.5", "2"]]
    check_that_each_plot_has_its_words(page)
    assert faults_by_day_and_night(page) == []
    page.get_by_role("radio", name="3 months").tap()
    expect(came.locator("figcaption")).to_have_text("Most often: No gap between calls. 5 of 10 calls.")
    check_that_no_number_is_left(page)
