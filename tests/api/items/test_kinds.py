"""`habits/`, `goals/`, `notes/`, and what belongs to one habit or goal: the same lists and writes as `entries/`."""

from dataclasses import dataclass
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.api.feeds.test_counts import plan_of, statements
from tests.device import API, Device, stored
from tests.forge import Rev, header_of, new_id, rev_of, sealed, tombstone

BARE = {"day": None, "written": None}


@dataclass(frozen=True)
class Room:
    """An address, the kind it is for, and the kind of item it lies within."""

    address: str
    kind: str
    within: str | None = None

    def at(self, of: str) -> str:
        """The address of the list, within the item `of`."""
        return f"{API}/{self.address.format(of=of)}/"

    def rev(self, of: str, **members: Any) -> Rev:
        """A revision that belongs here."""
        belonging: dict[str, Any] = {"of": of} if self.within else BARE
        return sealed(**{"kind": self.kind, **belonging, **members})


ROOMS = [
    Room("habits", "habit"),
    Room("habits/{of}/ticks", "tick", "habit"),
    Room("goals", "goal"),
    Room("goals/{of}/reviews", "review", "goal"),
    Room("notes", "note"),
]
WITHIN = [room for room in ROOMS if room.within]


@pytest.fixture(params=ROOMS, ids=lambda room: room.kind)
def room(request: pytest.FixtureRequest) -> Room:
    """Each of them."""
    found: Room = request.param
    return found


@pytest.fixture
def of(device: Device, room: Room) -> str:
    """An item of Ana's that it may lie within."""
    above = sealed(kind=room.within or "habit", **BARE)
    device.push(above)
    return str(header_of(above)["item"])


def listed(device: Device, address: str, **query: Any) -> list[str]:
    """The revs of a page."""
    answer = device.http.get(address, query)
    assert answer.status_code == 200, answer.content
    return [one["rev"] for one in answer.json()["results"]]


def put(device: Device, address: str, rev: Rev) -> Any:
    """Writes one revision at its address."""
    tokens = {name: rev[name] for name in ("body", "slot")}
    return device.http.put(f"{address}{header_of(rev)['item']}/", tokens, format="json")


def test_what_is_written_is_listed_and_read(device: Device, room: Room, of: str) -> None:
    rev, address = room.rev(of), room.at(of)
    assert put(device, address, rev).status_code == 201
    assert put(device, address, rev).json()["status"] == "duplicate"
    assert device.statuses(rev) == ["duplicate"]
    assert rev_of(rev) in listed(device, address)
    (row,) = device.http.get(f"{address}{header_of(rev)['item']}/").json()["results"]
    header = header_of(rev)
    names = [
        name
        for name in ("item", "rev", "kind", "of", "parents", "day", "written")
        if header.get(name, []) != []
    ]
    assert {name: row[name] for name in names} == {name: header[name] for name in names}
    assert (row["body"], row["slot"]) == (rev["body"], rev["slot"])


def test_pages_follow_each_other_newest_first(device: Device, room: Room, of: str) -> None:
    days = [f"2024-05-{10 + number % 4}" for number in range(9)]
    revs = [room.rev(of, **({"day": day, "written": day} if room.within else {})) for day in days]
    device.push(*revs)
    order = sorted(range(9), key=lambda number: (days[number] if room.within else "", number), reverse=True)
    paged, following = [], ""
    while following is not None:
        page = device.http.get(room.at(of), {"limit": 2, "before": following}).json()
        paged += [one["rev"] for one in page["results"]]
        following = page["next"]
    ours = {rev_of(rev) for rev in revs}
    assert [rev for rev in paged if rev in ours] == [rev_of(revs[number]) for number in order]


def test_an_edit_replaces_and_a_deletion_takes_out(device: Device, room: Room, of: str) -> None:
    first, address = room.rev(of), room.at(of)
    item = header_of(first)["item"]
    edit = room.rev(of, item=item, parents=[rev_of(first)])
    for rev in (first, edit):
        assert put(device, address, rev).status_code == 201
    assert rev_of(first) not in listed(device, address)
    assert rev_of(edit) in listed(device, address)
    grave = tombstone("forget", kind=room.kind, item=item, parents=[rev_of(edit)], **BARE)
    assert put(device, address, grave).status_code == 201
    assert rev_of(edit) not in listed(device, address)
    assert device.http.get(f"{address}{item}/").status_code == 404


def test_no_other_kind_is_listed_or_written(device: Device, room: Room, of: str) -> None:
    others = [other.rev(of) for other in ROOMS if other != room] + [sealed()]
    device.push(*others)
    assert not set(listed(device, room.at(of))) & {rev_of(rev) for rev in others}
    for rev in others:
        assert device.http.get(f"{room.at(of)}{header_of(rev)['item']}/").status_code == 404
        assert put(device, room.at(of), rev).json()["type"] == "/problems/wrong-address"


def test_nobody_sees_or_writes_into_anybody_elses(
    device: Device, bens_device: Device, room: Room, of: str
) -> None:
    rev, address = room.rev(of), room.at(of)
    put(device, address, rev)
    before = stored(bens_device.person)
    if room.within:
        assert bens_device.http.get(address).status_code == 404
        assert put(bens_device, address, room.rev(of)).status_code == 404
    else:
        assert listed(bens_device, address) == []
    assert bens_device.http.get(f"{address}{header_of(rev)['item']}/").status_code == 404
    assert stored(bens_device.person) == before


@pytest.mark.parametrize("room", WITHIN, ids=lambda room: room.kind, indirect=True)
def test_each_item_has_its_own(device: Device, room: Room, of: str) -> None:
    other = sealed(kind=room.within, **BARE)
    device.push(other)
    elsewhere, rev = str(header_of(other)["item"]), room.rev(of)
    assert put(device, room.at(elsewhere), rev).json()["type"] == "/problems/wrong-address"
    assert put(device, room.at(of), rev).status_code == 201
    assert listed(device, room.at(elsewhere)) == []
    assert device.http.get(f"{room.at(elsewhere)}{header_of(rev)['item']}/").status_code == 404
    assert listed(device, room.at(of)) == [rev_of(rev)]


@pytest.mark.parametrize("room", WITHIN, ids=lambda room: room.kind, indirect=True)
def test_what_belonged_to_a_deleted_item_is_still_there(device: Device, room: Room, of: str) -> None:
    rev = room.rev(of)
    head = device.http.get(f"{API}/{room.within}s/{of}/").json()["results"][0]["rev"]
    device.push(rev, tombstone("forget", kind=room.within, item=of, parents=[head], **BARE))
    assert listed(device, room.at(of)) == [rev_of(rev)]
    assert listed(device, room.at(of), **{"from": "2024-05-15"}) == []
    assert device.http.get(room.at(new_id())).status_code == 404


@pytest.mark.parametrize("room", WITHIN, ids=lambda room: room.kind, indirect=True)
def test_a_list_within_an_item_is_one_statement_by_an_index(device: Device, room: Room, of: str) -> None:
    device.push(*[room.rev(of) for _ in range(30)])
    with CaptureQueriesContext(connection) as captured:
        assert len(listed(device, room.at(of))) == 30
    assert len(statements(captured)) == 1
    plan = plan_of(device, room.address.format(of=of) + "/", {"limit": 5})
    assert "revision_heads_of" in plan, plan
    assert "TEMP B-TREE" not in plan
    assert "Sort" not in plan
