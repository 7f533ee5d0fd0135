"""A server put back to a backup from before new keys: the phone that has the later ones gives them back, and nothing is lost."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.api.test_backup import manage, restored
from tests.browser.network import entries_on_server, until
from tests.browser.taps import PASSWORD, SAFE, notes, open_app, rough_call, sign_in, sign_up, tap, unlock
from tests.browser.test_devices import change_keys
from tests.server import Server, running_server

Phone = Callable[..., Page]
ALARM = "Something is wrong"
ASKS = "Sign in again to send it. Nothing is gone."


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """One of its own, which a test may put back."""
    with running_server(tmp_path / "server") as started:
        yield started


@contextmanager
def put_back(server: Server, backup: Path) -> Iterator[Server]:
    """What an operator does: the server is down, the older copy comes into its place, and it is told."""
    server.kill()
    older = replace(server, database_url=restored(server, backup))
    manage(older, "restored")
    environment = {"DATABASE_URL": older.database_url}
    with running_server(
        server.data, port=int(server.url.rsplit(":", 1)[-1]), environment=environment
    ) as again:
        yield again


def generation(page: Page) -> int:
    """Of the keys that lie on the server for whoever is signed in here."""
    return int(page.request.get("/api/v1/vault/").json()["gen"])


def sign_in_again(page: Page, email: str) -> None:
    """The password is given anew, for the session that was put back knows nothing of it."""
    page.get_by_role("link", name="Sign in").tap()
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    tap(page, "Sign in")
    expect(page.get_by_role("button", name="A rough call")).to_be_visible()


def test_the_keys_of_later_lie_on_the_server_again_and_open_everything_on_the_next_phone(
    phone: Phone, server: Server
) -> None:
    first, second, (before, after) = phone(), phone(), notes()
    email, old = sign_up(first)
    open_app(first)
    rough_call(first, before)
    expect(first.get_by_text(SAFE)).to_be_visible()
    backup = Path(manage(server, "backup").split(" holds")[0])
    new = change_keys(first)
    rough_call(first, after)
    expect(first.get_by_text(SAFE)).to_be_visible()
    with put_back(server, backup):
        assert (generation(first), len(entries_on_server(first))) == (1, 1)
        open_app(first)
        expect(first.get_by_text(ASKS)).to_be_visible()
        sign_in_again(first, email)
        until(first, lambda: (generation(first), len(entries_on_server(first))) == (2, 2))
        expect(first.get_by_text(SAFE)).to_be_visible()
        sign_in(second, email)
        unlock(second, old)
        expect(second.get_by_role("alert")).to_contain_text("not the one of this journal")
        unlock(second, new)
        for page in (second, first):
            for line in (before, after):
                expect(page.get_by_text(line)).to_be_visible()
            expect(page.get_by_text(ALARM)).to_have_count(0)
