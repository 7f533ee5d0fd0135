"""*Get help now*: there without a script, a sign-in or a network; it asks nobody and leaves nothing behind."""

import json
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, BrowserType, Page, expect

from tests.browser.axe import bring_axe, faults_in
from tests.browser.conftest import PATIENCE_MS, PHONE, Complaints
from tests.browser.network import go_offline, keep_app
from tests.browser.taps import SAFE, open_app, rough_call, sign_up, tap
from tests.chromium import FLAGS, chromium
from tests.journal.library.test_site import LINE, PLACE, WHOLE
from tests.promises.canary import canary, finds
from tests.server import Server, running_server

Phone = Callable[..., Page]
CALLED = re.compile(r"^(?:tel|sms):[0-9+]{2,15}$")
TODAY = datetime.now(UTC).date().isoformat()
CHECKED = {**LINE, "sms": "85258", "sms_text": "HELLO", "verified_on": TODAY}
SITE = {
    **WHOLE,
    "helplines": [
        {**PLACE, "lines": [CHECKED]},
        {
            **PLACE,
            "country": "WS",
            "name": "Samoa",
            "zones": ["Pacific/Apia"],
            "emergency": "911",
            "lines": [CHECKED],
        },
    ],
}
TITLE = "You do not have to be alone with this"
NO_NUMBER = "We do not have a checked number for where you are."
TRUSTED = canary("somebody they trust")
KEPT = "Promise.all([indexedDB.databases(), caches.keys(), navigator.serviceWorker.getRegistrations()])"


@pytest.fixture(scope="module")
def operated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A site whose operator has written two countries, with every byte on tape and every log line kept."""
    folder = tmp_path_factory.mktemp("operated")
    (folder / "site.json").write_text(json.dumps(SITE), encoding="utf-8")
    environment = {"SITE_FILE": str(folder / "site.json"), "LOG_LEVEL": "DEBUG"}
    taped = "tests.promises.recording:application"
    with running_server(folder / "data", application=taped, environment=environment) as started:
        yield started


@pytest.fixture
def caller(browser: Browser, operated: Server) -> Iterator[Phone]:
    """Makes phones at the operated site, in Vienna."""
    complaints, contexts = Complaints(operated.url), []

    def make(**options: Any) -> Page:
        where = {"base_url": operated.url, "timezone_id": "Europe/Vienna"}
        context = browser.new_context(**{**PHONE, **where, **options})
        complaints.listen(context)
        contexts.append(context)
        return context.new_page()

    yield make
    for context in contexts:
        context.close()
    assert complaints.heard == []


def links(page: Page) -> list[str]:
    """Where every link that calls or texts leads."""
    found: list[str] = page.eval_on_selector_all(
        "a.call[href]", "links => links.map((link) => link.getAttribute('href'))"
    )
    return found


def test_without_a_script_and_signed_out_every_place_can_be_opened_and_called(caller: Phone) -> None:
    page = caller(java_script_enabled=False)
    open_app(page, "/help.html")
    assert len(links(page)) == 6
    assert [link for link in links(page) if not CALLED.match(link)] == []
    expect(page.get_by_role("link", name="Call 112")).to_be_hidden()
    page.get_by_text("Austria", exact=True).tap()
    expect(page.get_by_role("link", name="Call 112")).to_be_visible()
    expect(page.get_by_role("link", name="Text HELLO to 85258")).to_be_visible()
    expect(page.get_by_text(f"We checked these numbers on {TODAY}").first).to_be_visible()
    expect(page.get_by_text("Put both feet on the floor.")).to_be_visible()
    for script_only in ("#trusted", "#minute-go", "#guess", "#unknown"):
        expect(page.locator(script_only)).to_be_hidden()


def test_the_phones_clock_opens_its_country_and_another_can_be_chosen(caller: Phone) -> None:
    page = caller()
    open_app(page, "/help.html")
    expect(page.get_by_text("By this phone's clock: Austria.")).to_be_visible()
    expect(page.get_by_role("link", name="Call 112")).to_be_visible()
    page.get_by_text("Samoa", exact=True).tap()
    expect(page.get_by_role("link", name="Call 911")).to_be_visible()
    expect(page.get_by_role("link", name="Call 112")).to_be_hidden()


def test_where_no_country_is_known_no_number_of_another_is_shown(caller: Phone, phone: Phone) -> None:
    elsewhere = caller(timezone_id="Asia/Tokyo")
    open_app(elsewhere, "/help.html")
    expect(elsewhere.get_by_text(NO_NUMBER)).to_be_visible()
    expect(elsewhere.locator("a.call:visible")).to_have_count(0)
    unoperated = phone()
    open_app(unoperated, "/help.html")
    expect(unoperated.get_by_text(NO_NUMBER)).to_be_visible()
    expect(unoperated.get_by_role("link", name="findahelpline.com")).to_be_visible()
    assert links(unoperated) == []


def test_offline_it_is_there_within_a_second_with_the_operators_lines(caller: Phone) -> None:
    page = caller()
    open_app(page)
    go_offline(page)
    failed: list[str] = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    slow = page.context.new_cdp_session(page)
    slow.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    open_app(page, "/help.html")
    expect(page.get_by_role("link", name="Call 112")).to_be_visible()
    took = page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
    assert took < 1000
    assert failed == []


def test_opening_it_asks_the_server_nothing_and_leaves_no_line_in_its_log(
    caller: Phone, operated: Server
) -> None:
    page = caller()
    sign_up(page)
    open_app(page)
    keep_app(page)
    expect(page.get_by_role("link", name="Get help now")).to_be_visible()
    page.wait_for_load_state("networkidle")
    tape = operated.data / "traffic"
    before = (tape.read_bytes().count(b"/help"), operated.log.read_text().count("help"))
    answers: list[bool] = []
    page.on("response", lambda response: answers.append(response.from_service_worker))
    page.get_by_role("link", name="Get help now").tap()
    expect(page.get_by_role("link", name="Call 112")).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert len(answers) >= 3
    assert all(answers)
    assert (tape.read_bytes().count(b"/help"), operated.log.read_text().count("help")) == before


def test_a_stranger_who_opens_it_first_leaves_nothing_on_the_phone(caller: Phone) -> None:
    page = caller()
    open_app(page, "/help.html")
    expect(page.get_by_role("link", name="Call 112")).to_be_visible()
    tap(page, "Go through it with me")
    assert page.evaluate(KEPT) == [[], [], []]
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_one_minute_is_gone_through_step_by_step(caller: Phone) -> None:
    page = caller()
    page.clock.install()
    open_app(page, "/help.html")
    tap(page, "Go through it with me")
    expect(page.locator("li[aria-current]")).to_have_text("Put both feet on the floor. Let it hold you.")
    page.clock.run_for(10_000)
    expect(page.get_by_role("status")).to_have_text("Breathe out slowly, as if to cool a cup of tea.")
    page.clock.run_for(50_000)
    expect(page.locator("li[aria-current]")).to_have_count(0)
    expect(page.get_by_text("That was a minute.")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("zone", ["Europe/Vienna", "Asia/Tokyo"])
def test_it_is_accessible(caller: Phone, scheme: str, zone: str) -> None:
    page = caller(color_scheme=scheme, timezone_id=zone)
    bring_axe(page)
    open_app(page, "/help.html")
    tap(page, "Go through it with me")
    assert faults_in(page) == []


def test_on_paper_every_number_is_there(caller: Phone) -> None:
    page = caller(timezone_id="Asia/Tokyo")
    open_app(page, "/help.html")
    page.emulate_media(media="print")
    for name in ("Call 112", "Call 911"):
        expect(page.get_by_role("link", name=name)).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)


def set_trusted(page: Page) -> None:
    """Names somebody to call, in Me."""
    open_app(page, "/me")
    tap(page, "Somebody I trust")
    page.get_by_label("Name").fill(TRUSTED)
    page.get_by_label("Phone number").fill("call me")
    tap(page, "Save")
    expect(page.get_by_role("alert")).to_have_text("A number to call has 2 to 15 digits.")
    page.get_by_label("Phone number").fill("+43 (0) 660 12-34")
    tap(page, "Save")
    expect(page.get_by_role("dialog")).to_have_count(0)


@pytest.fixture
def kept_caller(browser_type: BrowserType, operated: Server, tmp_path: Path) -> Iterator[BrowserContext]:
    """A phone at the operated site whose profile lies in `tmp_path / "profile"`."""
    launch: dict[str, Any] = {"executable_path": chromium(), "args": list(FLAGS), "base_url": operated.url}
    context = browser_type.launch_persistent_context(tmp_path / "profile", **launch, **PHONE)
    context.set_default_timeout(PATIENCE_MS)
    yield context
    context.close()


def test_a_trusted_person_stays_on_this_phone_sealed(
    kept_caller: BrowserContext, operated: Server, tmp_path: Path
) -> None:
    page = kept_caller.pages[0]
    set_trusted(page)
    sign_up(page)
    rough_call(page, "And something that is sent")
    open_app(page)
    expect(page.get_by_text(SAFE).first).to_be_visible()
    open_app(page, "/help.html")
    expect(page.locator("#trusted")).to_contain_text(TRUSTED)
    assert links(page)[-2:] == ["tel:+436601234", "sms:+436601234"]
    kept_caller.close()
    assert finds(TRUSTED, tmp_path / "profile") == []
    assert finds(TRUSTED, operated.data) == []
    assert b"/api/v1/feed/push/" in (operated.data / "traffic").read_bytes()


def test_a_trusted_person_leaves_with_the_keys_at_sign_out(caller: Phone) -> None:
    page = caller()
    set_trusted(page)
    sign_up(page)
    open_app(page, "/help.html")
    expect(page.locator("#trusted")).to_be_visible()
    open_app(page, "/me/sign-out")
    page.get_by_text("Sign out without a way back").first.tap()
    page.get_by_label("To be sure, type").fill("no way back")
    page.get_by_role("button", name="Sign out without a way back").tap()
    expect(page.get_by_role("button", name="A rough call")).to_be_visible()
    open_app(page, "/help.html")
    expect(page.get_by_role("button", name="Go through it with me")).to_be_visible()
    expect(page.locator("#trusted")).to_be_hidden()
