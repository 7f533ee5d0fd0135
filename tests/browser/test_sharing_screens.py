"""Pairing face to face, and every screen of sharing as axe sees it; what goes over the wire stays sealed."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, Request, expect

from tests.browser.axe import bring_axe, faults_in
from tests.browser.taps import open_app, sign_up, tap
from tests.browser.test_link import looking_at
from tests.browser.two_people import (
    manage,
    open_entry,
    pair_by_link,
    sheet,
    two_people,
    welcome,
    write,
)
from tests.promises.canary import canary, finds_in
from tests.server import Server

Phone = Callable[..., Page]
KeptPhone = Callable[..., BrowserContext]
CANARY = canary("shared")
ANSWER = canary("answered")


def test_a_coach_is_added_by_looking_at_the_square(
    phone: Phone, kept_phone: KeptPhone, server: Server, tmp_path: Path
) -> None:
    sam, picture = phone(), tmp_path / "square.mjpeg"
    email, _ = sign_up(sam)
    manage(server, "coach", email)
    open_app(sam, "/coach")
    tap(sam, "Show my square")
    square = sheet(sam).get_by_role("img", name="A square code")
    expect(square).to_be_visible()
    sam.set_viewport_size({"width": 640, "height": 480})  # as wide as a camera sees
    square.scroll_into_view_if_needed()
    picture.write_bytes(sam.screenshot(type="jpeg"))
    ana = kept_phone(**looking_at(picture)).pages[0]
    sign_up(ana)
    open_app(ana, "/sharing")
    tap(ana, "Add a coach")
    tap(ana, "Use the camera")
    sheet(ana).get_by_label("What do you call your coach?").fill("Sam")
    tap(ana, "Pair with Sam")
    expect(sheet(ana).get_by_role("heading", name="You two are paired")).to_be_visible()
    welcome(sam)
    tap(ana, "Done")
    expect(ana.get_by_text("Seen face to face")).to_be_visible()


def test_every_screen_is_sound_and_no_word_goes_over_the_wire(phone: Phone, server: Server) -> None:
    two = two_people(phone, server)
    wire: list[str] = []
    for page in (two.ana, two.sam):
        bring_axe(page)
        page.on("request", lambda request: wire.append(told(request)))
    pair_by_link(two)
    write(two.ana, CANARY)
    for sound in (open_and_share, read_and_answer, look_after):
        sound(two.ana if sound is not read_and_answer else two.sam)
    said = "\n".join(wire).encode()
    assert finds_in(CANARY, said) + finds_in(ANSWER, said) == []
    assert any("/copies/" in one for one in wire)


def told(request: Request) -> str:
    """Everything a request says."""
    return f"{request.url} {request.headers} {request.post_data}"


def sound(page: Page) -> None:
    """No rule is broken here."""
    assert faults_in(page) == []


def open_and_share(ana: Page) -> None:
    """From the entry to a copy, each step looked at."""
    open_entry(ana, CANARY)
    sound(ana)
    tap(ana, "Share a copy")
    expect(sheet(ana).get_by_role("heading", name="A copy for Sam")).to_be_visible()
    sound(ana)
    tap(ana, "Next")
    sound(ana)
    tap(ana, "Share this one")
    expect(sheet(ana).get_by_role("heading", name="Sam has it now")).to_be_visible()
    sound(ana)
    tap(ana, "Done")


def read_and_answer(sam: Page) -> None:
    """The coach's screens."""
    open_app(sam, "/coach")
    sam.get_by_role("button", name="From Ana").tap()
    expect(sheet(sam).get_by_text(CANARY)).to_be_visible()
    sound(sam)
    tap(sam, "Answer")
    sheet(sam).get_by_label("Your line").fill(ANSWER)
    sound(sam)
    tap(sam, "Send it")
    expect(sheet(sam).get_by_role("heading", name="Sent")).to_be_visible()
    tap(sam, "Done")
    expect(sam.get_by_text("Opened before")).to_be_visible()
    sound(sam)
    tap(sam, "Show my square")
    expect(sheet(sam).get_by_role("img", name="A square code")).to_be_visible()
    sound(sam)


def look_after(ana: Page) -> None:
    """What came back, and where the copies are."""
    open_app(ana)
    expect(ana.get_by_text(ANSWER)).to_be_visible()
    sound(ana)
    open_app(ana, "/sharing")
    expect(ana.get_by_text(ANSWER)).to_be_visible()
    ana.get_by_text("The list, in words").tap()
    expect(ana.get_by_text("Sam opened a copy.")).to_be_visible()
    sound(ana)
