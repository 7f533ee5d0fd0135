"""Reads about leaving."""

from datetime import date
from pathlib import Path
from typing import Any

from journal.leaving.book import leaving_days
from journal.people.models import Person


def erased_on(person: Person, book: Path) -> date | None:
    """The day from which nothing of this person is here; None for who stays."""
    return leaving_days(book).get(str(person.pk))


def leaving(book: Path) -> list[Person]:
    """Everybody in the book who is (still, or again) here."""
    return list(Person.objects.filter(pk__in=leaving_days(book)))


def due(book: Path, today: date) -> list[Person]:
    """Those of them whose day has come."""
    days = leaving_days(book)
    return [person for person in leaving(book) if days[str(person.pk)] <= today]


def rows_about(person: Person, book: Path) -> dict[str, list[dict[str, Any]]]:
    """What the book says about a person."""
    day = erased_on(person, book)
    return {"leaving": [] if day is None else [{"erase_on": day}]}
