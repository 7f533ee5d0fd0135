"""`me/` and `me/what-you-know/`."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from api.access import person_of
from api.errors import NOT_KEPT
from api.people.inputs import SettingsInput
from api.people.outputs import MeOutput, WhatYouKnowOutput, me, what_you_know
from journal.people.actions import change_settings


class Me(APIView):
    """The signed-in person."""

    @extend_schema(responses=MeOutput, summary="Who I am here")
    def get(self, request: Request) -> Response:
        """Language, zone, day start and roles."""
        return Response(me(person_of(request)), headers=NOT_KEPT)

    @extend_schema(request=SettingsInput, responses=MeOutput, summary="Change language, zone or day start")
    def patch(self, request: Request) -> Response:
        """Changes what is given; stored journal days stay as they are."""
        given = SettingsInput(data=request.data)
        given.is_valid(raise_exception=True)
        settings: dict[str, Any] = given.validated_data
        return Response(me(change_settings(person=person_of(request), **settings)), headers=NOT_KEPT)


class WhatYouKnow(APIView):
    """Everything the server holds about me."""

    @extend_schema(responses=WhatYouKnowOutput, summary="Every row the server holds about me, as it is")
    def get(self, request: Request) -> Response:
        """By table; sealed tokens appear as their sizes in bytes, for nobody here can open them."""
        return Response(what_you_know(person_of(request)), headers=NOT_KEPT)
