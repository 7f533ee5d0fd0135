"""What django-allauth asks of us."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.db import transaction
from django.template import TemplateDoesNotExist
from django.template.loader import get_template

from api.library.inputs import accepted_languages
from journal.feeds.actions import open_feed
from journal.library.queries import FALLBACK, language_for


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Sign-up and sign-in happen in the app; allauth keeps its own shape of answers."""

    def save_user(self, request: Any, user: Any, form: Any, commit: bool = True) -> Any:  # noqa: FBT001, FBT002 - allauth's signature
        """Makes the person and their feed together."""
        with transaction.atomic():
            person = super().save_user(request, user, form, commit)
            if commit:
                open_feed(owner=person)
        return person

    def render_mail(
        self, template_prefix: str, email: Any, context: dict[str, Any], headers: dict[str, str] | None = None
    ) -> Any:
        """A mail in the language of the screen that asked for it."""
        asked = context.get("request")
        language = language_for(accepted_languages(asked)) if asked else FALLBACK
        return super().render_mail(_in_language(template_prefix, language), email, context, headers)


def _in_language(template_prefix: str, language: str) -> str:
    """`account/email/es/login_code` for `account/email/login_code`; English where nobody has translated it."""
    folder, _, name = template_prefix.rpartition("/")
    translated = f"{folder}/{language}/{name}"
    try:
        get_template(f"{translated}_message.txt")
    except TemplateDoesNotExist:
        return template_prefix
    return translated
