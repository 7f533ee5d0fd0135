"""The way to the server: a browser's session, with the CSRF cookie read anew at every request.

Nobody else in this package speaks HTTP. Nothing sent or received is ever logged.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import requests
from requests.cookies import RequestsCookieJar

from client.ck1.encoding import Refusal, compact, object_of
from client.trouble import BadRequest, NotNow, SignInNeeded, Stopped

CSRF_COOKIES = ("__Host-csrftoken", "csrftoken")
TIMEOUT_S = (10, 60)
KEPT = ("name", "value", "domain", "path", "secure", "expires")
WAIT_STATUSES = (429, 503, 507)
NAP_S = 30
DOES_NOT_UNPACK = 0
AS_A_BROWSER = {
    "Accept": "*/*",
    "Accept-Language": "en",
    "User-Agent": "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36",
}
"""So that a site cannot tell at first sight who is looking."""
Members = dict[str, object]


@dataclass(frozen=True)
class Answer:
    """What the server said: status, members, and how long it asks to wait."""

    status: int
    members: Members
    wait_s: int = 0

    @property
    def ok(self) -> bool:
        return 200 <= self.status < 300

    @property
    def code(self) -> str:
        """The stable code of a problem, or nothing."""
        return str(self.members.get("type", "")).removeprefix("/problems/")

    @property
    def detail(self) -> str:
        return str(self.members.get("detail") or self.members.get("title") or f"status {self.status}")


@dataclass(frozen=True)
class Served:
    """A file as it came, unpacked; names of headers in any case. `status` is 0 for what does not unpack."""

    status: int
    headers: Mapping[str, str]
    content: bytes


class Session:
    """Requests to one server. `cookies` are those of an earlier `Session`, as `kept_cookies` gave them."""

    def __init__(self, server: str, cookies: list[dict[str, Any]] | None = None) -> None:
        parts = urlsplit(server)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise BadRequest(
                "bad-server", f"“{server}” is no address. Try one like https://journal.example.org."
            )
        self.server = f"{parts.scheme}://{parts.netloc}"
        self._requests = requests.Session()
        # Without this a ~/.netrc entry for the host would be sent along as a password of its own.
        self._requests.auth = _no_password
        for cookie in cookies or []:
            self._requests.cookies.set(**cookie)

    def close(self) -> None:
        """Let go of the server."""
        self._requests.close()

    def kept_cookies(self) -> list[dict[str, Any]]:
        """The cookies, to go on with later."""
        jar: RequestsCookieJar = self._requests.cookies
        return [{name: getattr(cookie, name) for name in KEPT} for cookie in jar]

    def api(self, method: str, path: str, body: object = None, **query: str | int) -> Answer:
        """One request to `/api/v1/…`; no session and a call to wait are raised, other answers given back."""
        answer = self.send(method, f"/api/v1/{path}", body, **query)
        if answer.status == 403 and answer.code == "csrf-failed":
            self.read_csrf()
            answer = self.send(method, f"/api/v1/{path}", body, **query)
        if answer.status == 401 and answer.code == "reauthenticate":
            raise SignInNeeded(
                "reauthenticate", "For this the server wants the password once more: sign in again."
            )
        if answer.status == 401:
            raise SignInNeeded(
                "not-signed-in", "The session has ended. Sign in again; everything here is kept."
            )
        if 300 <= answer.status < 400:
            raise Stopped(
                "elsewhere", f"{self.server} sends its callers elsewhere. Use the address it lives at now."
            )
        if answer.status in WAIT_STATUSES or answer.status >= 500:
            raise NotNow(answer.code or "server-busy", _calm(answer), answer.wait_s)
        return answer

    def read_csrf(self) -> None:
        """Let the server set its CSRF cookie."""
        self.send("GET", "/_allauth/browser/v1/config")

    def send(self, method: str, path: str, body: object = None, **query: str | int) -> Answer:
        """One request, whatever comes back."""
        data = None if body is None else compact(body)
        try:
            response = self._requests.request(
                method,
                self.server + path,
                params=query,
                data=data,
                headers=self._headers(has_body=data is not None),
                timeout=TIMEOUT_S,
                allow_redirects=False,
            )
        except requests.RequestException as error:
            raise NotNow("not-reachable", f"{self.server} cannot be reached just now.") from error
        return Answer(response.status_code, _members(response.content), _wait(response))

    def file(self, path: str, encoding: str) -> Served:
        """A file as a browser asks for it; redirects are not followed."""
        try:
            headers = {**AS_A_BROWSER, "Accept-Encoding": encoding}
            response = self._requests.get(
                self.server + path, headers=headers, timeout=TIMEOUT_S, allow_redirects=False
            )
        except requests.exceptions.ContentDecodingError:
            return Served(DOES_NOT_UNPACK, {}, b"")
        except requests.RequestException as error:
            raise NotNow("not-reachable", f"{self.server} cannot be reached just now.") from error
        return Served(response.status_code, response.headers, response.content)

    def _headers(self, *, has_body: bool) -> dict[str, str]:
        cookies = {cookie.name: cookie.value for cookie in self._requests.cookies}
        token = next((cookies[name] for name in CSRF_COOKIES if cookies.get(name)), None)
        headers = {"Accept": "application/json", "Origin": self.server, "Referer": f"{self.server}/"}
        if token:
            headers["X-CSRFToken"] = token
        if has_body:
            headers["Content-Type"] = "application/json"
        return headers


def _no_password(request: requests.PreparedRequest) -> requests.PreparedRequest:
    return request


def _members(content: bytes) -> Members:
    try:
        return object_of(content)
    except Refusal:
        return {}


def _wait(response: requests.Response) -> int:
    told = response.headers.get("Retry-After", "")
    if told.isdigit():
        return int(told)
    return NAP_S if response.status_code in WAIT_STATUSES else 0


def _calm(answer: Answer) -> str:
    if answer.status == 507:
        return f"The server has no room for more just now: {answer.detail}"
    return f"The server asks to wait {answer.wait_s or NAP_S} seconds."
