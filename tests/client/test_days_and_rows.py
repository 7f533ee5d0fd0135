"""Journal days, heads and portions: the pure rules."""

import itertools
import uuid
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from client.content.days import instant_of, journal_day
from client.feeds.outbox import portions, ready
from client.feeds.rows import Row, ancestors, digest_of, heads


def row(rev: str, *parents: str, deletion: str = "no", unsent: bool = False, body: str | None = "b") -> Row:
    return Row(
        rev,
        "item",
        "entry",
        tuple(sorted(parents)),
        deletion,
        None,
        None,
        None,
        body,
        "s",
        "sha",
        unsent=unsent,
    )


@pytest.mark.parametrize(
    ("instant", "zone", "start", "day"),
    [
        ("2026-11-21T22:10:00Z", "Europe/Berlin", 4, "2026-11-21"),
        ("2026-11-22T02:59:59Z", "Europe/Berlin", 4, "2026-11-21"),
        ("2026-11-22T03:00:00Z", "Europe/Berlin", 4, "2026-11-22"),
        ("2026-10-25T01:30:00Z", "Europe/Berlin", 4, "2026-10-24"),
        ("2026-03-29T01:30:00Z", "Europe/Berlin", 4, "2026-03-28"),
        ("2026-11-21T22:10:00Z", "Asia/Manila", 4, "2026-11-22"),
        ("2026-11-21T22:10:00Z", "UTC", 0, "2026-11-21"),
        ("2026-11-21T11:59:00Z", "UTC", 12, "2026-11-20"),
        ("2027-01-01T03:00:00Z", "UTC", 4, "2026-12-31"),
    ],
)
def test_a_day_starts_when_the_person_says(instant: str, zone: str, start: int, day: str) -> None:
    assert journal_day(instant_of(instant), zone, start) == date.fromisoformat(day)


def test_heads_are_the_same_in_every_order() -> None:
    rows = [row("a"), row("b", "a"), row("c", "a"), row("d", "b"), row("e", "c", deletion="keep-day")]
    found = {tuple(head.rev for head in heads(order)) for order in itertools.permutations(rows)}
    assert found == {("d", "e")}


def test_a_tombstone_comes_after_what_has_words_and_depth_before_rev() -> None:
    rows = [row("a"), row("z", "a"), row("b", "a"), row("c", "b"), row("d", "c", deletion="forget")]
    assert [head.rev for head in heads(rows)] == ["z", "d"]
    assert [head.rev for head in heads(rows[:4])] == ["c", "z"]


def test_a_ring_of_parents_ends() -> None:
    rows = [row("a", "b"), row("b", "a"), row("c", "a")]
    assert [head.rev for head in heads(rows)] == ["c"]
    assert ancestors(rows[2], {one.rev: one for one in rows}) == {"a", "b"}


@given(st.lists(st.uuids(version=4), unique=True, max_size=6), st.randoms())
def test_the_digest_knows_no_order_and_misses_nothing(ids: list[uuid.UUID], dice: object) -> None:
    revs = [str(one) for one in ids]
    assert digest_of(revs) == digest_of(reversed(revs))
    assert digest_of([*revs, *revs]) == "0" * 32
    if revs:
        assert digest_of(revs[1:]) != digest_of(revs)


def test_children_wait_for_their_parents() -> None:
    rows = {
        one.rev: one
        for one in (
            row("a"),
            row("b", "a", unsent=True),
            row("c", "b", unsent=True),
            row("d", "gone", unsent=True),
        )
    }
    assert [one.rev for one in ready(rows.values(), lambda _: rows) if one.unsent] == ["b", "d"]


def test_what_is_emptied_waits_for_its_tombstone() -> None:
    above = row("a", unsent=True, body=None)
    tombstone = row("t", "a", deletion="keep-day", unsent=True)
    rows = {"a": above, "t": tombstone}
    assert [one.rev for one in ready(rows.values(), lambda _: rows)] == ["t"]
    rows["t"] = row("t", "a", deletion="keep-day")
    assert [one.rev for one in ready([above], lambda _: rows)] == ["a"]


def test_portions_are_bounded_by_number_and_size() -> None:
    small = [row(str(number)) for number in range(230)]
    assert [len(portion) for portion in portions(small)] == [100, 100, 30]
    large = [row(str(number), body="x" * 90_000) for number in range(25)]
    assert [len(portion) for portion in portions(large)] == [11, 11, 3]
    assert [one for portion in portions(large) for one in portion] == large
