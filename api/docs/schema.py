"""How the schema names our way of signing in."""

from typing import Any

from drf_spectacular.extensions import OpenApiAuthenticationExtension


class SessionScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]  # the library's own metaclass hook
    """The allauth session: a cookie that scripts cannot read, plus the CSRF header on writes."""

    target_class = "api.access.Session"
    name = "session"

    def get_security_definition(self, auto_schema: Any) -> dict[str, Any]:
        """As OpenAPI writes it."""
        return {
            "type": "apiKey",
            "in": "cookie",
            "name": "sessionid",
            "description": "Sign in at /_allauth/browser/v1/auth/login. Every write also sends the cookie csrftoken as X-CSRFToken.",
        }
