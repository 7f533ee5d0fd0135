"""What a thumb does: one function for each thing a person sets out to do."""

import re
from pathlib import Path
from uuid import uuid4

from playwright.sync_api import Page, expect

PASSWORD = "a-quiet-evening-7"
SAVED_HERE = "Saved on this phone"
SAFE = "Safe on the server"
DAYLIO = Path(__file__).resolve().parents[3] / "shared" / "samples" / "daylio" / "staticf0x-test_data.csv"
OUR_NOTES = ["Kept the line calm until the end", "They thanked me by name"]


def open_app(phone: Page, address: str = "/") -> None:
    """Opens a screen and waits until it can be used."""
    phone.goto(address)
    expect(phone.get_by_role("heading", level=1).first).to_be_visible()


def rough_call(
    phone: Page,
    line: str,
    *,
    trigger: str = "Shouting",
    group: str = "How they spoke to me",
    aspect: str = "",
) -> None:
    """A whole rough call: no breath, a trigger, it shook me, no tool, not sure, one line, no tool, no step."""
    phone.get_by_role("button", name="A rough call").tap()
    tap(phone, "Skip. That is fine.")
    phone.get_by_text(group, exact=True).tap()
    phone.get_by_role("radio", name=trigger, exact=True).first.tap()
    phone.get_by_role("radio", name=re.compile("It shook me")).tap()
    skip(phone, "First, let the body settle")
    tap(phone, "Not sure")
    comes_again = _write_all_the_same(phone)
    phone.get_by_label("What happened?").fill(line)
    if aspect:
        phone.get_by_role("radio", name=aspect, exact=True).tap()
    tap(phone, "Next")
    if not comes_again:
        skip(phone, "One thing that may help")
    skip(phone, "How big is it now?")
    phone.get_by_role("radio", name="Nothing. That is fine.").tap()
    expect(phone.get_by_role("dialog").get_by_text(re.compile(f"{SAVED_HERE}|{SAFE}"))).to_be_visible()
    tap(phone, "Done")
    expect(phone.get_by_role("dialog")).to_have_count(0)


def _write_all_the_same(phone: Page) -> bool:
    """Insists on a line where the third call of a trigger leads to other ways; says whether it was one."""
    insist = phone.get_by_role("button", name="Write a line all the same")
    expect(insist.or_(phone.get_by_label("What happened?"))).to_be_visible()
    comes_again = insist.is_visible()
    if comes_again:
        insist.tap()
    return comes_again


def skip(phone: Page, heading: str) -> None:
    """Leaves the step of that heading out."""
    expect(phone.get_by_role("dialog").get_by_role("heading", name=heading)).to_be_visible()
    tap(phone, "Skip. That is fine.")


def tap(phone: Page, name: str) -> None:
    """Taps the button of that name."""
    phone.get_by_role("button", name=name, exact=True).tap()


def sign_up(phone: Page, email: str | None = None) -> tuple[str, str]:
    """Makes an account on this phone; returns its e-mail and the recovery code that was shown."""
    email = email or f"{uuid4().hex}@example.org"
    open_app(phone, "/sign-up")
    phone.get_by_label("E-mail").fill(email)
    phone.get_by_label("Password", exact=True).fill(PASSWORD)
    tap(phone, "Make my account")
    expect(phone.get_by_role("heading", name="Your recovery code")).to_be_visible()
    groups = re.findall(r"\b[0-9A-HJKMNP-TV-Z]{4}\b", phone.get_by_role("main").inner_text())
    assert len(groups) == 8
    tap(phone, "Check later")
    return email, "-".join(groups)


def sign_in(phone: Page, email: str) -> None:
    """Signs in to an account that exists; the next screen asks for the code."""
    sign_in_as(phone, email, PASSWORD)


def sign_in_as(phone: Page, email: str, password: str) -> None:
    """The same with a password of one's own."""
    open_app(phone, "/sign-in")
    phone.get_by_label("E-mail").fill(email)
    phone.get_by_label("Password", exact=True).fill(password)
    tap(phone, "Sign in")
    expect(phone.get_by_role("heading", name="Unlock this phone")).to_be_visible()


def unlock(phone: Page, code: str) -> None:
    """Types the recovery code."""
    phone.get_by_label("Recovery code").fill(code)
    tap(phone, "Open my journal")


def notes() -> list[str]:
    """Two notes somebody really wrote, where that file is at hand; else two of ours."""
    if not DAYLIO.exists():
        return OUR_NOTES
    lines = DAYLIO.read_text().splitlines()[1:]
    found = [line.rsplit(",", 1)[-1] for line in lines]
    return [note for note in found if note][:2]
