"""What happens to every request before anything else."""

import uuid
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse


class RequestId:
    """Gives each request an id, told in the answer's `X-Request-ID` and in every problem."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.request_id = uuid.uuid4().hex  # type: ignore[attr-defined]
        response = self.get_response(request)
        response["X-Request-ID"] = request.request_id  # type: ignore[attr-defined]
        return response
