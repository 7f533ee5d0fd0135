"""With an https address the cookies are bound to the host, and nothing is served in clear."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from tests.server import Server, running_server

TLS = {"X-Forwarded-Proto": "https", "Host": "journal.example.org"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that stands behind a proxy which ends TLS."""
    data: Path = tmp_path_factory.mktemp("tls")
    environment = {"SITE_URL": "https://journal.example.org", "ALLOWED_HOSTS": "localhost"}
    with running_server(data, environment=environment) as started:
        yield started


def test_cookies_carry_the_host_prefix_and_are_secure(site: Server) -> None:
    answer = requests.get(f"{site.url}/_allauth/browser/v1/config", headers=TLS, timeout=20)
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("__Host-csrftoken=")
    assert "Secure" in cookie
    assert "Path=/" in cookie
    assert "SameSite=Lax" in cookie
    assert "Domain" not in cookie


def test_the_browser_is_told_to_stay_with_tls(site: Server) -> None:
    answer = requests.get(f"{site.url}/", headers=TLS, timeout=20)
    assert "max-age=31536000" in answer.headers["Strict-Transport-Security"]


def test_in_clear_there_is_only_a_redirect(site: Server) -> None:
    answer = requests.get(
        f"{site.url}/api/v1/me/", headers={"Host": "journal.example.org"}, timeout=20, allow_redirects=False
    )
    assert (answer.status_code, answer.headers["Location"]) == (301, "https://journal.example.org/api/v1/me/")


def test_a_write_from_another_site_is_refused(site: Server) -> None:
    session = requests.Session()
    session.get(f"{site.url}/_allauth/browser/v1/config", headers=TLS, timeout=20)
    token = session.cookies.get("__Host-csrftoken") or ""
    headers = {
        **TLS,
        "Origin": "https://evil.example",
        "X-CSRFToken": token,
        "Cookie": f"__Host-csrftoken={token}",
    }
    answer = requests.post(f"{site.url}/_allauth/browser/v1/auth/login", json={}, headers=headers, timeout=20)
    assert answer.status_code == 403
