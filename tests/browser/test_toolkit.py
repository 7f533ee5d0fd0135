"""The toolkit by thumb: every tool opens and ends, offline; what helped comes first; time survives a locked screen."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.network import entries_on_server, go_offline, until
from tests.browser.taps import SAFE, SAVED_HERE, open_app, sign_up, tap

Phone = Callable[..., Page]
LIBRARY = Path(__file__).parents[2] / "journal" / "library" / "data" / "en"
TOOLS: list[dict[str, Any]] = json.loads((LIBRARY / "techniques.json").read_text())["techniques"]
GROUPS = {"breath": "Breath", "body": "Body", "mind": "Mind", "social": "People", "break": "A break"}
KINDS = {tool["label"]: GROUPS[tool["kind"]] for tool in TOOLS}


def open_tool(page: Page, label: str) -> Locator:
    """From the toolkit: its group, then the tool; returns the sheet."""
    group = page.locator("details", has=page.locator("summary", has_text=re.compile(f"^{KINDS[label]}$")))
    if group.get_attribute("open") is None:
        group.locator("summary").tap()
    group.locator(".tool-row", has_text=re.compile(f"^{re.escape(label)}")).tap()
    sheet = page.get_by_role("dialog")
    expect(sheet.get_by_role("heading", level=1)).to_have_text(label)
    return sheet


def begin(page: Page, label: str) -> Locator:
    """Opens a tool and begins it."""
    sheet = open_tool(page, label)
    tap(page, "Begin")
    return sheet


def end(page: Page, answer: str = "It helped") -> None:
    """Stops doing it, says whether it helped, and closes once it is saved."""
    sheet = page.get_by_role("dialog")
    sheet.get_by_role("button", name=re.compile("^(That is enough|Done)$")).tap()
    sheet.get_by_role("radio", name=answer).tap()
    expect(sheet.get_by_text(SAVED_HERE)).to_be_visible()
    tap(page, "Done")
    expect(sheet).to_have_count(0)


def test_every_tool_opens_and_ends_by_taps_alone_offline(phone: Phone) -> None:
    page = phone()
    open_app(page, "/tools")
    go_offline(page)
    open_app(page, "/tools")
    for tool in TOOLS:
        begin(page, tool["label"])
        end(page)
    assert page.url.endswith("/tools")
    page.get_by_role("link", name="Journal").tap()
    tap(page, "Filters")
    page.get_by_role("checkbox", name="A tool").tap()
    assert len(TOOLS) == 50
    expect(page.get_by_role("button", name="Show 50 entries")).to_be_visible()


def test_what_helped_stands_first_and_what_did_not_last(phone: Phone) -> None:
    page = phone()
    open_app(page, "/tools")
    for label, answer in (("Cool water", "It helped"), ("Shake it out", "Not this time")):
        begin(page, label)
        end(page, answer)
    helped = page.locator("section", has=page.get_by_role("heading", name="What helped you"))
    expect(helped.locator(".tool-row")).to_have_count(1)
    expect(helped.locator(".tool-row")).to_contain_text("Helped you once")
    rows = page.locator("details[open] .tool-row")
    expect(rows.first).to_contain_text("Cool water")
    expect(rows.last).to_contain_text("Shake it out")


def test_a_tool_is_kept_at_hand_taken_out_and_brought_back(phone: Phone) -> None:
    page = phone()
    open_app(page, "/tools")
    open_tool(page, "Look far away")
    tap(page, "Keep at hand")
    tap(page, "Close")
    at_hand = page.locator("section", has=page.get_by_role("heading", name="At hand"))
    expect(at_hand.locator(".tool-row")).to_have_text(re.compile("Look far away"))
    open_tool(page, "Look far away")
    tap(page, "Take out of my kit")
    tap(page, "Close")
    expect(at_hand).to_have_count(0)
    expect(page.locator("details[open] .tool-row", has_text="Look far away")).to_have_count(0)
    page.reload()
    page.locator("summary", has_text="Taken out").tap()
    tap(page, "Bring back: Look far away")
    expect(page.locator("summary", has_text="Taken out")).to_have_count(0)
    open_tool(page, "Look far away")


def test_a_walk_goes_on_under_a_locked_screen_and_after_a_reload(phone: Phone) -> None:
    page = phone()
    page.clock.install()
    open_app(page, "/tools")
    sheet = begin(page, "A short, slow walk")
    expect(sheet.get_by_text("About 5 minutes left")).to_be_visible()
    page.clock.fast_forward("03:00")
    expect(sheet.get_by_text("About 2 minutes left")).to_be_visible()
    page.reload()
    expect(sheet.get_by_text("About 2 minutes left")).to_be_visible()
    tap(page, "Close")
    expect(page.get_by_role("button", name=re.compile("Still going"))).to_contain_text("Until")
    page.clock.fast_forward("45:00")
    page.get_by_role("button", name=re.compile("Still going")).tap()
    expect(sheet.get_by_text("The time is up.")).to_be_visible()
    end(page)
    expect(page.get_by_role("button", name=re.compile("Still going"))).to_have_count(0)


def test_the_screen_stays_on_while_it_is_needed_and_no_longer(phone: Phone) -> None:
    page = phone()
    page.add_init_script(HEAR_LOCKS)
    open_app(page, "/tools")
    begin(page, "Loosen your neck")
    until(page, lambda: page.evaluate("window.locks.map((lock) => lock.released)") == [False])
    tap(page, "Close")
    until(page, lambda: page.evaluate("window.locks.every((lock) => lock.released)"))


HEAR_LOCKS = """window.locks = [];
const ask = navigator.wakeLock.request.bind(navigator.wakeLock);
navigator.wakeLock.request = async (kind) => {
  const lock = await ask(kind);
  window.locks.push(lock);
  return lock;
};"""

# Each change of beat with its moment, taken inside the page, and what the hand felt.
HEAR_BEATS = """window.beats = []; window.felt = [];
navigator.vibrate = (pattern) => Boolean(window.felt.push(JSON.stringify(pattern)));
new MutationObserver(() => {
  const beat = Number(document.querySelector('.breath')?.dataset.beat ?? -1);
  if (beat >= 0 && beat !== window.beats.at(-1)?.[0]) window.beats.push([beat, performance.now()]);
}).observe(document, { subtree: true, childList: true, attributes: true });"""


def test_a_guided_breath_keeps_its_time_and_is_felt_with_eyes_closed(phone: Phone) -> None:
    page = phone()
    page.add_init_script(HEAR_BEATS)
    open_app(page, "/tools")
    begin(page, "The double sigh")
    expect(page.get_by_role("dialog").get_by_role("button", name="Done")).to_be_visible(timeout=40_000)
    beats: list[tuple[int, float]] = page.evaluate("window.beats")
    assert [beat for beat, _ in beats] == list(range(31))
    start = beats[0][1]
    late = sorted(moment - start - beat * 1000 for beat, moment in beats)
    assert abs(late[len(late) // 2]) < 100
    assert abs(sorted(moment - start - beat * 1000 for beat, moment in beats[-5:])[2]) < 100
    felt: list[str] = page.evaluate("window.felt")
    assert felt[:3] == ["[240]", "[90]", "[80,110,80]"]
    assert len(felt) == 3 * 3 + 1


def test_breathe_on_today_begins_with_one_tap(phone: Phone) -> None:
    page = phone()
    page.add_init_script(HEAR_BEATS)
    open_app(page)
    go_offline(page)
    open_app(page)
    tap(page, "Breathe")
    expect(page.locator(".breath[data-phase=in]")).to_be_visible()
    assert page.evaluate("window.beats[0][0]") == 0
    end(page)


def test_without_its_holds_a_breath_has_none_from_then_on(phone: Phone) -> None:
    page = phone()
    open_app(page, "/tools")
    open_tool(page, "In, hold, out")
    page.get_by_role("checkbox", name="With holds").uncheck()
    tap(page, "Begin")
    after = page.locator(".breath:not([data-phase=ready], [data-phase=in])")
    expect(after).to_have_attribute("data-phase", "out")
    tap(page, "Close")
    page.reload()
    open_tool(page, "In, hold, out")
    expect(page.get_by_role("checkbox", name="With holds")).not_to_be_checked()


def test_with_reduced_motion_the_word_and_its_count_lead(phone: Phone) -> None:
    page = phone(reduced_motion="reduce")
    open_app(page, "/tools")
    begin(page, "Just one breath")
    circle = page.locator(".breath")
    expect(circle.locator("b")).to_have_text("3")
    assert page.evaluate("document.getAnimations().length") == 0
    assert circle.locator("i").first.evaluate("(one) => getComputedStyle(one).scale") == "0.8"
    expect(circle.get_by_role("status")).to_have_text("And out")


SHAKE = """() => [0, 14, -14, 14].forEach((x) => dispatchEvent(new DeviceMotionEvent("devicemotion", {
  acceleration: { x, y: 0, z: 0 }, accelerationIncludingGravity: { x, y: 0, z: 9.8 } })))"""


def test_the_pad_is_shaken_clear_or_tapped_clear(phone: Phone) -> None:
    page = phone()
    page.add_init_script("DeviceMotionEvent.requestPermission = async () => 'granted';")
    open_app(page, "/tools")
    sheet = begin(page, "Shake it out")
    page.evaluate(SHAKE)
    assert sheet.locator(".pad path").last.evaluate("(one) => one.style.opacity") == "1"
    tap(page, "Let the phone feel the shaking")
    expect(sheet.get_by_text("Hold the phone well")).to_be_visible()
    for _ in range(7):
        page.evaluate(SHAKE)
    expect(sheet.get_by_text("Clear.", exact=True)).to_be_visible()
    end(page)
    begin(page, "Shake it out")
    for _ in range(5):
        sheet.get_by_role("button", name=re.compile("Shake the pad clear")).tap()
    expect(sheet.get_by_text("Clear.", exact=True)).to_be_visible()


def test_words_wait_where_they_were_left_and_two_sides_want_both(phone: Phone) -> None:
    page = phone()
    open_app(page, "/tools")
    sheet = begin(page, "Two sides of a doubt")
    page.get_by_label("Write one fact that speaks against it.").fill("They thanked me by name")
    expect(sheet.get_by_text("both, or neither")).to_be_visible()
    expect(sheet.get_by_role("button", name="Done")).to_have_count(0)
    tap(page, "Close")
    page.reload()
    open_tool(page, "Two sides of a doubt")
    fact = page.get_by_label("Write one fact that speaks against it.")
    expect(fact).to_have_value("They thanked me by name")
    page.get_by_label("Write one kind reason why the doubt is here now.").fill("I am tired")
    end(page)
    page.get_by_role("link", name="Journal").tap()
    expect(page.locator("a.entry").get_by_text("They thanked me by name")).to_be_visible()


def test_a_message_holds_nothing_of_an_entry_and_is_not_sent(phone: Phone) -> None:
    page = phone()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_app(page, "/tools")
    begin(page, "Message someone you trust")
    tap(page, "Copy this line")
    expect(page.get_by_text("Copied.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == "Rough call. Have you got two minutes?"


def test_thanks_are_handed_to_the_phone_and_no_word_of_them_to_the_server(phone: Phone) -> None:
    page = phone()
    sign_up(page)
    page.add_init_script("navigator.share = (what) => Promise.resolve((window.handed = what))")
    sent: list[str] = []
    page.context.on("request", lambda request: sent.append(f"{request.url} {request.post_data}"))
    open_app(page, "/tools")
    begin(page, "Thank someone")
    page.get_by_label("Your line").fill("Mia, you stayed on with me")
    page.get_by_label("Who is it for?").fill("Mia who stayed on")
    tap(page, "Open a message with this")
    assert page.evaluate("window.handed") == {"text": "Mia, you stayed on with me"}
    expect(page.get_by_text("The app sends nothing.")).to_be_visible()
    page.get_by_role("button", name="That is enough").or_(page.get_by_role("button", name="Done")).tap()
    page.get_by_role("radio", name="It helped").tap()
    expect(page.get_by_role("dialog").get_by_text(SAFE)).to_be_visible()
    assert len(entries_on_server(page)) == 1
    known = page.request.get("/api/v1/me/what-you-know/").text()
    assert [one for one in [*sent, known] if "stayed on" in one or "thank-someone" in one] == []
