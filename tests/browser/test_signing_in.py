"""Signing in to an account that was made without this app and has no keys yet: they are made here, and the code is shown."""

import re
from collections.abc import Callable
from uuid import uuid4

from playwright.sync_api import Page, expect

from tests.browser.taps import PASSWORD, SAFE, notes, open_app, rough_call, sign_in, tap, unlock

Phone = Callable[..., Page]
MAKE = """async (body) => {
    await fetch("/_allauth/browser/v1/config");
    const token = /csrftoken=([^;]+)/.exec(document.cookie)[1];
    const headers = { "Content-Type": "application/json", "X-CSRFToken": token };
    return (await fetch("/_allauth/browser/v1/auth/signup", { method: "POST", headers, body: JSON.stringify(body) })).status;
}"""


def account_without_keys(phone: Page) -> str:
    """Made by the API alone; returns its e-mail."""
    email = f"{uuid4().hex}@example.org"
    phone.goto("/help.html")
    assert phone.evaluate(MAKE, {"email": email, "password": PASSWORD}) == 200
    phone.context.close()
    return email


def test_the_code_made_at_a_sign_in_is_shown_and_opens_the_next_phone(phone: Phone) -> None:
    first, second, (line, _other) = phone(), phone(), notes()
    email = account_without_keys(phone())
    open_app(first)
    rough_call(first, line)
    open_app(first, "/sign-in")
    first.get_by_label("E-mail").fill(email)
    first.get_by_label("Password", exact=True).fill(PASSWORD)
    tap(first, "Sign in")
    expect(first.get_by_role("heading", name="Your recovery code")).to_be_visible()
    groups = re.findall(r"\b[0-9A-HJKMNP-TV-Z]{4}\b", first.get_by_role("main").inner_text())
    tap(first, "Check later")
    expect(first.get_by_role("heading", name="written here before")).to_be_visible()
    tap(first, "Yes, they are mine")
    expect(first.get_by_text(SAFE)).to_be_visible()
    sign_in(second, email)
    unlock(second, "-".join(groups))
    expect(second.get_by_text(line)).to_be_visible()
