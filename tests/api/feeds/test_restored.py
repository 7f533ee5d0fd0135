"""A database put back from a backup: noticed by itself, and every feed begins anew."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from client import Client
from tests.conftest import PASSWORD
from tests.server import running_server
from tests.waiting import wait_until

pytestmark = pytest.mark.sqlite_only


def backed_up(data: Path, where: Path) -> None:
    """A backup by SQLite itself, as an operator would make one."""
    with sqlite3.connect(data / "aftershift.sqlite3") as source, sqlite3.connect(where) as target:
        source.backup(target)


def put_back(data: Path, backup: Path) -> None:
    """The operator puts the file back and starts the server again."""
    for leftover in data.glob("aftershift.sqlite3*"):
        leftover.unlink()
    shutil.copy(backup, data / "aftershift.sqlite3")


def epoch_in(database: Path) -> str:
    """The epoch of the one feed."""
    with sqlite3.connect(database) as connection:
        (epoch,) = connection.execute("SELECT epoch FROM feed").fetchone()
    return str(epoch)


def wait_for_mark(data: Path, at_least: int) -> None:
    """Returns once the mark beside the database has come so far."""
    mark = data / "high-water"
    wait_until(lambda: mark.exists() and int(mark.read_text() or 0) >= at_least)


def test_what_came_after_the_backup_is_offered_again_without_a_command(tmp_path: Path) -> None:
    data, backup = tmp_path / "data", tmp_path / "backup.sqlite3"
    with running_server(data) as first:
        ana = Client(first.url, home=tmp_path / "ana")
        ana.sign_up("ana@example.org", PASSWORD)
        ana.write("bright-spot", bright="kind-customer", text="before")
        ana.sync()
        backed_up(data, backup)
        ana.write("bright-spot", bright="kind-customer", text="after")
        ana.sync()
        wait_for_mark(data, 2)
        port = first.url.rsplit(":", 1)[1]
    put_back(data, backup)
    with running_server(data, port=int(port)) as second:
        assert epoch_in(data / "aftershift.sqlite3") != epoch_in(backup)
        ana.sync()
        code = ana.recovery_code()
        other = Client(second.url, home=tmp_path / "other")
        other.sign_in("ana@example.org", PASSWORD, recovery_code=code)
        other.sync()
        assert sorted(str(item.words["text"]) for item in other.items()) == ["after", "before"]
