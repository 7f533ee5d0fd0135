"""One shape for everything that goes wrong: RFC 9457 problem details.

`{type: "/problems/<code>", title, status, detail, errors?, request_id, …}`; only django-allauth's
own addresses answer in allauth's shape. Nothing a person wrote is ever repeated in a problem.
"""

import logging
import re
import sys
from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.http.response import HttpResponseBase
from rest_framework import exceptions
from rest_framework.response import Response

from journal.errors import JournalError

log = logging.getLogger(__name__)

_NAME = re.compile(r"[a-z][a-z0-9_]{0,31}")
CONTENT_TYPE = "application/problem+json"
NOT_KEPT = {"Cache-Control": "no-store"}
STATUS_OF: dict[str, int] = {
    "account-mismatch": 409,
    "stale-vault": 409,
    "vault-exists": 409,
    "feed-moved": 409,
    "link-used": 409,
    "too-many-links": 429,
    "rev-reused": 409,
    "invite-taken": 409,
    "lead-of-own-team": 409,
    "not-paired": 409,
    "key-changed": 409,
    "already-shared": 409,
    "consent-replayed": 409,
    "too-many-invites": 429,
    "too-many-replies": 429,
    "feed-reset": 410,
    "no-vault": 404,
    "not-found": 404,
    "over-quota": 507,
    "too-large": 413,
}
TITLES: dict[int, str] = {
    400: "The request is not right",
    401: "Please sign in",
    403: "Not allowed",
    404: "Not here",
    405: "This address does not do that",
    406: "This address answers in JSON",
    409: "Something else came first",
    410: "The feed began anew",
    413: "Too large",
    415: "Send JSON",
    426: "Please update",
    429: "Too many requests",
    500: "Something went wrong here",
    503: "Not right now",
    507: "No room left",
}


class Problem(exceptions.APIException):
    """Raise it in a view: `raise Problem(400, "unknown-parameter", "There is no parameter 'x'.")`."""

    def __init__(self, status: int, code: str, detail: str, **members: Any) -> None:
        super().__init__(detail, code)
        self.status_code = status
        self.code = code
        self.members = members


def harmless_name(name: str) -> str:
    """The name of a member if it can only be one; words that somebody misplaced are not repeated."""
    return name if _NAME.fullmatch(name) else "(unnamed)"


def problem(request: object, status: int, code: str, detail: str, **members: Any) -> dict[str, Any]:
    """The members of one problem."""
    return {
        "type": f"/problems/{code}",
        "title": TITLES.get(status, "Problem"),
        "status": status,
        "detail": detail,
        **members,
        "request_id": getattr(request, "request_id", ""),
    }


def nested_problem(error: JournalError) -> dict[str, Any]:
    """The problem of one part of a batch."""
    status = STATUS_OF.get(error.code, 400)
    return {
        "type": f"/problems/{error.code}",
        "title": TITLES[status],
        "status": status,
        "detail": error.detail,
        **error.facts,
    }


def problem_answer(request: HttpRequest, status: int, code: str, detail: str, **members: Any) -> JsonResponse:
    """A whole answer, for what happens outside of DRF."""
    return JsonResponse(
        problem(request, status, code, detail, **members), status=status, content_type=CONTENT_TYPE
    )


def answer_problem(raised: Exception, context: Mapping[str, Any]) -> Response | None:
    """DRF's exception handler: every known exception becomes a problem, the rest a 500."""
    from rest_framework.views import set_rollback  # noqa: PLC0415 - its module reads the settings that name ours

    request = context.get("request")
    status, code, detail, members = _told(raised)
    if status == 500:
        log.error("500 %s %s", type(raised).__name__, getattr(request, "request_id", ""))
    set_rollback()
    headers = _headers_of(raised, code)
    body = problem(request, status, code, detail, **members)
    return Response(body, status=status, headers=headers, content_type=CONTENT_TYPE)


def _headers_of(raised: Exception, code: str) -> dict[str, str]:
    headers = dict(NOT_KEPT)
    if code in _RETRY_AFTER_S:
        headers["Retry-After"] = str(_RETRY_AFTER_S[code])
    if header := getattr(raised, "auth_header", None):
        headers["WWW-Authenticate"] = header
    if wait := getattr(raised, "wait", None):
        headers["Retry-After"] = str(int(wait) + 1)
    return headers


def _told(raised: Exception) -> tuple[int, str, str, dict[str, Any]]:
    """(status, code, detail, further members) of an exception."""
    if isinstance(raised, JournalError):
        return STATUS_OF.get(raised.code, 400), raised.code, raised.detail, raised.facts
    if isinstance(raised, Problem):
        return raised.status_code, raised.code, str(raised.detail), raised.members
    if isinstance(raised, exceptions.ValidationError):
        return 400, "invalid", "Some members are not right.", {"errors": raised.get_full_details()}
    if isinstance(raised, exceptions.APIException):
        return raised.status_code, _code_of(raised), _sentence(raised), {}
    return _told_of_the_rest(raised)


def _told_of_the_rest(raised: Exception) -> tuple[int, str, str, dict[str, Any]]:
    from django.core.exceptions import PermissionDenied, RequestDataTooBig  # noqa: PLC0415
    from django.http import Http404  # noqa: PLC0415

    if isinstance(raised, Http404):
        return 404, "not-found", "There is nothing here, or it is not yours.", {}
    if isinstance(raised, PermissionDenied):
        return 403, "forbidden", "You may not do that.", {}
    if isinstance(raised, RequestDataTooBig):
        return 413, "too-large", "The request is too large.", {}
    return _told_of_the_database(raised) or (*_UNFORESEEN, {})


_UNFORESEEN = (500, "server-error", "Something went wrong here. Nothing of yours was changed.")
_FULL = ("disk is full", "No space left", "disk I/O error")


def _told_of_the_database(raised: BaseException | None) -> tuple[int, str, str, dict[str, Any]] | None:
    """A database that is full, or away: it may be well again without anybody starting the server anew."""
    from django.db import InterfaceError, OperationalError  # noqa: PLC0415

    if not isinstance(raised, OperationalError | InterfaceError):
        return None
    if getattr(raised.__cause__, "sqlstate", None) == "53100" or any(word in str(raised) for word in _FULL):
        return 507, "disk-full", "The server's disk is full. Nothing is lost; try again later.", {}
    return 503, "database-away", "The database is away. Nothing is lost; try again a little later.", {}


_RETRY_AFTER_S = {"disk-full": 60, "database-away": 5}


_CODES = {
    exceptions.NotAuthenticated: "not-signed-in",
    exceptions.AuthenticationFailed: "not-signed-in",
    exceptions.NotFound: "not-found",
    exceptions.MethodNotAllowed: "method-not-allowed",
    exceptions.NotAcceptable: "not-acceptable",
    exceptions.UnsupportedMediaType: "unsupported-media-type",
    exceptions.Throttled: "too-many-requests",
    exceptions.ParseError: "malformed-json",
}


def _code_of(raised: exceptions.APIException) -> str:
    if isinstance(raised, exceptions.PermissionDenied):
        return "csrf-failed" if "CSRF" in str(raised.detail) else "forbidden"
    return next((code for kind, code in _CODES.items() if isinstance(raised, kind)), "problem")


def _sentence(raised: exceptions.APIException) -> str:
    if isinstance(raised, exceptions.Throttled):
        return "Too many requests for now. Nothing is lost; try again a little later."
    return str(raised.detail)


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponseBase:
    """Django's CSRF check refused a request outside of DRF."""
    return problem_answer(
        request, 403, "csrf-failed", f"Send the CSRF cookie's value as X-CSRFToken. {reason}".strip()
    )


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponseBase:
    """400 outside of DRF, for example an unknown host."""
    return problem_answer(request, 400, "bad-request", "The server could not make sense of the request.")


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponseBase:
    """403 outside of DRF."""
    return problem_answer(request, 403, "forbidden", "You may not do that.")


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponseBase:
    """An address that is none of ours."""
    return problem_answer(request, 404, "not-found", "There is nothing at this address.")


def server_error(request: HttpRequest) -> HttpResponseBase:
    """500 outside of DRF; 503 or 507 where only the database is to blame."""
    status, code, detail, _ = _told_of_the_database(sys.exception()) or (*_UNFORESEEN, {})
    answer = problem_answer(request, status, code, detail)
    if code in _RETRY_AFTER_S:
        answer["Retry-After"] = str(_RETRY_AFTER_S[code])
    return answer
