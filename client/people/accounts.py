"""Signing up and in, as a browser does it through django-allauth's headless addresses."""

from dataclasses import dataclass

from client.feeds.feed import not_understood
from client.session import Answer, Session
from client.trouble import NotNow, Refused, SignInNeeded

AUTH = "/_allauth/browser/v1/auth"
WRONG_PASSWORD = ("email_password_mismatch", "incorrect_password", "enter_current_password")
PENDING = {
    "verify_email": "First confirm the e-mail address: a message with the way to do it is on its way. Then sign in.",
    "mfa_authenticate": "This account asks for a second factor, which only the app can give.",
}


@dataclass(frozen=True)
class Me:
    """The account as the server knows it."""

    id: str
    email: str
    zone: str
    day_start_hour: int


def sign_up(session: Session, email: str, password: str) -> None:
    """Make an account; the session is its own from then on."""
    session.read_csrf()
    _settle(session.send("POST", f"{AUTH}/signup", {"email": email, "password": password}), "sign-up-refused")


def sign_in(session: Session, email: str, password: str) -> None:
    """Open a session for an account that exists."""
    session.read_csrf()
    _settle(session.send("POST", f"{AUTH}/login", {"email": email, "password": password}), "sign-in-refused")


def reauthenticate(session: Session, password: str) -> None:
    """Give the password once more in a session that is open."""
    session.read_csrf()
    answer = session.send("POST", f"{AUTH}/reauthenticate", {"password": password})
    if answer.status == 401:
        raise SignInNeeded("not-signed-in", "The session has ended. Sign in again; everything here is kept.")
    _settle(answer, "password-refused")


def me(session: Session) -> Me:
    """Who the session belongs to."""
    return _me(session.api("GET", "me/"))


def set_zone(session: Session, zone: str) -> Me:
    """Tell the server in which zone the person lives."""
    return _me(session.api("PATCH", "me/", {"zone": zone}))


def _me(answer: Answer) -> Me:
    members = answer.members
    person, email, zone = (members.get(name) for name in ("id", "email", "zone"))
    hour = members.get("day_start_hour")
    if not (
        isinstance(person, str) and isinstance(email, str) and isinstance(zone, str) and isinstance(hour, int)
    ):
        raise not_understood("me")
    return Me(person, email, zone, hour)


def _settle(answer: Answer, refused: str) -> None:
    if answer.ok:
        return
    if answer.status == 401:
        raise SignInNeeded("not-yet", _pending(answer))
    if answer.status == 429 or answer.status >= 500:
        raise NotNow("server-busy", "The server asks to wait a little before the next try.", answer.wait_s)
    codes, sentences = _errors(answer)
    if any(code in WRONG_PASSWORD for code in codes):
        raise SignInNeeded("wrong-password", "This e-mail address and this password do not belong together.")
    raise Refused(
        codes[0] if codes else refused, " ".join(sentences) or f"The server refused: {answer.detail}"
    )


def _pending(answer: Answer) -> str:
    data = answer.members.get("data")
    flows = data.get("flows") if isinstance(data, dict) else None
    for flow in flows if isinstance(flows, list) else []:
        if isinstance(flow, dict) and flow.get("is_pending") and flow.get("id") in PENDING:
            return PENDING[str(flow["id"])]
    return "The server wants something more before it signs in; use the app for this account."


def _errors(answer: Answer) -> tuple[list[str], list[str]]:
    rows = answer.members.get("errors")
    errors = [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    return [str(row.get("code", "")) for row in errors], [str(row.get("message", "")) for row in errors]
