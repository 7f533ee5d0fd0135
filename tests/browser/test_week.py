"""The own week: by taps, offline, in its time; a picture of it that says only what was ticked."""

import struct
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.axe import bring_axe, faults_in
from tests.browser.flows import Thumb, leave_as_draft, to_the_question, week_steps, whole_shift_steps
from tests.browser.network import go_offline
from tests.browser.taps import SAVED_HERE, open_app, tap

Phone = Callable[..., Page]
SUNDAY_EVENING = "2026-11-22T19:10:00+01:00"
LOOKED_AT_S = 9
"""What it takes to read a step, and to think of it."""
BUDGET_S = 120
OFFERED = "Look at my week"
WORDS = "Swans over the car park"


def on_sunday(page: Page) -> None:
    """The evening of the last work day of a week, as long as nobody says which days are."""
    page.clock.set_fixed_time(SUNDAY_EVENING)
    open_app(page)


def put_six_calls_down(page: Page) -> None:
    """Six calls of three kinds, kept."""
    for _ in whole_shift_steps(Thumb(page)):
        pass
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_a_week_is_looked_at_by_taps_alone_offline_and_in_its_time(phone: Phone) -> None:
    page = phone()
    on_sunday(page)
    expect(page.get_by_role("button", name="Close my shift")).to_be_visible()
    expect(page.get_by_role("button", name=OFFERED)).to_have_count(0)
    put_six_calls_down(page)
    go_offline(page)
    thumb = Thumb(page)
    for step in week_steps(thumb):
        thumb.wait(LOOKED_AT_S)
        if step == "came":
            rows = thumb.here.locator(".came > li")
            expect(rows).to_have_count(3)
            expect(rows.first).to_contain_text("2 times")
            expect(thumb.here.get_by_role("radio", name="Sworn at")).to_have_count(0)
    assert thumb.seconds <= BUDGET_S
    expect(thumb.here.get_by_text(SAVED_HERE)).to_be_visible()
    thumb.button("Done")
    expect(page.get_by_role("button", name="Close my shift")).to_be_visible()
    expect(page.get_by_role("button", name=OFFERED)).to_have_count(0)


def test_a_picture_says_only_what_was_ticked_and_a_draft_outlives_a_reload(
    phone: Phone, tmp_path: Path
) -> None:
    page = phone()
    bring_axe(page)
    page.clock.set_fixed_time(SUNDAY_EVENING)
    to_the_question(page)
    page.get_by_role("dialog").get_by_role("textbox").fill(WORDS)
    expect(page.get_by_role("dialog").get_by_role("button", name="Next")).to_be_visible()
    leave_as_draft(page, "My week")
    page.reload()
    tap(page, "Go on with it")
    expect(page.get_by_role("dialog").get_by_role("textbox")).to_have_value(WORDS)
    tap(page, "Next")
    tap(page, "A picture to keep")
    picture = page.get_by_role("dialog").get_by_role("img", name="The week of 16")
    assert WORDS not in (picture.get_attribute("aria-label") or "")
    page.get_by_role("checkbox", name="My answer").tap()
    expect(page.get_by_role("img", name=WORDS)).to_be_visible()
    assert faults_in(page) == []
    with page.expect_download() as kept:
        tap(page, "Save the picture")
    kept.value.save_as(tmp_path / "week.png")
    width, height = struct.unpack(">II", (tmp_path / "week.png").read_bytes()[16:24])
    assert (kept.value.suggested_filename, width, height > 800) == ("my-week.png", 1080, True)


def test_after_a_first_week_it_is_told_once_what_there_is(phone: Phone) -> None:
    page = phone()
    page.clock.set_fixed_time("2026-11-10T14:00:00+01:00")
    open_app(page)
    put_six_calls_down(page)
    told = page.get_by_role("heading", name="A week of it")
    for day, times in (("16", 0), ("17", 1), ("18", 0)):
        page.clock.set_fixed_time(f"2026-11-{day}T14:00:00+01:00")
        open_app(page)
        expect(page.get_by_role("button", name="A whole shift at once")).to_be_visible()
        expect(page.get_by_text("A question for today")).to_be_visible()
        expect(told).to_have_count(times)
        if times:
            expect(page.get_by_text("You put 6 calls down.")).to_be_visible()
