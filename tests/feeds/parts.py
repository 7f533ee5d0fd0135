"""What a revision is in the model: immutable, and as sealed as the real one, for nobody here looks inside."""

from typing import Any, Literal, NamedTuple

Deletion = Literal["no", "keep-day", "forget"]


class Body(NamedTuple):
    """A sealed revision: what its header says, and the token that travels. `sha` is the token's hash."""

    rev: str
    item: str
    kind: str
    parents: tuple[str, ...]
    deletion: Deletion
    day: str | None
    sha: str
    token: str
    grant: str = ""


class Row(NamedTuple):
    """A revision as it lies on a device. `body` is None once its words are gone; `gen` that of its slot."""

    rev: str
    item: str
    kind: str
    parents: tuple[str, ...]
    deletion: Deletion
    day: str | None
    sha: str
    body: Body | None
    gen: int
    seq: int | None = None
    unsent: int = 1


class Emptied(NamedTuple):
    """A revision as it travels once its words are gone."""

    rev: str
    item: str
    kind: str
    parents: tuple[str, ...]
    sha: str
    day: str | None


class Whole(NamedTuple):
    """A revision as it travels: body, and a slot of this generation."""

    body: Body
    gen: int


class Ask(NamedTuple):
    """One request: which address, and what it says."""

    to: str
    says: dict[str, Any]


class Answer(NamedTuple):
    """A status, and what was said."""

    status: int
    says: dict[str, Any]


def row_of(body: Body, gen: int) -> Row:
    """A revision just sealed, as it is to lie on the disk."""
    rev, item, kind, parents, deletion, day, sha, *_ = body
    return Row(rev, item, kind, parents, deletion, day, sha, body, gen)


def row_served(seq: int, served: Whole | Emptied) -> Row:
    """A revision just read, as it is to lie on the disk."""
    if isinstance(served, Whole):
        return row_of(served.body, served.gen)._replace(seq=seq, unsent=0)
    rev, item, kind, parents, sha, day = served
    return Row(rev, item, kind, parents, "no", day, sha, None, 0, seq, 0)


def outgoing(row: Row) -> Whole | Emptied:
    """A row in the form in which it travels."""
    if row.body is not None:
        return Whole(row.body, row.gen)
    return Emptied(row.rev, row.item, row.kind, row.parents, row.sha, row.day)


def emptied(row: Row, how: Deletion) -> Row:
    """What remains above a tombstone; `forget` takes the day as well."""
    day = None if how == "forget" else row.day
    return row if (row.body, row.day) == (None, day) else row._replace(body=None, day=day)


def covers(rows: dict[str, Any]) -> dict[str, Deletion]:
    """Everything above a tombstone among one item's revisions, with the strongest deletion that reaches it."""
    found: dict[str, Deletion] = {}
    for how in ("forget", "keep-day"):
        ahead = [up for row in rows.values() if row.deletion == how for up in row.parents]
        while ahead:
            rev = ahead.pop()
            if rev not in found:
                found[rev] = how  # type: ignore[assignment]
                ahead.extend(rows[rev].parents if rev in rows else ())
    return found


def digest_of(revs: Any) -> int:
    """XOR of the 16 bytes of every rev."""
    value = 0
    for rev in revs:
        value ^= int(rev.replace("-", ""), 16)
    return value
