"""The app can be installed, and what a home screen opens opens at once, telling nobody what it is."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.network import go_offline, keep_app
from tests.browser.taps import open_app

Phone = Callable[..., Page]
SHORTCUTS = {"A rough call": "First, a slow breath", "Breathe": "One minute of breath"}


def manifest(page: Page) -> dict[str, Any]:
    """The app's manifest, as it is served."""
    served: dict[str, Any] = page.request.get("/manifest.webmanifest").json()
    return served


def test_the_browser_finds_nothing_that_keeps_it_from_being_installed(
    kept_phone: Callable[..., BrowserContext],
) -> None:
    context = kept_phone()
    page = context.pages[0]
    open_app(page)
    keep_app(page)
    browser = context.new_cdp_session(page)
    assert browser.send("Page.getInstallabilityErrors")["installabilityErrors"] == []
    assert browser.send("Page.getAppManifest")["errors"] == []


def test_every_picture_of_the_manifest_is_there_in_its_size(phone: Phone) -> None:
    page = phone()
    open_app(page)
    told = manifest(page)
    shown = [
        *told["icons"],
        *told["screenshots"],
        *(icon for one in told["shortcuts"] for icon in one["icons"]),
    ]
    for picture in shown:
        answer = page.request.get(picture["src"])
        assert answer.headers["content-type"] == picture["type"]
        if picture["type"] == "image/png":
            width, height = (int.from_bytes(answer.body()[at : at + 4]) for at in (16, 20))
            assert f"{width}x{height}" == picture["sizes"]
    assert {"narrow", "wide"} == {one["form_factor"] for one in told["screenshots"]}
    assert any(one.get("purpose") == "maskable" for one in told["icons"])


@pytest.mark.parametrize("name", SHORTCUTS)
def test_a_shortcut_opens_right_away_and_names_nothing_to_the_server(phone: Phone, name: str) -> None:
    page = phone()
    asked: list[str] = []
    page.on("request", lambda request: request.is_navigation_request() and asked.append(request.url))
    (address,) = (one["url"] for one in manifest(page)["shortcuts"] if one["name"] == name)
    page.goto(address)
    expect(page.get_by_role("heading", name=SHORTCUTS[name])).to_be_visible()
    assert page.url.endswith("/")
    keep_app(page)
    go_offline(page)
    open_app(page, "/help.html")
    page.goto(address)
    expect(page.get_by_role("heading", name=SHORTCUTS[name])).to_be_visible()
    page.get_by_role("button", name="Close", exact=True).tap()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_role("button", name="Breathe")).to_be_visible()
    assert {urlsplit(address).path for address in asked} == {"/", "/help.html"}
