"""The flows of a shift, walked step by step by one thumb that counts its taps."""

import re
from collections.abc import Callable, Iterator

from playwright.sync_api import Locator, Page, expect

SKIP = "Skip. That is fine."
SIZES = {1: "A small bump", 2: "Annoying", 3: "It got to me", 4: "It shook me", 5: "Too much"}
WORST = 5
A_TAP_S = 1.5
"""How long somebody tired takes to find and tap the next thing."""


class Thumb:
    """Taps, and counts: `seconds` is what the taps take in a hand, beside what was waited for."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.taps = 0
        self.waited_s = 0.0

    @property
    def seconds(self) -> float:
        """The taps at a second and a half each, and the waiting."""
        return self.taps * A_TAP_S + self.waited_s

    def tap(self, what: Locator) -> None:
        """One tap."""
        what.tap()
        self.taps += 1

    def button(self, name: str) -> None:
        """Taps the button of that name; in the sheet where one is open."""
        self.tap(self.here.get_by_role("button", name=name, exact=True))

    def answer(self, name: str) -> None:
        """Taps that answer of several."""
        self.tap(self.here.get_by_role("radio", name=re.compile(rf"\b{re.escape(name)}")).first)

    def wait(self, seconds: float) -> None:
        """Time that goes by without a tap: a breath, a sentence read."""
        self.waited_s += seconds

    @property
    def here(self) -> Page | Locator:
        """The open sheet, or else the page."""
        sheet = self.page.get_by_role("dialog")
        return sheet if sheet.count() else self.page

    def sees(self, heading: str | re.Pattern[str]) -> None:
        """Waits until the step of that heading stands there."""
        sheet = self.page.get_by_role("dialog")
        expect(sheet.get_by_role("heading", name=heading)).to_be_visible()


def rough_call_steps(
    thumb: Thumb, *, trigger: str = "Shouting", group: str = "How they spoke to me", size: int = 4
) -> Iterator[str]:
    """Walks a rough call by taps alone; stands at each step when it names it."""
    thumb.tap(thumb.page.get_by_role("button", name="A rough call"))
    thumb.sees("First, a slow breath")
    yield "breath"
    thumb.button(SKIP)
    thumb.sees("What set it off?")
    yield "trigger"
    pick_trigger(thumb, trigger, group)
    thumb.sees("How big was it?")
    yield "big"
    thumb.answer(SIZES[size])
    yield from _until_the_line(thumb, size)
    if size < WORST:
        thumb.sees("One line, if you like")
        yield "line"
        thumb.button(SKIP)
    yield from _after_the_line(thumb)


def pick_trigger(thumb: Thumb, trigger: str, group: str) -> None:
    """In one tap where it was used lately, else in two."""
    wanted = thumb.here.get_by_role("radio", name=trigger, exact=True).first
    if not wanted.is_visible():
        thumb.tap(thumb.here.get_by_text(group, exact=True))
    thumb.tap(wanted)


def _until_the_line(thumb: Thumb, size: int) -> Iterator[str]:
    if size >= 4:
        thumb.sees("First, let the body settle")
        yield "settle"
        thumb.button(SKIP)
    if size >= 3:
        thumb.sees("What did it feel like?")
        yield "feeling"
        thumb.button("Not sure")


def _after_the_line(thumb: Thumb) -> Iterator[str]:
    now = thumb.here.get_by_role("heading", name="How big is it now?")
    before = thumb.here.get_by_role("heading", name=re.compile("One line, if you like|What did it feel like"))
    rest = thumb.here.get_by_role("button", name="Rest first")
    expect(before).to_have_count(0)
    expect(thumb.here.get_by_role("heading", level=1)).to_be_visible()
    is_owed = rest.is_visible()
    if not now.is_visible():
        yield "offer"
        thumb.tap(rest if is_owed else thumb.here.get_by_role("button", name=SKIP))
    thumb.sees("How big is it now?")
    yield "now"
    thumb.button(SKIP)
    if not is_owed:
        thumb.sees("One small step, or nothing at all. Which is kinder?")
        yield "close"
        thumb.answer("Nothing. That is fine.")
    thumb.sees(re.compile("You put it down here|Noted"))
    yield "end"
    if thumb.here.get_by_text("Ready for the next one?").is_visible():
        thumb.answer("Yes")
    else:
        thumb.button("Done")
    expect(thumb.page.get_by_role("dialog")).to_have_count(0)


def check_in_steps(thumb: Thumb) -> Iterator[str]:
    """A mood, in one tap of its own."""
    thumb.button("Just check in")
    thumb.sees("How are you, right now?")
    yield "mood"
    thumb.answer("Steady")
    thumb.sees("Thank you for looking in.")
    yield "mood kept"
    thumb.button("Done")


def something_good_steps(thumb: Thumb) -> Iterator[str]:
    """A bright spot, as big as a rough call."""
    thumb.tap(thumb.page.get_by_role("button", name="Something good"))
    thumb.sees("Something good")
    yield "bright spots"
    thumb.answer("A kind customer")
    thumb.sees("It is yours now.")
    yield "bright spot kept"
    thumb.button("Done")


def whole_shift_steps(thumb: Thumb) -> Iterator[str]:
    """Six calls of three kinds, put down at once."""
    thumb.button("A whole shift at once")
    thumb.sees("What came up today?")
    yield "which"
    for group, triggers in {
        "How they spoke to me": ["Shouting", "Sworn at"],
        "Work pressure": ["No gap between calls"],
    }.items():
        thumb.tap(thumb.here.get_by_text(group, exact=True))
        for trigger in triggers:
            thumb.tap(thumb.here.get_by_role("checkbox", name=trigger, exact=True))
    thumb.button("Next")
    thumb.sees("How many, and how big?")
    yield "how"
    for card in thumb.page.locator(".tally").all():
        thumb.tap(card.get_by_role("button", name="One more"))
        thumb.tap(card.get_by_role("radio", name=re.compile("It got to me")))
    thumb.button("Put 6 calls down")
    thumb.sees("All of it is put down.")
    yield "put down"
    thumb.button("Done")


FLOWS: dict[str, Callable[[Thumb], Iterator[str]]] = {
    "a rough call": rough_call_steps,
    "a check-in": check_in_steps,
    "something good": something_good_steps,
    "a whole shift": whole_shift_steps,
}


def leave_as_draft(page: Page, flow: str) -> None:
    """Closes the sheet and opens it again until its draft is on the disk; stands before *Go on with it*."""
    dialog = page.get_by_role("dialog")
    go_on = dialog.get_by_role("button", name="Go on with it")
    while not go_on.is_visible():
        dialog.get_by_role("button", name="Close", exact=True).tap()
        expect(dialog).to_have_count(0)
        page.get_by_role("button", name=flow, exact=True).tap()
        expect(dialog.get_by_role("heading", level=1)).to_be_visible()


def week_steps(thumb: Thumb) -> Iterator[str]:
    """A look at the week, from Today; stands at each step when it names it."""
    thumb.button("Look at my week")
    thumb.sees("What set me off")
    yield "came"
    thumb.answer("No gap between calls")
    thumb.button("Next")
    thumb.sees("What helped")
    yield "helped"
    thumb.button("Next")
    thumb.sees("One goal")
    yield "goal"
    thumb.button("Next")
    expect(thumb.here.get_by_role("button", name="Another one")).to_be_visible()
    yield "question"
    thumb.button(SKIP)
    thumb.sees("That was your week.")
    yield "end"


def to_the_question(page: Page) -> None:
    """From the tools to the question of the week."""
    page.goto("/tools")
    page.get_by_role("button", name="My week", exact=True).tap()
    dialog = page.get_by_role("dialog")
    for heading in ("What set me off", "What helped", "One goal"):
        expect(dialog.get_by_role("heading", name=heading)).to_be_visible()
        dialog.get_by_role("button", name="Next", exact=True).tap()
    expect(dialog.get_by_role("button", name="Another one")).to_be_visible()
