"""The phone's connection, and what lies at its other end."""

import time
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

PUSH = "**/api/v1/feed/push/"
PATIENCE_S = 20
READY = "navigator.serviceWorker.ready.then(({ active }) => active?.scriptURL ?? '')"


# Without it the page itself sends, and what it sends is heard.
NO_BACKGROUND_SYNC = "delete ServiceWorkerRegistration.prototype.sync"


def wake_worker(page: Page) -> None:
    """What the browser does when it finds the connection back: of its own it may take five minutes."""
    session = page.context.new_cdp_session(page)
    known: list[dict[str, Any]] = []
    session.on("ServiceWorker.workerRegistrationUpdated", lambda news: known.extend(news["registrations"]))
    session.send("ServiceWorker.enable")
    until(page, lambda: bool(known))
    woken = {"origin": known[-1]["scopeURL"].rstrip("/"), "registrationId": known[-1]["registrationId"]}
    session.send("ServiceWorker.dispatchSyncEvent", {**woken, "tag": "outbox", "lastChance": False})


def keep_app(page: Page) -> None:
    """Returns once the app itself lies on the phone."""
    assert page.evaluate(READY).endswith("/sw.js")


def go_offline(page: Page) -> None:
    """Into the tunnel, with the app on the phone."""
    keep_app(page)
    page.context.set_offline(offline=True)


def go_online(page: Page) -> None:
    """Out of it."""
    page.context.set_offline(offline=False)


def until(page: Page, holds: Callable[[], bool]) -> None:
    """Looks, a frame of the page apart, until it is so."""
    end = time.monotonic() + PATIENCE_S
    while not holds():
        assert time.monotonic() < end, "it never came to be so"
        page.evaluate("new Promise((resolve) => requestAnimationFrame(resolve))")


def entries_on_server(page: Page) -> list[dict[str, Any]]:
    """The current entries of whoever is signed in on this phone, sealed."""
    found: list[dict[str, Any]] = page.request.get("/api/v1/entries/").json()["results"]
    return found
