"""`pairings/`, `copies/`, `inbox/`, `ledger/`, and the keycards of whom one is paired with."""

from typing import Any
from uuid import UUID

import msgspec
from django.http import HttpResponse
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.request import Request
from rest_framework.views import APIView

from api.access import person_of
from api.clock import now
from api.items.outputs import WrittenOutput, written
from api.sharing import outputs
from api.sharing.inputs import (
    AcceptInput,
    CopyInput,
    InviteInput,
    LedgerQuery,
    OpeningInput,
    ReplyInput,
    SyncedInput,
    TombstoneInput,
)
from api.structs import json_answer, parameters_of, problems, read, read_query, schema_of
from journal.feeds.rules import Offered
from journal.kinds import KINDS
from journal.people.queries import teams_led
from journal.sharing import actions, ending, giving, queries, reading
from journal.sharing.shipped import shipped

_NOT_HERE = {404: "There is none, or it is not mine to see."}
_COACHES = {404: "Only a coach has this."}
_CHANGED = {
    409: "`account-mismatch`, `stale-vault`, `rev-reused`, `already-shared`, `consent-replayed`, `not-paired`, "
    "`key-changed`, `lead-of-own-team`.",
    410: "`feed-reset`: the feed began anew; `epoch` is the one to adopt.",
}


def _pairing(asking: Any, found: Any) -> outputs.PairingOutput:
    to_coach = asking.pk == found.coach_id
    return outputs.pairing(found, lead=queries.lead_says(found, asking), to_coach=to_coach)


class Pairings(APIView):
    """My invitations and pairings."""

    @extend_schema(
        operation_id="pairings_list",
        summary="My invitations and pairings",
        responses={200: schema_of(outputs.PairingsOutput)},
    )
    def get(self, request: Request) -> HttpResponse:
        """Of both sides; ended ones are left out. An agent needs no list of invitations, for each comes by hand."""
        person = person_of(request)
        found = [_pairing(person, one) for one in queries.pairings_of(person)]
        return json_answer(msgspec.json.encode(outputs.PairingsOutput(found)))

    @extend_schema(
        summary="Open an invitation (coach)",
        request={"application/json": schema_of(InviteInput)},
        responses={
            201: schema_of(outputs.InvitedOutput),
            200: OpenApiResponse(schema_of(outputs.InvitedOutput), description="It was open already."),
            **problems(
                {400: "`bad-accept`: no such name.", **_COACHES, 429: "`too-many-invites`: 20 are open."}
            ),
        },
    )
    def post(self, request: Request) -> HttpResponse:
        """It is good for one person and for seven days. The server never sees the nonce that names it."""
        given, coach, at = read(request, InviteInput), person_of(request), now()
        new = actions.open_invite(coach=coach, invite=given.invite, today=at.date())
        led = [outputs.LedTeam(name, may_read) for name, may_read in teams_led(coach)]
        answer = msgspec.json.encode(outputs.InvitedOutput(given.invite, led))
        return json_answer(answer, 201 if new else 200)


class Pairing(APIView):
    """One invitation."""

    @extend_schema(
        summary="One invitation or pairing",
        responses={200: schema_of(outputs.PairingOutput), **problems(_NOT_HERE)},
    )
    def get(self, request: Request, invite: str) -> HttpResponse:
        """An open one for whoever was shown its name; an accepted one for the two alone. Look at `lead` first."""
        person = person_of(request)
        found = queries.pairing_for(person, invite)
        return json_answer(msgspec.json.encode(_pairing(person, found)))

    @extend_schema(
        summary="Accept an invitation (agent)",
        request={"application/json": schema_of(AcceptInput)},
        responses={
            201: schema_of(outputs.PairingOutput),
            200: OpenApiResponse(
                schema_of(outputs.PairingOutput), description="This very answer was there already."
            ),
            **problems(
                {
                    400: "`bad-accept`, or no strict token.",
                    **_NOT_HERE,
                    409: "`invite-taken`: somebody else was first, or it is over. `lead-of-own-team`: refused.",
                }
            ),
        },
    )
    def put(self, request: Request, invite: str) -> HttpResponse:
        """The first answer counts. An earlier pairing of the two ends, and with it what was shared under it."""
        given, agent, at = read(request, AcceptInput), person_of(request), now()
        new = actions.accept_invite(agent=agent, invite=invite, accept=given.accept, today=at.date())
        answer = _pairing(agent, queries.pairing_for(agent, invite))
        return json_answer(msgspec.json.encode(answer), 201 if new else 200)

    @extend_schema(
        summary="End a pairing, or take an invitation back",
        request=None,
        responses={
            204: OpenApiResponse(description="From now on nothing shared under it is served."),
            **problems(_NOT_HERE),
        },
    )
    def delete(self, request: Request, invite: str) -> HttpResponse:
        """Either of the two may, and need not say why. Again is fine."""
        actions.end_pairing(person=person_of(request), invite=invite, today=now().date())
        return HttpResponse(status=204)


class Copies(APIView):
    """Copies I give."""

    body_limit_bytes = 160 * 1024

    @extend_schema(
        summary="Give a copy to a coach",
        request={"application/json": schema_of(CopyInput)},
        responses={
            201: schema_of(outputs.GivenOutput),
            200: OpenApiResponse(
                schema_of(outputs.GivenOutput),
                description="It was given already, or its tombstone came first.",
            ),
            **problems(
                {
                    400: "Something sealed is not what it has to be; of the consent: `consent-forged`, `consent-foreign`, "
                    "`consent-scope`, `consent-expired`, `consent-too-long`, `unknown-purpose`, `unknown-notice`.",
                    **_CHANGED,
                    507: "`over-quota`",
                }
            ),
        },
    )
    def post(self, request: Request) -> HttpResponse:
        """Body, slot, grant and consent in one request, all or nothing; the same again changes nothing."""
        given, owner, at = read(request, CopyInput), person_of(request), now()
        pushed, served = giving.give_copy(
            sent=giving.Sent(owner, given.account, given.epoch, given.gen),
            shared=giving.Shared(given.body, given.slot, given.grant, given.consent),
            kinds=KINDS,
            shipped=shipped(),
            now=at,
        )
        new = served and pushed.outcomes[0].status == "applied"
        return json_answer(outputs.given(given.account, pushed, at, served=served), 201 if new else 200)


class Opening(APIView):
    """A copy, being read."""

    @extend_schema(
        summary="Open a copy (coach)",
        request={"application/json": schema_of(OpeningInput)},
        responses={200: schema_of(outputs.OpenedOutput), **problems(_NOT_HERE)},
    )
    def post(self, request: Request, item: UUID) -> HttpResponse:
        """Writes *delivered* into the ledger of whoever shared it, once for each opening. Keep nothing of it on a disk."""
        given = read(request, OpeningInput)
        body, grant = reading.open_copy(
            reader=person_of(request), item=str(item), opening=given.opening, now=now()
        )
        return json_answer(msgspec.json.encode(outputs.OpenedOutput(body, grant)))


class Replies(APIView):
    """Replies to a copy."""

    body_limit_bytes = 128 * 1024

    @extend_schema(
        summary="Reply to a copy (coach)",
        request={"application/json": schema_of(ReplyInput)},
        responses={
            201: schema_of(outputs.RepliedOutput),
            200: OpenApiResponse(
                schema_of(outputs.RepliedOutput), description="This very reply was there already."
            ),
            **problems(
                {
                    400: "The reply is not what it has to be.",
                    **_NOT_HERE,
                    409: "`key-changed`: verify the keys again. `rev-reused`.",
                    429: "`too-many-replies`: 20 to one copy.",
                }
            ),
        },
    )
    def post(self, request: Request, item: UUID) -> HttpResponse:
        """It comes to whoever shared the copy with the ordinary changes of their feed."""
        given = read(request, ReplyInput)
        done = reading.reply(
            reader=person_of(request), item=str(item), body=given.body, kinds=KINDS, now=now()
        )
        return json_answer(outputs.replied(done), 201 if done.new else 200)


class TakeBack(APIView):
    """A copy, taken back."""

    body_limit_bytes = 128 * 1024

    @extend_schema(
        summary="Take a copy back",
        request={"application/json": schema_of(TombstoneInput)},
        responses={
            201: schema_of(WrittenOutput),
            200: OpenApiResponse(
                schema_of(WrittenOutput), description="This very tombstone was there already."
            ),
            **problems(
                {
                    400: "No tombstone of this copy that forgets.",
                    409: "`rev-reused`, or `stale-vault`: seal anew.",
                }
            ),
        },
    )
    def post(self, request: Request, item: UUID) -> HttpResponse:
        """The same as pushing its tombstone; it may come before the copy. From then on the coach gets a 404."""
        given, owner, at = read(request, TombstoneInput), person_of(request), now()
        offered = Offered(given.body, given.slot)
        done = giving.take_back(owner=owner, item=str(item), offered=offered, kinds=KINDS, now=at)
        return json_answer(written(str(owner.pk), done, at), 201 if done.new else 200)


class Inbox(APIView):
    """What was shared with me."""

    @extend_schema(
        summary="What was shared with me (coach)",
        responses={200: schema_of(outputs.InboxOutput), **problems(_COACHES)},
    )
    def get(self, request: Request) -> HttpResponse:
        """Grants only, so *backup first* can be sorted without opening anything."""
        at = now()
        return json_answer(outputs.inbox(queries.inbox_of(person_of(request), now=at), at))


class Ledger(APIView):
    """What became of my keys, consents and copies."""

    @extend_schema(
        summary="My ledger, from some event on",
        parameters=parameters_of(LedgerQuery),
        responses={200: schema_of(outputs.LedgerOutput), **problems(_CHANGED)},
    )
    def get(self, request: Request) -> HttpResponse:
        """Events: keycard, consent, delivered, withdrawn, expired, exported, rotated. At most 1,000 a page.

        A device follows the chain at each sync and remembers (n, hash); an event edited or left out is an alarm.
        """
        given, owner, at = read_query(request, LedgerQuery), person_of(request), now()
        part = ending.settled_ledger(
            owner=owner, account=given.account, epoch=given.epoch, after=given.after, now=at
        )
        return json_answer(outputs.ledger(given.account, given.epoch, part, given.after, at))

    @extend_schema(
        summary="Say that everything of mine is here",
        request={"application/json": schema_of(SyncedInput)},
        responses={204: OpenApiResponse(description="Copies are served again."), **problems(_CHANGED)},
    )
    def post(self, request: Request) -> HttpResponse:
        """After a restore no copy is served until a device has offered all it holds, take-backs first, and says so."""
        given = read(request, SyncedInput)
        ending.note_synced(owner=person_of(request), account=given.account, epoch=given.epoch, now=now())
        return HttpResponse(status=204)
