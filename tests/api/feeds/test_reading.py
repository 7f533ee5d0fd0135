"""`feed/changes/`, `feed/ids/`, `feed/items/{item}/`: pages by cursor, digest at the head, epoch and account first."""

from typing import Any
from uuid import UUID

import pytest
from django.core.management import call_command

from tests.device import API, Device, signed_in
from tests.forge import header_of, new_id, rev_of, sealed, tombstone


def xor(revs: list[str]) -> str:
    """The digest by its definition."""
    value = 0
    for rev in revs:
        value ^= UUID(rev).int
    return f"{value:032x}"


def fill(device: Device, count: int) -> list[str]:
    """Pushes so many revisions; their revs in order."""
    revs = [sealed() for _ in range(count)]
    for start in range(0, count, 100):
        assert set(device.statuses(*revs[start : start + 100])) == {"applied"}
    return [rev_of(rev) for rev in revs]


def test_pages_follow_each_other_without_a_gap_and_end_with_the_digest(device: Device) -> None:
    revs = fill(device, 7)
    pages = [device.changes(cursor, limit=3).json() for cursor in (0, 3, 6)]
    assert [rev["rev"] for page in pages for rev in page["revs"]] == revs
    assert [rev["seq"] for page in pages for rev in page["revs"]] == list(range(1, 8))
    assert [(page["cursor"], page["more"]) for page in pages] == [(3, True), (6, True), (7, False)]
    assert ["digest" in page for page in pages] == [False, False, True]
    assert pages[2]["digest"] == xor(revs)


def test_an_empty_feed_has_a_digest_of_zero(device: Device) -> None:
    page = device.changes(0).json()
    assert (page["cursor"], page["more"], page["revs"], page["digest"]) == (0, False, [], "0" * 32)
    assert page["server_now"].endswith("Z")


def test_a_first_sync_reads_500_at_once_and_any_other_200(device: Device) -> None:
    fill(device, 600)
    assert len(device.changes(0, epoch="", limit=10_000).json()["revs"]) == 500
    assert len(device.changes(0, limit=10_000).json()["revs"]) == 200
    assert len(device.changes(500).json()["revs"]) == 100


def test_a_page_is_no_larger_than_a_mebibyte_and_never_empty(device: Device) -> None:
    for _ in range(2):
        assert set(device.statuses(*[sealed(size=65_536) for _ in range(11)])) == {"applied"}
    read, cursor, more = [], 0, True
    while more:
        answer = device.changes(cursor)
        page = answer.json()
        assert len(answer.content) < 1024 * 1024 + 10_000
        assert page["revs"]
        read += [rev["seq"] for rev in page["revs"]]
        cursor, more = page["cursor"], page["more"]
    assert read == list(range(1, 23))


@pytest.mark.parametrize("address", ["changes", "ids"])
@pytest.mark.parametrize(
    ("query", "status", "code"),
    [
        ({"account": new_id()}, 409, "account-mismatch"),
        ({"account": ""}, 409, "account-mismatch"),
        ({"account": new_id(), "epoch": "x"}, 409, "account-mismatch"),
        ({"epoch": "x"}, 410, "feed-reset"),
        ({"epoch": "", "cursor": 1}, 410, "feed-reset"),
        ({"cursor": 4}, 410, "feed-reset"),
        ({"cursor": -1}, 400, "invalid"),
        ({"cursor": "one"}, 400, "invalid"),
        ({"cursor": 10**40}, 400, "invalid"),
        ({"epoch": "x" * 65}, 400, "invalid"),
        ({"first": "1"}, 400, "unknown-parameter"),
    ],
)
def test_a_device_that_stands_elsewhere_is_told(
    device: Device, address: str, query: dict[str, Any], status: int, code: str
) -> None:
    fill(device, 3)
    query = {"account": device.account, "epoch": device.epoch, "cursor": 0, **query}
    answer = device.http.get(f"{API}/feed/{address}/", query)
    assert (answer.status_code, answer.json()["type"]) == (status, f"/problems/{code}")
    assert answer.json().get("epoch") == (device.epoch if status == 410 else None)
    assert answer["Content-Type"] == "application/problem+json"


def test_a_parameter_that_is_missing_or_stands_there_twice_is_named(device: Device) -> None:
    answer = device.http.get(f"{API}/feed/changes/", {"account": device.account, "cursor": 0})
    assert (answer.status_code, answer.json()["type"]) == (400, "/problems/invalid")
    assert "epoch" in str(answer.json()["errors"])
    twice = device.http.get(f"{API}/feed/changes/?cursor=0&cursor=1&account=x&epoch=")
    assert twice.json()["type"] == "/problems/repeated-parameter"


def test_ids_are_dense_by_seq(device: Device) -> None:
    revs = fill(device, 5)
    query = {"account": device.account, "epoch": device.epoch}
    whole = device.http.get(f"{API}/feed/ids/", {**query, "cursor": 0}).json()
    assert (whole["ids"], whole["cursor"], whole["more"]) == (revs, 5, False)
    rest = device.http.get(f"{API}/feed/ids/", {**query, "cursor": 3}).json()
    assert (rest["ids"], rest["cursor"]) == (revs[3:], 5)


def test_an_item_shows_all_its_revisions_emptied_ones_too(device: Device) -> None:
    first = sealed()
    item = header_of(first)["item"]
    grave = tombstone("keep-day", item=item, parents=[rev_of(first)])
    device.push(first, sealed(), grave)
    query = {"account": device.account, "epoch": device.epoch}
    answer = device.http.get(f"{API}/feed/items/{item}/", query).json()
    assert [rev["rev"] for rev in answer["revs"]] == [rev_of(first), rev_of(grave)]
    assert "body" not in answer["revs"][0]
    assert device.http.get(f"{API}/feed/items/{new_id()}/", query).status_code == 404
    assert device.http.get(f"{API}/feed/items/{item}/", {**query, "epoch": "x"}).status_code == 410


@pytest.mark.parametrize(
    ("edits", "size", "pages"), [(205, 256, [200, 5]), (24, 65_536, [11, 11, 2])], ids=["many", "large"]
)
def test_an_item_edited_often_comes_in_pages(device: Device, edits: int, size: int, pages: list[int]) -> None:
    item, parents, revs = new_id(), list[str](), list[str]()
    for _ in range(edits):
        edit = sealed(item=item, parents=parents, size=size)
        parents = [rev_of(edit)]
        revs += parents
        device.push(edit)
    query, read, lengths = {"account": device.account, "epoch": device.epoch}, list[str](), list[int]()
    page: dict[str, Any] = {"cursor": 0, "more": True}
    while page["more"]:
        page = device.http.get(f"{API}/feed/items/{item}/", {**query, "cursor": page["cursor"]}).json()
        lengths.append(len(page["revs"]))
        read += [rev["rev"] for rev in page["revs"]]
    assert (read, lengths) == (revs, pages)


def test_a_feed_is_its_owners_alone(device: Device, bens_device: Device) -> None:
    rev = sealed()
    item = header_of(rev)["item"]
    device.push(rev)
    for person in (bens_device, device):
        person.http.get(f"{API}/me/")
    query = {"account": bens_device.account, "epoch": bens_device.epoch}
    assert bens_device.everything() == {}
    assert bens_device.http.get(f"{API}/feed/items/{item}/", query).status_code == 404
    assert bens_device.changes(0, account=device.account).status_code == 409
    assert bens_device.changes(0, epoch=device.epoch).status_code == 410


def test_after_a_restore_every_feed_has_an_epoch_of_its_own(
    device: Device, bens_device: Device, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {device.epoch, bens_device.epoch}
    call_command("restored")
    assert "2 feeds" in capsys.readouterr().out
    told = [one.changes(0).json()["epoch"] for one in (device, bens_device)]
    assert len(before | set(told)) == 4
    assert device.push(sealed()).json()["epoch"] == told[0]


def test_an_account_made_without_a_feed_gets_one_when_it_asks(ana: Any) -> None:
    device = Device(ana, signed_in(ana))
    assert device.changes(0).json()["epoch"] == device.changes(0).json()["epoch"]


@pytest.mark.parametrize(
    "item", ["x", "0", new_id().upper(), f"{new_id()}x"], ids=["a letter", "a number", "capitals", "too long"]
)
def test_an_id_of_another_form_is_not_found(device: Device, item: str) -> None:
    assert device.http.get(f"{API}/feed/items/{item}/").status_code == 404
    assert device.http.get(f"{API}/entries/{item}/").status_code == 404
