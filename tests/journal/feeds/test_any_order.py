"""Whatever the order, the batches and the repetitions in which revisions come: the same set, digest, heads, emptiness."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.feeds.actions import push
from journal.feeds.models import Awaited, Feed, Revision
from journal.feeds.queries import Emptied, changes, feed_of
from journal.feeds.rules import Offered
from journal.keys.models import Vault
from journal.kinds import KINDS
from journal.people.models import Person
from tests.forge import Rev, header_of, new_id, rev_of, sealed, tombstone

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 21, 22, 10, tzinfo=UTC)
DELETIONS = ["no", "no", "no", "keep-day", "forget"]


def play(batches: list[list[Offered]]) -> tuple[Person, set[str]]:
    """Pushes the batches into a fresh feed; its owner, and what became of the last batch."""
    owner = Person.objects.create(email=f"{new_id()}@example.org")
    Vault.objects.create(person=owner, gen=1, keybag="")
    epoch, last = feed_of(owner).epoch, set[str]()
    for batch in batches:
        done = push(owner=owner, account=str(owner.pk), epoch=epoch, gen=1, revs=batch, kinds=KINDS, now=NOW)
        last = {outcome.status for outcome in done.outcomes}
    return owner, last


def sealed_offer(rev: Rev) -> Offered:
    """As a device offers what it holds."""
    return Offered(rev["body"], rev["slot"])


@st.composite
def items(draw: Any, *, circles: bool = False) -> list[Rev]:
    """Revisions of two items: edits, joins, tombstones, now and then a parent that never comes, or a circle."""
    revs: list[Rev] = []
    for _item in range(draw(st.integers(1, 2))):
        item, ids = new_id(), [new_id() for _ in range(draw(st.integers(1, 7)))]
        for index, rev in enumerate(ids):
            strange = [ids[index + 1 :] if circles else [], [new_id()], [], []]
            nearby = [*ids[:index][-3:], *draw(st.sampled_from(strange))]
            parents = draw(st.lists(st.sampled_from(nearby), unique=True)) if nearby else []
            make = draw(st.sampled_from(DELETIONS))
            members = {"item": item, "rev": rev, "parents": parents}
            revs.append(sealed(**members) if make == "no" else tombstone(make, **members))
    return revs


def in_batches(draw: Any, offers: list[Offered]) -> list[list[Offered]]:
    """The same in another order, some of them twice, cut into batches; the whole once more in the end."""
    again = draw(st.lists(st.sampled_from(offers), max_size=4))
    order = draw(st.permutations([*offers, *again]))
    cuts = sorted(draw(st.lists(st.integers(0, len(order)), max_size=4)))
    return [order[start:end] for start, end in zip([0, *cuts], [*cuts, len(order)], strict=True)] + [order]


def remains(owner: Person) -> tuple[Any, ...]:
    """A feed but for its epoch and seqs."""
    rows = Revision.objects.filter(feed__owner=owner).order_by("rev")
    columns = (
        "rev",
        "item",
        "kind",
        "day",
        "written",
        "superseded",
        "size",
        "sha",
        "parents",
        "body",
        "slot",
    )
    feed = Feed.objects.get(owner=owner)
    seqs = sorted(Revision.objects.filter(feed__owner=owner).values_list("seq", flat=True))
    assert seqs == list(range(1, feed.head + 1))
    assert feed.size == sum(rows.values_list("size", flat=True))
    waiting = Awaited.objects.filter(feed__owner=owner).order_by("rev").exclude(rev__in=rows.values("rev"))
    return list(rows.values_list(*columns)), feed.digest, list(waiting.values_list("rev", "item", "kind"))


def reached(headers: dict[str, Any], deletion: str) -> set[str]:
    """By definition: every ancestor of a tombstone of this sort, found by going round until nothing is added."""
    found: set[str] = set()
    while True:
        below = [h for h in headers.values() if h["del"] == deletion or h["rev"] in found]
        added = {parent for header in below for parent in header["parents"]} - found
        if not added:
            return found
        found |= added


def expected(revs: list[Rev]) -> dict[str, tuple[bool, bool, bool]]:
    """By definition, for each rev: whether it has words, a day, and a child."""
    headers = {rev_of(rev): header_of(rev) for rev in revs}
    forgotten, kept = reached(headers, "forget"), reached(headers, "keep-day")
    children = {parent for header in headers.values() for parent in header["parents"]}
    return {
        rev: (
            rev not in forgotten | kept or header["del"] == "forget",
            "day" in header and rev not in forgotten,
            rev in children,
        )
        for rev, header in headers.items()
    }


@given(data=st.data())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_order_ends_in_the_same_feed(db: None, data: st.DataObject) -> None:
    revs = data.draw(items(circles=True))
    offers = [sealed_offer(rev) for rev in revs]
    (first, end), (second, _) = (play(in_batches(data.draw, offers)) for _ in range(2))
    assert end == {"duplicate"}
    assert remains(first) == remains(second)
    rows = Revision.objects.filter(feed__owner=first).values_list("rev", "body", "day", "superseded")
    found = {rev: (body is not None, day is not None, superseded) for rev, body, day, superseded in rows}
    assert found == expected(revs)


@given(data=st.data())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_device_gives_a_restored_server_back_what_it_had(db: None, data: st.DataObject) -> None:
    revs = data.draw(items())
    before, _ = play([[sealed_offer(rev) for rev in revs]])
    page = changes(before, account=str(before.pk), epoch="", cursor=0, limit=500)
    offers = [Offered(row.body, row.slot, emptied_form(page.emptied.get(row.rev))) for row in page.rows]
    after, end = play(in_batches(data.draw, offers))
    assert end <= {"applied", "duplicate"}
    assert remains(before) == remains(after)


def emptied_form(remaining: Emptied | None) -> Rev:
    """What a device read of an emptied revision, as it offers it again."""
    form = {} if remaining is None else remaining._asdict()
    form = {name: value for name, value in form.items() if name != "seq" and value is not None}
    form |= {name: form[name].isoformat() for name in ("day", "written") if name in form}
    if form:
        form["parents"] = [parent for parent in form["parents"].split(",") if parent]
    return form
