"""What goes wrong between a device and its server, and that nothing written is lost by it."""

from dataclasses import replace
from typing import Any

import pytest
from django.core.management import call_command

from client import Client
from client.content.days import instant_of
from client.feeds.offering import PASSING
from client.feeds.rows import digest_of
from client.feeds.sync import Sync
from client.trouble import NotNow, SignInNeeded, Stopped
from journal.feeds.models import Feed, Revision
from tests.client.conftest import EMAIL, PASSWORD, TEXT, Devices, rough_call, texts
from tests.client.lying import LostAnswer, honest


def test_a_lost_answer_writes_nothing_twice(phone: Client, laptop: Client, liar: Any) -> None:
    rough_call(phone)

    def lose(path: str, members: Any) -> Any:
        if path.startswith("/api/v1/feed/push/"):
            raise LostAnswer
        return members

    between = liar(phone, lose)
    with pytest.raises(NotNow):
        phone.sync()
    assert [row.unsent for row in phone.store.all()] == [True]
    between.rule = honest
    assert phone.sync().sent == 1
    assert laptop.sync().taken == 1


def test_without_the_server_everything_is_kept(phone: Client, laptop: Client) -> None:
    server = phone.store.text("server")
    phone.store.put(server="http://localhost:9")
    rough_call(phone)
    with pytest.raises(NotNow):
        phone.sync()
    assert texts(phone) == [TEXT]
    phone.store.put(server=server)
    phone.sync()
    laptop.sync()
    assert texts(laptop) == [TEXT]


def test_an_ended_session_keeps_everything_and_asks_to_sign_in(devices: Devices, phone: Client) -> None:
    rough_call(phone)
    with phone.session() as session:
        session.send("DELETE", "/_allauth/browser/v1/auth/session")
    with pytest.raises(SignInNeeded):
        phone.sync()
    assert texts(phone) == [TEXT]
    phone.sign_in(EMAIL, PASSWORD)
    assert phone.sync().sent == 1


def test_a_folder_stays_with_its_account(devices: Devices, phone: Client) -> None:
    rough_call(phone)
    other = devices.new("other")
    other.sign_up("ben@example.org", PASSWORD)
    with pytest.raises(Stopped):
        phone.sign_in("ben@example.org", PASSWORD)
    with pytest.raises(Stopped):
        phone.sign_up("cyd@example.org", PASSWORD)
    phone.store.put(cookies=other.store.get("cookies"))
    with pytest.raises(Stopped, match="another account"):
        phone.sync()
    assert [row.unsent for row in phone.store.all()] == [True]
    assert other.sync().taken == 0


def test_after_a_restore_everything_held_is_offered_again(phone: Client, laptop: Client) -> None:
    kept, gone = rough_call(phone, "kept"), rough_call(phone, "gone")
    phone.sync()
    phone.delete(gone)
    phone.sync()
    laptop.sync()
    Revision.objects.all().delete()
    Feed.objects.update(head=0, digest="0" * 32)
    call_command("restored", verbosity=0)
    report = phone.sync()
    assert (report.restored, report.sent, report.alarms) == (True, 3, [])
    assert laptop.sync().restored
    assert [item.item for item in laptop.items()] == [item.item for item in phone.items()] == [kept]
    assert not Revision.objects.filter(item=gone, deletion="no", body__isnull=False).exists()


@pytest.mark.parametrize("somebody_wrote_since", [False, True])
def test_what_the_server_lost_without_saying_so_is_missed_and_given_back(
    phone: Client, laptop: Client, *, somebody_wrote_since: bool
) -> None:
    rough_call(phone, "kept")
    rough_call(phone, "lost")
    phone.sync()
    first, second = sorted(phone.store.all(), key=lambda row: row.seq or 0)
    Revision.objects.filter(rev=second.rev).delete()
    Feed.objects.update(head=1, digest=digest_of([first.rev]))
    if somebody_wrote_since:
        rough_call(laptop, "new")
        laptop.sync()
    assert phone.sync().alarms == [("withheld" if somebody_wrote_since else "rolled-back", second.rev)]
    assert phone.sync().alarms == []
    laptop.sync()
    assert texts(laptop) == texts(phone) == ["kept", "lost"] + ["new"] * somebody_wrote_since


def test_what_the_server_refuses_is_kept_and_holds_nothing_else_up(phone: Client) -> None:
    phone.write("check-in", mood=3, at=instant_of("2099-01-01T12:00:00Z"))
    rough_call(phone)
    report = phone.sync()
    assert report.sent == 1
    assert [code for _, code in report.rejected] == ["bad-dates"]
    assert phone.sync().rejected == []
    assert len(phone.items()) == 2
    phone.try_again()
    assert len(phone.sync().rejected) == 1


@pytest.mark.parametrize("code", sorted(PASSING))
def test_what_was_refused_for_a_reason_that_may_pass_is_offered_at_the_next_sync(
    phone: Client, code: str
) -> None:
    rough_call(phone)
    (waits,) = phone.store.unsent()
    phone.store.save(replace(waits, problem=code))
    assert phone.sync().sent == 1
    assert phone.store.unsent() == []


def test_a_deletion_below_something_refused_reaches_what_the_server_has(
    phone: Client, laptop: Client
) -> None:
    item = rough_call(phone)
    phone.sync()
    refused = phone.store.row(phone.edit(item, text="this one is refused"))
    assert refused is not None
    phone.store.save(replace(refused, problem="bad-dates"))
    phone.delete(item)
    phone.sync()
    laptop.sync()
    assert laptop.items() == phone.items() == []
    assert phone.store.unsent() == []


def test_a_server_that_asks_to_wait_is_waited_for(phone: Client, liar: Any) -> None:
    rough_call(phone)
    between, naps = liar(phone), []
    between.refusals = [(503, {"Retry-After": "7"}), (429, {"Retry-After": "3"})]
    with phone.session() as session:
        report = Sync(phone.store, session, phone.account, sleep=naps.append).run()
    assert (report.sent, naps) == (1, [7, 3])


def test_a_server_that_asks_to_wait_long_is_left_alone(phone: Client, liar: Any) -> None:
    liar(phone).refusals = [(503, {"Retry-After": "3600"})]
    with pytest.raises(NotNow) as trouble:
        phone.sync()
    assert trouble.value.wait_s == 3600


def test_a_batch_the_server_finds_too_large_is_halved_until_the_one_is_alone(
    phone: Client, liar: Any
) -> None:
    for mood in (1, 2, 3, 4):
        phone.write("check-in", mood=mood)
    between = liar(phone)
    phone.sync()
    before = len(between.asked)
    for mood in (1, 2, 3, 4):
        phone.write("check-in", mood=mood)
    between.too_large_above = 1
    assert phone.sync().sent == 4
    assert len([path for path in between.asked[before:] if "push" in path]) == 7


def test_the_csrf_cookie_is_read_anew(phone: Client) -> None:
    cookies = phone.store.get("cookies")
    assert isinstance(cookies, list)
    phone.store.put(cookies=[cookie for cookie in cookies if "csrf" not in cookie["name"]])
    rough_call(phone)
    assert phone.sync().sent == 1
