"""A server that lies: it stands between a client and the real one and changes answers by a rule."""

import json
import threading
from collections.abc import Callable, Iterable, Iterator, MutableMapping
from contextlib import contextmanager
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import requests
from requests.structures import CaseInsensitiveDict

from client import Client

Rule = Callable[[str, Any], Any]
Delivery = Callable[[str, MutableMapping[str, str], bytes], bytes]
Answered = tuple[int, list[tuple[str, str]], bytes]
PASSED_ON = ("Accept-Encoding", "Cookie", "Host", "Origin", "Referer", "X-CSRFToken")
OWN_BUSINESS = {
    "connection",
    "content-length",
    "date",
    "keep-alive",
    "server",
    "set-cookie",
    "transfer-encoding",
}
"""Headers that each server writes by itself, and the one that may come several times."""
JSON = "application/json"


class LostAnswer(Exception):
    """Raised by a rule: the server has done its work, and nobody hears of it."""


def honest(_path: str, members: Any) -> Any:
    return members


def as_it_is(_path: str, _headers: MutableMapping[str, str], content: bytes) -> bytes:
    return content


class Liar:
    """`rule(path, members)` gives the members to answer with; `delivery(path, headers, content)` the bytes of any answer,
    and may change the headers too.

    `asked` are the paths of all requests; `refusals` are answered to the next ones, as status and headers; a push of
    more than `too_large_above` revisions is answered 413.
    """

    def __init__(self, server: str) -> None:
        self.server = server
        self.rule: Rule = honest
        self.delivery: Delivery = as_it_is
        self.asked: list[str] = []
        self.refusals: list[tuple[int, dict[str, str]]] = []
        self.too_large_above = 1000

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., object]) -> Iterable[bytes]:
        content = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        path = environ["PATH_INFO"] + (f"?{environ['QUERY_STRING']}" if environ["QUERY_STRING"] else "")
        self.asked.append(path)
        status, headers, body = self._refused(path, content) or self._passed_on(environ, path, content)
        start_response(f"{status} Answer", headers)
        return [body]

    def _refused(self, path: str, content: bytes) -> Answered | None:
        if "/push/" in path and len(json.loads(content)["revs"]) > self.too_large_above:
            return 413, [], b"{}"
        if not self.refusals:
            return None
        status, headers = self.refusals.pop(0)
        return status, list(headers.items()), b"{}"

    def _passed_on(self, environ: dict[str, Any], path: str, content: bytes) -> Answered:
        told = {name: environ.get(f"HTTP_{name.upper().replace('-', '_')}") for name in PASSED_ON}
        headers = {name: value for name, value in told.items() if value} | {"Content-Type": JSON}
        with requests.request(
            environ["REQUEST_METHOD"], self.server + path, data=content, headers=headers, timeout=20,
            allow_redirects=False, stream=True,
        ) as real:  # fmt: skip
            try:
                return self._retold(path, real, real.raw.read())
            except LostAnswer:
                return 504, [], b"{}"

    def _retold(self, path: str, real: requests.Response, body: bytes) -> Answered:
        packed = "Content-Encoding" in real.headers
        if real.ok and body and not packed and real.headers.get("Content-Type", "").startswith(JSON):
            told = self.rule(path, json.loads(body))
            body = body if told == json.loads(body) else json.dumps(told).encode()
        kept = [(name, value) for name, value in real.headers.items() if name.lower() not in OWN_BUSINESS]
        headers = CaseInsensitiveDict(kept)
        body = self.delivery(path, headers, body)
        cookies = [("Set-Cookie", value) for value in real.raw.headers.getlist("Set-Cookie")]
        return real.status_code, [*headers.items(), *cookies], body


@contextmanager
def lying_at(server: str) -> Iterator[tuple[str, Liar]]:
    """Until the end of the block the server can be met through a liar: at which address, and the liar."""
    liar = Liar(server)
    with make_server("localhost", 0, liar, _Threads, _Quiet) as http:
        thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://localhost:{http.server_port}", liar
        finally:
            http.shutdown()
            thread.join()


@contextmanager
def lying_about(server: str) -> Iterator[Callable[..., Liar]]:
    """`meet(client, rule)`: until the end of the block the client meets the server through a liar."""
    with lying_at(server) as (address, liar):

        def meet(client: Client, rule: Rule = honest) -> Liar:
            liar.rule = rule
            client.store.put(server=address)
            return liar

        yield meet


class _Threads(ThreadingMixIn, WSGIServer):
    pass


class _Quiet(WSGIRequestHandler):
    def log_message(self, *_arguments: Any) -> None:
        """Says nothing."""
