"""The flows of a shift on a phone: how long they take, what they lead to, what is left of them."""

import re
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from client import Client
from tests.browser.flows import FLOWS, Thumb, rough_call_steps, whole_shift_steps
from tests.browser.network import NO_BACKGROUND_SYNC, entries_on_server, go_offline, go_online, until
from tests.browser.taps import PASSWORD, SAFE, open_app, rough_call, sign_up, tap
from tests.server import Server

Phone = Callable[..., Page]
BY_DAY = "2026-11-21T14:00:00+01:00"
PROOF = "Open my proof file"
LIMIT = "I will end the call if you shout."
WALKS = 3
BUDGET_S = {"a rough call": 90, "a check-in": 10, "something good": 15, "a whole shift": 60}
LOOKED_AT_S = {"breath": 30, "offer": 5, "settle": 5}
"""What a step takes beside its taps; one second where nothing is said."""


@pytest.mark.parametrize("flow", FLOWS)
def test_each_flow_keeps_its_time(phone: Phone, flow: str, capsys: pytest.CaptureFixture[str]) -> None:
    thumbs, own = [], []
    for _ in range(WALKS):
        page = phone()
        open_app(page)
        thumbs.append(Thumb(page))
        began = time.monotonic()
        for step in FLOWS[flow](thumbs[-1]):
            thumbs[-1].wait(LOOKED_AT_S.get(step, 1))
        own.append(time.monotonic() - began)
        page.context.close()
    by_hand = statistics.median(thumb.seconds for thumb in thumbs)
    with capsys.disabled():
        print(
            f"\n{flow}: median of {WALKS} walks: {thumbs[0].taps} taps, {by_hand:.0f} s of {BUDGET_S[flow]} s by hand;"
            f" walked by a script in {statistics.median(own):.1f} s"
        )
    assert by_hand <= BUDGET_S[flow]


def test_each_of_the_26_triggers_is_two_taps_away_and_those_used_lately_one(phone: Phone) -> None:
    page = phone()
    open_app(page)
    rough_call(page, "once")
    steps = rough_call_steps(Thumb(page))
    assert "trigger" in steps
    sheet = page.get_by_role("dialog")
    expect(sheet.get_by_role("group", name="Lately").get_by_role("radio")).to_have_count(1)
    groups = sheet.locator("details.trigger-group")
    expect(groups).to_have_count(7)
    seen: set[str] = set()
    for n in range(7):
        groups.nth(n).locator("summary").tap()
        seen |= set(groups.nth(n).locator("label.choice:visible").all_inner_texts())
    assert len(seen) == 26


def test_something_good_is_as_big_as_a_rough_call(phone: Phone) -> None:
    page = phone()
    open_app(page)
    rough, good = (
        page.get_by_role("button", name=name).bounding_box() for name in ("A rough call", "Something good")
    )
    assert rough is not None
    assert good is not None
    assert rough["width"] == pytest.approx(good["width"], abs=0.5)
    assert rough["height"] == pytest.approx(good["height"], abs=0.5)


def test_not_ready_is_an_answer_a_minute_or_a_person(phone: Phone) -> None:
    page = phone()
    page.clock.install(time=BY_DAY)
    open_app(page)
    thumb = Thumb(page)
    steps = rough_call_steps(thumb)
    assert "end" in steps
    thumb.answer("I need a person")
    expect(page.get_by_role("button", name="Ask for backup")).to_be_visible()
    thumb.answer("One more minute")
    thumb.sees("One more minute")
    page.clock.run_for(58_000)
    expect(page.get_by_text("Good. Whenever you are ready.")).to_have_count(0)
    page.clock.run_for(4_000)
    expect(page.get_by_text("Good. Whenever you are ready.")).to_be_visible()


def test_on_a_doubt_the_proof_file_is_one_tap_away(phone: Phone) -> None:
    page = phone()
    open_app(page)
    thumb = Thumb(page)
    steps = rough_call_steps(thumb, trigger="I doubted myself", group="Inside me", size=3)
    assert "big" in steps
    expect(thumb.here.get_by_role("button", name=PROOF)).to_be_visible()
    assert "line" in steps
    thumb.button(PROOF)
    expect(page.get_by_role("dialog").get_by_role("heading", level=1)).not_to_have_text(
        "One line, if you like"
    )


def test_the_limit_line_is_one_tap_away_in_a_rough_call(phone: Phone, server: Server, tmp_path: Path) -> None:
    page = phone()
    email, code = sign_up(page)
    shell = Client(server.url, home=tmp_path / "shell")
    shell.sign_in(email, PASSWORD, recovery_code=code)
    shell.sync()
    before = {"v": 1, "t": "before-shift", "cards": [], "line": LIMIT, "prompt": {"id": "b-limit-line"}}
    shell.keep("entry", {**before, "at": "2026-11-21T08:00:00Z", "tz": "Europe/Berlin"})
    shell.sync()
    open_app(page, "/journal")
    expect(page.get_by_text(LIMIT)).to_be_visible()
    open_app(page)
    thumb = Thumb(page)
    assert "line" in rough_call_steps(thumb, size=3)
    expect(page.get_by_role("dialog").get_by_text(LIMIT)).to_have_count(0)
    thumb.button("My limit line")
    expect(page.get_by_role("dialog").get_by_text(LIMIT)).to_be_visible()


def test_the_next_day_asks_once_and_only_who_wanted_to_be_asked(phone: Phone) -> None:
    page = phone()
    page.clock.install(time=BY_DAY)
    open_app(page)
    thumb = Thumb(page)
    assert "end" in rough_call_steps(thumb)
    thumb.tap(thumb.here.get_by_role("checkbox", name="Ask me tomorrow how I am"))
    thumb.button("Done")
    expect(page.get_by_text("How are you after yesterday?")).to_have_count(0)
    page.clock.set_fixed_time("2026-11-22T14:00:00+01:00")
    open_app(page)
    expect(page.get_by_text("How are you after yesterday?")).to_be_visible()
    tap(page, "It stayed there")
    expect(page.get_by_text("Thank you. Be kind to yourself today.")).to_be_visible()
    open_app(page)
    expect(page.get_by_role("heading", name="Lately")).to_be_visible()
    expect(page.get_by_text("How are you after yesterday?")).to_have_count(0)


def test_a_whole_shift_offline_is_one_push_of_an_entry_for_each_call(phone: Phone) -> None:
    page = phone()
    page.add_init_script(NO_BACKGROUND_SYNC)
    sign_up(page)
    open_app(page)
    go_offline(page)
    assert list(whole_shift_steps(Thumb(page)))[-1] == "put down"
    pushes: list[int] = []
    page.on("request", lambda one: "feed/push" in one.url and pushes.append(len(one.post_data_json["revs"])))
    go_online(page)
    expect(page.get_by_text(SAFE).first).to_be_visible()
    until(page, lambda: len(entries_on_server(page)) == 6)
    assert pushes == [6]


def test_of_what_was_not_okay_none_is_offered_to_be_seen_otherwise(phone: Phone) -> None:
    page = phone()
    open_app(page)
    assert "put down" in whole_shift_steps(Thumb(page))
    offered = page.get_by_role("dialog").get_by_role("radio")
    assert [one.get_attribute("aria-label") or one.locator("..").inner_text() for one in offered.all()] == [
        "Shouting",
        "No gap between calls",
    ]
    page.get_by_role("radio", name="Shouting").tap()
    tap(page, "Yes, later")
    expect(page.get_by_text("Noted for later")).to_be_visible()


def test_going_back_through_every_step_loses_nothing(phone: Phone) -> None:
    page = phone()
    open_app(page)
    thumb = Thumb(page)
    steps = rough_call_steps(thumb, size=4)
    assert "line" in steps
    page.get_by_label("What happened?").fill("half a sen")
    for heading in ("What did it feel like?", "First, let the body settle", "How big was it?"):
        page.go_back()
        thumb.sees(heading)
    expect(page.get_by_role("radio", name=re.compile("It shook me"))).to_be_checked()
    for heading in ("First, let the body settle", "What did it feel like?", "One line, if you like"):
        page.go_forward()
        thumb.sees(heading)
    expect(page.get_by_label("What happened?")).to_have_value("half a sen")


def test_a_tool_done_in_a_rough_call_is_told_by_it(phone: Phone) -> None:
    page = phone()
    open_app(page)
    thumb = Thumb(page)
    assert "settle" in rough_call_steps(thumb, size=4)
    thumb.button("Do it now")
    thumb.button("That is enough")
    thumb.answer("It helped")
    thumb.sees("What did it feel like?")
    tap(page, "Close")
    open_app(page, "/tools")
    page.get_by_role("radio", name=re.compile("Shouting")).or_(
        page.get_by_text("What helped you")
    ).first.wait_for()
    expect(page.get_by_text("What helped you")).to_be_visible()


def test_a_check_in_is_taken_back_with_one_tap(phone: Phone) -> None:
    page = phone()
    open_app(page)
    tap(page, "Just check in")
    page.get_by_role("radio", name="Steady").tap()
    tap(page, "Undo")
    expect(page.get_by_role("dialog")).to_have_count(0)
    open_app(page, "/journal")
    expect(page.get_by_text("Nothing here yet, and that is fine.")).to_be_visible()
