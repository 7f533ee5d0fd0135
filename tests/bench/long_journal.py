"""A journal of 5,000 entries on a slow phone: how late a frame comes while it is scrolled, and how soon words are found.

Both are taken inside the page, at a quarter of this machine's speed. A machine that does other work besides makes frames
late that are not: beside the longest one stands how many of all were.
"""

import statistics
import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.conftest import PHONE
from tests.browser.full_journal import open_it, years_of
from tests.browser.network import until
from tests.browser.taps import tap
from tests.chromium import FLAGS, chromium
from tests.server import Server, running_server

SLOWER = 4
DAYS, A_DAY = 1_000, 5
ALL_HERE = "Show 5,000 entries"
PATIENCE_MS = 180_000
FRAME_GOAL_MS, FOUND_GOAL_MS = 50, 500
SOUGHT = ("cafe", "loud calm", "shout", "nowhere")
# A thumb's flick, frame by frame, from the newest entry to the first of all: each frame's length, and how many entries
# are drawn at once.
SCROLLED = """async () => {
  const main = document.querySelector("main");
  const frame = () => new Promise(requestAnimationFrame);
  const frames = [];
  let drawn = 0;
  let last = await frame();
  for (let before = -1; before !== main.scrollTop; ) {
    before = main.scrollTop;
    main.scrollBy(0, 480);
    const now = await frame();
    frames.push(now - last);
    last = now;
    drawn = Math.max(drawn, document.querySelectorAll("a.entry").length);
  }
  return [frames, drawn];
}"""
# From the last letter until it is said and drawn how much was found.
SEARCHED = """() => {
  const painted = (done, began) => requestAnimationFrame(() => setTimeout(() => done(performance.now() - began), 0));
  globalThis.searchedAfter = new Promise((done) => {
    addEventListener("input", () => {
      const began = performance.now();
      new MutationObserver((_, watcher) => {
        if (!/found|Nothing/.test(document.querySelector("main [role=status]").textContent)) return;
        watcher.disconnect();
        painted(done, began);
      }).observe(document.querySelector("main"), { childList: true, subtree: true, characterData: true });
    }, { capture: true, once: true });
  });
}"""


@dataclass(frozen=True)
class Figures:
    """What was measured, in milliseconds; and how many entries were drawn at once."""

    frames: list[float]
    drawn: int
    found: float


def full_phone(browser: Browser, server: Server, home: Path) -> Page:
    """A slow phone with years of entries on it, all of them opened."""
    kept = years_of(server.url, home, days=DAYS, a_day=A_DAY)
    context = browser.new_context(base_url=server.url, **PHONE)
    context.set_default_timeout(PATIENCE_MS)
    page = context.new_page()
    open_it(page, kept, patience_ms=PATIENCE_MS)
    tap(page, "Filters")
    page.get_by_role("button", name=ALL_HERE).tap()
    page.get_by_role("dialog").wait_for(state="detached")
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    return page


def searched_ms(page: Page, words: str) -> float:
    """One search, the pause included after which nobody types any more."""
    field = page.get_by_role("searchbox")
    field.fill("")
    until(page, lambda: page.get_by_role("button", name="Show everything").count() == 0)
    page.evaluate(SEARCHED)
    field.fill(words)
    return float(page.evaluate("globalThis.searchedAfter"))


def measured() -> Figures:
    """Writes the journal, opens it, and looks through it."""
    with (
        tempfile.TemporaryDirectory() as data,
        running_server(Path(data)) as server,
        sync_playwright() as play,
    ):
        browser = play.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        page = full_phone(browser, server, Path(data) / "shell")
        frames, drawn = page.evaluate(SCROLLED)
        page.evaluate("document.querySelector('main').scrollTo(0, 0)")
        found = statistics.median(searched_ms(page, words) for words in SOUGHT)
        browser.close()
    return Figures(frames, drawn, found)


def lines() -> list[str]:
    """The figures as they are printed."""
    at = measured()
    late = sum(frame > FRAME_GOAL_MS for frame in at.frames)
    slow = f"({SLOWER} × slower"
    return [
        f"5,000 entries, longest frame    {max(at.frames):6.0f} ms   aim < {FRAME_GOAL_MS} ms   {slow}, scrolled to the end)",
        f"5,000 entries, later than that  {late:6} of {len(at.frames)} frames; at most {at.drawn} entries drawn at once",
        f"5,000 entries, words found      {at.found:6.0f} ms   aim < {FOUND_GOAL_MS} ms   {slow}, median of {len(SOUGHT)})",
    ]
