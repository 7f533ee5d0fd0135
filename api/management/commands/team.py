"""`manage.py team NAME --lead EMAIL --add EMAIL …`: who works together, and who leads them."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from journal.errors import JournalError
from journal.people.actions import set_team


class Command(BaseCommand):
    """A coach who leads a team cannot be paired with its people, unless `--lead-may-read` says so; both sides are told."""

    help = "Makes or changes a team. Its lead cannot be coach of its people by default."

    def add_arguments(self, parser: Any) -> None:
        """The team's name, its lead, who comes in addition."""
        parser.add_argument("name")
        parser.add_argument("--lead", required=True, metavar="EMAIL")
        parser.add_argument("--add", default=[], metavar="EMAIL", nargs="+", action="extend")
        parser.add_argument(
            "--lead-may-read",
            action="store_true",
            help="where there is nobody else: the lead may be coach, and both are told",
        )

    def handle(self, *_arguments: Any, **options: Any) -> None:
        """Says how many are in it now."""
        try:
            count = set_team(
                name=options["name"],
                lead=options["lead"],
                add=options["add"],
                lead_may_read=options["lead_may_read"],
            )
        except JournalError as error:
            raise CommandError(error.detail) from error
        allowed = (
            "may be paired with them; both sides are told"
            if options["lead_may_read"]
            else "cannot be their coach"
        )
        self.stdout.write(f"{options['name']}: {count} people, led by {options['lead']}, who {allowed}.")
