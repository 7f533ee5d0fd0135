"""`manage.py backup`: a backup that has been read back; `/readyz` shows its age."""

import subprocess
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from api.backups import NotABackup, back_up
from api.clock import now


class Command(BaseCommand):
    """Writes into DATA/backups, or the folder that is named. Fails where the copy does not hold every row."""

    help = "Backs up the database while the server runs, and reads the backup back before it counts."

    def add_arguments(self, parser: Any) -> None:
        """`--to FOLDER`, best on another disk."""
        parser.add_argument("--to", type=Path, default=settings.DATA / "backups", metavar="FOLDER")

    def handle(self, *_arguments: Any, **options: Any) -> None:
        """Says where it lies."""
        try:
            made = back_up(options["to"].resolve(), data=settings.DATA, now=now())
        except (NotABackup, subprocess.CalledProcessError, OSError) as error:
            raise CommandError(f"No backup was made. {error}") from error
        self.stdout.write(f"{made} holds every row.")
