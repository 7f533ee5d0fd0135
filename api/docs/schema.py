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


PROBLEM: dict[str, Any] = {
    "type": "object",
    "description": "RFC 9457 problem details; `type` is stable.",
    "properties": {
        "type": {"type": "string", "description": "/problems/<code>"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "a sentence; never repeats what was sent"},
        "errors": {"type": "object", "description": "by member, where it helps"},
        "request_id": {"type": "string"},
    },
    "required": ["type", "title", "status", "detail", "request_id"],
}


def add_problem(result: dict[str, Any], **_generator: Any) -> dict[str, Any]:
    """Says once for every operation what a refusal looks like, and cites it as the default answer."""
    result.setdefault("components", {}).setdefault("schemas", {})["Problem"] = PROBLEM
    shape = {"schema": {"$ref": "#/components/schemas/Problem"}}
    for methods in result["paths"].values():
        for operation in methods.values():
            answer = {"description": "A problem", "content": {"application/problem+json": shape}}
            operation["responses"].setdefault("default", answer)
    return result
