"""The sign-in tables, which are django-allauth's: they keep instants and addresses, and say so."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession


def sign_in_rows(person: Any) -> dict[str, list[dict[str, Any]]]:
    """Every row about a person's ways of signing in; what would let somebody in is left out."""
    sessions = UserSession.objects.filter(user=person).order_by("created_at")
    addresses = EmailAddress.objects.filter(user=person).order_by("email")
    authenticators = Authenticator.objects.filter(user=person).order_by("created_at")
    return {
        "email_addresses": list(addresses.values("email", "verified", "primary")),
        "sessions": list(sessions.values("created_at", "last_seen_at", "ip", "user_agent")),
        "authenticators": list(authenticators.values("type", "created_at", "last_used_at")),
    }
