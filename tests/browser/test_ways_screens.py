"""The screens of ways back, of phones and of leaving: sound for axe by day and by night, each in the states it can be in."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

from playwright.sync_api import Page, expect

from tests.browser.axe import bring_axe, faults_by_day_and_night
from tests.browser.taps import PASSWORD, SAFE, open_app, sign_in, sign_up, tap, unlock
from tests.browser.test_all_lost import shown_code
from tests.browser.test_passkey import with_authenticator

Phone = Callable[..., Page]


def check_in(page: Page) -> None:
    """Something to keep, in three taps."""
    open_app(page)
    tap(page, "Just check in")
    page.get_by_role("radio", name="Steady").tap()
    tap(page, "Done")
    expect(page.get_by_role("dialog")).to_have_count(0)


def at_the_code(page: Page) -> Iterator[str]:
    """The code is made anew, and two of its groups are asked for."""
    open_app(page, "/recovery-code")
    yield "not shown twice"
    tap(page, "Make a new code")
    groups = shown_code(page).split("-")
    yield "shown"
    tap(page, "I have it")
    for said, word in (("That is not what the code says", "0000"), ("Your way back is checked", "")):
        for field in page.get_by_role("textbox").all():
            label = page.locator(f"label[for='{field.get_attribute('id')}']").inner_text()
            field.fill(word or groups[int(label.split()[-1]) - 1])
        tap(page, "Check")
        expect(page.get_by_text(said)).to_be_visible()
        yield said


def at_an_open_phone(page: Page) -> Iterator[str]:
    """What Me leads to, on a phone whose account has no checked code yet."""
    open_app(page, "/me/sign-out")
    page.get_by_text("Sign out without a way back").first.tap()
    expect(page.get_by_label("To be sure, type")).to_be_visible()
    yield "no way back yet"
    open_app(page, "/me/passkey")
    tap(page, "Set it up")
    expect(page.get_by_text("Set up. Next time")).to_be_visible()
    yield "a passkey"
    open_app(page, "/me/devices")
    expect(page.get_by_text("This one")).to_be_visible()
    yield "devices"
    open_app(page, "/me/add-phone")
    tap(page, "Use the camera")
    expect(page.get_by_role("alert")).to_be_visible()
    yield "no camera"
    open_app(page, "/me/change-keys")
    yield "change keys"
    yield from at_the_code(page)
    open_app(page, "/me/sign-out")
    expect(page.get_by_role("button", name="Sign out", exact=True)).to_be_visible()
    yield "all is safe"


def at_a_locked_phone(page: Page, code: str) -> Iterator[str]:
    """Signed in, but not unlocked: each way to open it, until it is open, and something is not sent."""
    unlock(page, code[:-1] + ("0" if code[-1] != "0" else "1"))
    expect(page.get_by_role("alert")).to_be_visible()
    yield "a typo"
    page.get_by_role("link", name="Open it with my other phone").tap()
    expect(page.get_by_role("img", name="A square code")).to_be_visible()
    yield "a square code"
    open_app(page, "/unlock/lost")
    page.get_by_label("Your password", exact=True).fill(PASSWORD)
    page.get_by_label("To be sure, type").fill("whatever")
    tap(page, "Start over with new keys")
    expect(page.get_by_role("alert")).to_be_visible()
    yield "all is lost"
    open_app(page, "/unlock")
    unlock(page, code)
    expect(page.get_by_role("heading", name="written here before")).to_be_visible()
    yield "written before"
    tap(page, "Yes, they are mine")
    expect(page.get_by_text(SAFE)).to_be_visible()


def with_something_unsent(page: Page) -> Iterator[str]:
    """Written where there is no connection, and then one wants to leave."""
    page.context.set_offline(offline=True)
    check_in(page)
    page.get_by_role("link", name="Me", exact=True).tap()
    page.get_by_role("link", name="Sign out").tap()
    page.get_by_text("Sign out and throw it away").first.tap()
    expect(page.get_by_label("To be sure, type")).to_be_visible()
    yield "something is not sent"
    page.clock.set_fixed_time(datetime.now(UTC) + timedelta(days=2))
    open_app(page)
    expect(page.get_by_text("1 entry only on this phone since")).to_be_visible()
    yield "nothing was sent for two days"


def test_every_screen_of_the_ways_back_is_sound_by_day_and_by_night(phone: Phone) -> None:
    first, second = phone(), phone()
    for page in (first, second):
        bring_axe(page)
    email, code = sign_up(first)
    with_authenticator(first, prf=True)
    check_in(second)
    sign_in(second, email)
    walks = [
        (second, at_a_locked_phone(second, code)),
        (second, with_something_unsent(second)),
        (first, at_an_open_phone(first)),
    ]
    for page, walk in walks:
        for state in walk:
            assert faults_by_day_and_night(page) == [], state
