"""SQLite as it has to be: a sound version, every commit on the disk, writers in turn, and reads that wait for nobody."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from api.sqlite import MayLoseWrites, Version, may_lose_writes, refuse_affected
from tests.device import API, Device
from tests.forge import header_of, sealed
from tests.server import ROOT

pytestmark = pytest.mark.sqlite_only
STARTS_ON = "import sqlite3, sys; sqlite3.sqlite_version_info = {version}; sys.modules['pysqlite3'] = None; import api.settings"


@pytest.mark.parametrize(
    ("version", "affected"),
    [
        ((3, 6, 23), False),
        ((3, 7, 0), True),
        ((3, 40, 1), True),
        ((3, 44, 5), True),
        ((3, 44, 6), False),
        ((3, 45, 0), True),
        ((3, 50, 6), True),
        ((3, 50, 7), False),
        ((3, 51, 2), True),
        ((3, 51, 3), False),
        ((4, 0, 0), False),
    ],
)
def test_it_is_known_which_versions_may_lose_writes(version: Version, *, affected: bool) -> None:
    assert may_lose_writes(version) is affected


@pytest.mark.parametrize(("version", "starts"), [((3, 40, 1), False), ((3, 51, 3), True)])
def test_nothing_starts_on_an_affected_version(tmp_path: Path, version: Version, *, starts: bool) -> None:
    environment = {**os.environ, "DATA": str(tmp_path), "DATABASE_URL": ""}
    words = [sys.executable, "-c", STARTS_ON.format(version=version)]
    ran = subprocess.run(words, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert (ran.returncode == 0) is starts, ran.stderr
    assert ("can lose committed writes" in ran.stderr) is not starts


def test_the_version_in_use_is_a_sound_one() -> None:
    assert not may_lose_writes(settings.SQLITE_VERSION)
    assert sqlite3.sqlite_version_info == settings.SQLITE_VERSION
    with pytest.raises(MayLoseWrites, match="pysqlite3"):
        refuse_affected((3, 40, 1))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("pragma", "value"), [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1)]
)
def test_every_connection_is_set_up_so_that_a_commit_survives(pragma: str, value: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {pragma}")
        assert cursor.fetchone()[0] == value


def test_a_transaction_takes_its_turn_when_it_begins() -> None:
    options = connection.settings_dict["OPTIONS"]
    assert (options["transaction_mode"], options["timeout"]) == ("IMMEDIATE", 20)


@pytest.mark.django_db(transaction=True)
def test_no_read_waits_while_somebody_writes(device: Device) -> None:
    """Somebody else holds the lock for writing all the time: whatever reads in a transaction would wait in vain."""
    entry = sealed()
    device.push(entry)
    item, where = header_of(entry)["item"], f"account={device.account}&epoch={device.epoch}"
    lists = ["entries/", "habits/", "goals/", "notes/", "me/", "me/what-you-know/", "vault/"]
    feed = [f"feed/{path}?{where}&cursor=0" for path in ("changes/", "ids/", f"items/{item}/")]
    own = [f"entries/{item}/", f"keycards/{device.account}/", "streaks/?today=2024-05-14"]
    other = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout = 100")
    try:
        other.execute("BEGIN IMMEDIATE")
        answers = {path: device.http.get(f"{API}/{path}").status_code for path in [*lists, *feed, *own]}
        assert device.push(sealed()).status_code == 503  # so the lock is a real one
    finally:
        other.close()
    assert set(answers.values()) == {200}, answers
