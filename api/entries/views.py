"""`entries/` and `entries/{item}/`."""

from uuid import UUID

from django.http import HttpResponse
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.request import Request
from rest_framework.views import APIView

from api.access import person_of
from api.clock import now
from api.entries import outputs
from api.entries.inputs import ListQuery, RevisionInput, place_of
from api.structs import json_answer, parameters_of, problems, read, read_query, schema_of
from journal.entries.actions import write_entry
from journal.entries.queries import entries_of, entry_of
from journal.feeds.rules import Offered
from journal.kinds import KINDS

_WRITTEN = schema_of(outputs.WrittenOutput)


class Entries(APIView):
    """My entries as they are now."""

    @extend_schema(
        operation_id="entries_list",
        summary="My entries, newest day first",
        parameters=parameters_of(ListQuery),
        responses={
            200: schema_of(outputs.ListOutput),
            **problems({400: "A parameter is unknown, repeated or not right."}),
        },
    )
    def get(self, request: Request) -> HttpResponse:
        """Current revisions only; the words are sealed, and open on a device that holds the keys."""
        given = read_query(request, ListQuery)
        heads = entries_of(
            person_of(request),
            limit=given.limit + 1,
            before=place_of(given.before),
            first=given.first,
            last=given.last,
        )
        return json_answer(outputs.page(heads, given.limit))


class Entry(APIView):
    """One entry of mine."""

    body_limit_bytes = 128 * 1024

    @extend_schema(
        summary="One entry",
        responses={
            200: schema_of(outputs.ItemHeadsOutput),
            **problems({404: "There is no such entry, or it is not mine."}),
        },
    )
    def get(self, request: Request, item: UUID) -> HttpResponse:
        """Its current revision, or those that two devices wrote apart."""
        return json_answer(outputs.item(entry_of(person_of(request), str(item))))

    @extend_schema(
        summary="Write one revision of an entry",
        request={"application/json": schema_of(RevisionInput)},
        responses={
            201: _WRITTEN,
            200: OpenApiResponse(_WRITTEN, description="This very revision was there already."),
            **problems(
                {
                    400: "The body or the slot is not what it has to be; the code says why.",
                    409: "`rev-reused`, or `stale-vault`: seal under the vault's generation.",
                    413: "`too-large`",
                    507: "`over-quota`",
                }
            ),
        },
    )
    def put(self, request: Request, item: UUID) -> HttpResponse:
        """The first, an edit, or a tombstone; the same as a push of one."""
        given, owner, at = read(request, RevisionInput), person_of(request), now()
        done = write_entry(
            owner=owner, item=str(item), offered=Offered(given.body, given.slot), kinds=KINDS, now=at
        )
        return json_answer(outputs.written(str(owner.pk), done, at), 201 if done.new else 200)
