"""`feed/push/`, `feed/changes/`, `feed/ids/` and `feed/items/{item}/`."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.views import APIView

from api.access import person_of
from api.clock import now
from api.feeds import outputs
from api.feeds.inputs import ChangesQuery, IdsQuery, ItemQuery, PushInput, offered
from api.structs import json_answer, parameters_of, problems, read, read_query, schema_of
from journal.feeds import actions, queries
from journal.kinds import KINDS

_REFUSED: dict[Any, Any] = problems(
    {
        400: "The request is not right; `errors` names the member.",
        409: "`account-mismatch`: another account is signed in.",
        410: "`feed-reset`: the feed began anew; `epoch` is the one to adopt.",
    }
)


class Push(APIView):
    """Revisions from a device."""

    body_limit_bytes = 1024 * 1024 + 4096

    @extend_schema(
        summary="Add revisions to my feed",
        request={"application/json": schema_of(PushInput)},
        responses={
            200: schema_of(outputs.PushOutput),
            **_REFUSED,
            **problems(
                {
                    409: "`account-mismatch`, or `stale-vault`: `gen` is not the vault's.",
                    413: "`too-large`: more than 1 MiB; send fewer at once.",
                }
            ),
        },
    )
    def post(self, request: Request) -> HttpResponse:
        """At most 100; each is applied, a duplicate, or rejected for itself, by its index in `results`."""
        given, owner, at = read(request, PushInput), person_of(request), now()
        done = actions.push(
            owner=owner,
            account=given.account,
            epoch=given.epoch,
            gen=given.gen,
            revs=[offered(rev) for rev in given.revs],
            kinds=KINDS,
            now=at,
        )
        return json_answer(outputs.pushed(given.account, done, at))


class Changes(APIView):
    """What a device does not have yet."""

    @extend_schema(
        summary="Read my feed on from a cursor",
        parameters=parameters_of(ChangesQuery),
        responses={200: schema_of(outputs.ChangesOutput), **_REFUSED},
    )
    def get(self, request: Request) -> HttpResponse:
        """At most 200 revisions (500 in a first sync) or 1 MiB a page, in seq order."""
        given, owner = read_query(request, ChangesQuery), person_of(request)
        page = queries.changes(
            owner, account=given.account, epoch=given.epoch, cursor=given.cursor, limit=given.limit
        )
        return json_answer(outputs.changes(given.account, page, now()))


class Ids(APIView):
    """What a device compares when a digest differs."""

    @extend_schema(
        summary="Every rev of my feed, by seq",
        parameters=parameters_of(IdsQuery),
        responses={200: schema_of(outputs.IdsOutput), **_REFUSED},
    )
    def get(self, request: Request) -> HttpResponse:
        """At most 5,000 a page."""
        given, owner = read_query(request, IdsQuery), person_of(request)
        feed, revs = queries.ids(owner, account=given.account, epoch=given.epoch, cursor=given.cursor)
        return json_answer(outputs.ids(given.account, feed, given.cursor, revs, now()))


class Item(APIView):
    """One item with all its revisions."""

    @extend_schema(
        summary="Every revision of one item",
        parameters=parameters_of(ItemQuery),
        responses={
            200: schema_of(outputs.ItemOutput),
            **_REFUSED,
            **problems({404: "There is no such item, or it is not mine."}),
        },
    )
    def get(self, request: Request, item: UUID) -> HttpResponse:
        """In seq order, edits and deletions included; at most 200 or 1 MiB a page."""
        given, owner = read_query(request, ItemQuery), person_of(request)
        page, more = queries.item_revisions(
            owner, account=given.account, epoch=given.epoch, item=str(item), cursor=given.cursor
        )
        return json_answer(outputs.item(given.account, page, now(), more=more))
