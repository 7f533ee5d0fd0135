"""Today's question: answered with taps alone, offline, and the same as the server's."""

from collections.abc import Callable
from datetime import date, timedelta

from playwright.sync_api import Page, expect

from journal.library.picking import prompts_of_the_day
from journal.library.queries import prompts
from tests.browser.network import go_offline
from tests.browser.taps import open_app, tap

Phone = Callable[..., Page]

ALL = prompts("en")["prompts"]
EVENING = "T20:30:00+01:00"


def evening_of(prompt: str) -> str:
    """An evening on which everybody is asked this."""
    days = (date(2026, 11, 1) + timedelta(days=ahead) for ahead in range(100))
    order = {day: prompts_of_the_day(ALL, phase="after-shift", day=day)[0]["id"] for day in days}
    return next(day.isoformat() for day, first in order.items() if first == prompt) + EVENING


def at(phone: Phone, instant: str) -> Page:
    page = phone()
    page.clock.set_fixed_time(instant)
    open_app(page)
    return page


def test_a_question_is_answered_with_two_taps_and_no_network(phone: Phone) -> None:
    page = at(phone, evening_of("a-small-step"))
    go_offline(page)
    open_app(page)
    question = page.get_by_role("region", name="A question for today")
    question.get_by_role("radio", name="Nothing at all").tap()
    tap(page, "Keep it")
    expect(page.get_by_text("It is in your journal.")).to_be_visible()
    open_app(page, "/journal")
    expect(page.get_by_role("link", name="Nothing at all")).to_be_visible()
    open_app(page)
    expect(page.get_by_role("heading", name="Lately")).to_be_visible()
    expect(question).to_have_count(0)


def test_another_one_is_the_next_and_after_two_a_tool(phone: Phone) -> None:
    first, second = prompts_of_the_day(ALL, phase="after-shift", day=date(2026, 11, 21))[:2]
    page = at(phone, f"2026-11-21{EVENING}")
    expect(page.get_by_text(first["text"])).to_be_visible()
    tap(page, "Another one")
    expect(page.get_by_text(second["text"])).to_be_visible()
    open_app(page)
    expect(page.get_by_text(second["text"])).to_be_visible()
    tap(page, "Another one")
    expect(page.get_by_role("link", name="To my tools")).to_be_visible()


def test_words_begun_are_still_there_after_the_page_went(phone: Phone) -> None:
    page = at(phone, evening_of("a-enough"))
    question = page.get_by_role("region", name="A question for today")
    question.get_by_label("Your answer").fill("I stayed kind to the last one")
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    expect(question.get_by_label("Your answer")).to_have_value("I stayed kind to the last one")
    open_app(page)
    expect(question.get_by_label("Your answer")).to_have_value("I stayed kind to the last one")
    tap(page, "Keep it")
    page.get_by_role("link", name="Look at it").tap()
    expect(page.get_by_text("I stayed kind to the last one")).to_be_visible()


def test_what_one_is_proud_of_may_stand_in_the_proof_file_too(phone: Phone) -> None:
    page = at(phone, evening_of("a-quiet-pride"))
    page.get_by_label("Your answer").fill("I stayed kind")
    tap(page, "Keep it")
    tap(page, "Into my proof file too")
    expect(page.get_by_text("It is in your journal, and in your proof file.")).to_be_visible()
    open_app(page, "/notes")
    page.get_by_role("button", name="Proof file").tap()
    expect(page.get_by_role("button", name="I stayed kind")).to_be_visible()
