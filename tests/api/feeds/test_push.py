"""`feed/push/`: each revision for itself, by index; known revisions for ever; the device's standing first."""

from typing import Any

import pytest

from journal.keys.models import Vault
from tests.device import Device, signed_in, stored
from tests.forge import header_of, new_id, rev_of, sealed, slot_for, vault_for


def test_revisions_are_applied_in_order_and_read_back_byte_for_byte(device: Device) -> None:
    revs = [sealed(), sealed(kind="goal", day=None, written=None), sealed(size=65_536)]
    answer = device.push(*revs).json()
    assert [(one["status"], one["seq"]) for one in answer["results"]] == [("applied", n) for n in (1, 2, 3)]
    assert (answer["head"], answer["epoch"], answer["account"]) == (3, device.epoch, device.account)
    read = device.everything()
    assert [(read[rev_of(rev)]["body"], read[rev_of(rev)]["slot"]) for rev in revs] == [
        (rev["body"], rev["slot"]) for rev in revs
    ]


def test_the_same_revision_again_is_a_duplicate_for_ever(device: Device) -> None:
    first = sealed()
    assert device.statuses(first) == ["applied"]
    assert device.statuses(*[sealed() for _ in range(3)]) == ["applied"] * 3
    before = stored(device.person)
    answer = device.push(first).json()
    assert answer["results"] == [{"status": "duplicate", "rev": rev_of(first), "seq": 1}]
    assert stored(device.person) == before


def test_the_same_revision_twice_in_one_batch_is_stored_once(device: Device) -> None:
    one = sealed()
    assert device.statuses(one, one) == ["applied", "duplicate"]
    assert device.push(one).json()["head"] == 1


@pytest.mark.parametrize("when", ["in one batch", "later"])
def test_a_rev_is_never_another_revision(device: Device, when: str) -> None:
    first = sealed()
    other = sealed(rev=rev_of(first), item=header_of(first)["item"])
    if when == "in one batch":
        assert device.statuses(first, other) == ["applied", "rev-reused"]
    else:
        assert device.statuses(first) + device.statuses(other) == ["applied", "rev-reused"]
    assert device.everything()[rev_of(first)]["body"] == first["body"]


def test_another_slot_for_a_known_body_changes_nothing(device: Device) -> None:
    first = sealed()
    device.push(first)
    header = header_of(first)
    again = {"body": first["body"], "slot": slot_for(first["body"], header["item"], header["rev"])}
    assert device.statuses(again) == ["duplicate"]
    assert device.everything()[rev_of(first)]["slot"] == first["slot"]


def test_one_bad_revision_delays_no_other(device: Device) -> None:
    bad = {**sealed(), "slot": None}
    assert device.statuses(sealed(), bad, sealed()) == ["applied", "missing-slot", "applied"]
    assert device.changes(0).json()["cursor"] == 2


def test_two_children_of_one_parent_are_two_heads_and_both_stay(device: Device) -> None:
    first = sealed()
    item, rev = header_of(first)["item"], rev_of(first)
    children = [sealed(item=item, parents=[rev]) for _ in range(2)]
    assert device.statuses(first, *children) == ["applied"] * 3
    heads = device.http.get(f"/api/v1/entries/{item}/").json()["results"]
    assert {head["rev"] for head in heads} == {rev_of(child) for child in children}


def test_a_child_may_come_before_its_parent(device: Device) -> None:
    parent = sealed()
    item = header_of(parent)["item"]
    child = sealed(item=item, parents=[rev_of(parent)])
    assert device.statuses(child) + device.statuses(parent) == ["applied"] * 2
    (head,) = device.http.get(f"/api/v1/entries/{item}/").json()["results"]
    assert head["rev"] == rev_of(child)


@pytest.mark.parametrize(
    ("members", "status", "code", "fact"),
    [
        ({"account": new_id()}, 409, "account-mismatch", None),
        ({"account": new_id(), "epoch": "other", "gen": 9}, 409, "account-mismatch", None),
        ({"epoch": "0" * 32}, 410, "feed-reset", "epoch"),
        ({"epoch": "0" * 32, "gen": 9}, 410, "feed-reset", "epoch"),
        ({"gen": 2}, 409, "stale-vault", "gen"),
    ],
)
def test_a_device_that_stands_elsewhere_is_told_and_nothing_is_stored(
    device: Device, members: dict[str, Any], status: int, code: str, fact: str | None
) -> None:
    before = stored(device.person)
    answer = device.push(sealed(), **members)
    assert (answer.status_code, answer.json()["type"]) == (status, f"/problems/{code}")
    told = {name: answer.json().get(name) for name in ("epoch", "gen")}
    right = {"epoch": device.epoch, "gen": 1}
    assert told == {name: right[name] if name == fact else None for name in right}
    assert stored(device.person) == before


def test_without_a_vault_nothing_can_be_pushed(ben: Any) -> None:
    device = Device(ben, signed_in(ben))
    device.epoch = device.changes(0).json()["epoch"]
    answer = device.push(sealed())
    assert (answer.status_code, answer.json()["type"], answer.json()["gen"]) == (
        409,
        "/problems/stale-vault",
        None,
    )


def test_a_slot_of_a_later_generation_is_refused_and_of_an_earlier_one_kept(device: Device) -> None:
    Vault.objects.filter(person=device.person).update(gen=2)
    later, earlier = sealed(), sealed()
    header = header_of(later)
    later["slot"] = slot_for(later["body"], header["item"], header["rev"], kid="gen:3")
    answer = device.push(later, earlier, gen=2).json()["results"]
    assert [one["status"] for one in answer] == ["rejected", "applied"]
    assert answer[0]["problem"]["type"] == "/problems/later-generation"


def test_nobody_writes_to_another_persons_feed(device: Device, bens_device: Device) -> None:
    rev = sealed()
    device.push(rev)
    assert bens_device.push(sealed(), account=device.account).status_code == 409
    assert bens_device.statuses(rev) == ["applied"]  # an id is nobody's; each feed keeps its own
    assert device.push().json()["head"] == 1
    assert bens_device.push().json()["head"] == 1


def test_signed_out_is_401_before_anything_else(db: None, client: Any) -> None:
    answer = client.post("/api/v1/feed/push/", {"revs": "?"}, content_type="application/json")
    assert (answer.status_code, answer.json()["type"]) == (401, "/problems/not-signed-in")


def test_a_vault_is_made_for_the_tests_as_devices_make_it(ana: Any) -> None:
    assert signed_in(ana).post("/api/v1/vault/", vault_for(str(ana.pk)), format="json").status_code == 201
