"""`manage.py coach EMAIL`: lets a person be shared with."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from journal.errors import JournalError
from journal.people.actions import make_coach


class Command(BaseCommand):
    """Makes somebody a coach, or (`--remove`) no longer; what was shared with them is then served to nobody."""

    help = "Makes the person of this address a coach."

    def add_arguments(self, parser: Any) -> None:
        """The address, and whether to take the role away."""
        parser.add_argument("email")
        parser.add_argument("--remove", action="store_true", help="no longer a coach")

    def handle(self, *_arguments: Any, **options: Any) -> None:
        """Says who is one now."""
        try:
            make_coach(email=options["email"], is_coach=not options["remove"])
        except JournalError as error:
            raise CommandError(error.detail) from error
        state = "no coach any more" if options["remove"] else "a coach"
        self.stdout.write(f"{options['email']} is {state}.")
