"""Reads about a person."""

from typing import Any

from journal.people.models import Person


def roles_of(person: Person) -> list[str]:
    """`agent` for everybody who keeps a journal, `coach` for who was made one."""
    return ["agent", "coach"] if person.is_coach else ["agent"]


def person_row(person: Person) -> dict[str, Any]:
    """Every column the server holds about the person, as it is, but for the password's hash."""
    return {
        "id": str(person.id),
        "email": person.email,
        "language": person.language,
        "zone": person.zone,
        "day_start_hour": person.day_start_hour,
        "is_coach": person.is_coach,
        "is_staff": person.is_staff,
        "is_superuser": person.is_superuser,
        "is_active": person.is_active,
        "has_password": person.has_usable_password(),
    }
