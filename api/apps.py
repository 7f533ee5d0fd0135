"""The Django app of the HTTP door."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """Holds commands and templates; tables none."""

    name = "api"
    label = "api"

    def ready(self) -> None:
        """Lets the schema know our way of signing in."""
        import api.docs.schema  # noqa: F401, PLC0415 - importing it registers it
