"""From SQLite to PostgreSQL: every row as it is, so that no device notices."""

from typing import Any

import dj_database_url
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.models import Model

from api.backups import second
from api.fingerprint import TOGETHER, Table, fingerprints, rows, tables

NEW = "new"


class NotMoved(RuntimeError):
    """The other database is not empty, or does not hold the same afterwards; it was left as it was."""


def move_to(url: str) -> dict[str, Table]:
    """Copies every row to the PostgreSQL at `url`, in one transaction; what it then holds. Raises NotMoved.

    Nobody may write meanwhile: the server is to be stopped.
    """
    with second(dict(dj_database_url.parse(url)), NEW) as new:
        if new.vendor != "postgresql":
            raise NotMoved("The new database has to be a PostgreSQL.")
        call_command("migrate", database=NEW, verbosity=0)
        with transaction.atomic(using=NEW):
            _check_empty()
            _fill(new)
            expected, found = fingerprints(), fingerprints(NEW)
            if found != expected:
                raise NotMoved("The new database does not hold the same rows.")
    return found


def _check_empty() -> None:
    """Nobody lives there: what the migrations have laid into it is all there is."""
    person = next(model for model in tables() if model._meta.label == "journal.Person")  # noqa: SLF001
    if person._base_manager.using(NEW).exists():  # noqa: SLF001
        raise NotMoved("There are people in the new database.")


def _fill(new: Any) -> None:
    with new.cursor() as cursor:
        for model in tables():
            cursor.execute(f"TRUNCATE {new.ops.quote_name(model._meta.db_table)} CASCADE")  # noqa: SLF001
        for model in tables():
            _copy(model, new, cursor)
        for statement in new.ops.sequence_reset_sql(no_style(), tables()):
            cursor.execute(statement)


def _copy(model: type[Model], new: Any, cursor: Any) -> None:
    """One table. Foreign keys are looked at when the transaction ends, so the order of tables does not matter."""
    fields = model._meta.concrete_fields  # noqa: SLF001
    columns = ", ".join(new.ops.quote_name(field.column) for field in fields)
    into = (
        f"INSERT INTO {new.ops.quote_name(model._meta.db_table)} ({columns}) OVERRIDING SYSTEM VALUE VALUES "  # noqa: SLF001, S608
    )
    places = f"({', '.join(['%s'] * len(fields))})"
    batch: list[list[Any]] = []
    for row in rows(model, connection.alias):
        batch.append([field.get_db_prep_save(value, new) for field, value in zip(fields, row, strict=True)])
        if len(batch) == TOGETHER:
            cursor.executemany(into + places, batch)
            batch.clear()
    if batch:
        cursor.executemany(into + places, batch)
