"""Deciding a batch in memory, before anything is written. Pure: rows in, outcomes out.

Each revision is decided for itself; one that is refused delays no other.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from journal.errors import JournalError
from journal.feeds.graph import Cover, covered
from journal.feeds.rules import Arriving

# The smallest bucket with 16 parents takes half of it; words in a tombstone would be a way around the quota.
LARGEST_FREE_TOMBSTONE_BYTES = 8_192


class RevReused(JournalError):
    """This rev is another revision already."""

    code = "rev-reused"


class ParentOfAnotherItem(JournalError):
    """A parent, or a child that came first, belongs to another item."""

    code = "parent-of-another-item"


class OtherKind(JournalError):
    """A parent, or a child that came first, is of another kind."""

    code = "other-kind"


class NoTombstone(JournalError):
    """Emptied, yet nothing below it says so."""

    code = "no-tombstone"


class OverQuota(JournalError):
    """The account has no room for more words; deleting makes room."""

    code = "over-quota"


class LaterGeneration(JournalError):
    """The slot is of a later generation than the vault's."""

    code = "later-generation"


class Stored(NamedTuple):
    """A stored revision, as far as deciding needs it. `parents`: revs joined by commas."""

    rev: str
    item: str
    kind: str
    sha: str
    seq: int
    parents: str
    size: int
    superseded: bool
    deletion: str
    has_facts: bool


class Expected(NamedTuple):
    """A revision named as a parent that has not come. `cover`: the deletion below it, else empty."""

    rev: str
    item: str
    kind: str
    cover: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one revision of a batch, by its index there."""

    status: Literal["applied", "duplicate", "rejected"]
    rev: str | None = None
    seq: int | None = None
    problem: JournalError | None = None


@dataclass(slots=True)
class Batch:
    """A batch being decided: `consider` it, let `cover` tell what deletions reach, then `settle`."""

    arrivals: Sequence[Arriving | JournalError]
    stored: dict[str, Stored]
    expected: dict[str, Expected]
    gen: int
    taken: dict[str, Arriving] = field(default_factory=dict)
    refused: dict[str, JournalError] = field(default_factory=dict)
    covers: dict[str, Cover] = field(default_factory=dict)
    seqs: dict[str, int] = field(default_factory=dict)
    _children: dict[str, Arriving] = field(default_factory=dict)
    _outcomes: dict[int, Outcome] = field(default_factory=dict)

    def consider(self) -> None:
        """Takes or refuses each revision for itself, in order; emptied ones last, for they lean on the others."""
        for index, arriving in enumerate(self.arrivals):
            if isinstance(arriving, JournalError):
                self._outcomes[index] = Outcome("rejected", problem=arriving)
            elif arriving.body is not None:
                self._consider_one(index, arriving)
        for index, arriving in enumerate(self.arrivals):
            if isinstance(arriving, Arriving) and arriving.body is None:
                self._consider_one(index, arriving)

    def needs_history(self) -> set[str]:
        """The items whose stored revisions `cover` has to know: those in which words go away."""
        return {
            arriving.item
            for arriving in self.taken.values()
            if arriving.is_tombstone or self._cover_awaiting(arriving.rev)
        }

    def cover(self, history: Mapping[str, Stored], expected: Mapping[str, Expected]) -> None:
        """Finds everything that the batch's tombstones, and earlier ones through its revisions, reach.

        `history`, `expected`: all that is stored, or waited for, of the items that `needs_history` named.
        """
        self.stored.update(history)
        self.expected.update(expected)
        parents_of: dict[str, Sequence[str]] = {
            rev: row.parents.split(",") for rev, row in history.items() if row.parents
        }
        parents_of.update((rev, arriving.parents) for rev, arriving in self.taken.items())
        tops: list[tuple[str, Cover]] = []
        for rev, arriving in self.taken.items():
            if arriving.deletion != "no":
                tops.extend((parent, arriving.deletion) for parent in arriving.parents)
            if cover := self._cover_awaiting(rev):
                tops.append((rev, cover))
        self.covers = covered(tops, parents_of)

    def settle(self, *, head: int, room: int) -> None:
        """Gives each revision that stays its seq, after `head`; `room`: bytes left for the account."""
        for arriving in self._in_order():
            rev = arriving.rev
            if arriving.body is None and rev not in self.covers:
                self.refused[rev] = NoTombstone("No tombstone below this one is stored or comes with it.")
            elif self._takes_room(arriving) and arriving.size > room:
                self.refused[rev] = OverQuota("The account has no room for more. Deleting makes room.")
            else:
                room -= arriving.size if self._takes_room(arriving) else 0
                head += 1
                self.seqs[rev] = head

    def applied(self) -> list[Arriving]:
        """The revisions to store, in the order of their seqs."""
        return [arriving for arriving in self._in_order() if arriving.rev in self.seqs]

    def outcomes(self) -> list[Outcome]:
        """What became of each, by index."""
        return [self._outcomes.get(index) or self._outcome(index) for index in range(len(self.arrivals))]

    def _outcome(self, index: int) -> Outcome:
        arriving = self.arrivals[index]
        assert isinstance(arriving, Arriving)  # noqa: S101 - errors have their outcome already
        rev = arriving.rev
        if rev in self.refused:
            return Outcome("rejected", rev, problem=self.refused[rev])
        first = self.taken[rev] is arriving
        return Outcome("applied" if first else "duplicate", rev, self.seqs[rev])

    def _consider_one(self, index: int, arriving: Arriving) -> None:
        known = self.stored.get(arriving.rev) or self.taken.get(arriving.rev)
        if known is not None and known.sha != arriving.sha:
            error: JournalError | None = RevReused("This rev is another revision already. Seal it anew.")
        elif isinstance(known, Stored):
            self._outcomes[index] = Outcome("duplicate", arriving.rev, known.seq)
            return
        elif known is not None:
            return  # the same twice in one batch: whatever becomes of the first
        else:
            error = self._why_not(arriving)
        if error is None:
            self.taken[arriving.rev] = arriving
            self._children.update(dict.fromkeys(arriving.parents, arriving))
        else:
            self._outcomes[index] = Outcome("rejected", arriving.rev, problem=error)

    def _why_not(self, arriving: Arriving) -> JournalError | None:
        if arriving.gen > self.gen:
            return LaterGeneration("The slot is of a later generation than the vault's.")
        for rev in (arriving.rev, *arriving.parents):
            other = self._known_as(rev)
            if other is not None and other.item != arriving.item:
                return ParentOfAnotherItem("A revision's parents are of its own item.")
            if other is not None and other.kind != arriving.kind:
                return OtherKind("An item keeps its kind.")
        return None

    def _known_as(self, rev: str) -> Stored | Arriving | Expected | None:
        """The revision itself, or how a child that came first named it."""
        return (
            self.stored.get(rev) or self.taken.get(rev) or self.expected.get(rev) or self._children.get(rev)
        )

    def _in_order(self) -> list[Arriving]:
        return [one for one in self.arrivals if isinstance(one, Arriving) and self.taken.get(one.rev) is one]

    def _cover_awaiting(self, rev: str) -> Cover | None:
        expected = self.expected.get(rev)
        if expected is None or not expected.cover:
            return None
        return "forget" if expected.cover == "forget" else "keep-day"

    def _takes_room(self, arriving: Arriving) -> bool:
        """Tombstones and what they emptied are always let in: deleting has to work in a full account."""
        is_small = arriving.is_tombstone and arriving.size <= LARGEST_FREE_TOMBSTONE_BYTES
        return not is_small and arriving.rev not in self.covers
