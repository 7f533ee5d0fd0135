"""`python -m tests.bench.first_visit`: the app over a slow line for the first time, and whether anything moves under a thumb.

The line is what WebPageTest calls slow 3G: 400 kbit/s, 400 ms there and back; the processor runs at a quarter of its speed.
"""

import statistics
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.bench.first_run import FirstRun, first_run, said
from tests.browser.conftest import PHONE
from tests.browser.taps import open_app, sign_up
from tests.chromium import FLAGS, chromium
from tests.server import Server, running_server

SLOWER = 4
TRIES = 5
LINE = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
USABLE_GOAL_MS, SHIFT_GOAL = 2500, 0.0
USABLE = """() => new Promise((done) => {
  const look = () => {
    if (!document.querySelector("button.tile")) return;
    watch.disconnect();
    requestAnimationFrame(() => setTimeout(() => done(performance.now()), 0));
  };
  const watch = new MutationObserver(look);
  watch.observe(document, { childList: true, subtree: true });
  look();
})"""
# What moved without a tap, as the Layout Instability API counts it (no unit; 0.1 is where it begins to annoy).
SHIFTS = """
globalThis.shifted = 0;
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) if (!one.hadRecentInput) globalThis.shifted += one.value;
}).observe({ type: "layout-shift", buffered: true });
"""
SCREENS = ("/", "/journal", "/patterns", "/tools", "/goals", "/habits", "/notes", "/sharing", "/me")


def first_usable_ms(browser: Browser, server: Server) -> float:
    """One first visit by a phone that has nothing of the app yet."""
    page = browser.new_context(base_url=server.url, **PHONE).new_page()
    browser_side = page.context.new_cdp_session(page)
    browser_side.send("Network.enable")
    browser_side.send("Network.emulateNetworkConditions", LINE)
    browser_side.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto("/", wait_until="commit")
    usable = float(page.evaluate(USABLE))
    page.context.close()
    return usable


def shift(page: Page, address: str) -> float:
    """How much moved by itself on a screen while it opened."""
    open_app(page, address)
    page.wait_for_load_state("networkidle")
    return float(page.evaluate("globalThis.shifted"))


def measured() -> tuple[dict[str, tuple[float, float, str]], FirstRun]:
    """Each figure, with the aim it is held against and its unit; and what a first run took."""
    with (
        tempfile.TemporaryDirectory() as data,
        running_server(Path(data)) as server,
        sync_playwright() as play,
    ):
        browser = play.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        usable = statistics.median(first_usable_ms(browser, server) for _ in range(TRIES))
        page = browser.new_context(base_url=server.url, **PHONE).new_page()
        page.add_init_script(SHIFTS)
        sign_up(page)
        worst = max(shift(page, address) for address in SCREENS)
        took = first_run(browser.new_context(base_url=server.url, **PHONE).new_page())
        browser.close()
    return {
        "first visit, slow 3G, usable": (usable, USABLE_GOAL_MS, "ms"),
        f"layout shift, worst of {len(SCREENS)}": (worst, SHIFT_GOAL, ""),
    }, took


def lines() -> list[str]:
    """The figures as they are printed."""
    figures, took = measured()
    told = [
        f"{what.ljust(30)}  {value:8.4g} {unit}   aim ≤ {goal:g} {unit}".rstrip()
        for what, (value, goal, unit) in figures.items()
    ]
    return [*told, said(took)]


if __name__ == "__main__":
    print("\n".join(lines()))
