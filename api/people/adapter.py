"""What django-allauth asks of us."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.db import transaction

from journal.feeds.actions import open_feed


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Sign-up and sign-in happen in the app; allauth keeps its own shape of answers."""

    def save_user(self, request: Any, user: Any, form: Any, commit: bool = True) -> Any:  # noqa: FBT001, FBT002 - allauth's signature
        """Makes the person and their feed together."""
        with transaction.atomic():
            person = super().save_user(request, user, form, commit)
            if commit:
                open_feed(owner=person)
        return person
