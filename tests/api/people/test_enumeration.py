"""With a mail server, nobody learns from an answer whether an address has an account."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests

from tests.conftest import PASSWORD
from tests.mail import Sink
from tests.server import Server, running_server

ALLAUTH = "/_allauth/browser/v1"


@pytest.fixture(scope="module")
def site(mail: Sink, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that sends mail, with one confirmed person."""
    data: Path = tmp_path_factory.mktemp("site")
    with running_server(data, environment={"EMAIL_URL": mail.url}) as started:
        person = visitor(started)
        send(started, person, "auth/signup", {"email": "known@example.org", "password": PASSWORD})
        code = re.search(
            r"^([A-Z0-9]{4}-[A-Z0-9]{4})\r?$", mail.to("known@example.org")[0].get_content(), re.MULTILINE
        )
        assert code
        assert send(started, person, "auth/email/verify", {"key": code[1]}).status_code == 200
    again = {"EMAIL_URL": mail.url, "DATABASE_URL": started.database_url}
    with running_server(data, environment=again) as later:  # no rate remembers the sign-up
        yield later


def visitor(site: Server) -> requests.Session:
    """A browser without a session."""
    session = requests.Session()
    session.get(f"{site.url}{ALLAUTH}/config", timeout=20)
    return session


def send(site: Server, session: requests.Session, address: str, body: dict[str, Any]) -> requests.Response:
    """A write as the app sends it."""
    headers = {"X-CSRFToken": session.cookies["csrftoken"], "Origin": site.url}
    return session.post(f"{site.url}{ALLAUTH}/{address}", json=body, headers=headers, timeout=20)


def told(answer: requests.Response) -> tuple[int, str, list[str], list[str]]:
    """All that an onlooker can compare: status, body, names of headers and cookies."""
    body = re.sub(r"(un)?known@example\.org", "<address>", answer.text)
    body = re.sub(r'"(session_token|at)": ?[^,}]+', "", body)
    return answer.status_code, body, sorted(answer.headers), sorted(answer.cookies.keys())


def ask_for_both(
    site: Server, address: str, more: dict[str, str]
) -> list[tuple[int, str, list[str], list[str]]]:
    """What a stranger is told about the known address, then about the unknown one."""
    people = ("known@example.org", "unknown@example.org")
    return [told(send(site, visitor(site), address, {"email": email, **more})) for email in people]


@pytest.mark.parametrize(
    ("address", "more"),
    [
        ("auth/login", {"password": "not-the-password-1"}),
        ("auth/code/request", {}),
        ("auth/password/request", {}),
    ],
)
def test_known_and_unknown_addresses_get_the_same_answer(
    site: Server, address: str, more: dict[str, str]
) -> None:
    known, unknown = ask_for_both(site, address, more)
    assert known[0] < 500
    assert known == unknown


def test_who_signs_up_twice_is_told_by_mail_alone(site: Server, mail: Sink) -> None:
    known, unknown = ask_for_both(site, "auth/signup", {"password": PASSWORD})
    assert known[0] == 401
    assert known == unknown
    assert str(mail.to("known@example.org")[-1]["Subject"]) == "You have an account already"
