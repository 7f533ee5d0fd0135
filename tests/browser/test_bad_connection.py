"""The first visit on a bad connection, before the app lies on the phone: what is fetched may not come."""

from collections.abc import Callable

from playwright.sync_api import Page, Route, expect

from tests.browser.taps import open_app, tap

Phone = Callable[..., Page]
CHECK_IN = "**/assets/CheckIn-*.js"
GOALS = "**/assets/Goals-*.js"
NOTHING_KEPT = "delete Navigator.prototype.serviceWorker"


def first_visit(phone: Phone) -> Page:
    """A phone on which no worker has kept anything yet."""
    page = phone()
    page.add_init_script(NOTHING_KEPT)
    return page


def test_what_did_not_come_once_is_asked_for_again_and_the_page_stays(phone: Phone) -> None:
    page = first_visit(phone)
    page.route(CHECK_IN, lambda route: route.abort(), times=1)
    open_app(page)
    page.evaluate("globalThis.stillHere = true")
    tap(page, "Just check in")
    expect(page.get_by_role("radio", name="Steady")).to_be_visible()
    assert page.evaluate("globalThis.stillHere")


def test_what_is_slow_says_so_and_then_opens(phone: Phone) -> None:
    page, held = first_visit(phone), list[Route]()

    def hold(route: Route) -> None:
        held.append(route)

    page.route(CHECK_IN, hold)
    open_app(page)
    tap(page, "Just check in")
    expect(page.get_by_text("On its way. The connection is slow.")).to_be_visible()
    held[0].continue_()
    expect(page.get_by_role("radio", name="Steady")).to_be_visible()
    expect(page.get_by_text("On its way. The connection is slow.")).to_have_count(0)


def test_what_does_not_come_at_all_says_so_and_opens_where_one_was(phone: Phone) -> None:
    page = first_visit(phone)
    page.route(CHECK_IN, lambda route: route.abort())
    page.route(GOALS, lambda route: route.abort())
    open_app(page)
    tap(page, "Just check in")
    expect(page.get_by_role("heading", name="This page tripped")).to_be_visible()
    page.unroute(CHECK_IN)
    tap(page, "Open it again")
    page.get_by_role("radio", name="Steady").tap()
    tap(page, "Done")
    expect(page.get_by_text("1 day written")).to_be_visible()
    page.get_by_role("link", name="Goals").tap()
    expect(page.get_by_role("heading", name="This page tripped")).to_be_visible()
    page.unroute(GOALS)
    tap(page, "Open it again")
    expect(page.get_by_role("heading", level=1, name="Goals")).to_be_visible()
