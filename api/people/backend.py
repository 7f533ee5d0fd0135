"""How a session's person is found again at every request."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend

from journal.people.queries import person_by_id


class Backend(AuthenticationBackend):  # type: ignore[misc]  # allauth ships no types
    """django-allauth's own; only the look-up that every request makes is written out."""

    def get_user(self, user_id: Any) -> Any:
        """The person, unless the account is closed."""
        person = person_by_id(user_id)
        return person if person is not None and self.user_can_authenticate(person) else None
