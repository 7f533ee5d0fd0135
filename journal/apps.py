"""The one Django app of the domain."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    """Every subject's models live under the one label `journal`."""

    name = "journal"
    label = "journal"
    default_auto_field = "django.db.models.BigAutoField"
