"""Goals by taps alone: from a wish to a plan, a third one that waits, and a look back when it is time."""

import time
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.network import go_offline
from tests.browser.taps import open_app, tap

Phone = Callable[..., Page]

MAKING_S = 90
BEGAN = "2026-11-02T14:10:00+01:00"
TWO_WEEKS_LATER = "2026-11-16T14:10:00+01:00"

# The page is told that it goes, and has half a second to seal what is written.
PUT_AWAY = """async () => {
  dispatchEvent(new Event("pagehide"));
  await new Promise((resolve) => setTimeout(resolve, 500));
}"""


def pick(page: Page, name: str) -> None:
    page.get_by_role("radio", name=name, exact=True).tap()


def make_goal(page: Page, template: str, wall: str, plan: str, *, habit: bool) -> None:
    """A goal from a template, every step of it a tap."""
    tap(page, "A new goal")
    pick(page, template)
    tap(page, "Next")
    tap(page, "Skip. That is fine.")
    pick(page, wall)
    pick(page, plan)
    tap(page, "Yes, with this habit" if habit else "Without a habit")
    tap(page, "Begin")
    expect(page.get_by_role("heading", name="It is yours now. There is no hurry.")).to_be_visible()
    tap(page, "Done")
    expect(page.get_by_role("dialog")).to_have_count(0)


def breaks(page: Page, *, habit: bool = False) -> None:
    plan = "If my break starts, then I leave my desk before I touch my phone."
    make_goal(page, "Take real breaks", "Breaks get moved.", plan, habit=habit)


def calm(page: Page) -> None:
    plan = "If my shoulders are up, then I drop them and open my hands."
    make_goal(page, "Start calls from calm", "I feel silly doing it.", plan, habit=False)


def test_a_goal_with_its_habit_by_taps_alone_and_offline(phone: Phone) -> None:
    page = phone()
    open_app(page, "/goals")
    go_offline(page)
    started = time.monotonic()
    breaks(page, habit=True)
    took = time.monotonic() - started
    print(f"a goal made in {took:.1f} s of taps (of {MAKING_S} s)")
    assert took < MAKING_S
    open_app(page, "/goals")
    page.get_by_role("link", name="I want breaks that give me something back.").tap()
    expect(page.get_by_text("Breaks get moved.")).to_be_visible()
    expect(page.get_by_role("link", name="One break away from the desk")).to_be_visible()


def test_a_draft_is_sealed_at_each_step_and_found_again(phone: Phone) -> None:
    page = phone()
    open_app(page, "/goals")
    tap(page, "A new goal")
    pick(page, "Listen first")
    page.get_by_label("Your wish").fill("I want to hear people out.")
    tap(page, "Next")
    tap(page, "Skip. That is fine.")
    expect(page.get_by_role("heading", name="What may stand in the way?")).to_be_visible()
    page.evaluate(PUT_AWAY)
    page.reload()
    pick(page, "The clock is running.")
    tap(page, "Skip. That is fine.")
    tap(page, "Without a habit")
    expect(page.get_by_text("I want to hear people out.")).to_be_visible()
    expect(page.get_by_text("The clock is running.")).to_be_visible()


def test_a_third_goal_waits_until_one_may_rest(phone: Phone) -> None:
    page = phone()
    open_app(page, "/goals")
    breaks(page)
    calm(page)
    tap(page, "A new goal")
    expect(page.get_by_role("heading", name="Two at a time is plenty")).to_be_visible()
    page.get_by_role("button", name="Let it rest").first.tap()
    expect(page.get_by_role("heading", name="What would you like to be easier?")).to_be_visible()
    tap(page, "Close")
    expect(page.get_by_role("heading", name="Resting and kept")).to_be_visible()


def test_a_look_back_comes_when_it_is_time_and_not_before(phone: Phone) -> None:
    page = phone()
    page.clock.set_fixed_time(BEGAN)
    open_app(page, "/goals")
    breaks(page)
    open_app(page)
    expect(page.get_by_text("A question for today")).to_be_visible()
    expect(page.get_by_text("Time for a look back")).to_have_count(0)
    page.clock.set_fixed_time(TWO_WEEKS_LATER)
    open_app(page)
    tap(page, "Look back")
    expect(page.get_by_role("heading", name="How much did your breaks give you?")).to_be_visible()
    page.get_by_role("radio", name="Quite").tap()
    tap(page, "Skip. That is fine.")
    pick(page, "Let it rest")
    tap(page, "Done")
    expect(page.get_by_text("Time for a look back")).to_have_count(0)
    open_app(page, "/goals")
    page.get_by_role("link", name="I want breaks that give me something back.").tap()
    expect(page.get_by_role("heading", name="Looks back")).to_be_visible()
    expect(page.get_by_role("button", name="Take it up again")).to_be_visible()


def test_a_plan_is_changed_from_the_look_back_in_ones_own_words(phone: Phone) -> None:
    page = phone()
    open_app(page, "/goals")
    breaks(page)
    page.get_by_role("link", name="I want breaks that give me something back.").tap()
    tap(page, "Look back")
    page.get_by_role("radio", name="Quite").tap()
    tap(page, "Skip. That is fine.")
    pick(page, "Change it")
    tap(page, "Change the plan")
    page.get_by_role("button", name="Your plan for that moment").tap()
    tap(page, "Change the words")
    page.get_by_label("If …, then I …").fill("If my break starts, then I go outside.")
    tap(page, "Next")
    tap(page, "Save")
    tap(page, "Done")
    expect(page.get_by_role("heading", name="Noted. Change what you like.")).to_be_visible()
    tap(page, "Done")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_text("If my break starts, then I go outside.")).to_be_visible()
    expect(page.get_by_role("heading", name="Looks back")).to_be_visible()
