"""Counts, which have no noise: statements, bytes, and which index answers."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from journal.feeds.models import Revision
from tests.device import API, Device
from tests.forge import header_of, new_id, rev_of, sealed, tombstone

MOST_STATEMENTS = 10
SIGNING_IN = ("django_session", "person")


def statements(captured: CaptureQueriesContext) -> list[str]:
    """What ran after the session and the person were found."""
    return [
        query["sql"]
        for query in captured.captured_queries
        if not query["sql"].startswith("SELECT")
        or not any(f"FROM {name}" in query["sql"] for name in SIGNING_IN)
    ]


def batch_of_everything(device: Device) -> list[Any]:
    """100 revisions: new ones, edits, tombstones of both kinds, late ancestors, unknown parents, duplicates."""
    old = [sealed() for _ in range(60)]
    device.push(*old)
    late = [sealed() for _ in range(10)]
    device.push(*[tombstone("forget", item=header_of(one)["item"], parents=[rev_of(one)]) for one in late])
    edits = [sealed(item=header_of(one)["item"], parents=[rev_of(one)]) for one in old[:20]]
    graves = [
        tombstone(how, item=header_of(one)["item"], parents=[rev_of(one), new_id()])
        for one, how in zip(old[20:60], ["keep-day", "forget"] * 20, strict=True)
    ]
    return [*late, *edits, *graves, *old[:10], *[sealed(parents=[new_id()]) for _ in range(20)]]


def test_a_push_of_one_and_of_a_hundred_take_the_same_few_statements(device: Device) -> None:
    counted = []
    for count in (1, 100):
        revs = [sealed() for _ in range(count)]
        with CaptureQueriesContext(connection) as captured:
            assert device.push(*revs).status_code == 200
        counted.append(len(captured))
    assert counted[0] == counted[1] <= MOST_STATEMENTS


def test_a_hundred_of_every_sort_take_no_more_after_signing_in(device: Device) -> None:
    revs = batch_of_everything(device)
    assert len(revs) == 100
    with CaptureQueriesContext(connection) as captured:
        answer = device.push(*revs)
    assert {result["status"] for result in answer.json()["results"]} == {"applied", "duplicate"}
    assert len(statements(captured)) <= MOST_STATEMENTS


def test_a_write_takes_no_more_than_a_push(device: Device) -> None:
    rev = sealed()
    with CaptureQueriesContext(connection) as captured:
        assert (
            device.http.put(f"{API}/entries/{header_of(rev)['item']}/", rev, format="json").status_code == 201
        )
    assert len(captured) <= MOST_STATEMENTS


def test_nothing_new_is_one_statement_and_few_bytes(device: Device) -> None:
    device.push(sealed())
    with CaptureQueriesContext(connection) as captured:
        answer = device.changes(1)
    assert len(statements(captured)) == 1
    assert len(answer.content) <= 300


@pytest.mark.parametrize("rows", [1, 30])
def test_a_list_is_one_statement_however_long(device: Device, rows: int) -> None:
    device.push(*[sealed() for _ in range(rows)])
    with CaptureQueriesContext(connection) as captured:
        assert len(device.http.get(f"{API}/entries/").json()["results"]) == rows
    assert len(statements(captured)) == 1


def test_a_page_of_changes_is_two_statements_and_three_with_emptied_ones(device: Device) -> None:
    first = sealed()
    device.push(first, sealed())
    with CaptureQueriesContext(connection) as captured:
        device.changes(0)
    assert len(statements(captured)) == 2
    device.push(tombstone("forget", item=header_of(first)["item"], parents=[rev_of(first)]))
    with CaptureQueriesContext(connection) as captured:
        device.changes(0)
    assert len(statements(captured)) == 3


def plan_of(device: Device, address: str, query: dict[str, Any]) -> str:
    """How the database finds the rows of the last statement of a request."""
    with CaptureQueriesContext(connection) as captured:
        assert device.http.get(f"{API}/{address}", query).status_code == 200
    explain = "EXPLAIN QUERY PLAN" if connection.vendor == "sqlite" else "EXPLAIN"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off;")
            cursor.execute("SET LOCAL enable_sort = off")
        cursor.execute(f"{explain} {captured.captured_queries[-1]['sql']}")
        return "\n".join(str(row[-1]) for row in cursor.fetchall())


@pytest.mark.parametrize(
    ("address", "query", "index"),
    [
        ("entries/", {}, "revision_heads_by_day"),
        ("entries/", {"from": "2024-01-01", "to": "2025-01-01"}, "revision_heads_by_day"),
        ("feed/changes/", {"cursor": 0}, "revision_seq_once"),
        ("feed/ids/", {"cursor": 0}, "revision_seq_once"),
    ],
)
def test_an_index_finds_the_rows_in_order(
    device: Device, address: str, query: dict[str, Any], index: str
) -> None:
    device.push(*[sealed() for _ in range(20)])
    standing = {"account": device.account, "epoch": device.epoch} if address.startswith("feed/") else {}
    plan = plan_of(device, address, {**standing, **query})
    assert index in _as_named(plan), plan
    assert "TEMP B-TREE" not in plan
    assert "Sort" not in plan


def test_a_keyset_page_uses_the_same_index(device: Device) -> None:
    device.push(*[sealed() for _ in range(20)])
    following = device.http.get(f"{API}/entries/", {"limit": 5}).json()["next"]
    plan = plan_of(device, "entries/", {"limit": 5, "before": following})
    assert "revision_heads_by_day" in plan, plan
    assert "TEMP B-TREE" not in plan
    assert "Sort" not in plan


def _as_named(plan: str) -> str:
    """SQLite names the index of a unique constraint by its number."""
    if connection.vendor != "sqlite":
        return plan
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM pragma_index_info('sqlite_autoindex_revision_2')")
        columns = [name for (name,) in cursor.fetchall()]
    assert columns == ["feed_id", "seq"]
    assert Revision.objects.exists()
    return plan.replace("sqlite_autoindex_revision_2", "revision_seq_once")
