"""What only work can change: asked by taps, offline; handed over, answered, and kept whatever becomes of the copy."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.axe import bring_axe, faults_in
from tests.browser.flows import Thumb
from tests.browser.network import go_offline
from tests.browser.taps import open_app, tap
from tests.browser.two_people import LAPTOP, pair_by_link, sheet, two_people
from tests.server import Server

Phone = Callable[..., Page]

ALONE = "I am left alone with hard calls"
HELPS = "Somebody I can hand a call over to"
NINETY_S = 90
CLIPBOARD = "navigator.clipboard.readText()"


def row(page: Page, text: str) -> None:
    """Opens the note of that text from its list."""
    sheet(page).get_by_role("button", name=text).tap()


def ask_by_taps(page: Page) -> Thumb:
    """From the lists to an ask that is kept; the thumb has counted."""
    open_app(page, "/notes")
    thumb = Thumb(page)
    thumb.tap(page.get_by_role("button", name="Asks for work"))
    thumb.button("Add one")
    thumb.answer(ALONE)
    expect(sheet(page).get_by_label("What would help?")).to_have_value(HELPS)
    thumb.answer("My team lead")
    assert faults_in(page) == []
    thumb.button("Save")
    expect(sheet(page).get_by_text("Only you can read this")).to_be_visible()
    return thumb


def test_an_ask_for_work_takes_taps_alone_is_moved_on_and_shown_at_a_talk(phone: Phone) -> None:
    page = phone()
    bring_axe(page)
    open_app(page)
    go_offline(page)
    assert ask_by_taps(page).seconds <= NINETY_S
    row(page, ALONE)
    expect(sheet(page).get_by_text("For: My team lead")).to_be_visible()
    assert faults_in(page) == []
    sheet(page).get_by_role("radio", name="Asked", exact=True).tap()
    expect(sheet(page).get_by_text("Asked of: My team lead, Today")).to_be_visible()
    tap(page, "Bring to my 1:1")
    expect(sheet(page).get_by_role("checkbox", name=ALONE)).to_be_checked()
    tap(page, "Show these")
    expect(sheet(page).get_by_text(HELPS)).to_be_visible()
    tap(page, "Done showing")
    sheet(page).get_by_role("radio", name="Cannot be").tap()
    expect(sheet(page).locator(".status")).to_have_text("It cannot be done")
    tap(page, "Change it")
    sheet(page).get_by_label("What came back").fill("Not before spring")
    tap(page, "Save")
    expect(sheet(page).get_by_text("Not before spring")).to_be_visible()
    sheet(page).get_by_role("radio", name="Let it go").tap()
    expect(sheet(page).locator(".status")).to_have_text("You let it go")
    page.reload()
    expect(sheet(page).locator(".status")).to_have_text("You let it go")
    page.go_back()
    expect(sheet(page).locator(".note.done")).to_contain_text(ALONE)


def test_whom_to_ask_and_what_to_tell_somebody_new_are_lists_of_ones_own(phone: Phone) -> None:
    page = phone(permissions=["clipboard-read", "clipboard-write"])
    bring_axe(page)
    open_app(page, "/notes")
    go_offline(page)
    page.get_by_role("button", name="Whom I could ask").tap()
    tap(page, "Add one")
    sheet(page).get_by_label("Who?").fill("Mia")
    sheet(page).get_by_role("radio", name="How they say no").tap()
    assert faults_in(page) == []
    tap(page, "Save")
    expect(sheet(page).get_by_text("How they say no")).to_be_visible()
    sheet(page).get_by_role("checkbox", name="Done: Mia").tap()
    expect(sheet(page).get_by_role("checkbox", name="Done: Mia")).to_be_checked()
    tap(page, "Close")
    page.get_by_role("button", name="For somebody new").tap()
    for line in ("Say the time first", "The long one was 4111 1111 1111 1111"):
        tap(page, "Add one")
        sheet(page).get_by_label("What would you tell somebody new?").fill(line)
        tap(page, "Save")
        expect(sheet(page).get_by_role("button", name=line)).to_be_visible()
    assert faults_in(page) == []
    tap(page, "Hand them on")
    expect(sheet(page).get_by_text("Copied.")).to_be_visible()
    handed = page.evaluate(CLIPBOARD).splitlines()
    assert sorted(handed) == ["– Say the time first", "– The long one was •••"]


def test_an_ask_is_handed_over_and_its_answer_stays_with_it(phone: Phone, server: Server) -> None:
    two = two_people(phone, server, **LAPTOP)
    pair_by_link(two)
    ana, sam = two.ana, two.sam
    bring_axe(ana)
    ask_by_taps(ana)
    row(ana, ALONE)
    tap(ana, "Share a copy")
    tap(ana, "Next")
    tap(ana, "Share this one")
    expect(sheet(ana).get_by_role("heading", name="Sam has it now")).to_be_visible()
    tap(ana, "Done")
    expect(sheet(ana).get_by_text("A copy: Sam until")).to_be_visible()
    expect(sheet(ana).get_by_text("Asked of: Sam")).to_be_visible()
    answer_as_coach(sam)
    open_app(ana)
    expect(ana.get_by_text("Sam is looking into it")).to_be_visible()
    tap(ana, "Good, thank you")
    expect(ana.get_by_text("Sam is looking into it")).to_have_count(0)
    open_app(ana, "/notes")
    ana.get_by_role("button", name="Asks for work").tap()
    row(ana, ALONE)
    expect(sheet(ana).get_by_text("Sam is looking into it")).to_be_visible()
    tap(ana, "Take it back")
    expect(sheet(ana).get_by_text("A copy: Sam until")).to_have_count(0)
    expect(sheet(ana).locator(".status").first).to_have_text("Being looked into")
    expect(sheet(ana).get_by_text("I ask planning on Monday")).to_be_visible()
    expect(sheet(ana).get_by_text("Asked of: Sam, Today")).to_be_visible()
    take_calls(sam)


def answer_as_coach(sam: Page) -> None:
    """Sam reads what only work can change, and says that it is looked into."""
    open_app(sam, "/coach")
    sam.get_by_role("button", name="From Ana").tap()
    expect(sheet(sam).get_by_text(ALONE)).to_be_visible()
    expect(sheet(sam).get_by_text(HELPS)).to_be_visible()
    tap(sam, "Answer")
    sheet(sam).get_by_role("radio", name="Looking into it").tap()
    sheet(sam).get_by_label("Your line").fill("I ask planning on Monday")
    tap(sam, "Send it")
    expect(sheet(sam).get_by_role("heading", name="Sent")).to_be_visible()
    tap(sam, "Done")


def take_calls(sam: Page) -> None:
    """Once a quarter a coach is asked to sit where they sit; the line about it is the coach's own."""
    expect(sam.get_by_role("heading", name="Take calls for an hour?")).to_be_visible()
    tap(sam, "I did")
    sam.get_by_label("One line for yourself").fill("Nine minutes without a breath")
    tap(sam, "Save")
    expect(sam.get_by_text("It comes back in the next quarter.")).to_be_visible()
    open_app(sam, "/coach")
    expect(sam.get_by_text("What you read here is never for reviews")).to_be_visible()
    expect(sam.get_by_text("Take calls for an hour?")).to_have_count(0)
    open_app(sam, "/notes")
    sam.get_by_role("button", name="Lessons").tap()
    expect(sheet(sam).get_by_text("Nine minutes without a breath")).to_be_visible()
