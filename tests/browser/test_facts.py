"""A fact note: what was said, for oneself. No address tells of it, nothing of it leaves but as the person's own file."""

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.axe import bring_axe, faults_by_day_and_night
from tests.browser.network import go_offline
from tests.browser.taps import open_app, tap

Phone = Callable[..., Page]
SAID = "They said they would wait outside."
FEELINGS = re.compile("feel|upset|calm|lesson", re.IGNORECASE)


def begin(page: Page) -> None:
    """Opens an empty fact note, from Me."""
    open_app(page, "/me")
    tap(page, "Fact notes")
    tap(page, "Write a fact note")


def test_a_note_is_kept_offline_and_comes_out_as_a_file_of_facts(phone: Phone, tmp_path: Path) -> None:
    page = phone()
    open_app(page)
    go_offline(page)
    begin(page)
    expect(page.get_by_text("Writing here is not a report.")).to_be_visible()
    page.get_by_role("radio", name="Other day").tap()
    page.get_by_role("button", name="20 November").tap()
    page.get_by_role("dialog").get_by_label("Time").fill("22:10")
    page.get_by_role("radio", name="Phone").tap()
    page.get_by_label("Words said, as you heard them").fill(SAID)
    page.get_by_label("Who else heard it").fill("My lead")
    tap(page, "Keep this note")
    assert page.url.endswith("/me")
    page.get_by_role("button", name="20 November 2026").tap()
    with page.expect_download() as told:
        tap(page, "Make a file of it")
    told.value.save_as(tmp_path / "facts.txt")
    text = (tmp_path / "facts.txt").read_text()
    assert told.value.suggested_filename == "fact-notes.txt"
    assert "When: Friday, 20 November 2026 at 22:10\n" in text
    assert f"How they reached you: Phone\nWords said, as you heard them:\n{SAID}\n" in text
    assert "Who else heard it: My lead" in text
    assert not FEELINGS.search(text.replace("not a report", ""))


def test_what_was_half_typed_is_found_again(phone: Phone) -> None:
    page = phone()
    begin(page)
    page.get_by_label("Words said, as you heard them").fill(SAID)
    tap(page, "Back")
    tap(page, "Write a fact note")
    expect(page.get_by_label("Words said, as you heard them")).to_have_value(SAID)
    page.reload()
    expect(page.get_by_label("Words said, as you heard them")).to_have_value(SAID)


def test_it_is_changed_and_deleted_only_when_asked_twice(phone: Phone) -> None:
    page = phone()
    begin(page)
    page.get_by_label("Words said, as you heard them").fill(SAID)
    tap(page, "Keep this note")
    page.get_by_role("button", name=SAID).tap()
    tap(page, "Change it")
    page.get_by_label("Words said, as you heard them").fill("Other words.")
    tap(page, "Keep this note")
    expect(page.get_by_text("Other words.")).to_be_visible()
    tap(page, "Delete this note")
    tap(page, "Keep this note after all")
    tap(page, "Delete this note")
    tap(page, "Yes, delete it for good")
    expect(page.get_by_text("Nothing here.")).to_be_visible()


def test_its_screens_are_accessible(phone: Phone) -> None:
    page = phone()
    bring_axe(page)
    begin(page)
    page.get_by_label("Words said, as you heard them").fill("Card 4111 1111 1111 1111")
    expect(page.get_by_role("button", name="Hide it")).to_be_visible()
    assert faults_by_day_and_night(page) == []
    tap(page, "Keep this note")
    expect(page.get_by_role("button", name="Card 4111")).to_be_visible()
    assert faults_by_day_and_night(page) == []
    page.get_by_role("button", name="Card 4111").tap()
    expect(page.get_by_role("button", name="Change it")).to_be_visible()
    assert faults_by_day_and_night(page) == []
