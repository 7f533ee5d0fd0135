"""The sign-in tables, which are django-allauth's: they keep instants and addresses, and say so."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session


def sign_in_rows(person: Any) -> dict[str, list[dict[str, Any]]]:
    """Every row about a person's ways of signing in; what would let somebody in is left out."""
    signed_in = UserSession.objects.filter(user=person).order_by("created_at")
    addresses = EmailAddress.objects.filter(user=person).order_by("email")
    authenticators = Authenticator.objects.filter(user=person).order_by("created_at")
    return {
        "email_addresses": list(addresses.values("email", "verified", "primary")),
        "sessions": list(signed_in.values("created_at", "last_seen_at", "ip", "user_agent")),
        "session_cookies": _cookies(signed_in.values_list("session_key", flat=True)),
        "authenticators": list(authenticators.values("type", "created_at", "last_used_at")),
    }


def close_sessions(person: Any) -> None:
    """Ends every session of a person. The rest of these tables goes with the person's row."""
    keys = UserSession.objects.filter(user=person).values_list("session_key", flat=True)
    Session.objects.filter(session_key__in=list(keys)).delete()


def _cookies(keys: Any) -> list[dict[str, Any]]:
    """What the server keeps for each cookie it gave out: how long, and the names of what it remembers."""
    rows = Session.objects.filter(session_key__in=list(keys)).order_by("expire_date")
    return [{"expires_at": row.expire_date, "remembers": sorted(row.get_decoded())} for row in rows]
