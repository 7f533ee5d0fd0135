"""What `feed/` answers. JSON is put together as text where there are many tokens: they need no escaping."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

import msgspec

from api.clock import instant_text
from api.errors import nested_problem
from journal.feeds.actions import Pushed
from journal.feeds.batch import Outcome
from journal.feeds.queries import Emptied, FeedState, Page, Tokens

Instant = Annotated[str, msgspec.Meta(description="The server's clock, RFC 3339 in UTC.")]


class NestedProblem(msgspec.Struct):
    """Why one revision was refused; nothing of it was stored."""

    type: str
    title: str
    status: int
    detail: str


class ResultOutput(msgspec.Struct, omit_defaults=True):
    """What became of one revision, by its index in the request."""

    status: Literal["applied", "duplicate", "rejected"]
    rev: str | None = None
    seq: int | None = None
    problem: dict[str, Any] | None = None


class PushOutput(msgspec.Struct):
    """The feed after a push."""

    account: str
    epoch: str
    head: int
    server_now: Instant
    results: list[ResultOutput]


class RevOutput(msgspec.Struct, omit_defaults=True):
    """A sealed revision with `body` and `slot`; or one whose words are gone, with what remains of it.

    A coach's reply has a `body` and null for a slot: it is sealed to my own encryption key.
    """

    seq: int
    rev: str
    body: str | None = None
    slot: str | None = None
    item: str | None = None
    kind: str | None = None
    parents: list[str] | None = None
    sha: str | None = None
    of: str | None = None
    day: date | None = None
    written: date | None = None


class ChangesOutput(msgspec.Struct, omit_defaults=True, kw_only=True):
    """A page of a feed. `digest`, at its end: the XOR of the 16 bytes of every rev, in hex."""

    account: str
    epoch: str
    cursor: int
    more: bool
    server_now: Instant
    digest: str | None = None
    revs: list[RevOutput]


class IdsOutput(msgspec.Struct):
    """Revs in seq order: the first has seq `cursor asked for` + 1, and so on without a gap."""

    account: str
    epoch: str
    cursor: int
    more: bool
    server_now: Instant
    ids: list[str]


class ItemOutput(msgspec.Struct):
    """Revisions of one item in seq order; `cursor` is the one to go on with."""

    account: str
    epoch: str
    cursor: int
    more: bool
    server_now: Instant
    revs: list[RevOutput]


def pushed(account: str, done: Pushed, now: datetime) -> bytes:
    """The JSON after a push."""
    results = [_result(outcome) for outcome in done.outcomes]
    return msgspec.json.encode(PushOutput(account, done.epoch, done.head, instant_text(now), results))


def changes(account: str, page: Page, now: datetime) -> str:
    """The JSON of a page."""
    digest = "" if page.more else f'"digest":"{page.feed.digest}",'
    more = "true" if page.more else "false"
    return (
        f'{{{_opening(account, page.feed)}"cursor":{page.cursor},"more":{more},'
        f'"server_now":"{instant_text(now)}",{digest}"revs":[{_revs(page)}]}}'
    )


def ids(account: str, feed: FeedState, cursor: int, revs: list[str], now: datetime) -> bytes:
    """The JSON of a page of ids."""
    reached = cursor + len(revs)
    return msgspec.json.encode(
        IdsOutput(account, feed.epoch, reached, reached < feed.head, instant_text(now), revs)
    )


def item(account: str, page: Page, now: datetime, *, more: bool) -> str:
    """The JSON of one item's revisions."""
    return (
        f'{{{_opening(account, page.feed)}"cursor":{page.cursor},"more":{"true" if more else "false"},'
        f'"server_now":"{instant_text(now)}","revs":[{_revs(page)}]}}'
    )


def _opening(account: str, feed: FeedState) -> str:
    return f'"account":"{account}","epoch":"{feed.epoch}",'


def _revs(page: Page) -> str:
    return ",".join([_rev(row, page.emptied) for row in page.rows])


def _rev(row: Tokens, emptied: dict[str, Emptied]) -> str:
    seq, rev, body, slot = row
    if body is not None:
        opens = "null" if slot is None else f'"{slot}"'
        return f'{{"seq":{seq},"rev":"{rev}","body":"{body}","slot":{opens}}}'
    remains = emptied[rev]
    parents = [parent for parent in remains.parents.split(",") if parent]
    return msgspec.json.encode(
        RevOutput(
            seq,
            rev,
            item=remains.item,
            kind=remains.kind,
            parents=parents,
            sha=remains.sha,
            of=remains.of,
            day=remains.day,
            written=remains.written,
        )
    ).decode()


def _result(outcome: Outcome) -> ResultOutput:
    problem = None if outcome.problem is None else nested_problem(outcome.problem)
    return ResultOutput(outcome.status, outcome.rev, outcome.seq, problem)
