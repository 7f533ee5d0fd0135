"""Somebody with the database in hand changes it; the next phone refuses what was changed, and says so."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.taps import SAFE, notes, open_app, rough_call, sign_in, sign_up, unlock
from tests.server import Server

Phone = Callable[..., Page]

SWAP_BODIES = """UPDATE revision SET body = CASE seq WHEN {a} THEN (SELECT body FROM revision WHERE seq = {b})
    ELSE (SELECT body FROM revision WHERE seq = {a}) END WHERE seq IN ({a}, {b})"""
SLOT_OF_ANOTHER = "UPDATE revision SET slot = (SELECT slot FROM revision WHERE seq = {b}) WHERE seq = {a}"
EMPTIED_WITHOUT_TOMBSTONE = "UPDATE revision SET body = NULL, slot = NULL WHERE seq = {a}"
MOVED_TO_ANOTHER_ITEM = "UPDATE revision SET rev = '3f9837db-8375-4c90-9be6-09a0c94e552c' WHERE seq = {a}"


@pytest.fixture
def ledger(server: Server) -> Iterator[sqlite3.Connection]:
    """The administrator's own connection to the database file."""
    connection = sqlite3.connect(Path(server.data) / "aftershift.sqlite3", isolation_level=None, timeout=20)
    yield connection
    connection.close()


def last_two(ledger: sqlite3.Connection, email: str) -> tuple[int, list[tuple[int, str]]]:
    """The feed of an account, and (seq, item) of the newest revision of its two items."""
    (feed,) = ledger.execute(
        "SELECT feed.id FROM feed JOIN person ON person.id = feed.owner_id WHERE person.email = ?", [email]
    ).fetchone()
    heads = ledger.execute(
        "SELECT max(seq), item FROM revision WHERE feed_id = ? GROUP BY item ORDER BY 1", [feed]
    ).fetchall()
    assert len(heads) == 2
    return feed, heads


@pytest.mark.parametrize(
    ("tampering", "sentence"),
    [
        (SWAP_BODIES, "came back with other words than yours|does not open|do not open"),
        (SLOT_OF_ANOTHER, "came back with other words than yours|does not open|do not open"),
        (EMPTIED_WITHOUT_TOMBSTONE, "gone from the server, and you did not delete"),
        (MOVED_TO_ANOTHER_ITEM, "came back with other words than yours|was not made by you|does not open"),
    ],
    ids=["swapped bodies", "the slot of another", "emptied without a tombstone", "moved"],
)
def test_what_was_tampered_with_is_refused_aloud(
    phone: Phone, ledger: sqlite3.Connection, tampering: str, sentence: str
) -> None:
    first, second, (line, other) = phone(), phone(), notes()
    open_app(first)
    rough_call(first, line)
    rough_call(first, other)
    email, code = sign_up(first)
    expect(first.get_by_text(SAFE)).to_be_visible()
    feed, [(a, _), (b, _)] = last_two(ledger, email)
    ledger.execute(
        tampering.format(a=a, b=b)
        .replace("seq IN", f"feed_id = {feed} AND seq IN")
        .replace("WHERE seq =", f"WHERE feed_id = {feed} AND seq =")
    )
    sign_in(second, email)
    unlock(second, code)
    expect(second.get_by_text("Something is wrong with what came back")).to_be_visible()
    expect(second.get_by_text(re.compile(sentence))).to_be_visible()
    open_app(first, "/journal")
    expect(first.get_by_text(line)).to_be_visible()
