"""What a database holds, in one hash a table: two databases with the same fingerprints hold the same rows."""

import hashlib
from collections.abc import Iterator
from typing import Any, NamedTuple

from django.apps import apps
from django.db.models import Model

TOGETHER = 500


class Table(NamedTuple):
    """How many rows a table has, and the sum of the hashes of each: their order does not matter."""

    rows: int
    hash: str


def fingerprints(alias: str = "default") -> dict[str, Table]:
    """Every table of this database, by name. Read it in one transaction if others write."""
    return {model._meta.db_table: _table(model, alias) for model in tables()}  # noqa: SLF001 - Django's public name


def tables() -> list[type[Model]]:
    """Every model that has a table of its own, those that only join two others included."""
    return [model for model in apps.get_models(include_auto_created=True) if model._meta.managed]  # noqa: SLF001


def rows(model: type[Model], alias: str) -> Iterator[tuple[Any, ...]]:
    """Every row of a table: its columns in the model's order, as Python has them."""
    names = [field.attname for field in model._meta.concrete_fields]  # noqa: SLF001
    found = model._base_manager.using(alias).order_by("pk").values_list(*names)  # noqa: SLF001
    return iter(found.iterator(chunk_size=TOGETHER))


def _table(model: type[Model], alias: str) -> Table:
    count, total = 0, 0
    for row in rows(model, alias):
        count += 1
        total += int.from_bytes(hashlib.sha256(repr(row).encode()).digest(), "big")
    return Table(count, f"{total % 2**256:064x}")
