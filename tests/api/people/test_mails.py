"""Mails: each in every language we have, and sent in that of the screen that asked for it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
from django.template.loader import get_template

from journal.library.queries import FALLBACK, languages
from tests.conftest import PASSWORD
from tests.mail import Sink
from tests.server import ROOT, Server, running_server

MAILS = ROOT / "api" / "templates" / "account" / "email"
OTHERS = [language for language in languages() if language != FALLBACK]


@pytest.fixture(scope="module")
def site(mail: Sink, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that sends mail."""
    data: Path = tmp_path_factory.mktemp("site")
    with running_server(data, environment={"EMAIL_URL": mail.url}) as started:
        yield started


def sign_up(site: Server, email: str, language: str) -> None:
    """As the app does it, speaking that language."""
    session = requests.Session()
    session.get(f"{site.url}/_allauth/browser/v1/config", timeout=20)
    headers = {
        "X-CSRFToken": session.cookies["csrftoken"],
        "Origin": site.url,
        "Accept-Language": language,
    }
    body = {"email": email, "password": PASSWORD}
    session.post(f"{site.url}/_allauth/browser/v1/auth/signup", json=body, headers=headers, timeout=20)


@pytest.mark.parametrize("language", OTHERS)
def test_every_mail_is_there_in_every_language(language: str) -> None:
    english = {file.name for file in MAILS.glob("*.txt")} - {"base_notification.txt"}
    theirs = {file.name for file in (MAILS / language).glob("*.txt")}
    assert theirs - {"email_confirmation_signup_message.txt"} == english
    for name in theirs:
        text = get_template(f"account/email/{language}/{name}").render({"code": "ABCD-EFGH"})
        assert "This mail holds nothing" not in text


@pytest.mark.parametrize(
    ("asked", "subject", "line"),
    [
        ("es", "Un código para ti", "Escríbelo donde creaste tu cuenta"),
        ("es-MX,es;q=0.9,en;q=0.8", "Un código para ti", "Aquí nadie puede leerlo"),
        ("en", "A code for you", "Type it where you signed up"),
        ("de", "A code for you", "Nobody here can read that"),
    ],
)
def test_a_mail_speaks_as_the_screen_does(
    site: Server, mail: Sink, asked: str, subject: str, line: str
) -> None:
    email = f"{asked[:5].lower()}@example.org"
    sign_up(site, email, asked)
    (sent,) = mail.to(email)
    assert sent["Subject"] == subject
    assert line in sent.get_content()
