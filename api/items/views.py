"""The addresses of one kind of item: a list, and one item of it. A subject names its reads and its write."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from drf_spectacular.utils import OpenApiResponse, extend_schema, extend_schema_view
from rest_framework.request import Request
from rest_framework.views import APIView

from api.access import person_of
from api.clock import now
from api.items import outputs
from api.items.inputs import ListQuery, RevisionInput, part_of
from api.structs import json_answer, parameters_of, problems, read, read_query, schema_of
from journal.feeds.actions import Written
from journal.feeds.heads import Head
from journal.feeds.rules import Offered
from journal.kinds import KINDS

View = type[APIView]

_WRITTEN = schema_of(outputs.WrittenOutput)
_NOT_MINE = {404: "There is nothing here, or it is not mine."}


_REFUSED = {
    400: "The body or the slot is not what it has to be; the code says why.",
    409: "`rev-reused`, or `stale-vault`: seal under the vault's generation.",
    413: "`too-large`",
    507: "`over-quota`",
}


class ItemList(APIView):
    """Some items of mine as they are now. `heads_of` reads them: owner, the ids in the address, part."""

    heads_of: Callable[..., list[Head]]

    def get(self, request: Request, **ids: UUID) -> HttpResponse:
        """Current revisions only; the words are sealed, and open on a device that holds the keys."""
        given = read_query(request, ListQuery)
        heads = self.heads_of(person_of(request), part=part_of(given), **_texts(ids))
        return json_answer(outputs.page(heads, given.limit))


class OneItem(APIView):
    """One item of mine. `heads_of` reads it, `write` adds to it."""

    body_limit_bytes = 128 * 1024
    heads_of: Callable[..., list[Head]]
    write: Callable[..., Written]

    def get(self, request: Request, **ids: UUID) -> HttpResponse:
        """Its current revision, or those that two devices wrote apart."""
        return json_answer(outputs.item(self.heads_of(person_of(request), **_texts(ids))))

    def put(self, request: Request, **ids: UUID) -> HttpResponse:
        """The first, an edit, or a tombstone; the same as a push of one."""
        given, owner, at = read(request, RevisionInput), person_of(request), now()
        offered = Offered(given.body, given.slot)
        done = self.write(owner=owner, offered=offered, kinds=KINDS, now=at, **_texts(ids))
        return json_answer(outputs.written(str(owner.pk), done, at), 201 if done.new else 200)


def described_list(summary: str, *, operation: str, within: bool = False) -> Callable[[type[ItemList]], View]:
    """What the API's description says of a list; `within`: it is of one item, which may not be there."""
    told = {400: "A parameter is unknown, repeated or not right."} | (_NOT_MINE if within else {})
    get = extend_schema(
        operation_id=operation,
        summary=summary,
        parameters=parameters_of(ListQuery),
        responses={200: schema_of(outputs.ListOutput), **problems(told)},
    )
    return extend_schema_view(get=get)


def described_item(one: str, *, within: bool = False) -> Callable[[type[OneItem]], View]:
    """What the API's description says of one item; `one`: "an entry"."""
    get = extend_schema(
        summary=f"Read {one}", responses={200: schema_of(outputs.ItemHeadsOutput), **problems(_NOT_MINE)}
    )
    put = extend_schema(
        summary=f"Write one revision of {one}",
        request={"application/json": schema_of(RevisionInput)},
        responses={
            201: _WRITTEN,
            200: OpenApiResponse(_WRITTEN, description="This very revision was there already."),
            **problems(_REFUSED | (_NOT_MINE if within else {})),
        },
    )
    return extend_schema_view(get=get, put=put)


def _texts(ids: dict[str, UUID]) -> dict[str, Any]:
    return {name: str(value) for name, value in ids.items()}
