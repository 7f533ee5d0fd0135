"""What the library's addresses take."""

import re
from datetime import date
from typing import Any

from django.http import HttpRequest
from rest_framework import serializers
from rest_framework.request import Request

from api.inputs import Input
from journal.library.rules import PHASES
from journal.people.rules import is_language

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class DayField(serializers.DateField):
    """A date as `2026-11-21` and in no other way."""

    def to_internal_value(self, value: Any) -> date:
        """The date."""
        if not isinstance(value, str) or not _DAY.fullmatch(value):
            self.fail("invalid", format="YYYY-MM-DD")
        day: date = super().to_internal_value(value)
        return day


class LanguageInput(Input):
    """Which language; without it the browser's `Accept-Language` decides, and else English."""

    lang = serializers.RegexField(
        r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$",
        max_length=35,
        required=False,
        help_text="A BCP 47 tag such as `en` or `es-MX`; English where we do not have it.",
    )


class PromptTodayInput(LanguageInput):
    """Which phase of which day. The day is the caller's journal day, which only they know."""

    phase = serializers.ChoiceField(choices=list(PHASES))
    date = DayField()


def accepted_languages(request: Request | HttpRequest) -> list[str]:
    """The tags of `Accept-Language`, best first; what cannot be read counts for nothing."""
    ranked: list[tuple[float, str]] = []
    for part in request.headers.get("Accept-Language", "")[:1000].split(","):
        tag, _, weight = part.partition(";")
        quality = _quality(weight.strip())
        if quality > 0 and is_language(tag.strip().lower()):
            ranked.append((quality, tag.strip()))
    return [tag for _, tag in sorted(ranked, key=lambda entry: -entry[0])]


def _quality(weight: str) -> float:
    try:
        return float(weight.removeprefix("q=")) if weight else 1.0
    except ValueError:
        return 0.0


def wanted_languages(request: Request, given: dict[str, Any]) -> list[str]:
    """The asked-for language alone, or the browser's."""
    return [given["lang"]] if "lang" in given else accepted_languages(request)
