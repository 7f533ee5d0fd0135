"""A phone in a real Chromium: 360×640, touch, Berlin. Whatever the console complains about fails the test."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, BrowserType, ConsoleMessage, Page, Request, expect

from tests.browser.seeded import Person, two_with_a_past
from tests.chromium import FLAGS, chromium
from tests.server import Server

PHONE: dict[str, Any] = {
    "viewport": {"width": 360, "height": 640},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
    "locale": "en-GB",
    "timezone_id": "Europe/Berlin",
}
PATIENCE_MS = 15_000
expect.set_options(timeout=PATIENCE_MS)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder drives a browser."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """The machine's Chromium instead of a downloaded one."""
    return {"executable_path": chromium(), "args": list(FLAGS)}


class Complaints:
    """What went wrong in a page without anybody asking."""

    def __init__(self, site: str) -> None:
        self.site = site
        self.heard: list[str] = []

    def listen(self, context: BrowserContext) -> None:
        """Hears every page of the context, those that come later too."""
        context.on("console", self._console)
        context.on("weberror", lambda error: self.heard.append(f"thrown: {error.error}"))
        context.on("request", self._request)
        context.set_default_timeout(PATIENCE_MS)

    def _console(self, message: ConsoleMessage) -> None:
        expected = (
            "Failed to load resource" in message.text
        )  # the network's own line, told by every refused request
        if message.type in {"error", "warning"} and not expected:
            self.heard.append(f"{message.type}: {message.text}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.site, "blob:", "data:")):
            self.heard.append(f"a third party was asked: {request.url}")


@pytest.fixture
def phone(browser: Browser, server: Server) -> Iterator[Callable[..., Page]]:
    """Makes empty phones; each call is another device. Fails the test on any complaint."""
    complaints = Complaints(server.url)
    contexts: list[BrowserContext] = []

    def make(**options: Any) -> Page:
        context = browser.new_context(base_url=server.url, **{**PHONE, **options})
        complaints.listen(context)
        contexts.append(context)
        return context.new_page()

    yield make
    for context in contexts:
        context.close()
    assert complaints.heard == []


@pytest.fixture
def kept_phone(
    browser_type: BrowserType, server: Server, tmp_path: Path
) -> Iterator[Callable[..., BrowserContext]]:
    """A phone with a profile folder that outlives the browser's process: `kept_phone()` starts it again."""
    complaints = Complaints(server.url)
    started: list[BrowserContext] = []

    def start(profile: Path | None = None, **options: Any) -> BrowserContext:
        launch = {
            "executable_path": chromium(),
            "args": list(FLAGS),
            "base_url": server.url,
            **PHONE,
            **options,
        }
        context = browser_type.launch_persistent_context(profile or tmp_path / "profile", **launch)
        complaints.listen(context)
        started.append(context)
        return context

    yield start
    for context in started:
        context.close()
    assert complaints.heard == []


@pytest.fixture(scope="session")
def past(server: Server, tmp_path_factory: pytest.TempPathFactory) -> tuple[Person, Person]:
    """Somebody with six weeks behind them, and their coach."""
    return two_with_a_past(server, tmp_path_factory.mktemp("past"))
