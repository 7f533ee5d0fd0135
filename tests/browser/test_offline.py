"""Promise 2 on one phone: no signal, no battery, no answer, and still every word arrives once."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser.network import PUSH, entries_on_server, go_offline, go_online
from tests.browser.powercut import cut_power
from tests.browser.taps import (
    SAFE,
    SAVED_HERE,
    notes,
    open_app,
    rough_call,
    sign_in,
    sign_up,
    tap,
    unlock,
)

Phone = Callable[..., Page]
KeptPhone = Callable[..., BrowserContext]
ROUTES = Path(__file__).parents[2] / "frontend" / "src" / "shell" / "routes.tsx"


def signed_up_yesterday(kept_phone: KeptPhone) -> tuple[str, str]:
    """An account on the phone, whose cookies the browser has long written to the disk."""
    context = kept_phone()
    who = sign_up(context.pages[0])
    context.close()
    return who


def test_written_offline_then_the_battery_dies_then_it_arrives(
    kept_phone: KeptPhone, phone: Phone, tmp_path: Path
) -> None:
    line, _ = notes()
    email, code = signed_up_yesterday(kept_phone)
    page = kept_phone().pages[0]
    open_app(page)
    go_offline(page)
    open_app(page)
    rough_call(page, line)
    expect(page.get_by_text(SAVED_HERE).or_(page.get_by_text("waits on this phone"))).to_be_visible()
    cut_power(tmp_path / "profile")
    again = kept_phone(offline=True)
    open_app(again.pages[0])
    expect(again.pages[0].get_by_text(line)).to_be_visible()
    expect(
        again.pages[0].get_by_text("No connection")
    ).to_be_visible()  # a worker may have sent it as it woke
    go_online(again.pages[0])
    expect(again.pages[0].get_by_text(SAFE)).to_be_visible()
    second = phone()
    sign_in(second, email)
    unlock(second, code)
    expect(second.get_by_text(line)).to_be_visible()


@pytest.mark.parametrize("who", ["nobody yet", "signed in"])
def test_every_screen_opens_without_a_network(phone: Phone, who: str) -> None:
    page = phone()
    if who == "signed in":
        sign_up(page)
    open_app(page)
    rough_call(page, notes()[0])
    page.get_by_role("main").get_by_role("link").first.tap()
    item = page.url.rsplit("/", 1)[1]
    go_offline(page)
    paths = re.findall(r'path="([^"]+)"', ROUTES.read_text())
    assert len(paths) > 10
    for path in [*paths, "/no/such/screen"]:
        open_app(page, path.replace(":item", item))
        expect(page.get_by_role("heading", level=1).first, path).to_be_visible()
        expect(page.get_by_text("This page tripped"), path).to_have_count(0)


def test_edited_and_deleted_offline_is_so_everywhere_later(phone: Phone) -> None:
    first, second, (line, other) = phone(), phone(), notes()
    open_app(first)
    rough_call(first, line)
    rough_call(first, other)
    email, code = sign_up(first)
    expect(first.get_by_text(SAFE)).to_be_visible()
    go_offline(first)
    open_app(first, "/journal")
    first.get_by_role("link", name=re.compile(re.escape(line))).tap()
    tap(first, "Change the words")
    first.get_by_label("Your words").fill("Written anew in the tunnel")
    tap(first, "Save")
    expect(first.get_by_text("Written anew in the tunnel")).to_be_visible()
    open_app(first, "/journal")
    first.get_by_role("link", name=re.compile(re.escape(other))).tap()
    tap(first, "Delete")
    tap(first, "Delete")
    expect(first.get_by_role("heading", name="Journal")).to_be_visible()
    open_app(first)
    expect(first.get_by_text("Written anew in the tunnel")).to_be_visible()
    expect(first.get_by_text(other)).to_have_count(0)
    go_online(first)
    expect(first.get_by_text(SAFE)).to_be_visible()
    sign_in(second, email)
    unlock(second, code)
    expect(second.get_by_text("Written anew in the tunnel")).to_be_visible()
    expect(second.get_by_text(other)).to_have_count(0)


def test_an_answer_that_is_lost_makes_nothing_twice(phone: Phone) -> None:
    page, (line, _other) = phone(), notes()
    sign_up(page)
    lost: list[int] = []

    def lose(route: Route) -> None:
        lost.append(route.fetch().status)
        route.abort()

    page.route(PUSH, lose, times=2)
    open_app(page)
    rough_call(page, line)
    expect(page.get_by_text(SAFE)).to_be_visible()
    assert lost == [200, 200]
    assert len(entries_on_server(page)) == 1
