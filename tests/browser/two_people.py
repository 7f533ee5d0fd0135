"""An agent and a coach, each with a device of their own, and what they do with each other."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.taps import open_app, rough_call, sign_up, tap
from tests.server import ROOT, Server

Phone = Callable[..., Page]
LAPTOP: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}, "is_mobile": False}
SHARED_TITLE = "A copy: Sam until"


@dataclass
class Two:
    """Ana, who writes, and Sam, who is a coach; each on a page."""

    ana: Page
    sam: Page
    server: Server
    ana_email: str
    sam_email: str


def manage(server: Server, *arguments: str) -> None:
    """What the operator types."""
    settings = {**os.environ, "DATA": str(server.data), "DATABASE_URL": server.database_url}
    settings.pop("DJANGO_SETTINGS_MODULE", None)
    subprocess.run([sys.executable, "manage.py", *arguments], check=True, cwd=ROOT, env=settings)


def two_people(phone: Phone, server: Server, **sams: Any) -> Two:
    """Both have accounts; Sam is a coach."""
    ana, sam = phone(), phone(**sams)
    ana_email, _ = sign_up(ana)
    sam_email, _ = sign_up(sam)
    manage(server, "coach", sam_email)
    return Two(ana, sam, server, ana_email, sam_email)


def link_of(sam: Page) -> str:
    """Sam's link for one person."""
    open_app(sam, "/coach")
    sam.get_by_role("button", name="Send a link instead").tap()
    field = sheet(sam).get_by_label("The link")
    expect(field).to_be_visible()
    return field.input_value()


def pair_by_link(two: Two) -> None:
    """By a link, and then by the number, which both compare."""
    answer_link(two.ana, link_of(two.sam))
    theirs = number_on(two.ana)
    welcome(two.sam)
    tap(two.sam, "Done")
    two.sam.get_by_role("button", name="Compare the number").tap()
    assert number_on(two.sam) == theirs
    for page in (two.ana, two.sam):
        tap(page, "We see the same")
        tap(page, "Done")
        expect(page.get_by_role("dialog")).to_have_count(0)


def answer_link(ana: Page, link: str) -> None:
    """Ana, who has looked at the screen before, opens the link, and says yes."""
    open_app(ana, "/sharing")
    open_app(ana, "/")
    open_app(ana, link[link.index("/sharing") :])
    sheet(ana).get_by_label("What do you call your coach?").fill("Sam")
    tap(ana, "Pair with Sam")


def welcome(sam: Page) -> None:
    """Whoever answered gets a name on Sam's side."""
    sheet(sam).get_by_label("Name", exact=True).fill("Ana")
    tap(sam, "Add")
    expect(sheet(sam).get_by_text("Ana is added")).to_be_visible()


def number_on(page: Page) -> str:
    """The sixty digits that stand there."""
    shown = sheet(page).locator(".number")
    expect(shown.locator("span")).to_have_count(12)
    return " ".join(shown.inner_text().split())


def write(ana: Page, line: str) -> None:
    """A rough call with a line."""
    open_app(ana)
    rough_call(ana, line)


def open_entry(ana: Page, line: str) -> None:
    """The page of the entry of that line."""
    open_app(ana, "/journal")
    ana.get_by_role("link").filter(has_text=line).first.tap()
    expect(ana.get_by_role("button", name="Share a copy")).to_be_visible()


def share(ana: Page) -> None:
    """From the page of an entry to a copy that was handed over."""
    tap(ana, "Share a copy")
    tap(ana, "Next")
    tap(ana, "Share this one")
    expect(sheet(ana).get_by_role("button", name="Done")).to_be_visible()


def hand_over(ana: Page) -> None:
    """Likewise, and Sam has it: it does not wait on this phone any more."""
    share(ana)
    expect(sheet(ana).get_by_role("heading", name="Sam has it now")).to_be_visible()


def sheet(page: Page) -> Locator:
    """The sheet that is open."""
    return page.get_by_role("dialog")
