"""Promise 4 on the screen of a phone: what is asked, when it stops, what the night looks like."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.flows import (
    FLOWS,
    SKIP,
    Thumb,
    pick_trigger,
    rough_call_steps,
)
from tests.browser.taps import open_app, rough_call, tap

pytestmark = pytest.mark.browser
Phone = Callable[..., Page]
BY_DAY = "2026-11-21T14:00:00+01:00"
AT_NIGHT = "2026-11-21T23:30:00+01:00"
# Text below 16 px, and targets a thumb misses: less than 48 px high or wide, by the label where one lies on top.
TOO_SMALL = """() => {
  const root = document.querySelector("dialog[open]") ?? document.body;
  const isSeen = (one) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    && one.getBoundingClientRect().width > 1;
  const texts = [...root.querySelectorAll("*")].filter((one) => isSeen(one)
    && [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
  const small = texts.filter((one) => parseFloat(getComputedStyle(one).fontSize) < 16);
  const targets = [...root.querySelectorAll("a, button, summary, textarea, label.choice, select")].filter(isSeen);
  const missed = targets.filter((one) => {
    const { width, height } = one.getBoundingClientRect();
    return width < 47.5 || height < 47.5;
  });
  return [...small, ...missed].map((one) => one.outerHTML.slice(0, 120));
}"""
# The lowest thing to tap: where a thumb holds the phone.
LOWEST_TARGET = """() => {
  const root = document.querySelector("dialog[open]") ?? document.body;
  const bottoms = [...root.querySelectorAll("button, label.choice, summary")]
    .map((one) => one.getBoundingClientRect()).filter(({ height }) => height > 0)
    .map(({ top, height }) => (top + height / 2) / innerHeight).filter((at) => at < 1);
  return Math.max(...bottoms);
}"""


def at_the_line(page: Page, size: int = 4) -> Thumb:
    """Stands where the line may be written."""
    thumb = Thumb(page)
    steps = rough_call_steps(thumb, size=size)
    assert "line" in steps
    return thumb


def test_r1_whoever_skips_everything_still_closes_with_nothing_that_is_fine(phone: Phone) -> None:
    page = phone()
    open_app(page)
    assert list(rough_call_steps(Thumb(page)))[-2:] == ["close", "end"]
    open_app(page, "/journal")
    expect(page.get_by_role("link", name=re.compile("Shouting"))).to_be_visible()


@pytest.mark.parametrize(
    ("hour", "minutes", "says", "then"),
    [
        (BY_DAY, 10, "You have been writing for ten minutes", "Close it here"),
        (AT_NIGHT, 7, "It is late and you need your rest", "Park it and breathe"),
    ],
)
def test_r2_long_writing_is_asked_about_once_and_may_be_parked(
    phone: Phone, hour: str, minutes: int, says: str, then: str
) -> None:
    page = phone()
    page.clock.install(time=hour)
    open_app(page)
    at_the_line(page).page.get_by_label("What happened?").fill("It went on and on")
    page.clock.run_for((minutes - 1) * 60_000)
    expect(page.get_by_text(says)).to_have_count(0)
    page.clock.run_for(61_000)
    expect(page.get_by_text(says)).to_be_visible()
    tap(page, then)
    expect(page.get_by_role("heading", name=re.compile("One more minute|One small step"))).to_be_visible()


def test_r3_what_comes_a_third_time_leads_to_a_person_to_work_or_to_the_week(phone: Phone) -> None:
    page = phone()
    open_app(page)
    rough_call(page, "once")
    rough_call(page, "twice")
    thumb = Thumb(page)
    thumb.tap(page.get_by_role("button", name="A rough call"))
    thumb.button(SKIP)
    pick_trigger(thumb, "Shouting", "How they spoke to me")
    thumb.answer("It got to me")
    thumb.button("Not sure")
    thumb.sees("This one has come back")
    assert page.get_by_role("dialog").get_by_role("textbox").count() == 0
    for way in ("Talk to someone", "Ask work for a change", "Look at it once, in my week"):
        expect(page.get_by_role("radio", name=way)).to_be_visible()


def test_r6_after_what_is_not_okay_rest_comes_first_and_it_says_it_is_no_report(phone: Phone) -> None:
    page = phone()
    open_app(page)
    steps = rough_call_steps(Thumb(page), trigger="Sworn at", size=3)
    assert "offer" in steps
    sheet = page.get_by_role("dialog")
    expect(sheet.get_by_role("button", name=re.compile("^Rest first"))).to_be_visible()
    expect(sheet.get_by_role("button", name=re.compile("fact note", re.IGNORECASE))).to_be_visible()
    expect(sheet.get_by_text(re.compile("not a report"))).to_be_visible()
    expect(sheet.get_by_role("button", name=re.compile("official", re.IGNORECASE))).to_have_count(0)


@pytest.mark.parametrize(
    ("trigger", "group"),
    [("A threat", "How they spoke to me"), ("Somebody was in danger", "Heavy stories")],
)
def test_r8_after_a_threat_or_danger_nobody_is_asked_what_happened(
    phone: Phone, trigger: str, group: str
) -> None:
    page = phone()
    open_app(page)
    steps = rough_call_steps(Thumb(page), trigger=trigger, group=group, size=5)
    assert "feeling" in steps
    tap(page, "Write a line")
    expect(page.get_by_text("You do not have to describe it")).to_be_visible()
    expect(page.get_by_label("What happened?")).to_have_count(0)
    page.go_back()
    assert "end" in steps
    expect(page.get_by_role("dialog").get_by_role("link", name="Get help now")).to_have_count(2)


def test_r13_nobody_is_asked_to_allow_notifications(phone: Phone) -> None:
    page = phone()
    page.add_init_script(
        "globalThis.asked = 0; Notification.requestPermission = async () => { asked += 1; return 'denied'; };"
    )
    open_app(page)
    list(rough_call_steps(Thumb(page)))
    assert page.evaluate("asked") == 0


def test_r14_a_card_number_is_offered_to_be_hidden_and_stops_nobody(phone: Phone) -> None:
    page = phone()
    open_app(page)
    at_the_line(page)
    page.get_by_label("What happened?").fill("Card 4111 1111 1111 1111 again")
    expect(page.get_by_role("button", name=re.compile("hide", re.IGNORECASE)).first).to_be_visible()
    tap(page, "Next")
    expect(page.get_by_role("heading", name="One thing that may help")).to_be_visible()


def test_r15_when_it_is_done_it_is_done(phone: Phone) -> None:
    page = phone()
    page.clock.install(time=BY_DAY)
    open_app(page)
    list(rough_call_steps(Thumb(page)))
    page.clock.run_for(30 * 60_000)
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_role("button", name="A rough call")).to_be_visible()


@pytest.mark.parametrize(
    ("hour", "look"),
    [("19:59", "light"), ("20:00", "dark"), ("03:00", "dark"), ("05:59", "dark"), ("06:00", "light")],
)
def test_r18_it_is_dark_by_itself_from_eight_to_six(phone: Phone, hour: str, look: str) -> None:
    page = phone(color_scheme="light")
    page.clock.install(time=f"2026-11-21T{hour}:00+01:00")
    open_app(page)
    assert page.evaluate("document.documentElement.dataset.look") == look


@pytest.mark.parametrize("flow", FLOWS)
def test_r18_at_night_each_step_is_large_within_reach_and_needs_no_keyboard(phone: Phone, flow: str) -> None:
    page = phone()
    page.clock.install(time=AT_NIGHT)
    open_app(page)
    walked = 0
    for step in FLOWS[flow](Thumb(page)):
        assert page.evaluate(TOO_SMALL) == [], step
        assert page.evaluate(LOWEST_TARGET) > 0.6, step
        assert page.evaluate("document.activeElement.tagName") not in {"INPUT", "TEXTAREA"}, step
        walked += 1
    assert walked >= 2
