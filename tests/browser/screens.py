"""`make screenshots`: takes the pictures of docs/screens.md anew, from the app as it is built, by day and by night.

The demo agent's six weeks lie in it; the clock stands still, so that a picture changes only where a screen does.
"""

import re
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, expect, sync_playwright

from client import Client
from client.demo import agent as demo_agent
from client.demo import coach as demo_coach
from tests.browser import pictures
from tests.browser.conftest import PHONE
from tests.browser.taps import open_app, tap, unlock
from tests.browser.two_people import manage
from tests.chromium import FLAGS, chromium
from tests.server import ROOT, Server, running_server

PAGE = ROOT / "docs" / "screens.md"
FOLDER = ROOT / "docs" / "screens"
NIGHT, DAY = "2026-11-21T22:40:00+01:00", "2026-11-21T14:10:00+01:00"
ZONE = "Europe/Berlin"
TITLE = """# Screens

Each as it is on a small phone (360 × 640), by day and by night, with six made-up weeks in it. `make screenshots` takes them anew.
"""


@dataclass(frozen=True)
class Scene:
    """One screen: the name of its picture, what a reader should know, where it is, and what is tapped there."""

    name: str
    says: str
    address: str
    act: Callable[[Page], None] = lambda _page: None


def rough_call(page: Page) -> None:
    """As far as the question of how big it was."""
    page.get_by_role("button", name="A rough call").tap()
    tap(page, "Skip. That is fine.")
    page.get_by_text("How they spoke to me", exact=True).tap()
    page.get_by_role("radio", name="Shouting", exact=True).first.dispatch_event("click")
    tap(page, "Next")
    expect(page.get_by_role("radio", name=re.compile("It shook me"))).to_be_visible()


def breath(page: Page) -> None:
    """A breath under way."""
    page.get_by_role("button", name="Breathe", exact=True).tap()
    page.get_by_role("dialog").wait_for()


SCENES = (
    Scene("today", "What would help now, within reach of a thumb.", "/"),
    Scene("rough-call", "A rough call, put down in a minute: each step may be skipped.", "/", rough_call),
    Scene("breathe", "A guided breath, also for closed eyes.", "/", breath),
    Scene("journal", "The journal by day. Each entry says who can see it.", "/journal"),
    Scene("patterns", "What sets me off, what helps me, each with its numbers.", "/patterns"),
    Scene("tools", "Fifty ways to settle; what helped before comes first.", "/tools"),
    Scene("goals", "A wish, its wall, and the plan for it.", "/goals"),
    Scene("notes", "What is worth keeping.", "/notes"),
    Scene(
        "sharing", "A coach reads a copy that was handed over, and only while the consent lives.", "/sharing"
    ),
    Scene("me", "Account, ways back, time and look.", "/me"),
    Scene("server", "What the server knows, in full.", "/me/what-the-server-knows"),
    Scene("help", "Get help now: also offline, signed out, without script.", "/help.html"),
)


def filled(server: Server, home: Path) -> demo_agent.Made:
    """The demo agent's account, and two copies at the demo coach."""
    agent, coach = (Client(server.url, home=home / name) for name in ("agent", "coach"))
    made = demo_agent.make(agent, at=datetime.fromisoformat(NIGHT), zone=ZONE)
    manage(server, "coach", demo_coach.make(coach).email)
    demo_coach.share(agent, coach)
    agent.close()
    coach.close()
    return made


def enter(page: Page, made: demo_agent.Made) -> None:
    """Signs in and unlocks this phone."""
    open_app(page, "/sign-in")
    page.get_by_label("E-mail").fill(made.email)
    page.get_by_label("Password", exact=True).fill(made.password)
    tap(page, "Sign in")
    expect(page.get_by_role("heading", name="Unlock this phone")).to_be_visible()
    unlock(page, made.recovery_code)
    expect(page.get_by_role("heading", name="Journal", level=1)).to_be_visible()


def take(context: BrowserContext, scene: Scene, look: str, hour: str) -> None:
    """One picture, once the screen is still."""
    page = context.new_page()
    page.clock.set_fixed_time(hour)
    open_app(page, scene.address)
    scene.act(page)
    page.wait_for_load_state("networkidle")
    expect(page.get_by_text("Sending, sealed")).to_have_count(0)
    page.screenshot(path=FOLDER / f"{scene.name}-{look}.png", animations="disabled", scale="css")
    page.close()


def write_page() -> None:
    """The page that shows them."""
    rows = [
        f"| {scene.says} | ![{scene.name} by day](screens/{scene.name}-light.png) | "
        f"![{scene.name} by night](screens/{scene.name}-dark.png) |"
        for scene in SCENES
    ]
    table = ["| | by day | by night |", "|---|---|---|", *rows]
    PAGE.write_text(TITLE + "\n" + "\n".join(table) + "\n", encoding="utf-8")


def main() -> None:
    """All pictures, in both looks, and the page; then those of the manifest."""
    FOLDER.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as data,
        running_server(Path(data) / "server") as server,
        sync_playwright() as play,
    ):
        made = filled(server, Path(data) / "demo")
        browser = play.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        for look, hour in (("light", DAY), ("dark", NIGHT)):
            context = browser.new_context(base_url=server.url, **{**PHONE, "color_scheme": look})
            enter(context.new_page(), made)
            for scene in SCENES:
                take(context, scene, look, hour)
        browser.close()
    write_page()
    pictures.main()


if __name__ == "__main__":
    main()
