"""Running the statements of the hot paths, which stand written out beside what they are for.

The ORM needs ten times longer to write such a statement than the database to run it.
"""

from typing import Any

from django.db import connection

from journal.people.models import Person


def rows_of(statement: str, parameters: list[Any]) -> list[Any]:
    """Every row."""
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        rows: list[Any] = cursor.fetchall()
    return rows


def row_of(statement: str, parameters: list[Any]) -> Any:
    """The first row, or None."""
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return cursor.fetchone()


def run(statement: str, parameters: list[Any]) -> None:
    """A statement without rows."""
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)


def places(count: int) -> str:
    """So many places for parameters; for none, a value that nothing equals."""
    return ", ".join(["%s"] * count) or "NULL"


def owner_id(owner: Person) -> Any:
    """The owner's id as this database keeps it."""
    return owner.pk if connection.features.has_native_uuid_field else owner.pk.hex


def locking() -> str:
    """What locks the row that a SELECT finds; SQLite's transactions lock everything at once."""
    return " FOR UPDATE" if connection.features.has_select_for_update else ""
