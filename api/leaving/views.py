"""`leaving/`."""

import msgspec
from django.conf import settings
from django.http import HttpResponse
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.views import APIView

from api.access import person_of
from api.clock import now
from api.leaving.inputs import LeavingInput
from api.leaving.outputs import LeavingOutput
from api.people.recent import check_recent
from api.structs import json_answer, problems, read, schema_of
from journal.leaving.actions import leave, stay
from journal.leaving.queries import erased_on
from journal.leaving.rules import GRACE_DAYS

_LEAVING = schema_of(LeavingOutput)
_MISMATCH = {409: "`account-mismatch`: another account is signed in."}


class Leaving(APIView):
    """Whether I leave."""

    @extend_schema(summary="Whether my account is to be erased, and when", responses={200: _LEAVING})
    def get(self, request: Request) -> HttpResponse:
        """Null unless I asked for it."""
        return _told(request)

    @extend_schema(
        summary="Erase my account and everything in it",
        request={"application/json": schema_of(LeavingInput)},
        responses={
            200: _LEAVING,
            **problems(
                {
                    401: "`reauthenticate`: the password or a passkey was not given in the last five minutes.",
                    **_MISMATCH,
                }
            ),
        },
        description=f"What I share ends at once. After {GRACE_DAYS} days everything of mine is erased, and stays so "
        "when the operator puts a backup back. Asked again, the day stays.",
    )
    def post(self, request: Request) -> HttpResponse:
        """Needs a fresh sign-in."""
        check_recent(request)
        given, person = read(request, LeavingInput), person_of(request)
        leave(person=person, account=given.account, book=settings.LEAVING_BOOK, now=now())
        return _told(request)

    @extend_schema(
        summary="Stay after all",
        request={"application/json": schema_of(LeavingInput)},
        responses={200: _LEAVING, **problems(_MISMATCH)},
    )
    def delete(self, request: Request) -> HttpResponse:
        """Nothing is erased. What was shared has ended all the same."""
        given = read(request, LeavingInput)
        stay(person=person_of(request), account=given.account, book=settings.LEAVING_BOOK)
        return _told(request)


def _told(request: Request) -> HttpResponse:
    day = erased_on(person_of(request), settings.LEAVING_BOOK)
    return json_answer(msgspec.json.encode(LeavingOutput(day)))
