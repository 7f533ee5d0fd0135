"""Our own words, public and read-only: `triggers/ feelings/ techniques/ prompts/ goal-templates/ drills/ library/`."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_vary_headers
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from api.clock import now
from api.inputs import query_of
from api.library.inputs import LanguageInput, PromptTodayInput, wanted_languages
from api.library.outputs import PromptToday as PromptTodayShape
from api.library.outputs import words_answer, words_schema
from api.library.site import site
from journal.library import queries, rules

FRESH_SECONDS = 300

_Method = TypeVar("_Method", bound=Callable[..., HttpResponseBase])

_HEADERS = [
    OpenApiParameter("Accept-Language", str, OpenApiParameter.HEADER, description="Used without `lang`."),
    OpenApiParameter("If-None-Match", str, OpenApiParameter.HEADER, description="An earlier `ETag`."),
]


def _documented(
    summary: str, shape: Any, declared: type[LanguageInput] = LanguageInput
) -> Callable[[_Method], _Method]:
    """What the API's description says of one address."""
    documented: Callable[[_Method], _Method] = extend_schema(
        summary=summary,
        auth=[],
        parameters=[declared, *_HEADERS],
        responses={
            200: words_schema(shape),
            304: OpenApiResponse(description="You have these words already."),
            400: OpenApiResponse(description="A parameter is unknown, repeated or not right (a problem)."),
        },
    )
    return documented


class PublicWords(APIView):
    """What the addresses below share: no session is read, and an answer is told apart by its hash."""

    authentication_classes = []
    permission_classes = [AllowAny]

    def answered(self, request: Request, language: str, words: Mapping[str, Any]) -> HttpResponseBase:
        """200 with the words, or 304 when the caller has them."""
        body = words_answer(language, words)
        etag = f'"{body["version"]}"'
        response = Response(body)
        response["ETag"] = etag
        response["Content-Language"] = language
        response["Cache-Control"] = f"public, max-age={FRESH_SECONDS}"
        patch_vary_headers(response, ["Accept-Language"])
        return get_conditional_response(request, etag=etag, response=response) or response

    def language_of(self, request: Request) -> str:
        """The language to answer in; an unknown one is English."""
        return queries.language_for(wanted_languages(request, query_of(request, LanguageInput)))


class TriggerList(PublicWords):
    """`triggers/`"""

    @_documented("What sets people off, how big it was, and bright spots", rules.Triggers)
    def get(self, request: Request) -> HttpResponseBase:
        """26 triggers in groups; `first_offer` names the tools offered first."""
        language = self.language_of(request)
        return self.answered(request, language, queries.triggers(language))


class FeelingList(PublicWords):
    """`feelings/`"""

    @_documented("Words for feelings", rules.Feelings)
    def get(self, request: Request) -> HttpResponseBase:
        """In five areas, by how pleasant and how strong they are."""
        language = self.language_of(request)
        return self.answered(request, language, queries.feelings(language))


class TechniqueList(PublicWords):
    """`techniques/`"""

    @_documented("Tools: what to do, how long, and when", rules.Techniques)
    def get(self, request: Request) -> HttpResponseBase:
        """Each with its steps, its sources and how strong the evidence is."""
        language = self.language_of(request)
        return self.answered(request, language, queries.techniques(language))


class PromptList(PublicWords):
    """`prompts/`"""

    @_documented("Questions to write to", rules.Prompts)
    def get(self, request: Request) -> HttpResponseBase:
        """By phase and intensity; `exclude_trigger_ids` names after what one is never asked."""
        language = self.language_of(request)
        return self.answered(request, language, queries.prompts(language))


class GoalTemplateList(PublicWords):
    """`goal-templates/`"""

    @_documented("Goals to start from", rules.GoalTemplates)
    def get(self, request: Request) -> HttpResponseBase:
        """Wish, walls, if-then plans, a habit and a check-in."""
        language = self.language_of(request)
        return self.answered(request, language, queries.goal_templates(language))


class DrillList(PublicWords):
    """`drills/`"""

    @_documented("The phrase gym", rules.Drills)
    def get(self, request: Request) -> HttpResponseBase:
        """What they say, what you cannot do, a trap and two model answers."""
        language = self.language_of(request)
        return self.answered(request, language, queries.drills(language))


class LibraryView(PublicWords):
    """`library/`"""

    @_documented("Everything of one language", queries.Library)
    def get(self, request: Request) -> HttpResponseBase:
        """Every catalogue, the screens' texts, sources, and the help lines that were checked lately."""
        language = self.language_of(request)
        return self.answered(
            request, language, queries.library(language, today=now().date(), own_lines=site().helplines)
        )


class PromptToday(PublicWords):
    """`prompts/today/`"""

    @_documented("The day's prompt, for any trigger", PromptTodayShape, PromptTodayInput)
    def get(self, request: Request) -> HttpResponseBase:
        """The same for everybody on that journal day, in that phase of a shift."""
        given = query_of(request, PromptTodayInput)
        language = queries.language_for(wanted_languages(request, given))
        prompt = queries.prompt_today(language, phase=given["phase"], day=given["date"])
        words = {"phase": given["phase"], "date": given["date"].isoformat(), "prompt": prompt}
        return self.answered(request, language, words)
