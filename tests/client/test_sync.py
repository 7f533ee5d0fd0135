"""Two devices and a real server: what is written on one is read on the other."""

import pytest

from client import Client
from client.feeds import writing
from client.keys import vault
from client.trouble import BadRequest
from tests.client.conftest import EMAIL, PASSWORD, TEXT, Devices, rough_call, texts


def test_a_second_device_reads_what_the_first_wrote(phone: Client, laptop: Client) -> None:
    item = rough_call(phone)
    assert phone.items()[0].unsent
    assert phone.sync().sent == 1
    assert not phone.items()[0].unsent
    assert laptop.sync().taken == 1
    found = laptop.items()[0]
    assert (found.item, found.words["text"], found.words["trigger"]) == (item, TEXT, ["shouting"])


def test_what_was_written_before_there_was_an_account_becomes_its_first_entries(
    devices: Devices,
) -> None:
    other = devices.new("other")
    rough_call(other)
    assert other.items()[0].words["text"] == TEXT
    code = other.sign_up("ben@example.org", PASSWORD)
    other.sync()
    second = devices.new("second")
    second.sign_in("ben@example.org", PASSWORD, code)
    second.sync()
    assert texts(second) == [TEXT]


def test_entries_written_before_sign_in_are_adopted_only_when_asked(devices: Devices, phone: Client) -> None:
    tablet = devices.new("tablet")
    rough_call(tablet)
    with pytest.raises(BadRequest, match="1 entries were written"):
        tablet.sign_in(EMAIL, PASSWORD, devices.code)
    assert not tablet.account
    tablet.sign_in(EMAIL, PASSWORD, devices.code, adopt=True)
    tablet.sync()
    phone.sync()
    assert texts(phone) == texts(tablet) == [TEXT]


def test_an_edit_and_a_deletion_reach_the_other_device(phone: Client, laptop: Client) -> None:
    kept, gone = rough_call(phone, "first"), rough_call(phone, "second")
    phone.sync()
    laptop.sync()
    laptop.edit(kept, text="first, better said")
    laptop.delete(gone)
    assert texts(laptop) == ["first, better said"]
    laptop.sync()
    phone.sync()
    assert texts(phone) == ["first, better said"]
    assert all(row.body is None for row in phone.store.item(gone).values() if not row.is_tombstone)


@pytest.mark.parametrize("forget", [False, True])
def test_a_deletion_keeps_the_day_or_forgets_it(phone: Client, laptop: Client, *, forget: bool) -> None:
    item = rough_call(phone)
    phone.sync()
    phone.delete(item, forget=forget)
    phone.sync()
    laptop.sync()
    days = {row.day for row in laptop.store.item(item).values()}
    assert len(days) == 1
    assert (days == {None}) == forget
    assert laptop.items() == []


def test_something_deleted_before_it_was_ever_sent_leaves_this_computer_without_words(
    phone: Client, laptop: Client
) -> None:
    item = rough_call(phone)
    phone.delete(item)
    assert phone.sync().sent == 2
    laptop.sync()
    assert all(row.body is None for row in laptop.store.item(item).values() if not row.is_tombstone)


def test_two_edits_at_once_are_both_kept_and_shown_the_same_on_both(phone: Client, laptop: Client) -> None:
    item = rough_call(phone)
    phone.sync()
    laptop.sync()
    phone.edit(item, text="on the phone")
    laptop.edit(item, text="on the laptop")
    for device in (phone, laptop, phone):
        device.sync()
    shown = [
        (device.items()[0].words["text"], device.items()[0].others[0].words["text"])
        for device in (phone, laptop)
    ]
    assert shown[0] == shown[1]
    phone.edit(item, text="joined")
    phone.sync()
    laptop.sync()
    assert (laptop.items()[0].words["text"], laptop.items()[0].others) == ("joined", [])


def test_an_edit_beside_a_deletion_is_shown(phone: Client, laptop: Client) -> None:
    item = rough_call(phone)
    phone.sync()
    laptop.sync()
    phone.delete(item)
    laptop.edit(item, text="I still need this")
    for device in (phone, laptop, phone):
        device.sync()
    assert texts(phone) == texts(laptop) == ["I still need this"]


def test_many_entries_go_in_portions_and_come_in_pages(phone: Client, laptop: Client) -> None:
    for number in range(230):
        phone.write("check-in", mood=3, text=str(number))
    assert phone.sync().sent == 230
    assert laptop.sync().taken == 230
    assert sorted(laptop.store.placed().values()) == list(range(1, 231))


def test_large_words_fit_into_requests_the_server_takes(phone: Client, laptop: Client) -> None:
    for number in range(20):
        phone.write("check-in", mood=3, text=f"{number} " + "ü" * 19_000)
    assert phone.sync().sent == 20
    assert laptop.sync().taken == 20


def test_a_folder_put_back_from_a_backup_catches_up(devices: Devices, phone: Client) -> None:
    rough_call(phone, "first")
    phone.sync()
    old = devices.copy_of(phone, "put-back")
    rough_call(phone, "second")
    phone.sync()
    rough_call(old, "third")
    old.sync()
    phone.sync()
    assert texts(old) == texts(phone) == ["first", "second", "third"]


def test_kinds_of_a_later_version_are_kept_byte_for_byte(phone: Client, laptop: Client) -> None:
    row = writing.first_revision(
        "kind-of-next-year", {"v": 9, "new": [1.5, None]}, None, vault.ring_of(phone.store)
    )
    phone.store.save(row)
    phone.sync()
    laptop.sync()
    found = laptop.store.row(row.rev)
    assert found is not None
    assert (found.body, found.slot) == (row.body, row.slot)
    assert laptop.items()[0].words == {"v": 9, "new": [1.5, None]}
