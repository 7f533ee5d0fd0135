"""Answers that contradict themselves, or what was answered before, are not taken in."""

import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from client import Client
from client.ck1.encoding import Refusal, compact
from client.ck1.ledger import START, follow
from client.commands import telling
from client.feeds import comparing, feed, taking
from client.feeds.feed import Feed, Page, Served
from client.feeds.meeting import Meeting
from client.feeds.writing import Dates, first_revision
from client.keys import vault
from client.people import profile
from client.session import Answer
from client.sharing import ledger
from client.trouble import Alarmed, Stopped

ANA = str(uuid.uuid4())
EVENTS = [compact({"n": n, "own": ANA, "event": "delivered"}).decode() for n in (1, 2)]


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Client]:
    """A folder that reaches no server."""
    client = Client("http://localhost:9", home=tmp_path)
    client.store.put(epoch="one")
    yield client
    client.close()


def answer_to(events: list[str], **other: object) -> dict[str, Any]:
    place, _ = follow(START, events, ANA)
    return {"n": place.n, "hash": place.hash, **other}


def test_a_ledger_ends_where_the_server_says(folder: Client) -> None:
    assert ledger._followed(folder.store, EVENTS, answer_to(EVENTS), ANA).n == 2
    for wrong in ({"n": 3}, {"hash": "x"}):
        with pytest.raises(Refusal):
            ledger._followed(folder.store, EVENTS, answer_to(EVENTS, **wrong), ANA)


def test_a_ledger_begins_as_it_did_before(folder: Client) -> None:
    edited = [EVENTS[0].replace("delivered", "expired"), EVENTS[1]]
    folder.store.put(ledger_events=EVENTS[:1])
    assert ledger._followed(folder.store, EVENTS, answer_to(EVENTS), ANA).n == 2
    with pytest.raises(Refusal):
        ledger._followed(folder.store, edited, answer_to(edited), ANA)


def test_a_ledger_passes_where_another_device_has_been(folder: Client) -> None:
    edited = [EVENTS[0].replace("delivered", "expired"), EVENTS[1]]
    told = {**answer_to(EVENTS[:1]), "epoch": "one"}
    profile.change(folder.store, vault.ring_of(folder.store), ANA, lambda _: {"ledger": told})
    assert ledger._followed(folder.store, EVENTS, answer_to(EVENTS), ANA).n == 2
    with pytest.raises(Refusal):
        ledger._followed(folder.store, edited, answer_to(edited), ANA)


class Says:
    """A server that gives this answer to everything."""

    def __init__(self, **members: object) -> None:
        self._members = members

    def api(self, *_ask: object, **_query: object) -> Answer:
        return Answer(200, {"account": ANA, "epoch": "one", **self._members})


def test_an_answer_to_a_push_says_what_became_of_each(folder: Client) -> None:
    ring, dates = vault.ring_of(folder.store), Dates("2026-11-20", "2026-11-20")
    row = first_revision("entry", {"v": 1, "t": "check-in"}, dates, ring)
    applied = {"status": "applied"}
    for results, holds in (([applied], True), ([], False), ([applied, applied], False)):
        says: Any = Says(results=results)
        if holds:
            assert len(Feed(says, ANA).push("one", 1, [row])) == 1
        else:
            with pytest.raises(Stopped):
                Feed(says, ANA).push("one", 1, [row])


@pytest.mark.parametrize("other", [{"account": "x"}, {"epoch": "two"}], ids=str)
def test_an_answer_is_of_this_account_and_epoch(other: dict[str, str]) -> None:
    says: Any = Says(cursor=0, revs=[], more=False, **other)
    with pytest.raises((Stopped, Alarmed)):
        Feed(says, ANA).changes("one", 0)


def test_a_revision_has_a_name_and_a_place_after_the_last(folder: Client) -> None:
    with pytest.raises(Stopped):
        feed._served({"seq": 1, "rev": "x"})
    nobody: Any = None
    meeting = Meeting(folder.store, nobody, vault.ring_of(folder.store), lambda: 1)
    for seq in (0, 10_001):
        served = Served(seq, str(uuid.uuid4()), None, None, {})
        with pytest.raises(Stopped):
            taking.take(meeting, Page("one", seq, more=False, digest=None, revs=[served]))


def test_a_digest_that_no_list_of_names_explains_is_told(folder: Client) -> None:
    says: Any = Says(ids=[], more=False)
    meeting = Meeting(folder.store, Feed(says, ANA), vault.ring_of(folder.store), lambda: 1)
    assert comparing.same_set(meeting, Page("one", 0, more=False, digest="0" * 32, revs=[]))
    assert meeting.report.alarms == []
    assert comparing.same_set(meeting, Page("one", 0, more=False, digest="f" * 32, revs=[]))
    assert meeting.report.alarms == [("withheld", None)]


def test_what_does_not_hold_ends_every_command() -> None:
    telling.raise_alarms([])
    with pytest.raises(Alarmed):
        telling.raise_alarms([("swapped", None)])
