"""`python -m tests.browser.pictures`: takes the app's pictures for the manifest anew, from the app as it is built."""

import re
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.conftest import PHONE
from tests.browser.taps import OUR_NOTES, open_app, rough_call, tap
from tests.chromium import FLAGS, chromium
from tests.server import ROOT, Server, running_server

FOLDER = ROOT / "frontend" / "public" / "screenshots"
AT_NIGHT = "2026-11-21T22:40:00+01:00"
BY_DAY = "2026-11-21T14:10:00+01:00"
DESK = {"viewport": {"width": 1280, "height": 800}, "device_scale_factor": 1}


def page_at(browser: Browser, server: Server, hour: str, **options: Any) -> Page:
    """An empty phone at an hour of the day."""
    page = browser.new_context(base_url=server.url, **{**PHONE, **options}).new_page()
    page.clock.set_fixed_time(hour)
    open_app(page)
    return page


def take(page: Page, name: str) -> None:
    """One picture."""
    page.screenshot(path=FOLDER / name, animations="disabled")


def main() -> None:
    """Three pictures: a phone at night, the question of how big, and a wide screen by day."""
    FOLDER.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as data,
        running_server(Path(data)) as server,
        sync_playwright() as play,
    ):
        browser = play.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        night = page_at(browser, server, AT_NIGHT)
        take(night, "today.png")
        night.get_by_role("button", name="A rough call").tap()
        tap(night, "Skip. That is fine.")
        night.get_by_text("How they spoke to me", exact=True).tap()
        night.get_by_role("radio", name="Shouting", exact=True).first.tap()
        night.get_by_role("radio", name=re.compile("It shook me")).wait_for()
        take(night, "rough-call.png")
        day = page_at(browser, server, BY_DAY, **DESK)
        for line in OUR_NOTES:
            rough_call(day, line)
        open_app(day, "/journal")
        expect(day.get_by_text(OUR_NOTES[0])).to_be_visible()
        take(day, "wide.png")
        browser.close()


if __name__ == "__main__":
    main()
