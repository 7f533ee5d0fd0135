"""What the addresses of sharing answer."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Literal

import msgspec

from api.clock import instant_text
from api.feeds.outputs import Instant
from journal.feeds.actions import Pushed, Written
from journal.feeds.batch import Outcome
from journal.sharing.queries import LedgerPart, Waiting

if TYPE_CHECKING:
    from journal.sharing.models import Pairing

Lead = Annotated[
    bool | None,
    msgspec.Meta(
        description="null: the coach does not lead the agent's team. true: does, and the work place allows it, "
        "which both should know before they pair. false: does, and it is refused."
    ),
]
Day = Annotated[str, msgspec.Meta(extra_json_schema={"format": "date"})]


class LedTeam(msgspec.Struct):
    """A team this coach leads, and whether its people can be paired with their lead."""

    name: str
    may_read: bool


class PairingOutput(msgspec.Struct, kw_only=True):
    """An invitation, and, once accepted, a pairing."""

    invite: str
    coach: str
    agent: str | None
    state: Literal["open", "accepted", "ended"]
    why: Annotated[str, msgspec.Meta(description="Of an ended one: coach, agent, keys or replaced.")]
    lead: Lead
    accept: Annotated[
        str | None, msgspec.Meta(description="The agent's signed answer, for the coach to check.")
    ]


class InvitedOutput(msgspec.Struct):
    """An opened invitation; the teams tell whom this coach cannot be paired with."""

    invite: str
    leads: list[LedTeam]


class PairingsOutput(msgspec.Struct):
    """My invitations and pairings that have not ended, oldest first."""

    results: list[PairingOutput]


class GivenOutput(msgspec.Struct):
    """The feed after a copy was given. `served`: false where it was taken back before it came."""

    account: str
    epoch: str
    head: int
    server_now: Instant
    status: Literal["applied", "duplicate"]
    rev: str
    seq: int
    served: bool


class WaitingOutput(msgspec.Struct):
    """A copy in the inbox, unopened. `until`: seconds since 1970, when the consent ends."""

    item: str
    rev: str
    owner: str
    grant: str
    shared_on: Day
    until: int
    opened: bool
    answered: bool


class InboxOutput(msgspec.Struct):
    """Everything I may open now, oldest first. Whether help is wanted stands in the sealed grant."""

    server_now: Instant
    results: list[WaitingOutput]


class OpenedOutput(msgspec.Struct):
    """A copy: its sealed body, and the grant that opens it."""

    body: str
    grant: str


class RepliedOutput(msgspec.Struct):
    """A reply that lies in the feed of whoever shared the copy; of that feed nothing is told."""

    status: Literal["applied", "duplicate"]
    rev: str


class LedgerOutput(msgspec.Struct):
    """My ledger after some event. Each event is the exact text that was hashed:
    `hash(n) = SHA-256(hash(n-1), line feed, event)`, base64url, before the first empty.

    `n` and `hash` are those of the last event there is. `served`: false after a restore, until a device of mine says
    (POST) that it has everything here.
    """

    account: str
    epoch: str
    n: int
    hash: str
    more: bool
    served: bool
    server_now: Instant
    events: list[str]


def pairing(found: "Pairing", *, lead: bool | None, to_coach: bool) -> PairingOutput:
    """One pairing; the answer is the coach's to check."""
    state: Literal["open", "accepted", "ended"] = "open" if found.agent_id is None else "accepted"
    return PairingOutput(
        invite=found.invite,
        coach=str(found.coach_id),
        agent=None if found.agent_id is None else str(found.agent_id),
        state="ended" if found.ended_on else state,
        why=found.why,
        lead=lead,
        accept=found.accept if to_coach and found.accept else None,
    )


def given(account: str, pushed: Pushed, now: datetime, *, served: bool) -> bytes:
    """The JSON after a copy was given."""
    outcome: Outcome = pushed.outcomes[0]
    new: Literal["applied", "duplicate"] = "applied" if outcome.status == "applied" else "duplicate"
    at = instant_text(now)
    return msgspec.json.encode(
        GivenOutput(account, pushed.epoch, pushed.head, at, new, outcome.rev or "", outcome.seq or 0, served)
    )


def inbox(waiting: Sequence[Waiting], now: datetime) -> bytes:
    """The JSON of an inbox."""
    rows = [
        WaitingOutput(
            one.item, one.rev, one.owner, one.grant, one.shared_on, one.exp, one.openings > 0, one.replies > 0
        )
        for one in waiting
    ]
    return msgspec.json.encode(InboxOutput(instant_text(now), rows))


def replied(done: Written) -> bytes:
    """The JSON after a reply."""
    return msgspec.json.encode(RepliedOutput("applied" if done.new else "duplicate", done.rev))


def ledger(account: str, epoch: str, part: LedgerPart, after: int, now: datetime) -> bytes:
    """The JSON of a part of a ledger."""
    more = after + len(part.events) < part.n
    return msgspec.json.encode(
        LedgerOutput(account, epoch, part.n, part.hash, more, part.served, instant_text(now), part.events)
    )
