"""A second phone is opened by one that is open: it shows a square code, the camera of the other reads it."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.axe import bring_axe, faults_by_day_and_night
from tests.browser.taps import SAFE, notes, open_app, rough_call, sign_in, sign_up, tap
from tests.chromium import FLAGS

Phone = Callable[..., Page]
KeptPhone = Callable[..., BrowserContext]


def looking_at(picture: Path) -> dict[str, list[str]]:
    """Launch options of a phone whose camera shows a picture."""
    camera = ("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream")
    return {"args": [*FLAGS, *camera, f"--use-file-for-fake-video-capture={picture}"]}


def test_the_camera_of_an_open_phone_opens_a_second_one(
    phone: Phone, kept_phone: KeptPhone, tmp_path: Path
) -> None:
    second, picture, (line, _other) = phone(), tmp_path / "square.mjpeg", notes()
    before = kept_phone()
    open_app(before.pages[0])
    rough_call(before.pages[0], line)
    email, _code = sign_up(before.pages[0])
    expect(before.pages[0].get_by_text(SAFE)).to_be_visible()
    before.close()
    sign_in(second, email)
    second.get_by_role("link", name="Open it with my other phone").tap()
    square = second.get_by_role("img", name="A square code")
    expect(square).to_be_visible()
    second.set_viewport_size({"width": 640, "height": 480})  # as wide as a camera sees
    square.scroll_into_view_if_needed()
    picture.write_bytes(second.screenshot(type="jpeg"))
    first = kept_phone(**looking_at(picture)).pages[0]
    bring_axe(first)
    open_app(first, "/me/devices")
    first.get_by_role("link", name="Add a phone").tap()
    tap(first, "Use the camera")
    expect(first.get_by_role("heading", name="A phone asks for your journal")).to_be_visible()
    assert faults_by_day_and_night(first) == []
    tap(first, "Yes, open it there")
    expect(first.get_by_role("heading", name="It opens there in a moment")).to_be_visible()
    assert faults_by_day_and_night(first) == []
    expect(second.get_by_text(line)).to_be_visible()


def test_another_square_code_is_not_taken(phone: Phone, kept_phone: KeptPhone, tmp_path: Path) -> None:
    picture = tmp_path / "dark.mjpeg"
    page = phone()
    open_app(page)
    picture.write_bytes(page.screenshot(type="jpeg"))
    first = kept_phone(**looking_at(picture)).pages[0]
    sign_up(first)
    open_app(first, "/me/add-phone")
    tap(first, "Use the camera")
    expect(first.get_by_text("Hold the square code into the picture.")).to_be_visible()
    first.get_by_role("link", name="Me", exact=True).tap()
    expect(first.get_by_role("heading", name="Me", exact=True)).to_be_visible()


def test_without_a_camera_the_code_is_typed_instead(phone: Phone) -> None:
    first, second = phone(), phone()
    email, code = sign_up(first)
    open_app(first, "/me/add-phone")
    tap(first, "Use the camera")
    expect(first.get_by_role("alert")).to_contain_text("type your recovery code instead")
    sign_in(second, email)
    second.get_by_role("link", name="Open it with my other phone").tap()
    second.get_by_role("link", name="Type the recovery code instead").tap()
    second.get_by_label("Recovery code").fill(code)
    tap(second, "Open my journal")
    expect(second.get_by_role("heading", name="Journal")).to_be_visible()


def test_pages_may_use_the_camera_and_nothing_else_of_the_phone(phone: Phone) -> None:
    page = phone()
    answer = page.goto("/")
    assert answer
    assert (
        answer.headers["permissions-policy"]
        == "camera=(self), geolocation=(), microphone=(), payment=(), usb=()"
    )
