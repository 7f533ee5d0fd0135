"""Backups that count: made while the server writes, read back, and compared row by row with what was there.

SQLite copies itself (its online backup); PostgreSQL is dumped by `pg_dump` and read back into a database that lives as
long as the comparison. Original and copy are read in the same snapshot, so what is written meanwhile makes no difference.
"""

import json
import os
import subprocess
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import DatabaseError, connection, connections, transaction
from django.db.utils import load_backend

from api.fingerprint import Table, fingerprints

NOTE = "backup-verified.json"
COPY = "backup"


class NotABackup(RuntimeError):
    """What was written does not hold what it should; it does not count and is not kept."""


def back_up(folder: Path, *, data: Path, now: datetime) -> Path:
    """Writes a backup, reads it back, and only then gives it its name and notes it. Raises NotABackup."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    ending = "sqlite3" if connection.vendor == "sqlite" else "dump"
    target = folder / f"aftershift-{now:%Y%m%dT%H%M%SZ}.{ending}"
    made = target.with_suffix(f".{ending}.unverified")
    os.close(os.open(made, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600))
    try:
        write = _copy_sqlite if connection.vendor == "sqlite" else _dump_postgres
        check(made, write(made))
    except BaseException:
        made.unlink(missing_ok=True)
        raise
    made.rename(target)
    note = {"at": now.isoformat(), "file": target.name}
    (data / NOTE).write_text(json.dumps(note))
    return target


def verified_at(data: Path) -> datetime | None:
    """When the last backup that counts was made; None if there is none."""
    try:
        return datetime.fromisoformat(json.loads((data / NOTE).read_text())["at"])
    except FileNotFoundError:
        return None


def check(backup: Path, expected: dict[str, Table]) -> None:
    """Reads a backup and compares each table; raises NotABackup."""
    try:
        reading = _sqlite_copy(backup) if connection.vendor == "sqlite" else _postgres_copy(backup)
        with reading:
            found = fingerprints(COPY)
    except (DatabaseError, subprocess.CalledProcessError) as error:
        raise NotABackup(f"The backup cannot be read: {type(error).__name__}.") from error
    differing = sorted(name for name in expected if found[name] != expected[name])
    if differing:
        raise NotABackup(f"The backup differs in {', '.join(differing)}.")


def _copy_sqlite(target: Path) -> dict[str, Table]:
    """Copies in the snapshot that is hashed. A plain BEGIN: it must not take the lock that writers need."""
    with connection.cursor() as cursor:
        cursor.execute("BEGIN DEFERRED")
        try:
            expected = fingerprints()
            with _opened(target) as copy:
                connection.connection.backup(copy.connection)
        finally:
            cursor.execute("ROLLBACK")
    return expected


@contextmanager
def _sqlite_copy(backup: Path) -> Iterator[None]:
    with _opened(backup) as copy, copy.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        said = cursor.fetchone()[0]
        if said != "ok":
            raise NotABackup(f"The backup is damaged: {said}")
        yield


def _opened(file: Path) -> "Any":
    """A second connection, to a file, for as long as the block; it leaves nothing beside the file."""
    options = {"init_command": "PRAGMA journal_mode=DELETE; PRAGMA synchronous=FULL;"}
    return second({**connection.settings_dict, "NAME": str(file), "OPTIONS": options})


@contextmanager
def second(settings: dict[str, Any], alias: str = COPY) -> Iterator[Any]:
    """A connection to another database under an alias of its own, closed and forgotten afterwards."""
    known = connections["default"].settings_dict | {"OPTIONS": {}} | settings
    connections[alias] = load_backend(known["ENGINE"]).DatabaseWrapper(known, alias)
    connections[alias].ensure_connection()
    try:
        yield connections[alias]
    finally:
        connections[alias].close()
        del connections[alias]


def _dump_postgres(target: Path) -> dict[str, Table]:
    """`pg_dump` joins the snapshot in which the rows are hashed."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        cursor.execute("SELECT pg_export_snapshot()")
        snapshot = cursor.fetchone()[0]
        expected = fingerprints()
        database = str(connection.settings_dict["NAME"])
        _postgres("pg_dump", "--format=custom", f"--snapshot={snapshot}", f"--file={target}", database)
    return expected


@contextmanager
def _postgres_copy(backup: Path) -> Iterator[None]:
    """The dump, read back into a database of its own."""
    name = f"verify_{uuid.uuid4().hex}"
    _postgres("createdb", "--template=template0", name)
    try:
        _postgres("pg_restore", "--exit-on-error", "--no-owner", f"--dbname={name}", str(backup))
        with second({**connection.settings_dict, "NAME": name}):
            yield
    finally:
        _postgres("dropdb", "--force", name)


def _postgres(program: str, *words: str) -> None:
    """One of PostgreSQL's own programs; who and where it connects to stands in its environment, never in its words."""
    told = connection.settings_dict
    given = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD"}
    standing = {name: str(told[member]) for name, member in given.items() if told.get(member)}
    subprocess.run([program, *words], check=True, env={**os.environ, **standing}, stdout=subprocess.DEVNULL)  # noqa: S603
