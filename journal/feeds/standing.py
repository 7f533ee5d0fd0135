"""What a feed's heads say in clear: the days they mark, and their facts. No table: it follows from the revisions.

The last answer is kept in memory, under the set of revisions it was read from (its epoch, head and digest). The next
reading adds what came since. Only what takes a day away, an item moved or forgotten, has all of it read anew.
"""

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from threading import Lock
from typing import Any, NamedTuple

from journal.feeds.plan import digest_with
from journal.feeds.queries import FeedState, state_of
from journal.feeds.sql import places, rows_of
from journal.people.models import Person
from journal.streaks.marks import Marks
from journal.streaks.stream import NO_DAYS, days_done

MOST_KEPT = 256
MOST_NEW = 1_000

_DAYS = "SELECT DISTINCT kind, of, CAST(day AS TEXT), CAST(written AS TEXT) FROM revision WHERE feed_id = %s"
_MARKING = " AND NOT superseded AND del <> 'forget' AND day IS NOT NULL AND kind IN ({places})"
_FACTS = """
SELECT kind, item, of, pub FROM revision
WHERE feed_id = %s AND NOT superseded AND del = 'no' AND kind IN ({places}) ORDER BY kind, item, seq
"""
_NEW = """
SELECT rev, item, kind, of, CAST(day AS TEXT), CAST(written AS TEXT), parents, NOT superseded AND del <> 'forget'
FROM revision WHERE feed_id = %s AND seq > %s AND seq <= %s
"""
_PLACES = "SELECT DISTINCT item, of, day, written FROM revision WHERE feed_id = %s AND item IN ({places})"


class Stream(NamedTuple):
    """What days are counted for: items of a kind, that belong to one item or to none."""

    kind: str
    of: str | None


class Fact(NamedTuple):
    """A head that is read for what it is, not for its day. `pub` as it was sent."""

    kind: str
    item: str
    of: str | None
    pub: str | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which kinds are read for their days, and which for their facts."""

    dated: frozenset[str]
    facts: frozenset[str]


@dataclass(frozen=True, eq=False, slots=True)
class Standing:
    """What the heads of a feed say at one state of it. As long as that lasts it is the same object."""

    marks: Mapping[Stream, Marks] = field(default_factory=dict)
    facts: tuple[Fact, ...] = ()

    def days(self, kinds: Iterable[str], of: str | None) -> Marks:
        """The days marked by items of these kinds that belong to `of`."""
        days = NO_DAYS
        for kind in kinds:
            days = _joined(days, self.marks.get(Stream(kind, of), NO_DAYS))
        return days


class _Kept(NamedTuple):
    wanted: Wanted
    feed: FeedState
    standing: Standing


class _New(NamedTuple):
    """A revision that came since. `marks`: it is a head that counts for its day."""

    rev: str
    item: str
    kind: str
    of: str | None
    day: str | None
    written: str | None
    parents: str
    marks: bool


class _Memory:
    """The standings last read, of so many feeds."""

    def __init__(self) -> None:
        self._kept: OrderedDict[int, _Kept] = OrderedDict()
        self._lock = Lock()

    def get(self, feed: FeedState, wanted: Wanted) -> _Kept | None:
        """What is kept of this feed, if it was read from this epoch of it."""
        kept = self._kept.get(feed.id)
        return kept if kept and (kept.wanted, kept.feed.epoch) == (wanted, feed.epoch) else None

    def put(self, kept: _Kept) -> None:
        """Keeps one, and drops the one kept longest when there are too many."""
        with self._lock:
            self._kept[kept.feed.id] = kept
            self._kept.move_to_end(kept.feed.id)
            if len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)


_MEMORY = _Memory()


def standing_of(owner: Person, wanted: Wanted) -> Standing:
    """What a person's heads say now. One statement when nothing is new, at most four."""
    feed = state_of(owner)
    if feed is None:
        return Standing()
    kept = _MEMORY.get(feed, wanted)
    if kept and (kept.feed.head, kept.feed.digest) == (feed.head, feed.digest):
        return kept.standing
    standing = (kept and _grown(kept, feed)) or _read(feed, wanted)
    _MEMORY.put(_Kept(wanted, feed, standing))
    return standing


def _read(feed: FeedState, wanted: Wanted) -> Standing:
    """Everything anew."""
    found = rows_of(_DAYS + _MARKING.format(places=places(len(wanted.dated))), [feed.id, *wanted.dated])
    return Standing(_marks(found), _facts(feed, wanted))


def _grown(kept: _Kept, feed: FeedState) -> Standing | None:
    """What was kept, with what came since; None when that does not follow."""
    if not 0 < feed.head - kept.feed.head <= MOST_NEW:
        return None
    new = [_New(*row) for row in rows_of(_NEW, [feed.id, kept.feed.head, feed.head])]
    if digest_with(kept.feed.digest, (one.rev for one in new)) != feed.digest or _may_take_away(
        feed, kept.wanted, new
    ):
        return None
    added = _marks(
        (one.kind, one.of, one.day, one.written) for one in new if one.marks and one.kind in kept.wanted.dated
    )
    marks = dict(kept.standing.marks)
    for stream, days in added.items():
        marks[stream] = _joined(marks.get(stream, NO_DAYS), days)
    changed = any(one.kind in kept.wanted.facts for one in new)
    return Standing(marks, _facts(feed, kept.wanted) if changed else kept.standing.facts)


def _may_take_away(feed: FeedState, wanted: Wanted, new: Sequence[_New]) -> bool:
    """Whether something new may leave a day with less than it had: an edit that moves, what forgets."""
    items = {one.item for one in new if one.parents and one.kind in wanted.dated}
    if not items:
        return False
    found = rows_of(_PLACES.format(places=places(len(items))), [feed.id, *items])
    return len(found) > len(items) or any(day is None for _, _, day, _ in found)


def _facts(feed: FeedState, wanted: Wanted) -> tuple[Fact, ...]:
    found = rows_of(_FACTS.format(places=places(len(wanted.facts))), [feed.id, *wanted.facts])
    return tuple(Fact(*row) for row in found)


def _marks(rows: Iterable[Any]) -> dict[Stream, Marks]:
    """The days of each stream that are filled (J4), from kind, of, day and written."""
    found: dict[Stream, list[tuple[date, date]]] = {}
    for kind, of, day, written in rows:
        if day is not None and written is not None:
            dates = date.fromisoformat(day), date.fromisoformat(written)
            found.setdefault(Stream(kind, of), []).append(dates)
    return {stream: days_done(dates) for stream, dates in found.items()}


def _joined(one: Marks, other: Marks) -> Marks:
    """The days of both."""
    if not (one and other):
        return one or other
    first, last = min(one.first, other.first), max(one.last, other.last)
    length = (last - first).days + 1
    return Marks(first, one.window(first, length) | other.window(first, length))
