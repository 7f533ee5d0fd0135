"""Without a finger on the glass: the main flow by keyboard alone, and what a screen reader meets on its way."""

import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from tests.browser.taps import open_app
from tests.browser.two_people import sheet

Phone = Callable[..., Page]
DESK = {"viewport": {"width": 1280, "height": 800}, "is_mobile": False, "has_touch": False}
MOST_STEPS = 60
LINE = "I kept my voice down."


class Keys:
    """Hands on a keyboard that know nothing but Tab, the arrows, Enter, Space and Escape."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, *names: str) -> None:
        """These keys, one after the other."""
        for name in names:
            self.page.keyboard.press(name)

    def go_to(self, what: Locator) -> Locator:
        """Tabs until the focus is there, where it can be seen; fails where no Tab leads."""
        expect(what).to_be_visible()
        for _ in range(MOST_STEPS):
            if what.evaluate("(one) => one === document.activeElement"):
                assert what.evaluate(
                    "(one) => one.closest('label, a, button, summary, input, textarea').checkVisibility()"
                )
                return what
            self.press("Tab")
        raise AssertionError(f"No Tab leads to {what}")

    def enter(self, what: Locator) -> None:
        """Goes there and presses Enter."""
        self.go_to(what)
        self.press("Enter")

    def button(self, name: str | re.Pattern[str]) -> None:
        """The button of that name; in the sheet where one is open."""
        self.enter(self.here.get_by_role("button", name=name, exact=True))

    def pick(self, name: str) -> None:
        """One of several: into the group, along it with the arrows, and on with the button below."""
        wanted = self.here.get_by_role("radio", name=re.compile(rf"^{re.escape(name)}"))
        group = wanted.locator("xpath=ancestor::fieldset[1]")
        self.go_to(group.get_by_role("radio").first)
        self.press("Space")
        for _ in range(MOST_STEPS):
            if wanted.is_checked():
                return
            self.press("ArrowDown")
        raise AssertionError(f"No arrow leads to {name}")

    def step(self, heading: str | re.Pattern[str]) -> None:
        """Waits for the step, and sees that its heading was read out: it has the focus."""
        expect(self.here.get_by_role("heading", name=heading, level=1)).to_be_focused()

    @property
    def here(self) -> Page | Locator:
        """The open sheet, or else the page."""
        return sheet(self.page) if sheet(self.page).count() else self.page


def rough_call_by_keys(keys: Keys) -> None:
    """From Today to "Saved", with a line."""
    keys.button("A rough call")
    keys.step("First, a slow breath")
    keys.button("Skip. That is fine.")
    keys.step("What set it off?")
    keys.enter(keys.here.locator("summary", has_text="How they spoke to me"))
    keys.pick("Shouting")
    keys.button("Next")
    keys.step("How big was it?")
    keys.pick("Annoying")
    keys.button("Next")


def test_a_rough_call_is_written_read_and_deleted_without_a_finger(phone: Phone) -> None:
    page = phone(**DESK)
    open_app(page)
    keys = Keys(page)
    rough_call_by_keys(keys)
    print(sheet(page).aria_snapshot())
