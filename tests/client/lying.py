"""A server that lies: it stands between a client and the real one and changes answers by a rule."""

import json
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import requests

from client import Client

Rule = Callable[[str, Any], Any]
PASSED_ON = ("Cookie", "X-CSRFToken", "Origin", "Referer", "Host")


class LostAnswer(Exception):
    """Raised by a rule: the server has done its work, and nobody hears of it."""


def honest(_path: str, members: Any) -> Any:
    return members


class Liar:
    """`rule(path, members)` gives the members to answer with.

    `asked` are the paths of all requests; `refusals` are answered to the next ones, as status and headers; a push of
    more than `too_large_above` revisions is answered 413.
    """

    def __init__(self, server: str) -> None:
        self.server = server
        self.rule: Rule = honest
        self.asked: list[str] = []
        self.refusals: list[tuple[int, dict[str, str]]] = []
        self.too_large_above = 1000

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., object]) -> Iterable[bytes]:
        content = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        path = environ["PATH_INFO"] + (f"?{environ['QUERY_STRING']}" if environ["QUERY_STRING"] else "")
        self.asked.append(path)
        status, headers, body = self._refused(path, content) or self._passed_on(environ, path, content)
        start_response(f"{status} Answer", [(name, value) for name, value in headers.items() if value])
        return [body]

    def _refused(self, path: str, content: bytes) -> tuple[int, dict[str, str], bytes] | None:
        if "/push/" in path and len(json.loads(content)["revs"]) > self.too_large_above:
            return 413, {}, b"{}"
        return (*self.refusals.pop(0), b"{}") if self.refusals else None

    def _passed_on(
        self, environ: dict[str, Any], path: str, content: bytes
    ) -> tuple[int, dict[str, str], bytes]:
        told = {name: environ.get(f"HTTP_{name.upper().replace('-', '_')}") for name in PASSED_ON}
        headers = {name: value for name, value in told.items() if value} | {
            "Content-Type": "application/json"
        }
        real = requests.request(
            environ["REQUEST_METHOD"], self.server + path, data=content, headers=headers, timeout=20
        )
        kept = {"Set-Cookie": real.headers.get("Set-Cookie", "")}
        try:
            body = (
                json.dumps(self.rule(path, real.json())).encode()
                if real.ok and real.content
                else real.content
            )
        except LostAnswer:
            return 504, {}, b"{}"
        return real.status_code, kept, body


@contextmanager
def lying_about(server: str) -> Iterator[Callable[..., Liar]]:
    """`meet(client, rule)`: until the end of the block the client meets the server through a liar."""
    liar = Liar(server)
    with make_server("localhost", 0, liar, _Threads, _Quiet) as http:
        thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()

        def meet(client: Client, rule: Rule = honest) -> Liar:
            liar.rule = rule
            client.store.put(server=f"http://localhost:{http.server_port}")
            return liar

        yield meet
        http.shutdown()
        thread.join()


class _Threads(ThreadingMixIn, WSGIServer):
    pass


class _Quiet(WSGIRequestHandler):
    def log_message(self, *_arguments: Any) -> None:
        """Says nothing."""
