"""A browser without a face: cookies, CSRF and JSON, against the real server."""

from typing import Any
from uuid import uuid4

import requests

from tests.server import Server

ALLAUTH = "/_allauth/browser/v1"
PASSWORD = "a-quiet-evening-7"


class Visitor:
    """One browser; `sign_up` gives it an account of its own."""

    def __init__(self, server: Server) -> None:
        self.url = server.url
        self.session = requests.Session()
        self.session.get(f"{self.url}{ALLAUTH}/config", timeout=20)

    def sign_up(self) -> str:
        """Makes a fresh account and returns its id."""
        body = {"email": f"{uuid4().hex}@example.org", "password": PASSWORD}
        self.send("POST", f"{ALLAUTH}/auth/signup", body).raise_for_status()
        account: str = self.send("GET", "/api/v1/me/").json()["id"]
        return account

    def send(self, method: str, address: str, body: Any = None, **more: Any) -> requests.Response:
        """A request as the app makes it; the CSRF cookie is read anew each time."""
        headers = {
            "X-CSRFToken": self.session.cookies.get("csrftoken", ""),
            "Origin": self.url,
            **more.pop("headers", {}),
        }
        if body is not None:
            more["json"] = body
        return self.session.request(method, f"{self.url}{address}", headers=headers, timeout=30, **more)
