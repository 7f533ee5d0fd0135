"""A newer version is offered and never forced; a worker that does harm can be taken back."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import requests
from playwright.sync_api import Page, expect

from tests.browser.network import go_offline, keep_app, until
from tests.browser.taps import notes, open_app, rough_call, tap
from tests.ports import free_port
from tests.server import ROOT, Server
from tests.waiting import wait_until

Phone = Callable[..., Page]
DIST = ROOT / "frontend" / "dist"
OFFER = "A new version is ready. Nothing you wrote is touched."
LINE = "A line to remember it by"
LOOK_FOR_IT = "navigator.serviceWorker.getRegistration().then((found) => found.update()).then(() => true)"
HIDE = """() => {
  Object.defineProperty(document, "visibilityState", { configurable: true, get: () => "hidden" });
  document.dispatchEvent(new Event("visibilitychange"));
}"""
LEFT_OVER = """async () => [
  (await caches.keys()).length,
  (await navigator.serviceWorker.getRegistrations()).filter(({ active }) => active).length,
]"""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A folder with the app as it is built, on a shelf."""
    folder, log = tmp_path / "dist", tmp_path / "shelf.log"
    shutil.copytree(DIST, folder, ignore=shutil.ignore_patterns("*.br", "*.gz"))
    port = free_port()
    with log.open("wb") as told:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.browser.shelf", str(folder), str(port)],
            cwd=ROOT,
            stdout=told,
            stderr=told,
        )
    shelf = Server(f"http://localhost:{port}", folder, log, process)
    wait_until(lambda: answers(shelf))
    yield shelf
    process.kill()
    process.wait()


def answers(shelf: Server) -> bool:
    """Whether it serves already."""
    try:
        return requests.get(f"{shelf.url}/sw.js", timeout=5).ok
    except requests.ConnectionError:
        return False


def publish(shelf: Server, build: str) -> None:
    """Puts a newer version there: another page, and a worker that keeps it under another name."""
    page, worker = shelf.data / "index.html", shelf.data / "sw.js"
    page.write_text(page.read_text().replace("<head>", f'<head data-build="{build}">', 1))
    script, changed = re.subn(r"shell-[0-9a-f]{16}", f"shell-{build}", worker.read_text())
    assert changed > 0
    worker.write_text(script)


def build_of(page: Page) -> str | None:
    """Which version the page is of."""
    return page.locator("head").get_attribute("data-build")


def half_written(page: Page) -> str:
    """Words in an open sheet, not saved."""
    page.get_by_role("button", name="Something good").tap()
    page.get_by_role("radio", name="A kind customer").tap()
    page.get_by_label(LINE).fill("half a")
    page.evaluate("globalThis.stillHere = true")
    return "half a"


def waiting(page: Page) -> None:
    """Looks for a newer version, as coming to the front does, until it waits."""
    page.evaluate(LOOK_FOR_IT)
    expect(page.get_by_text(OFFER)).to_be_attached()


def test_an_open_editor_is_left_alone_and_the_update_comes_on_a_tap(phone: Phone, server: Server) -> None:
    page = phone()
    open_app(page)
    keep_app(page)
    words = half_written(page)
    publish(server, "2")
    waiting(page)
    page.evaluate(HIDE)
    expect(page.get_by_label(LINE)).to_have_value(words)
    assert page.evaluate("globalThis.stillHere")
    assert build_of(page) is None
    tap(page, "Done")
    tap(page, "Update now")
    expect(page.locator("head[data-build='2']")).to_be_attached()
    expect(page.get_by_text(words)).to_be_visible()
    go_offline(page)
    open_app(page)
    assert build_of(page) == "2"


def test_later_means_later(phone: Phone, server: Server) -> None:
    page = phone()
    open_app(page)
    keep_app(page)
    publish(server, "2")
    waiting(page)
    tap(page, "Later")
    expect(page.get_by_text(OFFER)).to_have_count(0)
    assert build_of(page) is None


def test_put_away_with_nothing_half_written_it_comes_by_itself(phone: Phone, server: Server) -> None:
    page = phone()
    open_app(page)
    keep_app(page)
    publish(server, "2")
    waiting(page)
    page.evaluate(HIDE)
    expect(page.locator("head[data-build='2']")).to_be_attached()


def test_taken_in_one_tab_the_other_still_can(phone: Phone, server: Server) -> None:
    first = phone()
    open_app(first)
    keep_app(first)
    second = first.context.new_page()
    open_app(second)
    publish(server, "2")
    waiting(first)
    expect(second.get_by_text(OFFER)).to_be_visible()
    tap(first, "Update now")
    expect(first.locator("head[data-build='2']")).to_be_attached()
    assert build_of(second) is None
    tap(second, "Update now")
    expect(second.locator("head[data-build='2']")).to_be_attached()


def test_a_harmful_worker_is_taken_back_and_the_words_stay(
    phone: Phone, server: Server, tmp_path: Path
) -> None:
    page, (line, _other) = phone(), notes()
    open_app(page)
    rough_call(page, line)
    keep_app(page)
    retired = tmp_path / "retired"
    command = ["npm", "--prefix", "frontend", "run", "--silent", "build", "--", "--outDir", str(retired)]
    environment = {**os.environ, "AFTERSHIFT_WORKER": "retire"}
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    shutil.copy(retired / "sw.js", server.data / "sw.js")
    with page.expect_navigation():
        page.evaluate(f"void {LOOK_FOR_IT}")
    expect(page.get_by_text(line)).to_be_visible()
    until(page, lambda: bool(page.evaluate(LEFT_OVER) == [0, 0]))
    expect(page.get_by_text(line)).to_be_visible()
