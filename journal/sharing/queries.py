"""Reads of what is shared. `served` is the one condition under which a coach sees anything."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import F, Q
from django.db.models.functions import Length

from journal.feeds.queries import check_account, check_epoch, state_of
from journal.feeds.sql import owner_id, row_of, rows_of
from journal.keys.queries import NotFound, keycards_of
from journal.people.models import Person
from journal.people.queries import leads
from journal.sharing.models import Copy, Ledger, LedgerEvent, Opening, Pairing
from journal.sharing.rules import is_invite

NOT_HERE = "There is nothing here, or it is not yours."
LONGEST_LEDGER_PAGE = 1_000

# A consent that lives, keys that both have pinned, an owner whose devices have synced since the last restore, and
# nobody who leads the owner's team without leave. The body goes when a tombstone comes, and with it the copy.
_SERVED = """
FROM shared_copy
JOIN feed ON feed.owner_id = shared_copy.owner_id
JOIN ledger ON ledger.owner_id = shared_copy.owner_id AND ledger.epoch = feed.epoch
JOIN pairing ON pairing.id = shared_copy.pairing_id AND pairing.ended_on IS NULL
JOIN revision ON revision.feed_id = feed.id AND revision.rev = shared_copy.rev AND revision.body IS NOT NULL
WHERE shared_copy.reader_id = %s AND shared_copy.ended = '' AND shared_copy.exp > %s
AND NOT EXISTS (
    SELECT 1 FROM team_member JOIN team ON team.id = team_member.team_id
    WHERE team_member.person_id = shared_copy.owner_id AND team.lead_id = shared_copy.reader_id
    AND NOT team.lead_may_read
)
"""
_INBOX = f"""
SELECT shared_copy.item, shared_copy.rev, CAST(shared_copy.owner_id AS TEXT), shared_copy.grant,
    CAST(shared_copy.shared_on AS TEXT), shared_copy.exp, shared_copy.openings, shared_copy.replies
{_SERVED} ORDER BY shared_copy.id
"""
_ONE = f"SELECT shared_copy.id, revision.body {_SERVED} AND shared_copy.item = %s"


class Waiting(NamedTuple):
    """A copy as it lies in a coach's inbox, unopened. `exp`: seconds since 1970; `shared_on`: a day, as text."""

    item: str
    rev: str
    owner: str
    grant: str
    shared_on: str
    exp: int
    openings: int
    replies: int


@dataclass(frozen=True, slots=True)
class LedgerPart:
    """A ledger from some event on: how many there are, the last one's hash, and whether copies are served at all."""

    n: int
    hash: str
    served: bool
    events: list[str]


def check_coach(person: Person) -> None:
    """Checks that a person is a coach; raises NotFound, for to others these addresses are not there."""
    if not person.is_coach:
        raise NotFound(NOT_HERE)


def inbox_of(coach: Person, *, now: datetime) -> list[Waiting]:
    """Everything a coach may open now, oldest first; raises NotFound for somebody who is no coach."""
    check_coach(coach)
    rows = rows_of(_INBOX, [owner_id(coach), int(now.timestamp())])
    return [Waiting(*row)._replace(owner=_dashed(row[2])) for row in rows]


def served_copy(coach: Person, item: str, *, now: datetime) -> tuple[int, str]:
    """The key of a copy's row and its body; raises NotFound unless this coach may open it now."""
    check_coach(coach)
    row = row_of(_ONE, [owner_id(coach), int(now.timestamp()), item])
    if row is None:
        raise NotFound(NOT_HERE)
    return row[0], row[1]


def pairings_of(person: Person) -> list[Pairing]:
    """A person's invitations and pairings that have not ended, oldest first; of both sides. Who is no coach any more is
    the coach of nobody."""
    mine = Q(coach=person) | Q(agent=person, coach__is_coach=True, coach__is_active=True)
    return list(Pairing.objects.filter(mine, ended_on__isnull=True).order_by("id"))


def pairing_for(asking: Person, invite: str) -> Pairing:
    """One invitation, open to whoever was shown its name until somebody accepts; then to the two alone. NotFound."""
    found = (
        Pairing.objects.select_related("coach").filter(invite=invite).first() if is_invite(invite) else None
    )
    if found is None or not (found.agent_id is None or asking.pk in (found.coach_id, found.agent_id)):
        raise NotFound(NOT_HERE)
    return found


def lead_says(pairing: Pairing, asking: Person) -> bool | None:
    """None when the coach does not lead the agent's team; else whether the operator lets such a coach be paired."""
    agent = pairing.agent_id or (None if asking.pk == pairing.coach_id else asking.pk)
    found = leads(pairing.coach, agent) if agent else []
    return all(found) if found else None


def keycards_for(asking: Person, person_id: str) -> list[str]:
    """The keycards of a person, oldest first: one's own, a coach's, or those of somebody one is paired with as a coach.

    Raises NotFound.
    """
    if person_id != str(asking.pk) and not _may_see_keys(asking, person_id):
        raise NotFound(NOT_HERE)
    return keycards_of(person_id)


def ledger_of(owner: Person, *, account: str, epoch: str, after: int) -> LedgerPart:
    """A person's ledger after its `after`-th event; raises AccountMismatch, FeedReset."""
    check_account(owner, account)
    feed = state_of(owner)
    if feed is not None:
        check_epoch(feed, epoch)
    head = Ledger.objects.filter(owner=owner).values_list("n", "hash", "epoch").first()
    if feed is None or head is None:
        return LedgerPart(0, "", served=True, events=[])
    events = LedgerEvent.objects.filter(ledger_id=owner.pk, n__gt=after, n__lte=head[0]).order_by("n")
    texts = list(events.values_list("event", flat=True)[:LONGEST_LEDGER_PAGE])
    return LedgerPart(head[0], head[1], head[2] == feed.epoch, texts)


def rows_about(person: Person) -> dict[str, list[dict[str, Any]]]:
    """Every row about what a person shared, tokens as their sizes. What was shared with a coach is its owner's: of
    that a coach sees the inbox, and nothing of what was taken back."""
    pairings = Pairing.objects.filter(Q(coach=person) | Q(agent=person)).order_by("id")
    given = Copy.objects.filter(owner=person).order_by("id")
    openings = Opening.objects.filter(copy__owner=person).order_by("id")
    columns = ("item", "rev", "jti", "sha", "exp", "shared_on", "openings", "replies", "ended")
    sizes = {"grant_bytes": Length("grant"), "consent_bytes": Length("consent")}
    events = LedgerEvent.objects.filter(ledger__owner=person).order_by("n")
    return {
        "pairings": [
            dict(row)
            for row in pairings.values(
                "invite",
                "coach",
                "agent",
                "made_on",
                "accepted_on",
                "ended_on",
                "why",
                accept_bytes=Length("accept"),
            )
        ],
        "copies_given": [dict(row) for row in given.values(*columns, "reader", **sizes)],
        "openings": [dict(row) for row in openings.values("opening", "on", item=F("copy__item"))],
        "ledger": [dict(row) for row in Ledger.objects.filter(owner=person).values("n", "hash", "epoch")],
        "ledger_events": [dict(row) for row in events.values("n", "event")],
    }


def _may_see_keys(asking: Person, person_id: str) -> bool:
    if Person.objects.filter(pk=person_id, is_coach=True).exists():
        return True
    live = Pairing.objects.filter(coach=asking, agent=UUID(person_id), ended_on__isnull=True)
    return asking.is_coach and live.exists()


def _dashed(text: str) -> str:
    """A UUID as text, however the database keeps it."""
    if "-" in text:
        return text
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))
