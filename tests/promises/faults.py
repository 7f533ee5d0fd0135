"""Views that fail on demand, at the worst moment: with everything read, before anything is answered."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse

HEADER = "X-Break"


class Broken(RuntimeError):
    """What a view is made to raise."""


class BreakOnDemand:
    """A request with the header `X-Break: after` runs its view whole and then fails; `X-Break: inside` fails in DRF's hands."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, words: Any, members: Any) -> HttpResponse | None:
        """Breaks what the header asks for, leaves the rest alone."""
        how = request.headers.get(HEADER)
        if how == "inside":
            request.session = _BrokenSession()  # type: ignore[assignment]  # it is broken on purpose
            request.body  # noqa: B018 - so that the words are in memory when it fails
            del request.user
        if how == "after":
            view(request, *words, **members)
            raise Broken(how)
        return None


class _BrokenSession:
    """A session that cannot be read."""

    def __getattr__(self, name: str) -> Any:
        raise Broken(name)
