"""The phrase gym: the own line comes first, nothing is locked, and what may hurt waits behind its note."""

import re
import time
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from journal.library.queries import drills
from tests.browser.flows import Thumb, rough_call_steps
from tests.browser.network import go_offline
from tests.browser.taps import open_app, tap

Phone = Callable[..., Page]

GYM_S = 45
ALL = {drill["id"]: drill for drill in drills("en")["drills"]}
REFUND = ALL["refund-too-late"]
NO_FIX = "No way to fix it"
LINE = "What I can do is a credit today, or a free repair."


def quoted(line: str) -> re.Pattern[str]:
    return re.compile(re.escape(line))


def to_the_gym(page: Page) -> None:
    open_app(page, "/tools")
    page.get_by_role("link", name="Phrase gym").tap()
    expect(page.get_by_role("button", name="Try this one")).to_be_visible()


def levels(page: Page) -> None:
    for level in ["Everyday", "Harder", "Hard calls"]:
        page.get_by_role("main").get_by_text(level, exact=True).tap()


def test_the_models_come_after_the_own_line_and_mine_is_kept(phone: Phone) -> None:
    page = phone()
    to_the_gym(page)
    go_offline(page)
    started = time.monotonic()
    tap(page, "Try this one")
    expect(page.get_by_text(REFUND["you_cannot"])).to_be_visible()
    expect(page.get_by_text(REFUND["models"][0])).to_have_count(0)
    page.get_by_label("Your line").fill(LINE)
    tap(page, "Compare")
    for model in REFUND["models"]:
        expect(page.get_by_text(model)).to_be_visible()
    expect(page.get_by_text("A straight question gets a straight answer").last).to_be_visible()
    tap(page, "Keep my line")
    expect(page.get_by_text("It is in your lines.")).to_be_visible()
    tap(page, "Done")
    assert time.monotonic() - started < GYM_S
    expect(page.get_by_role("dialog")).to_have_count(0)
    tap(page, "My own lines")
    expect(page.get_by_role("dialog").get_by_text(LINE)).to_be_visible()


def test_show_me_needs_no_word(phone: Phone) -> None:
    page = phone()
    to_the_gym(page)
    tap(page, "Try this one")
    tap(page, "Show me")
    expect(page.get_by_text(REFUND["models"][1])).to_be_visible()
    expect(page.get_by_role("button", name="Keep my line")).to_have_count(0)
    tap(page, "Done")
    page.get_by_text("Everyday", exact=True).tap()
    expect(page.get_by_role("button", name=quoted(REFUND["they_say"]))).to_contain_text("Done once")
    expect(page.get_by_role("region", name="One for now")).not_to_contain_text(REFUND["they_say"])


def test_every_drill_is_open_and_what_may_hurt_waits_behind_its_note(phone: Phone) -> None:
    page = phone()
    to_the_gym(page)
    levels(page)
    rows = page.get_by_role("main").get_by_role("listitem").get_by_role("button")
    expect(rows).to_have_count(len(ALL))
    noted = [drill for drill in ALL.values() if drill.get("content_note")]
    for drill in noted:
        expect(page.get_by_text(quoted(drill["they_say"]))).to_have_count(0)
    page.get_by_role("button", name=noted[0]["content_note"]).tap()
    expect(page.get_by_role("heading", name="Before you open it")).to_be_visible()
    tap(page, "Rather not")
    page.get_by_role("button", name=noted[0]["content_note"]).tap()
    tap(page, "Open it")
    expect(page.get_by_role("heading", name=quoted(noted[0]["they_say"]))).to_be_visible()


def test_one_tag_at_a_time(phone: Phone) -> None:
    page = phone()
    to_the_gym(page)
    page.get_by_label("What do you want to practise?").select_option(label="Setting a limit")
    limits = [drill for drill in ALL.values() if "limit" in drill["tags"]]
    rows = page.get_by_role("main").get_by_role("listitem").get_by_role("button")
    expect(rows).to_have_count(len(limits))
    expect(rows.first).to_be_visible()


def test_a_line_that_was_begun_is_found_again(phone: Phone) -> None:
    page = phone()
    to_the_gym(page)
    tap(page, "Try this one")
    page.get_by_label("Your line").fill(LINE)
    page.go_back()
    expect(page.get_by_role("dialog")).to_have_count(0)
    tap(page, "Try this one")
    expect(page.get_by_label("Your line")).to_have_value(LINE)
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    page.reload()
    expect(page.get_by_label("Your line")).to_have_value(LINE)


def test_a_scene_for_two_swaps_roles_and_keeps_nothing(phone: Phone) -> None:
    page = phone()
    to_the_gym(page)
    tap(page, "A scene for two")
    expect(page.get_by_role("heading", name="You are the caller")).to_be_visible()
    tap(page, "Swap roles")
    expect(page.get_by_role("heading", name="You take the call")).to_be_visible()
    expect(page.get_by_text(REFUND["you_cannot"])).to_be_visible()
    tap(page, "Another scene")
    expect(page.get_by_text(REFUND["you_cannot"])).to_have_count(0)
    tap(page, "Done")
    open_app(page, "/journal")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("main").get_by_role("link", name="A tool")).to_have_count(0)


def had_to_say_no(page: Page, size: int) -> None:
    """A call in which no was the answer, to its end."""
    open_app(page)
    steps = rough_call_steps(Thumb(page), trigger="I had to say no", group=NO_FIX, size=size)
    assert "end" in steps
    expect(page.get_by_text("Ready for the next one?")).to_be_visible()


def offer(page: Page) -> Locator:
    return page.get_by_role("region", name="A line for next time?")


def test_the_gym_is_offered_after_a_small_no_once_a_day(phone: Phone) -> None:
    page = phone()
    page.clock.set_fixed_time("2026-11-16T14:10:00+01:00")
    had_to_say_no(page, size=2)
    tap(page, "Try a line")
    tap(page, "Show me")
    tap(page, "Done")
    expect(page.get_by_text("Ready for the next one?")).to_be_visible()
    tap(page, "Done")
    had_to_say_no(page, size=2)
    expect(offer(page)).to_have_count(0)
    tap(page, "Done")
    page.clock.set_fixed_time("2026-11-20T14:10:00+01:00")
    had_to_say_no(page, size=1)
    expect(offer(page)).to_be_visible()


def test_the_gym_is_not_offered_while_it_is_big(phone: Phone) -> None:
    page = phone()
    had_to_say_no(page, size=3)
    page.wait_for_load_state("networkidle")
    expect(offer(page)).to_have_count(0)
