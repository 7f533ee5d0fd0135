"""What becomes of what was shared: asked for at the end of a call, not seen, seen, praised, over; and how it ends between two."""

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.flows import Thumb, rough_call_steps, something_good_steps
from tests.browser.taps import PASSWORD, open_app, sign_in, tap
from tests.browser.test_all_lost import start_over
from tests.browser.two_people import (
    LAPTOP,
    Two,
    hand_over,
    link_of,
    manage,
    open_entry,
    pair_by_link,
    sheet,
    two_people,
    write,
)
from tests.server import Server

Phone = Callable[..., Page]
LINE = "The card came with a drawing"
BREAK = "I need a short break before the next call."
CHANGED = "The list of who opened what was changed on the server."
NOT_SEEN = "Not seen yet"
NEW_KEYS = "Sam has new keys. That can be a new phone, or somebody else."


@pytest.fixture
def paired(phone: Phone, server: Server) -> Two:
    """Ana on a phone and Sam on a laptop; both have compared the number."""
    two = two_people(phone, server, **LAPTOP)
    pair_by_link(two)
    return two


def sql(server: Server, statement: str, *values: Any) -> list[Any]:
    """What somebody with the database in hand does."""
    with closing(sqlite3.connect(Path(server.data) / "aftershift.sqlite3", timeout=20)) as database, database:
        return database.execute(statement, values).fetchall()


def inbox(sam: Page) -> Any:
    """What lies in Sam's inbox, looked at anew."""
    open_app(sam, "/coach")
    expect(sam.get_by_text("What you read here is never for reviews")).to_be_visible()
    return sam.get_by_role("button", name="From Ana")


def test_backup_is_asked_for_at_the_end_of_a_call_and_what_becomes_of_it_is_said(paired: Two) -> None:
    ana, sam = paired.ana, paired.sam
    ask_at_the_end_of_a_call(ana)
    nobody_looked_for_a_weekday(paired)
    expect(inbox(sam)).to_have_count(1)
    expect(sam.get_by_role("heading", name="Would like backup")).to_be_visible()
    expect(sam.get_by_text(NOT_SEEN)).to_have_count(0)
    sam.get_by_role("button", name="From Ana").tap()
    expect(sheet(sam).get_by_text("Ana would like backup.")).to_be_visible()
    expect(sheet(sam).get_by_text(BREAK)).to_be_visible()
    tap(sam, "Close without an answer")
    open_app(ana, "/sharing")
    expect(ana.get_by_text("A copy: Sam until")).to_contain_text("opened")
    the_list_is_changed_in_the_database(paired)
    its_time_is_over(paired)


def ask_at_the_end_of_a_call(ana: Page) -> None:
    """One tap from the end of a rough call, and two more: a line, and a yes."""
    open_app(ana)
    steps = rough_call_steps(Thumb(ana))
    while next(steps) != "end":
        continue
    sheet(ana).get_by_role("button", name="Ask for backup").tap()
    sheet(ana).get_by_role("radio", name=BREAK).tap()
    tap(ana, "Share this one")
    expect(sheet(ana).get_by_role("heading", name="Sam has it now")).to_be_visible()
    tap(ana, "Done")
    expect(ana.get_by_role("dialog")).to_have_count(0)


def nobody_looked_for_a_weekday(two: Two) -> None:
    """Four days on, a weekday among them, whoever asked is told of other ways; before, nothing is."""
    ana, now = two.ana, datetime.now(UTC)
    open_app(ana)
    expect(ana.get_by_text("A copy: Sam until")).to_contain_text("not opened yet")
    expect(ana.get_by_text(NOT_SEEN)).to_have_count(0)
    ana.clock.set_fixed_time(now + timedelta(days=4))
    open_app(ana)
    expect(ana.get_by_role("heading", name=NOT_SEEN)).to_be_visible()
    expect(ana.get_by_text("Other ways: call or write to somebody you trust")).to_be_visible()
    ana.clock.set_fixed_time(now)


TAMPERINGS = (
    "UPDATE ledger_event SET event = replace(event, 'keycard', 'exported') WHERE ledger_id = ? AND n = 1",
    "DELETE FROM ledger_event WHERE ledger_id = ? AND n = 2",
    "UPDATE ledger SET n = n - 1 WHERE owner_id = ?",
)


def the_list_is_changed_in_the_database(two: Two) -> None:
    """A line edited, a line dropped, the end cut off: each is an alarm at the next sync, until it is as it was."""
    ana, server = two.ana, two.server
    ((own, n),) = sql(
        server,
        "SELECT owner_id, n FROM ledger JOIN person ON person.id = owner_id WHERE email = ?",
        two.ana_email,
    )
    kept = sql(server, "SELECT id, n, event FROM ledger_event WHERE ledger_id = ?", own)
    assert n >= 3
    for tampering in TAMPERINGS:
        sql(server, tampering, own)
        open_app(ana, "/sharing")
        expect(ana.get_by_text(CHANGED)).to_be_visible()
        for row, number, event in kept:
            put_back = "INSERT OR REPLACE INTO ledger_event (id, ledger_id, n, event) VALUES (?, ?, ?, ?)"
            sql(server, put_back, row, own, number, event)
        sql(server, "UPDATE ledger SET n = ? WHERE owner_id = ?", n, own)
        open_app(ana, "/sharing")
        expect(ana.get_by_text(CHANGED)).to_have_count(0)


def its_time_is_over(two: Two) -> None:
    """It ends by itself, on both sides, without anybody doing anything."""
    sql(two.server, "UPDATE shared_copy SET exp = 1 WHERE ended = ''")
    expect(inbox(two.sam)).to_have_count(0)
    expect(two.sam.get_by_text("Nothing shared right now.")).to_be_visible()
    open_app(two.ana, "/sharing")
    expect(two.ana.get_by_role("heading", name="Over", exact=True)).to_be_visible()
    expect(two.ana.get_by_text("A copy for Sam, over since")).to_be_visible()
    two.ana.get_by_text("The list, in words").tap()
    expect(two.ana.get_by_text("A copy ended by itself.")).to_be_visible()


def test_praise_needs_a_yes_and_new_keys_a_new_meeting_on_both_sides(phone: Phone, paired: Two) -> None:
    share_something_good(paired.ana)
    praise_goes_on_record_only_with_a_yes(paired)
    the_coachs_keys_are_new(paired)
    pair_by_link(paired)
    shared_anew(paired)
    fresh = all_is_lost(phone, paired)
    pair_by_link(fresh)
    shared_anew(fresh)
    it_is_over(fresh)


def share_something_good(ana: Page) -> None:
    """A bright spot, and a copy of it."""
    open_app(ana)
    for _step in something_good_steps(Thumb(ana)):
        continue
    open_entry(ana, "A kind customer")
    hand_over(ana)
    tap(ana, "Done")


def praise_goes_on_record_only_with_a_yes(two: Two) -> None:
    """Sam asks; a no reaches nobody, a yes is a copy like any other."""
    ana, sam = two.ana, two.sam
    inbox(sam).tap()
    tap(sam, "Answer")
    sheet(sam).get_by_role("button", name="This made my day").tap()
    sheet(sam).get_by_role("checkbox", name="May I put this praise on your record?").tap()
    tap(sam, "Send it")
    expect(sheet(sam).get_by_role("heading", name="Sent")).to_be_visible()
    tap(sam, "Done")
    open_app(ana)
    asked = ana.get_by_text("Sam asks whether this praise may go on your record. Only if you say yes.")
    expect(asked).to_be_visible()
    tap(ana, "No. Nobody is told.")
    expect(asked).to_have_count(0)
    expect(inbox(sam)).to_have_count(1)
    open_app(ana, "/sharing")
    tap(ana, "Write a yes")
    words = sheet(ana).get_by_label("The words", exact=True).first
    expect(words).to_have_value(re.compile("^Yes, you may put this on my record: “This made my day"))
    tap(ana, "Next")
    tap(ana, "Share this one")
    expect(sheet(ana).get_by_role("heading", name="Sam has it now")).to_be_visible()
    tap(ana, "Done")
    expect(inbox(sam)).to_have_count(2)


def the_coachs_keys_are_new(two: Two) -> None:
    """Nothing can be shared or read until the two have met again; what was out is over."""
    ana, sam = two.ana, two.sam
    open_app(sam, "/me/change-keys")
    sam.get_by_label("Your password", exact=True).fill(PASSWORD)
    tap(sam, "Change the keys now")
    expect(sam.get_by_role("heading", name="Your recovery code")).to_be_visible()
    expect(inbox(sam)).to_have_count(0)
    expect(sam.get_by_text("Over", exact=True)).to_be_visible()
    open_app(ana, "/sharing")
    expect(ana.get_by_text(NEW_KEYS)).to_be_visible()
    expect(ana.get_by_role("button", name="Pair again")).to_be_visible()
    expect(ana.get_by_text("A copy for Sam, over since")).to_have_count(2)
    open_app(ana, "/journal")
    ana.get_by_role("link").filter(has_text="A kind customer").first.tap()
    expect(ana.get_by_text("Only you")).to_be_visible()
    expect(ana.get_by_role("button", name="Share a copy")).to_have_count(0)


def shared_anew(two: Two) -> None:
    """Between the new keys it works as before."""
    write(two.ana, LINE)
    open_entry(two.ana, LINE)
    hand_over(two.ana)
    tap(two.ana, "Done")
    expect(inbox(two.sam)).to_have_count(1)
    two.sam.get_by_role("button", name="From Ana").tap()
    expect(sheet(two.sam).get_by_text(LINE)).to_be_visible()
    tap(two.sam, "Close without an answer")


def all_is_lost(phone: Phone, two: Two) -> Two:
    """Ana has neither phone nor code any more: she begins anew, nothing of hers can be opened, and nobody is paired."""
    fresh = phone()
    two.ana.context.close()
    sign_in(fresh, two.ana_email)
    start_over(fresh)
    expect(fresh.get_by_role("heading", name="Your recovery code")).to_be_visible()
    tap(fresh, "Check later")
    expect(inbox(two.sam)).to_have_count(0)
    expect(two.sam.get_by_text("Over", exact=True)).to_be_visible()
    open_app(fresh, "/sharing")
    expect(fresh.get_by_text("Nobody. You do not have to share anything")).to_be_visible()
    return replace(two, ana=fresh)


def it_is_over(two: Two) -> None:
    """Either may end it, and need not say why."""
    open_app(two.ana, "/sharing")
    tap(two.ana, "End it with Sam")
    expect(two.ana.get_by_text("Sam can then open nothing of yours.")).to_be_visible()
    tap(two.ana, "Yes, end it")
    expect(two.ana.get_by_text("You two are not paired any more.")).to_be_visible()
    expect(inbox(two.sam)).to_have_count(0)
    expect(two.sam.get_by_text("Over", exact=True)).to_be_visible()


def test_who_leads_the_own_team_is_kept_apart_and_both_are_told_before_they_pair(
    phone: Phone, server: Server
) -> None:
    two = two_people(phone, server, **LAPTOP)
    ana, sam = two.ana, two.sam
    team = ("team", "Nights", "--lead", two.sam_email, "--add", two.ana_email)
    manage(server, *team)
    link = link_of(sam)
    expect(sheet(sam).get_by_text("Your work place keeps you from reading people")).to_be_visible()
    open_app(ana)
    open_app(ana, link[link.index("/sharing") :])
    expect(sheet(ana).get_by_role("alert")).to_contain_text("leads your own team")
    manage(server, *team, "--lead-may-read")
    open_app(sam)
    link = link_of(sam)
    expect(sheet(sam).get_by_text("Your work place lets you be their coach; they are told")).to_be_visible()
    open_app(ana)
    open_app(ana, link[link.index("/sharing") :])
    sheet(ana).get_by_label("What do you call your coach?").fill("Sam")
    told = (
        "Sam leads your team. Your work place allows this because there is nobody else. You can also say no."
    )
    expect(sheet(ana).get_by_text(told)).to_be_visible()
    expect(sheet(ana).get_by_role("button", name="Pair with Sam")).to_be_visible()
