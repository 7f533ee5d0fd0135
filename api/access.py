"""The door: who is asking, how often, and in what form the answer is."""

from typing import TYPE_CHECKING, Any, cast

from rest_framework.authentication import SessionAuthentication
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request
from rest_framework.throttling import SimpleRateThrottle

if TYPE_CHECKING:
    from journal.people.models import Person


def person_of(request: Request) -> "Person":
    """The signed-in person; only for views that the permission lets nobody else reach."""
    return cast("Person", request.user)


class Session(SessionAuthentication):
    """The allauth session in its HttpOnly cookie, with Django's CSRF check on every write.

    No session is a 401, so that a device knows to ask for a sign-in and keep everything.
    """

    REALM = 'Session realm="aftershift"'

    def authenticate_header(self, request: Request) -> str:
        """Makes "not signed in" a 401 instead of a 403."""
        return self.REALM


class OnlyJson(BaseContentNegotiation):
    """Answers are JSON, whatever `Accept` or a suffix may say."""

    def select_parser(self, request: Request, parsers: Any) -> Any:
        """The parser for the request's media type, or none (415)."""
        kind = (request.content_type or "").split(";")[0].strip().lower()
        return next((parser for parser in parsers if parser.media_type == kind), None)

    def select_renderer(
        self, request: Request, renderers: Any, format_suffix: str | None = None
    ) -> tuple[BaseRenderer, str]:
        """The one renderer."""
        return renderers[0], renderers[0].media_type


class Rate(SimpleRateThrottle):
    """So many requests a minute for an account, fewer for an address that is not signed in."""

    scope = "account"

    def allow_request(self, request: Request, view: Any) -> bool:
        """Picks the rate by who asks, then counts."""
        self.scope = "account" if request.user.is_authenticated else "address"
        self.rate = self.get_rate()
        self.num_requests, self.duration = self.parse_rate(self.rate)
        return super().allow_request(request, view)

    def get_cache_key(self, request: Request, view: Any) -> str:
        """One count per account, or per address."""
        ident = request.user.pk if self.scope == "account" else self.get_ident(request)
        return self.cache_format % {"scope": self.scope, "ident": ident}
