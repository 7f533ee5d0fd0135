"""Where the server sends mail, a code from it is the last step of making an account."""

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.taps import PASSWORD, SAFE, notes, open_app, rough_call, sign_in, tap, unlock
from tests.mail import Sink, smtp_sink
from tests.server import Server, running_server

Phone = Callable[..., Page]


@pytest.fixture(scope="module")
def sink() -> Iterator[Sink]:
    """Where the mail goes."""
    with smtp_sink() as opened:
        yield opened


@pytest.fixture(scope="module")
def server(sink: Sink, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with a mail server."""
    data: Path = tmp_path_factory.mktemp("mailing")
    with running_server(data, environment={"EMAIL_URL": sink.url}) as started:
        yield started


def codes_to(sink: Sink, email: str) -> list[str]:
    """The codes in the mails to an address, oldest first."""
    bodies = [str(mail.get_content()) for mail in sink.to(email)]
    return [
        found[1]
        for body in bodies
        if (found := re.search(r"^\s*([0-9A-Z][0-9A-Z-]{4,})\s*$", body, re.MULTILINE))
    ]


def begin(page: Page, email: str) -> None:
    """Fills in the form; the next screen asks for the code."""
    open_app(page, "/sign-up")
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    tap_until(page, "Make my account", page.get_by_role("heading", name="A code is on its way"))


def tap_until(page: Page, name: str, seen: Locator) -> None:
    """Mail to one address goes out once in ten seconds; told to wait, somebody taps again."""
    end = time.monotonic() + 40
    while time.monotonic() < end and not seen.is_visible():
        tap(page, name)
        expect(seen.or_(page.get_by_text("That was many tries")).first).to_be_visible()
    expect(seen).to_be_visible()


def give(page: Page, code: str) -> None:
    """Types the code from the mail."""
    page.get_by_label("Code from the mail").fill(code)
    tap(page, "Go on")


def test_the_code_from_the_mail_finishes_the_account(phone: Phone, sink: Sink) -> None:
    first, second, email, (line, _other) = phone(), phone(), f"{uuid4().hex}@example.org", notes()
    open_app(first)
    rough_call(first, line)
    begin(first, email)
    expect(first.get_by_text(f"We sent a code to {email}.")).to_be_visible()
    give(first, codes_to(sink, email)[-1].lower())
    expect(first.get_by_role("heading", name="Your recovery code")).to_be_visible()
    groups = re.findall(r"\b[0-9A-HJKMNP-TV-Z]{4}\b", first.get_by_role("main").inner_text())
    tap(first, "Check later")
    expect(first.get_by_text(SAFE)).to_be_visible()
    sign_in(second, email)
    unlock(second, "-".join(groups))
    expect(second.get_by_text(line)).to_be_visible()


def test_a_wrong_code_is_said_and_a_new_mail_helps(phone: Phone, sink: Sink) -> None:
    page, email = phone(), f"{uuid4().hex}@example.org"
    begin(page, email)
    give(page, "WRONG1")
    expect(page.get_by_role("alert")).to_contain_text("not the code from the newest mail")
    tap_until(page, "Send it again", page.get_by_text("Sent again. It can take a minute."))
    page.reload()
    give(page, codes_to(sink, email)[-1])
    expect(page.get_by_role("heading", name="Your recovery code")).to_be_visible()


def test_too_many_wrong_codes_lead_to_a_new_one_by_signing_in(phone: Phone, sink: Sink) -> None:
    page, email = phone(), f"{uuid4().hex}@example.org"
    begin(page, email)
    for _ in range(4):
        give(page, "WRONG1")
        expect(page.get_by_role("button", name="Go on")).to_be_enabled()
    expect(page.get_by_role("alert")).to_contain_text("This code is used up")
    page.get_by_role("link", name="Sign in").tap()
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    tap_until(page, "Sign in", page.get_by_role("heading", name="A code is on its way"))
    give(page, codes_to(sink, email)[-1])
    expect(page.get_by_role("heading", name="Your recovery code")).to_be_visible()


def test_a_known_address_is_told_by_mail_alone(phone: Phone, sink: Sink) -> None:
    page, other, email = phone(), phone(), f"{uuid4().hex}@example.org"
    begin(page, email)
    give(page, codes_to(sink, email)[-1])
    expect(page.get_by_role("heading", name="Your recovery code")).to_be_visible()
    begin(other, email)
    expect(other.get_by_text("If you had an account already, the mail says so")).to_be_visible()
    assert len(codes_to(sink, email)) == 1
    assert len(sink.to(email)) == 2
