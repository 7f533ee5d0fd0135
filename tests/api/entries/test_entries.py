"""`entries/`: what is current, newest day first, by keyset; and one revision at a time by PUT."""

from typing import Any

import pytest

from journal.keys.models import Vault
from tests.device import API, Device, signed_in, stored
from tests.forge import Rev, header_of, new_id, rev_of, sealed, slot_for, tombstone


def written(day: str, **members: Any) -> Rev:
    """An entry of a day."""
    return sealed(day=day, written=day, **members)


def listed(device: Device, **query: Any) -> list[str]:
    """The revs of a page."""
    return [one["rev"] for one in device.http.get(f"{API}/entries/", query).json()["results"]]


def put(device: Device, rev: Rev, item: str | None = None) -> Any:
    """Writes one revision at its own address, or another's."""
    address = f"{API}/entries/{item or header_of(rev)['item']}/"
    return device.http.put(address, {name: rev[name] for name in ("body", "slot")}, format="json")


def test_the_newest_day_comes_first_and_then_what_was_written_last(device: Device) -> None:
    days = ["2024-05-10", "2024-05-12", "2024-05-11", "2024-05-12"]
    revs = [written(day) for day in days]
    device.push(*revs)
    assert listed(device) == [rev_of(revs[n]) for n in (3, 1, 2, 0)]


def test_a_row_has_what_the_server_may_see_and_the_sealed_words(device: Device) -> None:
    parent, other = written("2024-05-10"), new_id()
    device.push(parent)
    child = written("2024-05-10", item=header_of(parent)["item"], parents=[rev_of(parent), other])
    device.push(child)
    (row,) = device.http.get(f"{API}/entries/").json()["results"]
    header = header_of(child)
    shown = {name: header[name] for name in ("item", "rev", "kind", "parents", "day", "written")}
    assert row == {**shown, "seq": 2, "body": child["body"], "slot": child["slot"]}


def test_pages_follow_each_other_without_a_gap_or_a_repeat(device: Device) -> None:
    days = [f"2024-05-{10 + number % 4}" for number in range(11)]
    device.push(*[written(day) for day in days])
    whole, paged, following = listed(device), [], ""
    while following is not None:
        page = device.http.get(f"{API}/entries/", {"limit": 3, "before": following}).json()
        paged += [one["rev"] for one in page["results"]]
        following = page["next"]
    assert paged == whole
    assert len(set(whole)) == 11


def test_days_can_be_bounded(device: Device) -> None:
    days = [f"2024-05-{day}" for day in range(10, 16)]
    revs = {day: written(day) for day in days}
    device.push(*revs.values())
    expected = [rev_of(revs[day]) for day in reversed(days)]
    assert listed(device, **{"from": "2024-05-12"}) == expected[:4]
    assert listed(device, to="2024-05-12") == expected[3:]
    page = device.http.get(f"{API}/entries/", {"from": "2024-05-11", "to": "2024-05-14", "limit": 3}).json()
    rest = listed(device, **{"from": "2024-05-11", "to": "2024-05-14"}, before=page["next"])
    assert [one["rev"] for one in page["results"]] + rest == expected[1:5]


def test_only_current_entries_are_listed(device: Device) -> None:
    first, gone, kept = (written("2024-05-10") for _ in range(3))
    edit = written("2024-05-10", item=header_of(first)["item"], parents=[rev_of(first)])
    grave = tombstone("keep-day", item=header_of(gone)["item"], parents=[rev_of(gone)])
    goal = sealed(kind="goal", day=None, written=None)
    copy = sealed(kind="copy", day=None, written=None)
    assert set(device.statuses(first, gone, kept, edit, grave, goal, copy)) == {"applied"}
    assert set(listed(device)) == {rev_of(edit), rev_of(kept)}
    assert device.http.get(f"{API}/entries/{header_of(gone)['item']}/").status_code == 404
    assert device.http.get(f"{API}/entries/{header_of(goal)['item']}/").status_code == 404


@pytest.mark.parametrize(
    "query",
    [
        {"before": "x"},
        {"before": "MjAyNC0wMi0zMC4x"},
        {"before": "LjEyMzQ1Njc4OTAxMjM0NTY3ODk"},
        {"before": "é"},
        {"before": "\x00"},
        {"limit": 0},
        {"limit": 201},
        {"limit": "many"},
        {"from": "yesterday"},
        {"to": "2024-02-30"},
        {"from": "2024-05-10T00:00:00"},
        {"page": 2},
    ],
)
def test_a_parameter_that_is_not_right_is_refused(device: Device, query: dict[str, Any]) -> None:
    answer = device.http.get(f"{API}/entries/", query)
    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"


def test_nobody_sees_anybody_elses_entries(device: Device, bens_device: Device, client: Any) -> None:
    rev = sealed()
    item = header_of(rev)["item"]
    assert put(device, rev).status_code == 201
    assert listed(bens_device) == []
    assert bens_device.http.get(f"{API}/entries/{item}/").status_code == 404
    assert client.get(f"{API}/entries/").status_code == 401
    assert client.put(f"{API}/entries/{item}/").status_code == 401


def test_a_write_is_the_same_as_a_push_of_one(device: Device) -> None:
    rev = sealed()
    made = put(device, rev)
    assert made.status_code == 201
    told = {name: value for name, value in made.json().items() if name != "server_now"}
    assert told == {
        "status": "applied",
        "rev": rev_of(rev),
        "seq": 1,
        "head": 1,
        "epoch": device.epoch,
        "account": device.account,
    }
    again = put(device, rev)
    assert (again.status_code, again.json()["status"], again.json()["seq"]) == (200, "duplicate", 1)
    assert device.statuses(rev) == ["duplicate"]


def test_an_edit_and_a_deletion_are_writes_too(device: Device) -> None:
    first = sealed()
    item = header_of(first)["item"]
    edit = sealed(item=item, parents=[rev_of(first)])
    grave = tombstone("forget", item=item, parents=[rev_of(edit)])
    assert [put(device, rev).status_code for rev in (first, edit, grave)] == [201] * 3
    assert listed(device) == []
    assert [("body" in rev) for rev in device.everything().values()] == [False, False, True]


def test_two_heads_of_one_entry_are_both_shown(device: Device) -> None:
    first = sealed()
    item = header_of(first)["item"]
    heads = [sealed(item=item, parents=[rev_of(first)]) for _ in range(2)]
    for rev in (first, *heads):
        put(device, rev)
    shown = device.http.get(f"{API}/entries/{item}/").json()["results"]
    assert [one["rev"] for one in shown] == [rev_of(head) for head in heads]
    assert sorted(listed(device)) == sorted(rev_of(head) for head in heads)


@pytest.mark.parametrize(
    ("rev", "status", "code"),
    [
        (sealed(size=300), 400, "wrong-bucket"),
        ({"body": "They shouted.", "slot": "x"}, 400, "malformed"),
        ({**sealed(), "slot": sealed()["slot"]}, 400, "slot-mismatch"),
        (sealed(size=131_072), 413, "too-large"),
        (sealed(kind="note", day=None, written=None), 400, "wrong-address"),
    ],
)
def test_a_write_that_is_refused_is_a_problem_and_stores_nothing(
    device: Device, rev: Rev, status: int, code: str
) -> None:
    before = stored(device.person)
    item = header_of(rev)["item"] if rev["body"].startswith("eyJ") else new_id()
    answer = put(device, rev, item)
    assert (answer.status_code, answer.json()["type"]) == (status, f"/problems/{code}")
    assert stored(device.person) == before


def test_a_write_goes_to_its_own_address_alone(device: Device) -> None:
    assert put(device, sealed(), new_id()).json()["type"] == "/problems/wrong-address"
    assert put(device, sealed(), "not-an-id").status_code == 404
    assert stored(device.person)[1:] == []


def test_a_rev_that_is_taken_is_a_conflict(device: Device) -> None:
    first = sealed()
    put(device, first)
    answer = put(device, sealed(rev=rev_of(first)))
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/rev-reused")


def test_a_write_is_sealed_under_the_vaults_generation(device: Device, ben: Any) -> None:
    known = sealed()
    put(device, known)
    Vault.objects.filter(person=device.person).update(gen=2)
    stale = put(device, sealed())
    assert (stale.status_code, stale.json()["type"], stale.json()["gen"]) == (409, "/problems/stale-vault", 2)
    assert put(device, known).status_code == 200
    fresh, header = (rev := sealed()), header_of(rev)
    fresh["slot"] = slot_for(fresh["body"], header["item"], header["rev"], kid="gen:2")
    assert put(device, fresh).status_code == 201
    assert device.push().json()["gen"] == 2
    nobody = put(Device(ben, signed_in(ben)), sealed())
    assert (nobody.status_code, nobody.json()["gen"]) == (409, None)


@pytest.mark.parametrize("body", [{}, [], {"body": "x"}, {**sealed(), "text": "x"}, {"body": 1, "slot": 2}])
def test_a_write_of_another_form_is_refused(device: Device, body: Any) -> None:
    answer = device.http.put(f"{API}/entries/{new_id()}/", body, format="json")
    assert (answer.status_code, answer.json()["type"]) == (400, "/problems/invalid")
