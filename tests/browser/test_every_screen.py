"""Every screen there is, found in the app's own lists: at 320 pixels, at twice the text, from right to left, by axe, in both looks.

Addresses and sheets are walked in Spanish, whose words are the longer ones; the flows and the coach's screens in English.
"""

import re
from collections.abc import Callable, Iterator

from playwright.sync_api import Page, expect

from tests.browser.axe import bring_axe
from tests.browser.flows import FLOWS, Thumb, week_steps
from tests.browser.network import until
from tests.browser.seeded import HABIT, WISH, Person, signed_in
from tests.browser.soundness import NARROW, close_sheet, faults_of, rest, show_sheet
from tests.browser.taps import open_app, tap
from tests.browser.two_people import LAPTOP, sheet
from tests.server import ROOT

Phone = Callable[..., Page]
SOURCES = ROOT / "frontend" / "src"
IS_THE = {"/journal/:item": "entry", "/habits/:item": "habit", "/goals/:item": "goal"}
EMPTY = ("/", "/journal", "/tools", "/goals", "/me", "/me/sign-out", "/me/leave", "/sharing", "/unlock")
"""Addresses that look another way to whoever has no account and has written nothing."""
COACHING = ("invite qr", "invite link", "practice", "number {agent}", "letter {letter}")
"""What only a coach opens in the sheet of sharing."""
OPENED_WITH: dict[str, tuple[str, ...]] = {
    "after-shift": ("",),
    "before-shift": ("",),
    "breathe": ("",),
    "check-in": ("",),
    "drill": ("scene", "refund-too-late", "no-such-drill"),
    "fact-notes": ("",),
    "goal": ("", "{goal}"),
    "journal": ("days", "filters"),
    "look-back": ("{goal}",),
    "notes": ("proof", "ask-work", "own-tool", "for-somebody-new", "own-trigger", "follow-up"),
    "rough-call": ("",),
    "sharing": ("pair", "number {coach}", "share {entry}", "backup", "record {reply}", "together"),
    "something-good": ("",),
    "tool": ("no-such-tool",),
    "trusted-person": ("",),
    "week": ("",),
    "whole-shift": ("",),
}
"""Each sheet, with what it can be about; the items by their name."""
WAYS_OF_DOING = ("seed-breath", "shake-it-out", "two-sides", "name-it", "ask-for-backup")
"""A tool of each way: with a pace, with the hand, with two fields, with a list, with a message."""


def found(pattern: str, *place: str) -> list[str]:
    """What the app's source lists there."""
    return re.findall(pattern, SOURCES.joinpath(*place).read_text())


def narrow(phone: Phone) -> Page:
    """A phone of 320 pixels, with axe in it."""
    page = phone(**NARROW)
    bring_axe(page)
    return page


def speak(page: Page, language: str) -> None:
    """From the next load on."""
    page.evaluate("(language) => localStorage.setItem('language', language)", language)


def changing(page: Page, habit: str) -> Page:
    """The form of a habit that exists."""
    open_app(page, f"/habits/{habit}")
    tap(page, "Change this habit")
    expect(page.get_by_role("button", name="Change this habit")).to_have_count(0)
    return page


def shown_words(page: Page) -> str:
    """What stands in the sheet, typed words too."""
    typed = [one.input_value() for one in sheet(page).get_by_role("textbox").all()]
    return "\n".join([sheet(page).inner_text(), *typed])


def test_every_address_is_sound(phone: Phone, past: tuple[Person, Person]) -> None:
    agent, _ = past
    addresses = found(r'path="([^"]+)"', "shell", "routes.tsx")
    assert len(addresses) > 30
    page = signed_in(narrow(phone), agent)
    speak(page, "es")
    for address in [*addresses, "/no/such/screen"]:
        open_app(page, address.replace(":item", agent.items[IS_THE.get(address, "entry")]))
        assert faults_of(page) == [], address
    assert page.locator("html").get_attribute("lang") == "es"
    speak(page, "en")
    assert faults_of(changing(page, agent.items["habit"])) == [], "a habit, being changed"
    for address, own in ((f"/goals/{agent.items['goal']}", WISH), (f"/habits/{agent.items['habit']}", HABIT)):
        open_app(page, address)
        expect(page.get_by_role("heading", name=own)).to_be_visible()
        assert page.title() == "Goals · Aftershift"  # a browser keeps titles where it likes


def test_every_sheet_is_sound(phone: Phone, past: tuple[Person, Person]) -> None:
    agent, _ = past
    assert sorted(OPENED_WITH) == sorted(found(r'(?m)^  "?([\w-]+)"?: late\(', "shell", "App.tsx"))
    parts = {one.split()[0] for one in (*OPENED_WITH["sharing"], *COACHING)}
    assert parts == set(found(r"(?m)^  (\w+): late\(", "sharing", "SharingSheet.tsx"))
    page = signed_in(narrow(phone), agent)
    speak(page, "es")
    open_app(page)
    for name, abouts in OPENED_WITH.items():
        for about in abouts:
            show_sheet(page, name, about.format(**agent.items))
            assert faults_of(page) == [], f"{name} {about}"
            close_sheet(page)
    speak(page, "en")
    open_app(page)
    show_sheet(page, "drill", "refund-too-late")
    page.get_by_label("Your line").fill("I can tell you what is possible.")
    tap(page, "Compare")
    expect(page.get_by_role("heading", name="Two ways to say it")).to_be_visible()
    assert faults_of(page) == [], "two ways to say it"
    open_app(page, "/tools")
    page.locator("summary", has_text="Mind").tap()
    assert faults_of(page) == [], "the toolkit, opened"


def test_a_sheet_about_something_is_the_same_after_a_reload(
    phone: Phone, past: tuple[Person, Person]
) -> None:
    agent, _ = past
    page = signed_in(phone(), agent)
    for name, about in (("look-back", "{goal}"), ("sharing", "share {entry}"), ("notes", "proof")):
        open_app(page, "/journal")
        show_sheet(page, name, about.format(**agent.items))
        rest(page)
        before = shown_words(page)
        page.reload()
        expect(sheet(page).get_by_role("heading", level=1)).to_be_visible()
        until(page, lambda: shown_words(page) == before)  # noqa: B023 - asked within this turn
    assert "They asked for me by name." in before


def test_the_coachs_screens_are_sound_on_a_laptop(phone: Phone, past: tuple[Person, Person]) -> None:
    _, coach = past
    page = phone(**LAPTOP)
    bring_axe(page)
    signed_in(page, coach)
    for address in ("/coach", "/", "/journal", "/me"):
        open_app(page, address)
        assert faults_of(page) == [], address
    open_app(page, "/coach")
    for about in COACHING:
        show_sheet(page, "sharing", about.format(**coach.items))
        assert faults_of(page) == [], about
        close_sheet(page)


def steps(page: Page) -> Iterator[str]:
    """Every flow from its beginning to its end."""
    for flow in [*FLOWS.values(), week_of_a_sunday]:
        open_app(page)
        yield from flow(Thumb(page))


def week_of_a_sunday(thumb: Thumb) -> Iterator[str]:
    """The look at the week, which is offered on its last evening."""
    thumb.page.clock.set_fixed_time("2026-11-22T19:10:00+01:00")
    open_app(thumb.page)
    yield from week_steps(thumb)


def test_every_step_of_the_flows_is_sound_for_somebody_new(phone: Phone) -> None:
    page = narrow(phone)
    for address in EMPTY:
        open_app(page, address)
        assert faults_of(page) == [], f"{address}, empty"
    for step in steps(page):
        assert faults_of(page) == [], step


def test_every_way_of_doing_a_tool_is_sound(phone: Phone) -> None:
    page = narrow(phone)
    for tool in WAYS_OF_DOING:
        open_app(page, "/tools")
        show_sheet(page, "tool", tool)
        assert faults_of(page) == [], f"{tool}, before"
        tap(page, "Begin")
        assert faults_of(page) == [], f"{tool}, doing"
    sheet(page).get_by_role("button", name=re.compile("That is enough|Done")).tap()
    assert faults_of(page) == [], "did it help?"
    sheet(page).get_by_role("radio", name="About the same").tap()
    expect(sheet(page).get_by_text("Saved on this phone")).to_be_visible()
    assert faults_of(page) == [], "over"
