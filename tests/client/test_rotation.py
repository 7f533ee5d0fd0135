"""A lost device: new keys on another one, through the real server. What was written stays readable, by us alone."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from typing import Any

import pytest
from django.core.management import call_command

from client import Client
from client.ck1 import keys
from client.ck1.slots import generation_of, ring_of
from client.content.days import now
from client.feeds import writing
from client.keys import pending, vault
from client.trouble import Alarmed, Locked, NotNow, SignInNeeded
from journal.feeds.models import Feed, Revision
from journal.keys.models import Keycard, Vault, Wrap
from tests.client.conftest import EMAIL, PASSWORD, Devices, rough_call, texts
from tests.client.lying import LostAnswer, honest


def generations(client: Client) -> list[int]:
    """The generations of the slots kept here."""
    return sorted(generation_of(row.slot) for row in client.store.all() if row.slot)


def rotated_behind(laptop: Client, phone: Client) -> str:
    """The phone renews the keys while the laptop is away; the new code."""
    phone.sync()
    laptop.sync()
    return phone.rotate(PASSWORD)


def test_old_words_stay_and_new_ones_are_under_the_new_keys(devices: Devices, phone: Client) -> None:
    rough_call(phone, "before")
    code = phone.rotate(PASSWORD)
    assert code != devices.code
    rough_call(phone, "after")
    phone.sync()
    assert generations(phone) == [1, 2]
    devices.code = code
    second = devices.signed_in("second")
    second.sync()
    assert texts(second) == texts(phone) == ["after", "before"]
    assert second.store.alarms() == []


def test_the_old_code_and_the_old_keys_open_nothing_any_more(devices: Devices, phone: Client) -> None:
    old = vault.root_of(phone.store)
    phone.rotate(PASSWORD)
    with pytest.raises(Locked) as trouble:
        devices.signed_in("second")
    assert trouble.value.code == "code-wrong"
    with phone.session() as session:
        found = vault.fetch(session)
    assert found is not None
    assert vault.open_with_root(found, old) is None
    assert [row["kid"] for row in found["wraps"]] == ["recovery:2"]  # type: ignore[attr-defined]


def test_a_device_that_was_away_asks_for_the_new_code_and_loses_nothing(
    phone: Client, laptop: Client
) -> None:
    rough_call(laptop, "before")
    laptop.sync()
    code = rotated_behind(laptop, phone)
    rough_call(laptop, "meanwhile")
    with pytest.raises(Locked, match="renewed on another device"):
        laptop.sync()
    assert texts(laptop) == ["before", "meanwhile"]
    laptop.sign_in(EMAIL, PASSWORD, code)
    assert laptop.sync().sent == 1
    phone.sync()
    assert texts(phone) == texts(laptop) == ["before", "meanwhile"]
    assert generations(phone) == generations(laptop) == [1, 2]


def test_rotating_again_and_again_keeps_everything_readable(devices: Devices, phone: Client) -> None:
    for number in range(4):
        rough_call(phone, f"call {number}")
        phone.sync()
        devices.code = phone.rotate(PASSWORD)
    second = devices.signed_in("second")
    second.sync()
    assert texts(second) == [f"call {number}" for number in range(4)]
    assert generations(second) == [1, 2, 3, 4]


def forged(phone: Client, old: keys.Root) -> writing.Row:
    """What somebody with the lost device's keys would slip in."""
    dates = writing.Dates("2026-09-14", "2026-09-14")
    words = {"v": 1, "t": "check-in", "mood": 1, "at": "2026-09-14T19:40:00Z", "tz": "UTC"}
    return writing.first_revision("entry", words, dates, ring_of(old, 1))


def test_whoever_has_the_lost_device_cannot_slip_anything_in(phone: Client, laptop: Client) -> None:
    rough_call(phone, "mine")
    phone.sync()
    laptop.sync()
    old = vault.root_of(laptop.store)
    phone.rotate(PASSWORD)
    row = forged(phone, old)
    with laptop.session() as session:
        body = {"account": phone.account, "epoch": phone.store.text("epoch"), "gen": 2}
        pushed = session.api("POST", "feed/push/", {**body, "revs": [{"body": row.body, "slot": row.slot}]})
    assert pushed.members["results"][0]["status"] == "applied"  # type: ignore[index]
    assert phone.sync().alarms == [("replayed-generation", row.rev)]
    assert texts(phone) == ["mine"]


def test_a_slot_made_before_and_never_sent_gets_a_new_one(devices: Devices, phone: Client) -> None:
    old = vault.ring_of(phone.store)
    devices.code = phone.rotate(PASSWORD)
    words = {"v": 1, "t": "check-in", "mood": 4, "text": "late", "at": "2026-09-14T19:40:00Z", "tz": "UTC"}
    row = writing.first_revision("entry", words, writing.Dates("2026-09-14", "2026-09-14"), old)
    phone.store.save(row)
    assert phone.sync().alarms == []
    kept = phone.store.row(row.rev)
    assert kept is not None
    assert (kept.body, generations(phone)) == (row.body, [2])
    second = devices.signed_in("second")
    assert second.sync().alarms == []
    assert texts(second) == ["late"]


def test_while_something_does_not_hold_the_keys_stay(phone: Client, liar: Any) -> None:
    rough_call(phone)
    phone.sync()
    phone.store.alarm("seq:1", "withheld", None, 1)
    row = phone.store.all()[0]
    phone.store.save(replace(row, sha="x" * 43))
    with pytest.raises(Alarmed):
        phone.rotate(PASSWORD)
    assert Vault.objects.get().gen == 1
    assert phone.store.get("pending") is None


def test_a_wrong_password_changes_nothing(phone: Client) -> None:
    with pytest.raises(SignInNeeded) as trouble:
        phone.rotate("not this one at all")
    assert trouble.value.code == "wrong-password"
    assert (Vault.objects.get().gen, phone.store.get("pending")) == (1, None)


def test_what_another_device_writes_meanwhile_is_known_to_the_new_keys(
    phone: Client, laptop: Client, liar: Any
) -> None:
    rough_call(phone, "mine")
    home, cards, written = laptop.store.home, f"keycards/{phone.account}/", []

    def write_first(path: str, members: Any) -> Any:
        if path.endswith(cards) and not written:
            with closing(Client(home=home)) as there:  # the liar has a thread of its own
                written.append(rough_call(there, "just then"))
                there.sync()
        return members

    liar(phone, write_first)
    phone.rotate(PASSWORD)
    assert written
    assert Vault.objects.get().gen == 2
    assert texts(phone) == ["just then", "mine"]
    assert phone.sync().alarms == []


def test_a_lost_answer_is_settled_by_the_next_sync(devices: Devices, phone: Client, liar: Any) -> None:
    rough_call(phone, "before")

    def lose(path: str, members: Any) -> Any:
        if path.endswith("vault/rotate/"):
            raise LostAnswer
        return members

    between = liar(phone, lose)
    with pytest.raises(NotNow):
        phone.rotate(PASSWORD)
    assert (Vault.objects.get().gen, phone.store.number("gen")) == (2, 1)
    between.rule = honest
    rough_call(phone, "after")
    report = phone.sync()
    assert (report.renewed, report.sent) == (True, 1)
    devices.code = phone.recovery_code()
    second = devices.signed_in("second")
    second.sync()
    assert texts(second) == ["after", "before"]


def test_asking_again_after_a_lost_answer_is_the_same_rotation(phone: Client, liar: Any) -> None:
    def lose(path: str, members: Any) -> Any:
        if path.endswith("vault/rotate/"):
            raise LostAnswer
        return members

    between = liar(phone, lose)
    with pytest.raises(NotNow):
        phone.rotate(PASSWORD)
    between.rule = honest
    code = phone.rotate(PASSWORD)
    assert (Vault.objects.get().gen, code) == (2, phone.recovery_code())


@pytest.fixture
def unsent(phone: Client) -> Iterator[pending.Pending]:
    """A rotation kept in the phone's folder, and then the power went."""
    phone.sync()
    with phone.session() as session:
        yield pending.prepare(phone.store, session, phone.account, now())


def test_a_request_that_never_left_is_forgotten_once_it_is_too_late(
    phone: Client, unsent: pending.Pending
) -> None:
    phone.sync()
    assert pending.is_pending(phone.store)
    rough_call(phone)
    phone.sync()
    phone.sync()
    assert not pending.is_pending(phone.store)
    with phone.session() as session:
        session.send("POST", "/_allauth/browser/v1/auth/reauthenticate", {"password": PASSWORD})
        assert session.api("POST", "vault/rotate/", unsent.request).code == "feed-moved"
    assert phone.rotate(PASSWORD)
    assert Vault.objects.get().gen == 2


def test_a_request_that_arrives_very_late_is_still_ours(phone: Client, unsent: pending.Pending) -> None:
    phone.sync()
    with phone.session() as session:
        session.send("POST", "/_allauth/browser/v1/auth/reauthenticate", {"password": PASSWORD})
        assert session.api("POST", "vault/rotate/", unsent.request).ok
    rough_call(phone)
    report = phone.sync()
    assert (report.renewed, report.sent, phone.recovery_code()) == (True, 1, unsent.code)


def restored_to_the_first_generation(kept: dict[str, Any]) -> None:
    """Puts the server back to a time before the rotation."""
    Keycard.objects.filter(gen__gt=1).delete()
    Wrap.objects.all().delete()
    Vault.objects.update(gen=1, keybag=kept["keybag"])
    Revision.objects.all().delete()
    Feed.objects.update(head=0, digest="0" * 32)
    call_command("restored", verbosity=0)


def test_after_a_restore_the_keys_are_put_back_before_anything_is_pushed(
    devices: Devices, phone: Client
) -> None:
    kept = Vault.objects.values().get()
    rough_call(phone, "before")
    for _ in range(2):
        devices.code = phone.rotate(PASSWORD)
    rough_call(phone, "after")
    phone.sync()
    restored_to_the_first_generation(kept)
    assert phone.sync().alarms == []
    assert (Vault.objects.get().gen, Keycard.objects.count()) == (3, 3)
    second = devices.signed_in("second")
    second.sync()
    assert texts(second) == texts(phone) == ["after", "before"]


def test_signing_in_again_puts_them_back_where_the_session_is_too_old(
    devices: Devices, phone: Client, laptop: Client
) -> None:
    kept = Vault.objects.values().get()
    rough_call(phone)
    code = rotated_behind(laptop, phone)
    laptop.sign_in(EMAIL, PASSWORD, code)
    restored_to_the_first_generation(kept)
    laptop.sign_in(EMAIL, PASSWORD)
    assert (Vault.objects.get().gen, Keycard.objects.count()) == (2, 2)
    assert laptop.sync().alarms == phone.sync().alarms == []
    assert texts(laptop) == texts(phone)


def test_a_server_that_lost_all_keys_gets_the_later_ones_too(phone: Client) -> None:
    phone.rotate(PASSWORD)
    for model in (Wrap, Vault, Keycard):
        model.objects.all().delete()
    rough_call(phone)
    assert phone.sync().sent == 1
    assert (Vault.objects.get().gen, Keycard.objects.count()) == (2, 2)
