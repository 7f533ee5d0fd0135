"""500 MiB an account: a full one takes no more words, and can always delete."""

from journal.feeds.actions import QUOTA_BYTES
from journal.feeds.models import Feed
from tests.device import API, Device, stored
from tests.forge import header_of, new_id, rev_of, sealed, tombstone


def fill(device: Device, left: int) -> None:
    """Leaves so many bytes of room."""
    Feed.objects.filter(owner=device.person).update(size=QUOTA_BYTES - left)


def test_what_does_not_fit_is_refused_and_what_fits_is_not(device: Device) -> None:
    small, large = sealed(), sealed(size=65_536)
    fill(device, 2_000)
    assert device.statuses(large, small, sealed()) == ["over-quota", "applied", "over-quota"]
    assert list(device.everything()) == [rev_of(small)]
    before = stored(device.person)
    answer = device.http.put(f"{API}/entries/{header_of(large)['item']}/", large, format="json")
    assert (answer.status_code, answer.json()["type"]) == (507, "/problems/over-quota")
    assert stored(device.person) == before


def test_deleting_works_in_a_full_account_and_makes_room(device: Device) -> None:
    long = sealed(size=65_536)
    device.push(long)
    fill(device, 0)
    grave = tombstone("keep-day", item=header_of(long)["item"], parents=[rev_of(long)])
    assert device.statuses(sealed(), grave) == ["over-quota", "applied"]
    assert device.statuses(sealed()) == ["applied"]
    assert device.statuses(long, grave) == ["duplicate"] * 2


def test_a_tombstone_is_let_into_a_full_account_only_while_it_is_small(device: Device) -> None:
    entry = sealed()
    device.push(entry)
    fill(device, 0)
    above = {"item": header_of(entry)["item"], "parents": [rev_of(entry)]}
    assert device.statuses(tombstone("keep-day", size=65_536, **above)) == ["over-quota"]
    crowded = {**above, "parents": sorted([rev_of(entry), *(new_id() for _ in range(15))])}
    assert device.statuses(tombstone("keep-day", **crowded)) == ["applied"]
