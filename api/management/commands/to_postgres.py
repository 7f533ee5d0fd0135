"""`NEW_DATABASE_URL=postgres://… manage.py to_postgres`: moves everything from SQLite to an empty PostgreSQL."""

import os
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from api.moving import NotMoved, move_to


class Command(BaseCommand):
    """The address is read from the environment, for it holds a password. Stop the server first."""

    help = "Copies every row to the PostgreSQL named by NEW_DATABASE_URL: same epochs, same digests."

    def handle(self, *_arguments: Any, **_options: Any) -> None:
        """Says how much was moved."""
        url = os.environ.get("NEW_DATABASE_URL", "")
        if not url:
            raise CommandError("Set NEW_DATABASE_URL to the address of an empty PostgreSQL database.")
        try:
            moved = move_to(url)
        except NotMoved as error:
            raise CommandError(str(error)) from error
        rows = sum(table.rows for table in moved.values())
        self.stdout.write(f"{rows} rows moved. From now on set DATABASE_URL to the new address.")
