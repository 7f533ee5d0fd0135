"""Before the first ring and after the last one: by taps, offline, each in its time."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from journal.library.queries import techniques
from tests.browser.axe import bring_axe, faults_in
from tests.browser.flows import SKIP, Thumb, leave_as_draft, rough_call_steps
from tests.browser.network import go_offline
from tests.browser.taps import open_app, tap

Phone = Callable[..., Page]

MORNING = "2026-11-16T09:10:00+01:00"
EVENING = "2026-11-16T19:10:00+01:00"
A_CARD_S = 9
LINE = "Let me say back what I heard."
STEPS = {tool["id"]: tool["steps"] for tool in techniques("en")["techniques"]}
CARDS = {
    "It is not about you": "not-mine",
    "A soft face, if it feels okay": "soft-face",
    "Ready to listen": None,
    "My part, not my part": "my-part",
    "Shake it off": "shake-it-out",
}


def at(phone: Phone, instant: str) -> Page:
    page = phone()
    page.clock.set_fixed_time(instant)
    bring_axe(page)
    open_app(page)
    return page


def test_five_before_the_ring_take_a_minute_and_need_no_word(phone: Phone) -> None:
    page = at(phone, MORNING)
    expect(page.get_by_role("button", name="Five before the ring")).to_be_visible()
    go_offline(page)
    thumb = Thumb(page)
    thumb.button("Five before the ring")
    thumb.sees("Five before the ring")
    assert faults_in(page) == []
    thumb.button("All five")
    for card, tool in CARDS.items():
        thumb.sees(card)
        for step in STEPS[tool] if tool else []:
            expect(thumb.here.get_by_text(step)).to_be_visible()
        if tool is None:
            thumb.answer(LINE)
        assert faults_in(page) == [], card
        thumb.wait(A_CARD_S)
        thumb.button("Next")
    thumb.sees("You are here. That is enough.")
    expect(thumb.here.get_by_text(LINE)).to_be_visible()
    thumb.button("Done")
    assert thumb.seconds <= 60


def test_one_card_is_fifteen_seconds_and_its_line_stays_on_today(phone: Phone) -> None:
    page = at(phone, MORNING)
    thumb = Thumb(page)
    thumb.button("Five before the ring")
    thumb.sees("Five before the ring")
    thumb.button("Ready to listen")
    thumb.answer(LINE)
    thumb.button("Next")
    thumb.sees("That is enough to begin with.")
    thumb.button("Done")
    assert thumb.seconds + 5 <= 15
    line = page.get_by_role("figure").filter(has_text="Your line for today")
    expect(line).to_contain_text(LINE)
    expect(page.get_by_role("button", name="Five before the ring")).to_have_count(0)
    expect(page.get_by_role("button", name="Close my shift")).to_have_count(0)
    for step in rough_call_steps(Thumb(page), trigger="No gap between calls", group="Work pressure", size=2):
        if step == "end":
            again = page.get_by_role("dialog").get_by_role("figure").filter(has_text="your line")
            expect(again).to_contain_text(LINE)
    page.clock.set_fixed_time(EVENING)
    open_app(page)
    expect(page.get_by_role("button", name="Close my shift")).to_be_visible()
    expect(line).to_have_count(0)


def test_before_and_after_are_in_the_tools_at_any_hour_and_their_drafts_outlive_a_reload(
    phone: Phone,
) -> None:
    page = at(phone, "2026-11-16T03:00:00+01:00")
    open_app(page, "/tools")
    sheet = page.get_by_role("dialog")
    tap(page, "Five before the ring")
    tap(page, "Ready to listen")
    sheet.get_by_role("radio", name=LINE).tap()
    leave_as_draft(page, "Five before the ring")
    page.reload()
    tap(page, "Go on with it")
    expect(sheet.get_by_role("radio", name=LINE)).to_be_checked()
    sheet.get_by_role("button", name="Close", exact=True).tap()
    tap(page, "Close my shift")
    expect(sheet.get_by_role("button", name="Another one")).to_be_visible()
    sheet.get_by_role("button", name=SKIP).tap()
    sheet.get_by_label("Something that went okay", exact=True).fill("Tea with Sam")
    leave_as_draft(page, "Close my shift")
    page.reload()
    tap(page, "Go on with it")
    expect(sheet.get_by_label("Something that went okay", exact=True)).to_have_value("Tea with Sam")


def test_a_limit_line_written_before_is_at_hand_in_a_rough_call(phone: Phone) -> None:
    page = at(phone, MORNING)
    tap(page, "Five before the ring")
    tap(page, "My part, not my part")
    tap(page, "Write my limit line")
    page.get_by_label("My limit line").fill("This far, then I end the call.")
    page.go_back()
    tap(page, "My part, not my part")
    expect(page.get_by_label("My limit line")).to_have_value("This far, then I end the call.")
    tap(page, "Next")
    tap(page, "Done")
    expect(page.get_by_role("dialog")).to_have_count(0)
    thumb = Thumb(page)
    assert "line" in rough_call_steps(thumb, size=3)
    thumb.button("My limit line")
    expect(thumb.here.get_by_text("This far, then I end the call.")).to_be_visible()


def close_shift(page: Page) -> Thumb:
    """To the step of what went okay."""
    thumb = Thumb(page)
    thumb.button("Close my shift")
    expect(thumb.here.get_by_role("button", name="Another one")).to_be_visible()
    thumb.button(SKIP)
    return thumb


def test_a_shift_is_closed_by_taps_alone_and_offline(phone: Phone) -> None:
    page = at(phone, EVENING)
    expect(page.get_by_role("button", name="Close my shift")).to_be_visible()
    go_offline(page)
    thumb = close_shift(page)
    thumb.sees("Up to three things that went okay")
    assert faults_in(page) == []
    spots = thumb.here.get_by_role("checkbox")
    for n in (0, 1, 2):
        thumb.tap(spots.nth(n))
    expect(thumb.here.get_by_role("textbox")).to_have_count(3)
    thumb.button("Next")
    thumb.sees("Say it: my shift is over.")
    assert faults_in(page) == []
    thumb.button("My shift is over")
    thumb.sees("It is over for today. The rest is yours.")
    expect(thumb.here.get_by_text("Saved on this phone")).to_be_visible()
    thumb.button("Done")
    assert thumb.seconds + 60 <= 120
    expect(page.get_by_role("button", name="Close my shift")).to_have_count(0)


def test_nothing_at_all_is_a_close_too(phone: Phone) -> None:
    page = at(phone, EVENING)
    thumb = close_shift(page)
    thumb.button(SKIP)
    thumb.button("My shift is over")
    expect(thumb.here.get_by_text("Saved on this phone")).to_be_visible()
    thumb.button("Done")
    expect(page.get_by_role("link", name="After the shift")).to_be_visible()


def test_park_it_goes_by_itself_after_two_no(phone: Phone) -> None:
    page = at(phone, EVENING)
    ask = page.get_by_text("Something still in your head?")
    for day in (16, 17, 18):
        page.clock.set_fixed_time(EVENING.replace("16T", f"{day}T"))
        open_app(page)
        thumb = close_shift(page)
        thumb.sees("Up to three things that went okay")
        expect(ask).to_have_count(0 if day == 18 else 1)
        if day < 18:
            thumb.button("No, thank you")
            expect(ask).to_have_count(0)
        thumb.button(SKIP)
        thumb.button("My shift is over")
        thumb.button("Done")


def test_after_a_threat_nobody_is_asked_what_went_okay(phone: Phone) -> None:
    page = at(phone, EVENING)
    thumb = Thumb(page)
    steps = rough_call_steps(thumb, trigger="A threat", group="How they spoke to me", size=3)
    assert "line" in steps
    thumb.button("Close")
    open_app(page)
    close_shift(page).sees("Park it for tomorrow")
