"""A journal of 5,000 entries on a slow phone: how long a frame takes while it is scrolled, and how soon words are found.

All at a quarter of this machine's speed. What the page itself works on a frame is taken as the processor's time from the
browser's trace. When a frame is on the screen depends besides on what else the machine does, and here also on pictures
being made without a graphics card: how many came late is printed beside it.
"""

import json
import statistics
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

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
FRAME = "ScheduledActionSendBeginMainFrame"  # what Chromium calls the task of a frame in its trace
TICK_MS = 0.5  # three pictures of a screen of 60 Hz are 50 ms, and a hair more or less
SPEEDS_PX_S = (2_000, 6_000, 12_000)  # a calm thumb, a flick, and faster than anybody reads
GESTURE_S = 8
SOUGHT = ("cafe", "loud calm", "shout", "nowhere")
# Every frame's length from now on, and how many entries are drawn at once.
WATCHED = """() => {
  const seen = { frames: [], drawn: 0 };
  let last;
  const frame = (now) => {
    if (last !== undefined) seen.frames.push(now - last);
    last = now;
    seen.drawn = Math.max(seen.drawn, document.querySelectorAll("a.entry").length);
    globalThis.watching = requestAnimationFrame(frame);
  };
  globalThis.watching = requestAnimationFrame(frame);
  globalThis.seenFrames = seen;
}"""
STOPPED = """() => {
  cancelAnimationFrame(globalThis.watching);
  return [globalThis.seenFrames.frames, globalThis.seenFrames.drawn];
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

    work: float
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


def scrolled(phone: CDPSession, page: Page) -> tuple[list[float], int]:
    """Down through the journal, by the browser's own scrolling, each time faster."""
    page.evaluate(WATCHED)
    for speed in SPEEDS_PX_S:
        way = {"x": 180, "y": 300, "yDistance": -speed * GESTURE_S, "speed": speed}
        phone.send(
            "Input.synthesizeScrollGesture", {**way, "preventFling": True, "gestureSourceType": "mouse"}
        )
    frames, drawn = page.evaluate(STOPPED)
    return frames, drawn


def longest_work_ms(trace: dict[str, Any]) -> float:
    """The processor's time of the longest frame on a page's own thread. The browser's housekeeping there is no frame."""
    events = trace["traceEvents"]
    pages = {
        (event["pid"], event["tid"])
        for event in events
        if event["name"] == "thread_name" and event["args"]["name"] == "CrRendererMain"
    }
    frames = [event for event in events if event.get("args", {}).get("src_func") == FRAME]
    return max(event.get("tdur", 0) for event in frames if (event["pid"], event["tid"]) in pages) / 1000


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
        phone = page.context.new_cdp_session(page)
        # What opening 5,000 entries has left behind is swept away once, at some time; not while frames are counted.
        phone.send("HeapProfiler.collectGarbage")
        browser.start_tracing(page=page, categories=["toplevel"])
        frames, drawn = scrolled(phone, page)
        work = longest_work_ms(json.loads(browser.stop_tracing()))
        page.evaluate("document.querySelector('main').scrollTo(0, 0)")
        found = statistics.median(searched_ms(page, words) for words in SOUGHT)
        browser.close()
    return Figures(work, frames, drawn, found)


def lines() -> list[str]:
    """The figures as they are printed."""
    at = measured()
    late = sum(frame > FRAME_GOAL_MS + TICK_MS for frame in at.frames)
    slow = f"({SLOWER} × slower"
    return [
        f"5,000 entries, work on a frame  {at.work:6.0f} ms   aim < {FRAME_GOAL_MS} ms   {slow}, the longest, at 2,000 to 12,000 px a second)",
        f"5,000 entries, frames late      {late:6} of {len(at.frames)}, the longest {max(at.frames):.0f} ms; at most {at.drawn} entries drawn at once",
        f"5,000 entries, words found      {at.found:6.0f} ms   aim < {FOUND_GOAL_MS} ms   {slow}, median of {len(SOUGHT)})",
    ]
