"""The sealed settings of a person, written by two devices and by two clients: what another has put in stays."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from client import Client
from client.ck1.bodies import Words
from client.keys.vault import ring_of
from client.people import profile
from client.sharing import coaching, giving, pairing
from client.sharing.giving import Terms
from client.store import DATABASE
from journal.people.models import Person
from journal.sharing.models import Ledger, LedgerEvent
from tests.client.conftest import PASSWORD, Devices, rough_call

SAM = "sam@example.org"
OF_THE_APP = {"role": "coach", "ended": "2026-11-20", "changed": True, "note": "from a later version"}


@pytest.fixture
def sam(live_server: Any, tmp_path: Path) -> Iterator[Client]:
    """A coach."""
    client = Client(live_server.url, home=tmp_path / "sam")
    client.sign_up(SAM, PASSWORD)
    Person.objects.filter(email=SAM).update(is_coach=True)
    yield client
    client.close()


@pytest.fixture
def pair(phone: Client, sam: Client) -> Callable[[], None]:
    """Pairs the two in the room, as often as it is called."""

    def again() -> None:
        pairing.pin(phone, pairing.invite(sam), name="Sam")
        pairing.accept(sam, name="Ana")
        phone.sync()
        sam.sync()

    return again


def pin(client: Client, person: str) -> Words:
    """What the profile says of somebody, every member of it."""
    words: Words = profile.profile_of(client.store, ring_of(client.store))["pins"][person]  # type: ignore[index]
    return words


def change(client: Client, **words: object) -> None:
    """Writes the profile."""
    profile.change(client.store, ring_of(client.store), client.account, lambda _: words)


def test_what_the_app_knows_of_a_pin_stays_when_its_keys_are_compared(
    phone: Client, sam: Client, pair: Callable[[], None]
) -> None:
    pair()
    before = pin(phone, sam.account)
    assert (before["role"], pin(sam, phone.account)["role"]) == ("coach", "agent")
    change(phone, pins={sam.account: before | OF_THE_APP}, closed={"r": "2026-11-20"})
    pairing.mark_same(phone, sam.account)
    assert pin(phone, sam.account) == before | OF_THE_APP | {"verified": "number"}
    assert profile.profile_of(phone.store, ring_of(phone.store))["closed"] == {"r": "2026-11-20"}


def test_pairing_again_begins_anew_and_keeps_what_old_replies_are_known_by(
    phone: Client, sam: Client, pair: Callable[[], None]
) -> None:
    pair()
    old = pin(phone, sam.account)
    copy = giving.share(phone, rough_call(phone), sam.account, Terms())
    phone.sync()
    coaching.read(sam, copy)
    coaching.reply(sam, copy, "Thank you.")
    pairing.end(phone, sam.account)
    assert pin(phone, sam.account) == old | {"ended": phone.day().isoformat()}
    sam.rotate(PASSWORD)
    pair()
    new = pin(phone, sam.account)
    assert (new["was"], "ended" in new, new["sig"] == old["sig"]) == ([old["keys"]["sig"]], False, False)  # type: ignore[index]
    phone.store.put(signers=None, encs=None)  # another device, which knows of them by the profile alone
    assert [reply.words["text"] for reply in giving.replies_to(phone, copy)] == ["Thank you."]
    assert giving.share(phone, rough_call(phone), sam.account, Terms())


def test_where_two_devices_wrote_it_apart_nothing_one_of_them_put_in_is_lost(
    phone: Client, laptop: Client
) -> None:
    change(phone, name="Ana")
    phone.sync()
    laptop.sync()
    change(phone, copies={"one": {"of": "a"}}, pinned_tools=["breath", "walk"], dropped_tools=["song"])
    change(laptop, copies={"two": {"of": "b"}}, pinned_tools=["breath", "water", "song"])
    laptop.sync()
    phone.sync()
    change(phone, look="night")
    found = profile.profile_of(phone.store, ring_of(phone.store))
    assert (found["copies"], found["name"]) == ({"one": {"of": "a"}, "two": {"of": "b"}}, "Ana")
    tools = found["pinned_tools"], found["dropped_tools"]
    assert [sorted(names) for names in tools] == [["breath", "walk", "water"], ["song"]]  # type: ignore[call-overload]


def test_while_it_is_written_anew_no_other_process_writes_in_the_folder(phone: Client) -> None:
    tried = []

    def made(now: Words) -> Words:
        with closing(sqlite3.connect(phone.store.home / DATABASE, timeout=0)) as other:
            with pytest.raises(sqlite3.OperationalError, match="locked"):
                other.execute("BEGIN IMMEDIATE")
            tried.append(other.in_transaction)
        return {**now, "name": "Ana"}

    profile.change(phone.store, ring_of(phone.store), phone.account, made)
    assert (tried, profile.profile_of(phone.store, ring_of(phone.store))["name"]) == ([False], "Ana")


def test_why_a_pairing_is_over_is_known_where_only_one_device_has_noticed(
    phone: Client, laptop: Client, sam: Client, pair: Callable[[], None]
) -> None:
    pair()
    laptop.sync()
    over = pin(phone, sam.account) | {"ended": "2026-11-20", "changed": True}
    change(laptop, pins={sam.account: over})
    change(phone, name="Ana")
    laptop.sync()
    phone.sync()
    assert pin(phone, sam.account) == over


def lose(owner: str, keep: int) -> None:
    """The server is put back to when this ledger had so many events, and says so."""
    LedgerEvent.objects.filter(ledger_id=owner, n__gt=keep).delete()
    last = {"n": keep, "hash": chain_end(owner)}
    Ledger.objects.filter(owner_id=owner).update(**last)
    call_command("restored", verbosity=0)


def chain_end(owner: str) -> str:
    """The hash after what is left."""
    from journal.sharing.chain import last_hash  # noqa: PLC0415 - the server's own, only to forge a restore

    events = LedgerEvent.objects.filter(ledger_id=owner).order_by("n").values_list("event", flat=True)
    return last_hash("", list(events))


def test_a_restore_is_no_alarm_to_a_second_device_that_had_seen_less(
    devices: Devices, phone: Client, sam: Client, pair: Callable[[], None]
) -> None:
    pair()
    laptop = devices.signed_in("laptop")
    laptop.sync()
    giving.share(phone, rough_call(phone), sam.account, Terms())
    phone.sync()
    lose(phone.account, 1)
    first = phone.sync()
    late = devices.signed_in("late")
    found = [first, late.sync(), laptop.sync(), phone.sync(), late.sync()]
    assert [report.alarms for report in found] == [[], [], [], [], []]
    LedgerEvent.objects.filter(ledger_id=phone.account, n=1).delete()
    Ledger.objects.filter(owner_id=phone.account).update(n=0, hash="")
    assert phone.sync().alarms == [("broken-ledger", None)]


def test_a_head_from_before_a_restore_is_no_alarm_to_a_device_that_went_on_since(
    devices: Devices, phone: Client, sam: Client, pair: Callable[[], None]
) -> None:
    pair()
    laptop = devices.signed_in("laptop")
    giving.share(phone, rough_call(phone), sam.account, Terms())
    phone.sync()
    laptop.sync()
    change(laptop, look="night")  # written offline, with what it knew of the ledger
    lose(phone.account, 1)
    phone.sync()
    assert laptop.sync().alarms == []
    found = [phone.sync().alarms, laptop.sync().alarms, devices.signed_in("late").sync().alarms]
    assert found == [[], [], []]
