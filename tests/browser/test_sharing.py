"""Consent is a key, in the hands of two people: an agent's phone, a coach's laptop, online and offline."""

import base64
import hashlib
import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, Request, expect

from journal.library.queries import sharing
from tests.browser.flows import SKIP, to_the_question
from tests.browser.network import NO_BACKGROUND_SYNC, go_offline, go_online, until
from tests.browser.taps import open_app, tap
from tests.browser.two_people import (
    LAPTOP,
    Two,
    answer_link,
    link_of,
    open_entry,
    pair_by_link,
    share,
    sheet,
    two_people,
    write,
)
from tests.server import Server

Phone = Callable[..., Page]
LINE = "He shouted because the parcel was late"
TAKEN = "From now on Sam cannot open it here. What was read cannot be unread."


@pytest.fixture
def paired(phone: Phone, server: Server) -> Two:
    """Ana on a phone and Sam on a laptop; both have compared the number."""
    two = two_people(phone, server, **LAPTOP)
    pair_by_link(two)
    return two


def inbox(sam: Page) -> None:
    """Sam looks in."""
    open_app(sam, "/coach")
    expect(sam.get_by_text("What you read here is never for reviews")).to_be_visible()


def letters(sam: Page) -> Any:
    """What lies in the inbox."""
    return sam.get_by_role("button", name="From Ana")


def test_a_copy_is_read_answered_and_taken_back_while_it_is_open(paired: Two) -> None:
    ana, sam = paired.ana, paired.sam
    write(ana, LINE)
    open_entry(ana, LINE)
    share(ana)
    expect(sheet(ana).get_by_role("heading", name="Sam has it now")).to_be_visible()
    tap(ana, "Done")
    inbox(sam)
    letters(sam).tap()
    expect(sheet(sam).get_by_text(LINE)).to_be_visible()
    tap(sam, "Answer")
    sheet(sam).get_by_role("button", name="Thank you for trusting me with this").tap()
    tap(sam, "Send it")
    expect(sheet(sam).get_by_role("heading", name="Sent")).to_be_visible()
    tap(sam, "Done")
    open_app(ana)
    expect(ana.get_by_text("Sam wrote back")).to_be_visible()
    expect(ana.get_by_text("Thank you for trusting me with this")).to_be_visible()
    tap(ana, "Good, thank you")
    expect(ana.get_by_text("Sam wrote back")).to_have_count(0)
    open_entry(ana, LINE)
    expect(ana.get_by_text("A copy: Sam until")).to_contain_text("opened")
    letters(sam).tap()
    expect(sheet(sam).get_by_text(LINE)).to_be_visible()
    tap(ana, "Take it back")
    expect(ana.get_by_text(TAKEN)).to_be_visible()
    expect(sheet(sam).get_by_role("heading", name="It was taken back")).to_be_visible()
    expect(sam.get_by_text(LINE)).to_have_count(0)
    expect(ana.get_by_text(LINE)).to_be_visible()


def test_offline_it_is_taken_back_before_it_was_ever_sent(paired: Two) -> None:
    ana, sam = paired.ana, paired.sam
    write(ana, LINE)
    open_entry(ana, LINE)
    go_offline(ana)
    share(ana)
    expect(sheet(ana).get_by_role("heading", name="It goes to Sam as soon as")).to_be_visible()
    sheet(ana).get_by_role("button", name="Take it back").tap()
    expect(sheet(ana).get_by_role("heading", name=TAKEN)).to_be_visible()
    tap(ana, "Done")
    sent: list[str] = []
    ana.on("request", lambda request: sent.append(request.url))
    go_online(ana)
    open_app(ana, "/sharing")
    expect(ana.get_by_text("No copy is out.")).to_be_visible()
    until(ana, lambda: "copy" in kinds_on_server(ana))
    assert [url for url in sent if "/copies/" in url] == []
    inbox(sam)
    expect(letters(sam)).to_have_count(0)


def test_offline_it_waits_and_then_goes_and_a_take_back_goes_before_everything_else(paired: Two) -> None:
    ana, sam = paired.ana, paired.sam
    ana.add_init_script(NO_BACKGROUND_SYNC)
    write(ana, LINE)
    open_entry(ana, LINE)
    go_offline(ana)
    share(ana)
    tap(ana, "Done")
    expect(ana.get_by_text("A copy for Sam waits on this phone")).to_be_visible()
    go_online(ana)
    expect(ana.get_by_text("A copy: Sam until")).to_be_visible()
    inbox(sam)
    expect(letters(sam)).to_have_count(1)
    go_offline(ana)
    write(ana, "Written later, still on the phone")
    open_app(ana, "/sharing")
    tap(ana, "Take it back")
    expect(ana.get_by_text(TAKEN)).to_be_visible()
    with ana.expect_request("**/feed/push/") as pushed:
        go_online(ana)
    first = json.loads(pushed.value.post_data or "{}")["revs"][0]
    assert header_of(first)["kind"] == "copy"
    assert header_of(first)["del"] == "forget"
    inbox(sam)
    expect(letters(sam)).to_have_count(0)


def kinds_on_server(page: Page) -> list[str]:
    """Of which kinds the revisions are that the server holds of whoever is signed in."""
    rows = page.request.get("/api/v1/me/what-you-know/").json()
    return [str(row.get("kind")) for table in rows.values() for row in table]


def header_of(rev: dict[str, Any]) -> dict[str, Any]:
    """What a revision says in clear."""

    part = str(rev["body"]).split(".")[0]
    return dict(json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))))


def a_week_asks_once_and_both_ways_are_as_big(ana: Page) -> None:
    """Whoever has paired is asked, with nothing chosen beforehand; the yes is given at the copy."""
    to_the_question(ana)
    tap(ana, SKIP)
    names = ("There is one thing", "I keep it")
    ways = [sheet(ana).get_by_role("button", name=name, exact=True) for name in names]
    sizes = [way.evaluate("one => [one.className, one.offsetWidth, one.offsetHeight]") for way in ways]
    assert sizes[0] == sizes[1]
    assert ana.evaluate("document.activeElement.tagName") == "H1"
    ways[0].tap()
    sheet(ana).get_by_role("listitem").get_by_role("button").first.tap()
    expect(sheet(ana).get_by_role("textbox").first).to_have_value(LINE)
    ana.go_back()
    expect(sheet(ana).get_by_role("heading", name="Which one?")).to_be_visible()
    tap(ana, "Done")
    expect(sheet(ana).get_by_role("heading", name="That was your week.")).to_be_visible()


def keeping_it_is_as_easy(ana: Page) -> None:
    """Both answers are as big, and keeping it has the focus."""
    assert ana.evaluate("document.activeElement.textContent") == "Keep it mine"
    answers = [sheet(ana).get_by_role("button", name=name) for name in ("Keep it mine", "Share this one")]
    boxes = [answer.bounding_box() for answer in answers]
    assert len({(round(box["width"]), round(box["height"])) for box in boxes if box}) == 1


def the_screen_says_what_is_signed(ana: Page) -> list[str]:
    """The sheet shows the shipped lines with name and days put in, and nothing between; the lines as they are shipped."""
    lines: list[str] = sharing("en")["notice"]["lines"]
    shown = ".sheet-body > h1, .sheet-body > .stack > p"
    said = sheet(ana).locator(shown).all_text_contents()
    assert said == [line.replace("{coach}", "Sam").replace("{days}", "30") for line in lines]
    return lines


def check_signed(ana: Page, copies: list[Request], lines: list[str]) -> None:
    """The consent that went with the one copy names those very lines, by their hash."""
    until(ana, lambda: len(copies) == 1)
    consent = json.loads(copies[0].post_data or "{}")["consent"]
    part = str(consent).split(".")[1]
    notice = json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))["notice"]
    digest = base64.urlsafe_b64encode(hashlib.sha256("\n".join(lines).encode()).digest()).decode()
    assert notice == {"version": "1", "lang": "en", "sha256": digest.rstrip("=")}


def test_what_was_left_out_never_leaves_and_taking_back_takes_no_more_taps_than_giving(paired: Two) -> None:
    ana, sam = paired.ana, paired.sam
    write(ana, LINE)
    open_entry(ana, LINE)
    tap(ana, "Share a copy")
    for left_out in ("What it was: Shouting", "How big: It shook me", "The day: Today"):
        sheet(ana).get_by_role("checkbox", name=left_out).tap()
    sheet(ana).get_by_label("The words", exact=True).first.fill("A customer was loud. Only this.")
    tap(ana, "Next")
    keeping_it_is_as_easy(ana)
    lines, copies = the_screen_says_what_is_signed(ana), list[Request]()
    ana.context.on("request", lambda one: copies.append(one) if one.url.endswith("/copies/") else None)
    tap(ana, "Share this one")
    expect(sheet(ana).get_by_role("heading", name="Sam has it now")).to_be_visible()
    check_signed(ana, copies, lines)
    inbox(sam)
    letters(sam).tap()
    expect(sheet(sam).get_by_text("Only this.")).to_be_visible()
    shown = sheet(sam).inner_text()
    assert not [word for word in ("Shouting", "shook", "Today", "parcel") if word in shown]
    tap(sam, "Close without an answer")
    expect(sam.get_by_text("Only this.")).to_have_count(0)
    tap(ana, "Done")
    tap(ana, "Take it back")
    expect(ana.get_by_text(TAKEN)).to_be_visible()
    a_week_asks_once_and_both_ways_are_as_big(ana)


def test_a_link_that_names_other_keys_pins_nobody(phone: Phone, server: Server) -> None:
    two = two_people(phone, server, **LAPTOP)
    link = link_of(two.sam)
    head, coach, enc, sig, nonce = link.split(":", 3)[0], *link.rsplit(":", 4)[1:]
    other = f"{enc[:-2]}{'AA' if enc[-2:] != 'AA' else 'BA'}"
    forged = f"/sharing#CK1I:{coach}:{other}:{sig}:{nonce}"
    assert head
    open_app(two.ana)
    open_app(two.ana, forged)
    expect(sheet(two.ana).get_by_role("alert")).to_contain_text("other keys")
    open_app(two.ana, "/sharing")
    expect(two.ana.get_by_text("Nobody. You do not have to share anything")).to_be_visible()


def test_before_the_number_was_compared_nothing_can_be_shared(phone: Phone, server: Server) -> None:
    two = two_people(phone, server, **LAPTOP)
    answer_link(two.ana, link_of(two.sam))
    expect(sheet(two.ana).get_by_role("heading", name="Compare the number")).to_be_visible()
    write(two.ana, LINE)
    open_app(two.ana, "/journal")
    two.ana.get_by_role("link").filter(has_text=LINE).first.tap()
    expect(two.ana.get_by_text("Only you")).to_be_visible()
    expect(two.ana.get_by_role("button", name="Share a copy")).to_have_count(0)
    open_app(two.ana, "/sharing")
    expect(two.ana.get_by_text("Not checked yet.")).to_be_visible()
