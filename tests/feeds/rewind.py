"""The real tables, put back to where they were: what an operator's backup does, for the people a test made."""

from typing import Any

from django.apps import apps
from django.db import transaction

from journal.feeds.models import new_epoch

# Whose a row is.
TABLES = {
    "Feed": "owner",
    "Revision": "feed__owner",
    "Awaited": "feed__owner",
    "Vault": "person",
    "Wrap": "vault__person",
    "Keycard": "person",
}
Kept = dict[str, list[dict[str, Any]]]


def kept_now(people: list[Any]) -> Kept:
    """Every row of these people's feeds and keys."""
    return {name: list(_rows(name, people).values()) for name in TABLES}


def put_back(people: list[Any], kept: Kept) -> None:
    """The rows as they were, and a new epoch for every feed, as `manage.py restored` gives it."""
    for name in reversed(list(TABLES)):
        _rows(name, people).delete()
    for name in TABLES:
        model = apps.get_model("journal", name)
        model.objects.bulk_create([model(**row) for row in kept[name]])
    for feed in _rows("Feed", people):
        feed.epoch = new_epoch()
        feed.save()


def _rows(name: str, people: list[Any]) -> Any:
    return apps.get_model("journal", name).objects.filter(**{f"{TABLES[name]}__in": people})


def everything_now() -> list[Any]:
    """Every row of every table, as a backup holds them."""
    return [row for model in apps.get_models() for row in model._base_manager.order_by("pk")]


def put_everything_back(kept: list[Any]) -> None:
    """A backup in the place of the database."""
    with transaction.atomic():
        for model in apps.get_models():
            model._base_manager.all()._raw_delete(using="default")
        for row in kept:
            row.save_base(raw=True, force_insert=True)
