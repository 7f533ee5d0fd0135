"""The operator's file over HTTP: `/help.html` in each language with its lines in it, and `/site.json`. They work offline, kept by the worker."""

import hashlib
import logging
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import msgspec
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response

from api.clock import now
from api.library.places import places_html
from journal.library import queries
from journal.library.site import SiteFile, old_lines, read_site

log = logging.getLogger(__name__)

BEGIN, END = "<!--places-->", "<!--/places-->"
SITE_WORDS = "/site.json"


@cache
def site() -> SiteFile:
    """The operator's file, read once; without one there is nothing of its own. Raises SiteFileWrong."""
    return read_site(Path(settings.SITE_FILE)) if settings.SITE_FILE else SiteFile()


def check_site() -> None:
    """Refuses to start on a file that is wrong; says which lines are no longer shown."""
    for name in old_lines(site(), now().date()):
        log.warning("Not shown, its check is more than 180 days old: %s", name)


@cache
def help_pages() -> dict[str, str]:
    """The address of the help page in each language, and the language."""
    return {
        "/help.html" if language == queries.FALLBACK else f"/help.{language}.html": language
        for language in queries.languages()
    }


def help_page(built: str, today: date, language: str = queries.FALLBACK) -> str:
    """The built page with the lines that may be shown today in place of those it was built with."""
    head, _, rest = built.partition(BEGIN)
    _, _, tail = rest.partition(END)
    lines = queries.helplines(language, today=today, own=site().helplines)
    words = queries.copy(language)["safety"]
    return f"{head}{BEGIN}{places_html(lines['entries'], words)}{END}{tail}"


def site_words() -> str:
    """What the app shows of the operator's file."""
    shown = {"official_way": site().official_way, "caller_in_danger": site().caller_in_danger}
    return msgspec.json.encode(shown).decode()


class SitePages:
    """Answers for the built files which say what this site says. Before the files themselves are looked for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path in help_pages() and request.method in {"GET", "HEAD"}:
            built: Path = settings.APP / request.path.removeprefix("/")
            if built.is_file():
                page = help_page(built.read_text(), now().date(), help_pages()[request.path])
                return _fresh(request, page, "text/html; charset=utf-8")
        if request.path == SITE_WORDS and request.method in {"GET", "HEAD"}:
            return _fresh(request, site_words(), "application/json")
        return self.get_response(request)


def _fresh(request: HttpRequest, text: str, content_type: str) -> HttpResponseBase:
    etag = f'"{hashlib.sha256(text.encode()).hexdigest()[:32]}"'
    response = HttpResponse(
        text, content_type=content_type, headers={"Cache-Control": "no-cache", "ETag": etag}
    )
    return get_conditional_response(request, etag=etag, response=response) or response
