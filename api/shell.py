"""Serving the built app: one page for every screen, fresh at each visit."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from api.errors import problem_answer


@require_safe
def app(request: HttpRequest, path: str = "") -> HttpResponseBase:
    """The app's page; the app shows its own "not found"."""
    page = settings.APP / "index.html"
    try:
        html = page.read_bytes()
    except FileNotFoundError:
        return problem_answer(request, 503, "not-built", "The app is not built yet: run `make run`.")
    response = HttpResponse(html, content_type="text/html; charset=utf-8")
    response["Cache-Control"] = "no-cache"
    return response
