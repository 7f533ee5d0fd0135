"""What is half typed when the phone is put away is there when it is picked up again."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.network import go_offline
from tests.browser.powercut import cut_power
from tests.browser.taps import open_app, tap

KeptPhone = Callable[..., BrowserContext]
TYPED = "she hung up in the middle of a wo"
LINE = "A line to remember it by"
# Typed, hidden in the same instant, and seen no more: resolves 250 ms later. A hidden page's own
# timers may not ring any more.
TYPE_AND_HIDE = """async (text) => {
  const { setTimeout } = globalThis;
  globalThis.setTimeout = () => 0;
  const field = document.querySelector("dialog textarea");
  field.focus();
  document.execCommand("insertText", false, text);
  Object.defineProperty(document, "visibilityState", { get: () => "hidden" });
  document.dispatchEvent(new Event("visibilitychange"));
  await new Promise((resolve) => setTimeout(resolve, 250));
}"""
# Typed, and nothing is said to the page at all.
TYPE_AND_WAIT = """async (text) => {
  const field = document.querySelector("dialog textarea");
  field.focus();
  document.execCommand("insertText", false, text);
  await new Promise((resolve) => setTimeout(resolve, 500));
}"""


def at_the_line(page: Page) -> None:
    """Stands where something good is put into words."""
    open_app(page)
    page.get_by_role("button", name="Something good").tap()
    page.get_by_role("radio", name="A kind customer").tap()
    page.get_by_label(LINE).tap()


def picked_up_again(context: BrowserContext) -> Page:
    """The phone after its battery was changed."""
    page = context.pages[0]
    open_app(page)
    page.get_by_role("button", name="Something good").tap()
    tap(page, "Go on with it")
    return page


def test_hidden_in_mid_word_and_killed_a_quarter_second_later(kept_phone: KeptPhone, tmp_path: Path) -> None:
    page = kept_phone().pages[0]
    at_the_line(page)
    go_offline(page)
    page.evaluate(TYPE_AND_HIDE, TYPED)
    cut_power(tmp_path / "profile")
    again = picked_up_again(kept_phone(offline=True))
    expect(again.get_by_label(LINE)).to_have_value(TYPED)


def test_killed_without_warning_keeps_all_but_the_last_quarter_second(
    kept_phone: KeptPhone, tmp_path: Path
) -> None:
    page = kept_phone().pages[0]
    at_the_line(page)
    go_offline(page)
    page.evaluate(TYPE_AND_WAIT, TYPED)
    cut_power(tmp_path / "profile")
    again = picked_up_again(kept_phone(offline=True))
    expect(again.get_by_label(LINE)).to_have_value(TYPED)
