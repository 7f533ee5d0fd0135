"""Copies: given with a consent, opened under it, replied to, taken back, expired, and served to nobody else."""

from typing import Any

import pytest

from client.ck1 import grants, replies
from client.ck1.bodies import committed_hash
from journal.feeds.actions import renew_epochs
from journal.feeds.models import Revision
from journal.sharing.models import Copy, LedgerEvent
from tests.api.sharing.test_pairings import code
from tests.forge import new_id
from tests.pairs import WORDS, Party, copy_for, given


def reader(anas: Party, sams: Party) -> grants.Reader:
    return grants.Reader(sams.id, sams.bag.enc, anas.id, anas.bag.sig.public)


def test_a_copy_is_read_through_its_grant_and_each_opening_is_written_down_once(
    pair: tuple[Party, Party],
) -> None:
    anas, sams = pair
    copy = given(anas, sams)
    (waiting,) = sams.get("inbox/").json()["results"]
    assert (waiting["owner"], waiting["opened"], "body" in waiting) == (anas.id, False, False)
    opening = new_id()
    for _ in range(2):
        served = copy.open(opening).json()
    read = grants.open_copy(served["body"], served["grant"], reader(anas, sams), now=copy.consent.issued_at)
    assert read.words == WORDS
    copy.open()
    assert sams.get("inbox/").json()["results"][0]["opened"] is True
    assert anas.happened() == ["keycard", "consent", "delivered", "delivered"]
    assert {event["reader"] for event in anas.ledger()[1:]} == {sams.id}


def test_the_same_again_changes_nothing(pair: tuple[Party, Party]) -> None:
    anas, sams = pair
    copy = given(anas, sams)
    before = anas.ledger()
    again = copy.give()
    assert (again.status_code, again.json()["status"], again.json()["served"]) == (200, "duplicate", True)
    assert (anas.ledger(), Copy.objects.count()) == (before, 1)


def test_a_pushed_copy_is_served_to_nobody_until_its_grant_and_consent_come(
    pair: tuple[Party, Party],
) -> None:
    anas, sams = pair
    copy = copy_for(anas, sams)
    rev = {"body": copy.request["body"], "slot": copy.request["slot"]}
    assert anas.device.statuses(rev) == ["applied"]
    assert copy.open().status_code == 404
    assert copy.give().status_code == 200
    assert copy.open().status_code == 200


def test_nobody_else_opens_it(pair: tuple[Party, Party], bens: Party) -> None:
    anas, sams = pair
    copy = given(anas, sams)
    bens.device.person.is_coach = True
    bens.device.person.save()
    for other in (bens, anas):
        assert other.post(f"copies/{copy.item}/open/", {"opening": new_id()}).status_code == 404
        assert other.post(f"copies/{copy.item}/replies/", {"body": copy.reply_token("x")}).status_code == 404
    assert bens.get("inbox/").json()["results"] == []
    assert anas.happened() == ["keycard", "consent"]


def test_taking_back_ends_it_at_once_by_its_address_and_by_push(pair: tuple[Party, Party]) -> None:
    anas, sams = pair
    for by_push in (False, True):
        copy = given(anas, sams)
        copy.open()
        if by_push:
            assert anas.device.statuses(copy.tombstone()) == ["applied"]
        else:
            assert copy.take_back().status_code == 201
        for answer in (copy.open(), copy.reply()):
            assert answer.status_code == 404
        assert sams.get("inbox/").json()["results"] == []
        assert anas.ledger()[-1] | {"n": 0, "on": ""} == {
            "n": 0, "own": anas.id, "on": "", "event": "withdrawn", "jti": copy.consent.jti, "item": copy.item,
            "reader": sams.id, "why": "taken-back",
        }  # fmt: skip
        assert copy.give().json()["served"] is False


def test_a_tombstone_that_comes_first_leaves_a_header_a_consent_and_a_withdrawal(
    pair: tuple[Party, Party],
) -> None:
    anas, sams = pair
    copy = copy_for(anas, sams)
    assert copy.take_back().status_code == 201
    answer = copy.give()
    assert (answer.status_code, answer.json()["served"]) == (200, False)
    kept = Revision.objects.get(rev=copy.body.revision.rev)
    assert (kept.body, kept.slot) == (None, None)
    assert anas.happened()[-2:] == ["consent", "withdrawn"]
    assert copy.open().status_code == 404
    assert sams.get("inbox/").json()["results"] == []


def test_a_take_back_has_to_forget_and_to_be_of_this_copy(pair: tuple[Party, Party]) -> None:
    anas, sams = pair
    copy, other = given(anas, sams), given(anas, sams)
    address = f"copies/{copy.item}/take-back/"
    for body in (other.tombstone(), {"body": other.request["body"], "slot": other.request["slot"]}):
        assert anas.post(address, body).status_code == 400
    assert sams.post(address, copy.tombstone()).status_code == 201, (
        "into Sam's own feed, where it hurts nobody"
    )
    assert copy.open().status_code == 200


def test_it_expires_by_itself(pair: tuple[Party, Party]) -> None:
    anas, sams = pair
    copy = given(anas, sams)
    Copy.objects.update(exp=copy.consent.issued_at)
    assert copy.open().status_code == 404
    assert sams.get("inbox/").json()["results"] == []
    assert anas.happened()[-1] == "expired"
    assert anas.happened().count("expired") == 1


def test_after_a_restore_nothing_is_served_until_the_owner_has_synced(pair: tuple[Party, Party]) -> None:
    anas, sams = pair
    copy = given(anas, sams)
    renew_epochs()
    assert copy.open().status_code == 404
    assert sams.get("inbox/").json()["results"] == []
    old = {"account": anas.id, "epoch": anas.device.epoch}
    assert anas.post("ledger/", old).status_code == 410
    anas.device.epoch = anas.device.changes(0, epoch="").json()["epoch"]
    anas.device.push({"body": copy.request["body"], "slot": copy.request["slot"]})
    assert copy.open().status_code == 404
    query = {"account": anas.id, "epoch": anas.device.epoch}
    assert anas.get("ledger/", **query).json()["served"] is False
    assert anas.post("ledger/", query).status_code == 204
    assert anas.get("ledger/", **query).json()["served"] is True
    assert copy.open().status_code == 200


def test_a_reply_comes_with_the_ordinary_changes_and_tells_the_coach_nothing_of_the_feed(
    pair: tuple[Party, Party],
) -> None:
    anas, sams = pair
    copy = given(anas, sams)
    answer = copy.reply("Thank you for telling me.")
    assert (answer.status_code, set(answer.json())) == (201, {"status", "rev"})
    found = anas.device.everything()[answer.json()["rev"]]
    assert found["slot"] is None
    said, signed = replies.open_sealed_reply(found["body"], anas.id, [anas.bag.enc])
    replies.check_reply(signed, sams.bag.sig.public)
    assert (said.words["text"], said.of) == ("Thank you for telling me.", copy.item)
    assert sams.get("inbox/").json()["results"][0]["answered"] is True


def test_a_reply_may_be_offered_again_by_its_owner_after_a_restore(pair: tuple[Party, Party]) -> None:
    anas, sams = pair
    copy = given(anas, sams)
    rev = copy.reply().json()["rev"]
    found = anas.device.everything()[rev]
    Revision.objects.filter(rev=found["rev"]).delete()
    assert anas.device.statuses({"body": found["body"], "slot": None}) == ["applied"]
    assert anas.device.statuses({"body": copy.request["body"], "slot": None}) == ["missing-slot"]


@pytest.mark.parametrize("what", ["of", "key", "entry", "number"])
def test_a_reply_that_is_none_is_refused(pair: tuple[Party, Party], bens: Party, what: str) -> None:
    anas, sams = pair
    copy = given(anas, sams)
    if what == "of":
        assert copy.reply(of=new_id()).status_code == 400
    elif what == "key":
        anas.bag = bens.bag
        assert code(copy.reply()) == "key-changed"
    elif what == "entry":
        body = {"body": copy.request["body"]}
        assert sams.post(f"copies/{copy.item}/replies/", body).status_code == 400
    else:
        assert [copy.reply().status_code for _ in range(21)] == [201] * 20 + [429]


def test_what_a_coach_is_given_is_kept_by_nobody_on_the_way(pair: tuple[Party, Party]) -> None:
    anas, sams = pair
    copy = given(anas, sams)
    answers: list[Any] = [
        copy.open(),
        copy.reply(),
        sams.get("inbox/"),
        sams.get("pairings/"),
        copy.take_back(),
    ]
    answers += [copy.open(), anas.get("ledger/", account=anas.id, epoch=anas.device.epoch)]
    assert {answer["Cache-Control"] for answer in answers} == {"no-store"}


def test_an_agent_who_is_deleted_leaves_nothing_to_read(pair: tuple[Party, Party]) -> None:
    anas, sams = pair
    copy = given(anas, sams)
    anas.device.person.delete()
    assert copy.open().status_code == 404
    assert (Copy.objects.count(), LedgerEvent.objects.exclude(ledger_id=sams.id).count()) == (0, 0)


@pytest.mark.parametrize("how", ["is no coach any more", "cannot sign in any more", "is deleted"])
def test_a_coach_who_leaves_reads_nothing_and_the_agent_is_told(pair: tuple[Party, Party], how: str) -> None:
    anas, sams = pair
    copy = given(anas, sams)
    assert len(anas.get("pairings/").json()["results"]) == 1
    coach = sams.device.person
    if how == "is deleted":
        coach.delete()
    else:
        coach.is_coach, coach.is_active = how != "is no coach any more", how != "cannot sign in any more"
        coach.save()
    assert copy.open().status_code in (401, 404)
    assert (anas.ledger()[-1]["event"], anas.ledger()[-1]["why"]) == ("withdrawn", "reader-left")
    assert anas.get("pairings/").json()["results"] == []
    assert Copy.objects.get(item=copy.item).ended == "withdrawn"


def test_the_hash_in_the_consent_is_that_of_the_body(pair: tuple[Party, Party]) -> None:
    anas, sams = pair
    copy = given(anas, sams)
    kept = Copy.objects.get(item=copy.item)
    assert kept.sha == committed_hash(copy.request["body"])
