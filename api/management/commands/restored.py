"""`manage.py restored`: to be run once after a backup was put back."""

from typing import Any

from django.core.management.base import BaseCommand

from api.clock import now
from api.leaving.erasing import after_restore
from journal.feeds.actions import renew_epochs


class Command(BaseCommand):
    """Erases again who had left, and gives every feed a new epoch, so that each device offers again what it holds."""

    help = "After restoring a backup: lets every device offer again what it holds."

    def handle(self, *_arguments: Any, **_options: Any) -> None:
        """Says how many feeds began anew, and how many people who had left are gone again."""
        erased = after_restore(now())
        self.stdout.write(f"{renew_epochs()} feeds began anew. Erased, for they had left: {erased}.")
