"""The cast, and the places where the play happens."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache

from tests.server import Server, running_server

POSTGRES = os.environ.get("DATABASE_URL", "").startswith("postgres")
PASSWORD = "a-quiet-evening-7"


def pytest_configure() -> None:
    """What threads do in a time of their own is left out, for a test's own transaction ends before; real servers show it.

    What lies beside the database lies in a folder of this run.
    """
    own_time = ("HighWater", "Erasing")
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if not name.endswith(own_time)]
    beside = Path(tempfile.mkdtemp(prefix="aftershift-beside-"))
    settings.HIGH_WATER, settings.LEAVING_BOOK = beside / "high-water", beside / "leaving"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves out what speaks of the other database; `make test` runs both. What takes long comes first: several
    workers are done at the same time then."""
    other = "sqlite_only" if POSTGRES else "postgres_only"
    left_out = [item for item in items if item.get_closest_marker(other)]
    kept = [item for item in items if item not in left_out]
    items[:] = sorted(kept, key=lambda item: item.get_closest_marker("long") is None)
    config.hook.pytest_deselected(items=left_out)


@pytest.fixture(autouse=True)
def _rates_start_at_zero() -> Iterator[None]:
    """No test is slowed by what another asked."""
    cache.clear()
    yield
    cache.clear()


@pytest.fixture(autouse=True)
def _passwords_hash_quickly(settings: Any) -> None:
    """Hashing slowly is Django's business, and tested there."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def ana(db: None, django_user_model: Any) -> Any:
    """Ana takes calls in Berlin."""
    return django_user_model.objects.create_user("ana@example.org", PASSWORD, zone="Europe/Berlin")


@pytest.fixture
def ben(db: None, django_user_model: Any) -> Any:
    """Ben takes calls too, and must never see what is Ana's."""
    return django_user_model.objects.create_user("ben@example.org", PASSWORD)


@pytest.fixture
def coach(db: None, django_user_model: Any) -> Any:
    """Sam is a coach."""
    return django_user_model.objects.create_user("sam@example.org", PASSWORD, is_coach=True)


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """One real server for every test that needs one; each signs up people of its own."""
    with (
        tempfile.TemporaryDirectory(prefix="aftershift-server-") as folder,
        running_server(Path(folder)) as started,
    ):
        yield started
