"""Calls the server in this process, as a WSGI server would, and counts its CPU time."""

import gc
import io
import json
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.cache import cache
from django.core.handlers.wsgi import WSGIHandler

CSRF = "a" * 32


@dataclass(frozen=True)
class Call:
    """One request."""

    method: str
    address: str
    body: bytes = b""
    query: str = ""


class NotServed(RuntimeError):
    """A request was not answered with 2xx."""


class Caller:
    """One signed-in person's requests."""

    def __init__(self, session: str) -> None:
        self.handler = WSGIHandler()
        self.cookies = f"sessionid={session}; csrftoken={CSRF}"

    def send(self, call: Call) -> bytes:
        """The body of the answer."""
        statuses: list[str] = []
        answer = self.handler(self._environ(call), lambda status, _headers: statuses.append(status))
        body = b"".join(answer)
        answer.close()
        if not statuses[0].startswith("2"):
            raise NotServed(f"{call.method} {call.address}: {statuses[0]} {body[:300]!r}")
        return body

    def cpu_s(self, calls: Sequence[Call]) -> float:
        """CPU seconds for each of some requests, made one after the other."""
        cache.clear()  # the count of requests is not what is measured
        gc.collect()
        gc.disable()
        began = time.process_time()
        for call in calls:
            self.send(call)
        spent = time.process_time() - began
        gc.enable()
        return spent / len(calls)

    def _environ(self, call: Call) -> dict[str, Any]:
        return {
            "REQUEST_METHOD": call.method,
            "PATH_INFO": call.address,
            "QUERY_STRING": call.query,
            "CONTENT_LENGTH": str(len(call.body)),
            "CONTENT_TYPE": "application/json",
            "HTTP_HOST": "localhost",
            "HTTP_COOKIE": self.cookies,
            "HTTP_X_CSRFTOKEN": CSRF,
            "REMOTE_ADDR": "127.0.0.1",
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "wsgi.errors": sys.stderr,
            "wsgi.input": io.BytesIO(call.body),
            "wsgi.url_scheme": "http",
        }


def best_of(caller: Caller, works: dict[str, Callable[[], list[Call]]], rounds: int) -> dict[str, float]:
    """The least CPU seconds of each work over many small batches, the works taking turns."""
    best = dict.fromkeys(works, float("inf"))
    for _ in range(rounds):
        for name, calls in works.items():
            best[name] = min(best[name], caller.cpu_s(calls()))
    return best


def json_call(method: str, address: str, body: Any) -> Call:
    """A request with a JSON body."""
    return Call(method, address, json.dumps(body).encode())
