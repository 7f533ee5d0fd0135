"""Reads about a person."""

from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import BooleanField

from journal.people.models import Membership, Person, Team

_COLUMNS = list(Person._meta.concrete_fields)  # noqa: SLF001 - Django's public name
_PERSON = f"SELECT {', '.join(str(field.column) for field in _COLUMNS)} FROM person WHERE id = %s"  # noqa: S608 - our own columns


def person_by_id(person_id: UUID) -> Person | None:
    """The person, by the one statement that every request runs, and without the ORM's way to it."""
    key = person_id if connection.features.has_native_uuid_field else person_id.hex
    with connection.cursor() as cursor:
        cursor.execute(_PERSON, [key])
        row = cursor.fetchone()
    if row is None:
        return None
    values = [_value(field, value) for field, value in zip(_COLUMNS, row, strict=True)]
    return Person.from_db(connection.alias, [field.attname for field in _COLUMNS], values)


def _value(field: Any, value: Any) -> Any:
    """What SQLite keeps as text or a number, as Python's own type."""
    if field.primary_key:
        return value if isinstance(value, UUID) else UUID(value)
    return bool(value) if isinstance(field, BooleanField) else value


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


def team_rows(person: Person) -> dict[str, list[dict[str, Any]]]:
    """Every row about the teams a person is in or leads."""
    led = Team.objects.filter(lead=person).order_by("name")
    within = Membership.objects.filter(person=person).order_by("team__name")
    return {
        "teams_led": [dict(row) for row in led.values("name", "lead_may_read")],
        "teams": [dict(row) for row in within.values("team__name", "team__lead", "team__lead_may_read")],
    }


def leads(lead: Person, person_id: UUID) -> list[bool]:
    """For each team of a person that `lead` leads: whether the operator lets leads be coaches there."""
    teams = Team.objects.filter(lead=lead, memberships__person_id=person_id)
    return list(teams.values_list("lead_may_read", flat=True))


def teams_led(lead: Person) -> list[tuple[str, bool]]:
    """The teams a person leads, and of each whether its lead may be a coach there."""
    return list(Team.objects.filter(lead=lead).order_by("name").values_list("name", "lead_may_read"))
