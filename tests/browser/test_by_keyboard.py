"""Without a finger on the glass: the main flows by keyboard alone, and what a screen reader reads out on the way."""

import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.seeded import Person, signed_in
from tests.browser.taps import SAVED_HERE, open_app
from tests.browser.two_people import LAPTOP, sheet

Phone = Callable[..., Page]
DESK: dict[str, Any] = {**LAPTOP, "has_touch": False}
MOST_STEPS = 60
LINE = "I kept my voice down."
LEVELS = ("1, A small bump", "2, Annoying", "3, It got to me", "4, It shook me", "5, Too much")
SAVED = "paragraph: Saved on this phone"
SKIP = "button Skip. That is fine."
HEAD = ["button Close", "img Step {}", "link Get help now"]
# What live regions that were there before say: only that is read out by itself. Beneath an open sheet nothing is.
HEARD = """
globalThis.heard = [];
new MutationObserver((changes) => {
  const added = changes.flatMap((one) => [...one.addedNodes]);
  for (const { target } of changes) {
    const element = target instanceof Element ? target : target.parentElement;
    const region = element?.closest("[role=status], [role=alert], [aria-live]");
    const said = region?.textContent.trim();
    const isNew = added.some((node) => node.contains(region));
    const isBeneath = document.querySelector("dialog[open]") && !region?.closest("dialog[open]");
    if (said && !isNew && !isBeneath && globalThis.heard.at(-1) !== said) globalThis.heard.push(said);
  }
}).observe(document, { subtree: true, childList: true, characterData: true });
"""


class Keys:
    """Hands on a keyboard that know nothing but Tab, the arrows, Enter, Space and Escape."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, *names: str) -> None:
        """These keys, one after the other."""
        for name in names:
            self.page.keyboard.press(name)

    def go_to(self, what: Locator) -> Locator:
        """Tabs until the focus is there; fails where no Tab leads."""
        expect(what).to_be_visible()
        for _ in range(MOST_STEPS):
            if what.evaluate("(one) => one === document.activeElement"):
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


def desk(phone: Phone) -> Keys:
    """A computer without a touch screen, whose live regions are listened to."""
    page = phone(**DESK)
    page.add_init_script(HEARD)
    open_app(page)
    return Keys(page)


def read_out(page: Page) -> list[str]:
    """The open sheet as a screen reader walks through it: role and name, one after the other."""
    lines = (line.strip().removeprefix("- ") for line in sheet(page).aria_snapshot().splitlines())
    met = [re.sub(r"^'(.*)'$", r"\1", line.removesuffix(":")).replace('"', "") for line in lines]
    layout = ("/url", "text:", "banner", "contentinfo", "dialog")
    return [one for one in met if not one.startswith(layout) and one != "status"]


def heard(page: Page) -> list[str]:
    """What was read out by itself since this was last asked."""
    said: list[str] = page.evaluate("globalThis.heard.splice(0)")
    return said


def step(number: str, heading: str, *rest: str) -> list[str]:
    """What is expected at a step: its head, its heading, and what follows."""
    return [*(line.format(number) for line in HEAD), f"heading {heading} [level=1]", *rest]


def begin_rough_call(keys: Keys) -> None:
    """From Today until it is saved, and each step read out."""
    keys.button("A rough call")
    keys.step("First, a slow breath")
    keys.button("Skip. That is fine.")
    keys.step("What set it off?")
    keys.enter(keys.here.locator("summary", has_text="How they spoke to me"))
    keys.pick("Shouting")
    assert "radio Shouting [checked]" in read_out(keys.page)
    keys.button("Next")
    keys.step("How big was it?")
    keys.pick("2, Annoying")
    assert read_out(keys.page) == step(
        "3 of 7",
        "How big was it?",
        "group How big was it?",
        *(f"radio {level}{' [checked]' if level.startswith('2') else ''}" for level in LEVELS),
        "paragraph: From here on it is saved. You can stop at any time.",
        "button Next",
    )
    assert heard(keys.page)[1:] == []  # beside the word of the breath
    keys.button("Next")


def end_rough_call(keys: Keys) -> None:
    """A line, no question, no second size, no step; and out by Escape."""
    keys.step("One line, if you like")
    expect(sheet(keys.page).get_by_text(SAVED_HERE)).to_be_visible()
    assert heard(keys.page) == [SAVED_HERE]
    keys.go_to(sheet(keys.page).get_by_role("textbox", name="What happened?"))
    keys.page.keyboard.type(LINE)
    keys.button("Next")
    expect(sheet(keys.page).get_by_role("heading", name="One line, if you like")).to_have_count(0)
    keys.button("Skip. That is fine.")
    keys.step("How big is it now?")
    assert [*read_out(keys.page)[-3:]] == ["paragraph: The same or bigger is fine too.", SAVED, SKIP]
    keys.button("Skip. That is fine.")
    keys.step("One small step, or nothing at all. Which is kinder?")
    keys.pick("Nothing. That is fine.")
    keys.button("Done")
    keys.step(re.compile("Noted|You put it down here"))
    assert "group Ready for the next one?" in read_out(keys.page)
    keys.press("Escape")
    expect(sheet(keys.page)).to_have_count(0)


def test_a_rough_call_is_written_read_and_deleted_by_keyboard(phone: Phone) -> None:
    keys = desk(phone)
    page = keys.page
    begin_rough_call(keys)
    end_rough_call(keys)
    expect(page.get_by_role("button", name="A rough call")).to_be_focused()
    keys.enter(page.get_by_role("link", name="Journal", exact=True))
    keys.step("Journal")
    keys.enter(page.get_by_role("link", name=re.compile(LINE)))
    keys.step("Shouting")
    expect(page.get_by_text(LINE)).to_be_visible()
    keys.button("Delete")
    expect(page.get_by_role("radio").first).to_be_visible()
    keys.button("Delete")
    keys.step("Journal")
    expect(page.get_by_text(LINE)).to_have_count(0)


def test_something_good_is_read_out(phone: Phone) -> None:
    keys = desk(phone)
    keys.button("Something good")
    keys.step("Something good")
    expect(keys.page.get_by_role("radio")).to_have_count(7)
    first = read_out(keys.page)
    assert first[:6] == step("1 of 2", "Something good", "paragraph: Small counts.", "group Something good")
    assert [line.split()[0] for line in first[6:]] == ["radio"] * 7
    keys.pick("A kind customer")
    keys.button("Next")
    keys.step("It is yours now.")
    expect(sheet(keys.page).get_by_text(SAVED_HERE)).to_be_visible()
    assert heard(keys.page) == [SAVED_HERE]
    assert read_out(keys.page) == step(
        "2 of 2",
        "It is yours now.",
        "textbox A line to remember it by",
        "paragraph: Leave out names, numbers and addresses of customers.",
        SAVED,
        "button Undo",
        "button Done",
    )


def test_a_copy_is_shared_by_keyboard_and_says_what_it_does(
    phone: Phone, past: tuple[Person, Person]
) -> None:
    keys = Keys(signed_in(phone(**LAPTOP), past[0]))
    open_app(keys.page, f"/journal/{past[0].items['entry']}")
    keys.button("Share a copy")
    keys.step("A copy for Sam")
    met = read_out(keys.page)
    for group in ("group What is in it", "group What for?", "group For how long?"):
        assert group in met
    assert [line for line in met if line.startswith("radio") and "[checked]" in line] == [
        "radio I want somebody to know [checked]",
        "radio 30 days [checked]",
    ]
    keys.button("Next")
    mine = sheet(keys.page).get_by_role("button", name="Keep it mine")
    expect(mine).to_be_focused()
    expect(mine).to_have_accessible_description(re.compile("Share this entry.*Sam will be able to read it"))
    told = read_out(keys.page)
    assert told[4] == "paragraph: Sam will be able to read it."
    assert "region They see" in told
    assert "paragraph: Your job does not depend on this. Nobody is told if you share nothing." in told
    assert told[-2:] == ["button Keep it mine", "button Share this one"]
    keys.button("Share this one")
    keys.step("Sam has it now")
    assert [line.split(":")[0] for line in read_out(keys.page)[4:]] == [
        "status",
        "button Take it back",
        "button Done",
    ]
