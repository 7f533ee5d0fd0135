"""Refusing early, so that what is taken in is answered soon.

At most two writes and four reads are at work in a process, each on a thread (and a database connection) of its own; a few
more may wait a moment. Everybody else is refused at once, before the body of the request is read, with `Retry-After`.
Nothing is lost by it: a device keeps what it has until it was acknowledged. Refusing needs threads of its own: granian is
given many more (`--blocking-threads`).
"""

import json
import random
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from threading import BoundedSemaphore
from typing import Any
from uuid import uuid4

THREADS = 64
WRITES_AT_ONCE, READS_AT_ONCE = 2, 4
WAITING, PATIENCE_S = 8, 0.6
SHORTEST_S, LONGEST_S = 2, 6
COUNTED = ("/api/", "/_allauth/")
READING = {"GET", "HEAD", "OPTIONS"}

Start = Callable[..., Any]
Application = Callable[[dict[str, Any], Start], Iterable[bytes]]


class Lane:
    """So many requests at work, each on a thread of this lane, and so many that wait a moment."""

    def __init__(self, at_once: int) -> None:
        self._free = BoundedSemaphore(at_once)
        self._waiting = BoundedSemaphore(WAITING)
        self._threads = ThreadPoolExecutor(at_once)

    def run(self, work: Callable[[], Iterable[bytes]]) -> Iterable[bytes] | None:
        """The answer; None where there is no room."""
        if not self._enter():
            return None
        try:
            return self._threads.submit(work).result()
        finally:
            self._free.release()

    def _enter(self) -> bool:
        if self._free.acquire(blocking=False):
            return True
        if not self._waiting.acquire(blocking=False):
            return False
        try:
            return self._free.acquire(timeout=PATIENCE_S)
        finally:
            self._waiting.release()


class Shedding:
    """A WSGI application before another one."""

    def __init__(self, application: Application) -> None:
        self.application = application
        self.reads, self.writes, self.health = Lane(READS_AT_ONCE), Lane(WRITES_AT_ONCE), Lane(1)

    def __call__(self, environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        """The application's answer, or 503 before anything of the request was read."""
        lane = self._lane(environ["PATH_INFO"], environ["REQUEST_METHOD"])
        if lane is None:
            return self.application(environ, start)
        answer = lane.run(lambda: self._whole(environ, start))
        return refused(start) if answer is None else answer

    def _lane(self, path: str, method: str) -> Lane | None:
        """Files need no database, and no lane."""
        if path == "/readyz":
            return self.health
        if not path.startswith(COUNTED):
            return None
        return self.reads if method in READING else self.writes

    def _whole(self, environ: dict[str, Any], start: Start) -> list[bytes]:
        """The answer from its first to its last byte, so that all of the work is done on the lane's thread."""
        answer = self.application(environ, start)
        try:
            return [b"".join(answer)]
        finally:
            if close := getattr(answer, "close", None):
                close()


def refused(start: Start) -> list[bytes]:
    """A problem like every other; not all who were refused come back in the same second."""
    request = uuid4().hex
    body = {
        "type": "/problems/busy",
        "title": "Not right now",
        "status": 503,
        "detail": "Too much at once. Nothing is lost; try again a little later.",
        "request_id": request,
    }
    headers = [
        ("Content-Type", "application/problem+json"),
        ("Cache-Control", "no-store"),
        ("Retry-After", str(random.randint(SHORTEST_S, LONGEST_S))),  # noqa: S311 - nothing secret
        ("X-Request-ID", request),
    ]
    start("503 Service Unavailable", headers)
    return [json.dumps(body).encode()]
