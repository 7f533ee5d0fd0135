"""`manage.py backup`: made while people write, read back before it counts; and everything put back from it."""

import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import requests
from django.conf import settings as ours
from django.db import connection

from api.backups import NOTE, NotABackup, back_up, check, verified_at
from api.fingerprint import fingerprints
from client import Client
from tests.api.feeds.test_restored import put_back
from tests.conftest import PASSWORD, POSTGRES
from tests.postgres import binaries
from tests.server import ROOT, Server, _fresh_database, running_server

NOW = datetime(2026, 11, 21, 22, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def programs_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """`pg_dump` of the server's own version comes first."""
    if POSTGRES:
        monkeypatch.setenv("PATH", f"{binaries()}{os.pathsep}{os.environ['PATH']}")


def manage(server: Server, *words: str, **environment: str) -> str:
    """One command beside a running server; what it printed."""
    named = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    standing = {"DATA": str(server.data), "DATABASE_URL": server.database_url}
    command = [sys.executable, "manage.py", *words]
    ran = subprocess.run(
        command,
        cwd=ROOT,
        env={**named, **standing, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return ran.stdout


def restored(server: Server, backup: Path) -> str:
    """The operator puts the backup back; the address of the database from now on."""
    if not POSTGRES:
        put_back(server.data, backup)
        return ""
    url = _fresh_database()
    place = urlsplit(url)
    where = ["-h", str(place.hostname), "-p", str(place.port), "-U", str(place.username)]
    subprocess.run(["pg_restore", "--exit-on-error", *where, "-d", place.path[1:], str(backup)], check=True)
    return url


@pytest.mark.django_db(transaction=True)
def test_a_backup_counts_only_when_it_holds_every_row(tmp_path: Path, ana: Any) -> None:
    made = back_up(tmp_path / "to", data=tmp_path, now=NOW)
    assert verified_at(tmp_path) == NOW
    assert made.stat().st_mode & 0o777 == 0o600
    expected = fingerprints()
    check(made, expected)
    ana.language = "de"
    ana.save()
    with pytest.raises(NotABackup, match="person"):
        check(made, fingerprints())
    made.write_bytes(made.read_bytes()[:2000])
    with pytest.raises(NotABackup):
        check(made, expected)
    assert [one.name for one in (tmp_path / "to").iterdir()] == [made.name]


@pytest.mark.django_db(transaction=True)
def test_a_backup_that_fails_leaves_nothing_and_is_not_noted(tmp_path: Path) -> None:
    (tmp_path / "to").touch()
    with pytest.raises(OSError, match="exists"):
        back_up(tmp_path / "to", data=tmp_path, now=NOW)
    assert verified_at(tmp_path) is None


@pytest.mark.django_db
def test_readyz_tells_how_old_the_last_backup_is(client: Any, tmp_path: Path, settings: Any) -> None:
    settings.DATA = tmp_path
    assert client.get("/readyz").json() == {"status": "ok", "backup_age_s": None}
    at = datetime.now(UTC) - timedelta(hours=3)
    (tmp_path / NOTE).write_text(f'{{"at": "{at.isoformat()}", "file": "one"}}')
    assert client.get("/readyz").json()["backup_age_s"] // 60 == 180


@pytest.mark.long
def test_what_came_after_the_backup_is_offered_again_and_what_was_deleted_stays_so(tmp_path: Path) -> None:
    with running_server(tmp_path / "data") as first:
        ana = Client(first.url, home=tmp_path / "ana")
        ana.sign_up("ana@example.org", PASSWORD)
        gone, kept = (
            ana.write("bright-spot", bright="kind-customer", text=text) for text in ("gone", "kept")
        )
        ana.sync()
        said = manage(first, "backup")
        assert requests.get(f"{first.url}/readyz", timeout=10).json()["backup_age_s"] < 300
        ana.write("bright-spot", bright="kind-customer", text="after")
        ana.delete(gone)
        ana.sync()
        port = int(first.url.rsplit(":", 1)[1])
    database = restored(first, Path(said.split(" holds")[0]))
    manage(Server(first.url, first.data, first.log, first.process, database), "restored")
    with running_server(first.data, port=port, environment={"DATABASE_URL": database} if database else None):
        ana.sync()
        other = Client(first.url, home=tmp_path / "other")
        other.sign_in("ana@example.org", PASSWORD, recovery_code=ana.recovery_code())
        other.sync()
        assert {item.item for item in other.items()} >= {kept}
        assert sorted(str(item.words["text"]) for item in other.items()) == ["after", "kept"]
        assert other.store.item(gone)
        assert all(row.body is None for row in other.store.item(gone).values() if not row.is_tombstone)


def test_no_test_touches_the_operators_own_note() -> None:
    assert connection.settings_dict["NAME"] != ours.DATA / "aftershift.sqlite3"
    assert shutil.which("pg_dump") or not POSTGRES
