"""What happens to every request before and after anything else."""

import logging
import threading
import time
import uuid
from collections.abc import Callable

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse

from api.clock import now

log = logging.getLogger(__name__)

NOTED_WITHIN_S = 1.0
LOOKED_EVERY_S = 15 * 60


class RequestId:
    """Gives each request an id, told in the answer's `X-Request-ID` and in every problem."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.request_id = uuid.uuid4().hex  # type: ignore[attr-defined]
        response = self.get_response(request)
        response["X-Request-ID"] = request.request_id  # type: ignore[attr-defined]
        return response


class HighWater:
    """Within a second of a write: notes beside the database how far it has come."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.waiting = threading.Lock()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        wrote = request.method in {"POST", "PUT"} and response.status_code in {200, 201}
        if wrote and request.path.startswith("/api/v1/") and self.waiting.acquire(blocking=False):
            later = threading.Timer(NOTED_WITHIN_S, self._note)
            later.daemon = True
            later.start()
        return response

    def _note(self) -> None:
        from journal.feeds.highwater import note_high_water  # noqa: PLC0415 - the tables are ready only now

        self.waiting.release()
        try:
            note_high_water(settings.HIGH_WATER)
        except (DatabaseError, OSError):
            log.warning("The high-water mark could not be noted.")
        finally:
            connection.close()


class Erasing:
    """Now and then, after an answer: erases those whose last day here is over."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.next_at = time.monotonic() + LOOKED_EVERY_S

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if time.monotonic() >= self.next_at:
            self.next_at = time.monotonic() + LOOKED_EVERY_S
            threading.Thread(target=self._erase, daemon=True).start()
        return response

    def _erase(self) -> None:
        from api.leaving.erasing import erase_due  # noqa: PLC0415 - the tables are ready only now

        try:
            erase_due(now())
        except (DatabaseError, OSError):
            log.warning("Those who left could not be erased yet.")
        finally:
            connection.close()


class Permissions:
    """Says what of the phone a page may use: the camera, to look at the code of a second phone."""

    policy = "camera=(self), geolocation=(), microphone=(), payment=(), usb=()"

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response["Permissions-Policy"] = self.policy
        return response
