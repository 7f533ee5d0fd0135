"""Leaving a phone: nothing unsent goes unnoticed, nobody loses the way back, a shared computer keeps nothing."""

import json
import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.network import until
from tests.browser.taps import PASSWORD, SAFE, notes, open_app, rough_call, sign_in, sign_up, tap, unlock

Phone = Callable[..., Page]
# Everything in every database of this origin, as text.
EVERYTHING = """async () => {
  const read = ({ name }) => new Promise((done) => {
    const opening = indexedDB.open(name);
    opening.onsuccess = async () => {
      const db = opening.result;
      const all = [...db.objectStoreNames].map((store) => new Promise((got) => {
        const asked = db.transaction(store).objectStore(store).getAll();
        asked.onsuccess = () => got([store, asked.result]);
      }));
      const found = await Promise.all(all);
      db.close();
      done([name, found]);
    };
  });
  const found = await Promise.all((await indexedDB.databases()).map(read));
  return JSON.stringify(found) + JSON.stringify({ ...localStorage });
}"""

ASK_ME = "fetch('/api/v1/me/').then((answer) => answer.status)"


def check_code(page: Page) -> None:
    """Reads the code from the screen and types the two groups that are asked for."""
    expect(page.get_by_role("heading", name="Your recovery code")).to_be_visible()
    groups = re.findall(r"\b[0-9A-HJKMNP-TV-Z]{4}\b", page.get_by_role("main").inner_text())
    tap(page, "I have it")
    for field in page.get_by_role("textbox").all():
        label = page.locator(f"label[for='{field.get_attribute('id')}']").inner_text()
        field.fill(groups[int(label.split()[-1]) - 1])
    tap(page, "Check")
    tap(page, "Done")


def test_without_a_way_back_the_code_comes_first(phone: Phone) -> None:
    page = phone()
    sign_up(page)
    open_app(page, "/me/sign-out")
    expect(page.get_by_role("heading", name="First, your way back")).to_be_visible()
    expect(page.get_by_role("button", name="Sign out", exact=True)).to_have_count(0)
    tap(page, "Show me a code")
    check_code(page)
    expect(page.get_by_text("Everything is safe on the server")).to_be_visible()
    tap(page, "Sign out")
    expect(page.get_by_text("Write first. An account can come later, or never.")).to_be_visible()


def signed_in_with_unsent(phone: Phone) -> tuple[Page, str, str, str]:
    """A second phone, unlocked, that has written something without a connection."""
    first, page, (line, _other) = phone(), phone(), notes()
    email, code = sign_up(first)
    sign_in(page, email)
    unlock(page, code)
    expect(page.get_by_role("heading", name="Journal")).to_be_visible()
    open_app(page)
    page.context.set_offline(True)
    rough_call(page, line)
    return page, email, code, line


def test_unsent_entries_can_be_taken_along_kept_locked_and_sent_later(phone: Phone, tmp_path: Path) -> None:
    page, email, code, line = signed_in_with_unsent(phone)
    page.get_by_role("link", name="Me", exact=True).tap()
    page.get_by_role("link", name="Sign out").tap()
    with page.expect_download() as taken:
        tap(page, "Save it to a file")
    taken.value.save_as(tmp_path / "mine.json")
    file = json.loads((tmp_path / "mine.json").read_text())
    assert line in [row.get("words", {}).get("text") for row in file["readable"]]
    assert len(file["sealed"]["rows"]) == len(file["readable"])
    tap(page, "Sign out, keep it locked here")
    expect(page.get_by_text("Write first. An account can come later, or never.")).to_be_visible()
    page.context.set_offline(False)
    sign_in(page, email)
    unlock(page, code)
    expect(page.get_by_text(line)).to_be_visible()
    open_app(page)
    expect(page.get_by_text(SAFE)).to_be_visible()


def test_throwing_away_takes_typed_words(phone: Phone) -> None:
    page, email, code, line = signed_in_with_unsent(phone)
    page.get_by_role("link", name="Me", exact=True).tap()
    page.get_by_role("link", name="Sign out").tap()
    page.get_by_text("Sign out and throw it away").first.tap()
    page.get_by_label("To be sure, type").fill("yes")
    page.get_by_role("button", name="Sign out and throw it away").tap()
    expect(page.get_by_role("alert").filter(has_text="To be sure")).to_be_visible()
    page.get_by_label("To be sure, type").fill("Throw away")
    page.get_by_role("button", name="Sign out and throw it away").tap()
    expect(page.get_by_text("Write first. An account can come later, or never.")).to_be_visible()
    page.context.set_offline(False)
    sign_in(page, email)
    unlock(page, code)
    expect(page.get_by_role("heading", name="Journal")).to_be_visible()
    expect(page.get_by_text(line)).to_have_count(0)


def test_a_shared_computer_keeps_nothing(phone: Phone, kept_phone: Callable[..., BrowserContext]) -> None:
    first, (line, other) = phone(), notes()
    open_app(first)
    rough_call(first, line)
    email, code = sign_up(first)
    expect(first.get_by_text(SAFE)).to_be_visible()
    context = kept_phone()
    page = context.pages[0]
    open_app(page, "/sign-in")
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("checkbox", name=re.compile("This is a shared computer")).tap()
    tap(page, "Sign in")
    unlock(page, code)
    expect(page.get_by_text(line)).to_be_visible()
    expect(page.get_by_role("heading", name="A shared computer")).to_be_visible()
    page.get_by_role("link", name="Today").tap()
    rough_call(page, other)
    expect(page.get_by_text(SAFE)).to_be_visible()
    context.close()
    again = kept_phone().pages[0]
    open_app(again)
    left = again.evaluate(EVERYTHING)
    assert email not in left
    assert '"revisions",[]' in left
    assert not re.search(r'"revisions",\[\{|"drafts",\["|"zone"', left)
    until(again, lambda: again.evaluate(ASK_ME) == 401)
