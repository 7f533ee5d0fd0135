"""A passkey opens the journal by what it gives to the page alone; nothing it gives is ever sent."""

import base64
from collections.abc import Callable

from playwright.sync_api import Page, Request, expect

from tests.browser.taps import SAFE, notes, open_app, rough_call, sign_in, sign_up, tap

Phone = Callable[..., Page]
# What the passkey gives, kept for the test to look for in everything that is sent.
LISTEN = """
  window.given = [];
  const keep = (credential) => {
    const first = credential.getClientExtensionResults().prf?.results?.first;
    if (first) window.given.push(Array.from(new Uint8Array(first)));
    return credential;
  };
  const { create, get } = CredentialsContainer.prototype;
  CredentialsContainer.prototype.create = function (how) { return create.call(this, how).then(keep); };
  CredentialsContainer.prototype.get = function (how) { return get.call(this, how).then(keep); };
"""


def with_authenticator(page: Page, *, prf: bool) -> None:
    """Gives the phone an authenticator that says yes by itself."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "ctap2Version": "ctap2_1",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
        "hasPrf": prf,
    }
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def sign_out_without_a_code(page: Page) -> None:
    """Leaves only the passkey, and whatever the server has."""
    open_app(page, "/me/sign-out")
    page.get_by_text("Sign out without a way back").first.tap()
    page.get_by_label("To be sure, type").fill("no way back")
    page.get_by_role("button", name="Sign out without a way back").tap()
    expect(page.get_by_text("Write first. An account can come later, or never.")).to_be_visible()


def test_a_passkey_opens_the_journal_and_its_secret_is_never_sent(phone: Phone) -> None:
    page, (line, _other), sent = phone(), notes(), list[str]()

    def hear(request: Request) -> None:
        sent.append(f"{request.url} {request.headers} {request.post_data or ''}")

    page.on("request", hear)
    page.add_init_script(LISTEN)
    open_app(page)
    with_authenticator(page, prf=True)
    rough_call(page, line)
    email, _code = sign_up(page)
    expect(page.get_by_text(SAFE)).to_be_visible()
    open_app(page, "/me/passkey")
    tap(page, "Set it up")
    expect(page.get_by_text("Set up. Next time")).to_be_visible()
    given = page.evaluate("given")
    kids = [one["kid"].split(":")[0] for one in page.request.get("/api/v1/vault/").json()["wraps"]]
    assert sorted(kids) == ["passkey", "recovery"], "a passkey is one more way, never the only one"
    sign_out_without_a_code(page)
    sign_in(page, email)
    tap(page, "Use my passkey")
    expect(page.get_by_text(line)).to_be_visible()
    secrets = [bytes(one) for one in given + page.evaluate("given")]
    assert secrets
    forms = [text for one in secrets for text in (one.hex(), base64.urlsafe_b64encode(one)[:40].decode())]
    assert not [text for text in forms for told in sent if text in told.replace("+", "-").replace("/", "_")]
    assert "clientExtensionResults" not in "".join(sent)


def test_a_passkey_that_keeps_no_key_is_not_set_up(phone: Phone) -> None:
    page = phone()
    open_app(page)
    with_authenticator(page, prf=False)
    sign_up(page)
    open_app(page, "/me/passkey")
    tap(page, "Set it up")
    expect(page.get_by_role("alert")).to_contain_text("cannot keep a key")


def test_without_a_passkey_the_code_is_asked_for(phone: Phone) -> None:
    first, second = phone(), phone()
    email, _code = sign_up(first)
    sign_in(second, email)
    tap(second, "Use my passkey")
    expect(second.get_by_role("alert")).to_contain_text("Type your recovery code instead")
