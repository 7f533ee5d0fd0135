"""`streaks/`."""

from django.http import HttpResponse
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.views import APIView

from api.access import person_of
from api.clock import now
from api.streaks import outputs
from api.streaks.inputs import StreaksQuery
from api.structs import json_answer, parameters_of, problems, read_query, schema_of
from journal.habits.counting import streaks_of
from journal.kinds import KINDS


class Streaks(APIView):
    """How my journaling and my habits go."""

    @extend_schema(
        summary="My streaks and the strength of my habits",
        parameters=parameters_of(StreaksQuery),
        responses={
            200: schema_of(outputs.StreaksOutput),
            **problems(
                {400: "A parameter is unknown, repeated or not right; `bad-dates`: today is not yet."}
            ),
        },
    )
    def get(self, request: Request) -> HttpResponse:
        """Counted from the days, schedules and days off that stand in clear; nothing of it is stored."""
        given, owner = read_query(request, StreaksQuery), person_of(request)
        counted = streaks_of(owner, kinds=KINDS, today=given.today, now=now())
        return json_answer(outputs.streaks(str(owner.pk), counted))
