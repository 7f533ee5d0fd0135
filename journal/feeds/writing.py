"""Writing a plan down: a fixed number of statements, however large the batch.

Plain SQL where the ORM would cut one INSERT into several (it counts 999 parameters on SQLite).
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain
from typing import Any, cast

from django.db.models import Case, F, Field, Value, When

from journal.feeds.models import Revision
from journal.feeds.plan import Plan, Row, digest_with
from journal.feeds.queries import FeedState
from journal.feeds.sql import places, run

TOGETHER = 1_000  # how many revs one statement names

_REVISION = (
    "INSERT INTO revision (feed_id, seq, rev, item, kind, of, day, written, del, superseded, size,"
    " sha, parents, pub, slot, body) VALUES "
)
_AWAITED = "INSERT INTO awaited (feed_id, rev, item, kind, cover) VALUES "
_SUPERSEDE = "UPDATE revision SET superseded = TRUE WHERE feed_id = %s AND rev IN ({places})"
_MOVE_ON = "UPDATE feed SET head = %s, digest = %s, size = %s WHERE id = %s"
_ON_CONFLICT = " ON CONFLICT (feed_id, rev) DO UPDATE SET cover = excluded.cover"


def write_down(feed: FeedState, planned: Plan) -> None:
    """Stores new revisions, empties and supersedes stored ones, moves the feed on."""
    _insert(_REVISION, [_revision(feed, row) for row in planned.rows])
    if planned.expected:
        _insert(_AWAITED, [(feed.id, *one) for one in planned.expected], _ON_CONFLICT)
    _change_stored(feed, planned)
    digest = digest_with(feed.digest, (row.arriving.rev for row in planned.rows))
    run(_MOVE_ON, [feed.head + len(planned.rows), digest, feed.size + planned.grown, feed.id])


def _insert(into: str, rows: Sequence[tuple[Any, ...]], ending: str = "") -> None:
    one = f"({places(len(rows[0]))})"
    run(into + ", ".join([one] * len(rows)) + ending, list(chain.from_iterable(rows)))


def _revision(feed: FeedState, row: Row) -> tuple[Any, ...]:
    """The columns in the order of the INSERT; what a deletion took away is left out."""
    one, whole, forgotten = row.arriving, not row.cover, row.cover == "forget"
    return (
        feed.id,
        row.seq,
        one.rev,
        one.item,
        one.kind,
        None if forgotten else one.of,
        None if forgotten else _text(one.day),
        None if forgotten else _text(one.written),
        one.deletion,
        row.superseded,
        one.size if whole else 0,
        one.sha,
        ",".join(one.parents),
        one.pub if whole else None,
        one.slot if whole else None,
        one.body if whole else None,
    )


def _text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _change_stored(feed: FeedState, planned: Plan) -> None:
    """Marks what now has a child, and takes words away: together, for both touch few rows."""
    if not planned.emptied:
        for revs in _parts(planned.superseded):
            run(_SUPERSEDE.format(places=places(len(revs))), [feed.id, *revs])
        return
    for revs in _parts([*planned.emptied, *planned.superseded]):
        _empty(feed, revs, planned)


def _empty(feed: FeedState, revs: list[str], planned: Plan) -> None:
    """Takes the words of those of `revs` that lose them, and of some the day; all now have a child."""
    here = set(revs)
    emptied, forgotten = here.intersection(planned.emptied), here.intersection(planned.forgotten)
    Revision.objects.filter(feed_id=feed.id, rev__in=revs).update(
        superseded=True,
        size=_without("size", emptied, Value(0)),
        **{name: _without(name, emptied) for name in ("body", "slot", "pub")},
        **{name: _without(name, forgotten) for name in ("day", "written", "of")},
    )


def _without(name: str, revs: set[str], left: Value | None = None) -> Case | F:
    """A column, but for these revs `left` (null)."""
    if not revs:
        return F(name)
    column = cast("Field[Any, Any]", Revision._meta.get_field(name))  # noqa: SLF001 - Django's public name
    return Case(When(rev__in=sorted(revs), then=left or Value(None)), default=F(name), output_field=column)


def _parts(revs: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(revs), TOGETHER):
        yield revs[start : start + TOGETHER]
