"""What this computer keeps: sealed revisions, the way back to the server, and the root, under one folder.

The folder has mode 700 and its files 600. SQLite keeps each change whole: a revision with its unsent flag, a page of
the feed with its cursor. Words lie here only as the sealed tokens the server holds too.
"""

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import astuple, fields
from pathlib import Path

from client.feeds.rows import Row
from client.trouble import NotNow, StorageTrouble

DATABASE = "aftershift.sqlite3"
LOCK = "sync.lock"
FORMAT = 1
PATIENCE_S = 20
COLUMNS = tuple(column.name for column in fields(Row))
TABLES = f"""
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS revisions ({", ".join(COLUMNS)}, PRIMARY KEY (rev));
CREATE INDEX IF NOT EXISTS revisions_of_item ON revisions (item);
CREATE INDEX IF NOT EXISTS revisions_unsent ON revisions (unsent) WHERE unsent;
CREATE TABLE IF NOT EXISTS alarms (place TEXT PRIMARY KEY, code TEXT NOT NULL, rev TEXT, seq INTEGER) WITHOUT ROWID;
PRAGMA user_version = {FORMAT};
"""


class Store:
    """One folder. Every method is one transaction unless it is called inside `with store.together():`."""

    def __init__(self, home: Path) -> None:
        self.home = home
        try:
            _prepare(home)
            self._db = sqlite3.connect(home / DATABASE, timeout=PATIENCE_S, isolation_level=None)
            self._db.execute("PRAGMA synchronous = FULL")
            self._make_tables()
        except (OSError, sqlite3.Error) as error:
            raise StorageTrouble("storage-broken", f"The folder {home} cannot be used: {error}") from error

    def close(self) -> None:
        self._db.close()

    @contextmanager
    def together(self) -> Iterator[None]:
        """All changes inside reach the disk, or none."""
        if self._db.in_transaction:
            yield
            return
        try:
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")
        except sqlite3.Error as error:
            raise StorageTrouble("storage-broken", f"This was not saved: {error}") from error

    @contextmanager
    def only_one(self) -> Iterator[None]:
        """One sync at a time in this folder, also among processes; a dead process holds nothing."""
        _own_file(self.home / LOCK)
        with closing(sqlite3.connect(self.home / LOCK, timeout=PATIENCE_S, isolation_level=None)) as lock:
            try:
                lock.execute("BEGIN EXCLUSIVE")
            except sqlite3.OperationalError as error:
                raise NotNow("busy", "Another sync of this folder is under way.") from error
            yield

    def get(self, name: str) -> object:
        """A member of the meta table, or None."""
        found = self._db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return json.loads(found[0]) if found else None

    def text(self, name: str) -> str:
        """A member of the meta table that is text, or nothing."""
        value = self.get(name)
        return value if isinstance(value, str) else ""

    def number(self, name: str) -> int:
        """A member of the meta table that is a number, or 0."""
        value = self.get(name)
        return value if isinstance(value, int) else 0

    def put(self, **members: object) -> None:
        """Set members of the meta table; None takes one away."""
        with self.together():
            for name, value in members.items():
                if value is None:
                    self._db.execute("DELETE FROM meta WHERE name = ?", (name,))
                else:
                    self._db.execute("REPLACE INTO meta VALUES (?, ?)", (name, json.dumps(value)))

    def save(self, *rows: Row) -> None:
        """Keep revisions, in place of what is kept under the same rev."""
        values = ", ".join("?" for _ in COLUMNS)
        with self.together():
            for row in rows:
                self._db.execute(f"REPLACE INTO revisions VALUES ({values})", _stored(row))  # noqa: S608

    def drop(self, *revs: str) -> None:
        with self.together():
            self._db.executemany("DELETE FROM revisions WHERE rev = ?", [(rev,) for rev in revs])

    def row(self, rev: str) -> Row | None:
        found = self._rows("WHERE rev = ?", rev)
        return found[0] if found else None

    def item(self, item: str) -> dict[str, Row]:
        """All revisions of an item, by rev."""
        return {row.rev: row for row in self._rows("WHERE item = ?", item)}

    def all(self) -> list[Row]:
        return self._rows("")

    def unsent(self) -> list[Row]:
        return self._rows("WHERE unsent")

    def hollow(self) -> list[Row]:
        return self._rows("WHERE hollow")

    def placed(self) -> dict[str, int]:
        """The place in the feed of every revision read back from the server."""
        rows = self._db.execute("SELECT rev, seq FROM revisions WHERE seq IS NOT NULL")
        return {rev: seq for rev, seq in rows}  # noqa: C416 - a cursor is no iterable of pairs to the type checker

    def not_read_back(self) -> list[Row]:
        """What the server has acknowledged and not yet given back."""
        return self._rows("WHERE NOT unsent AND seq IS NULL")

    def alarm(self, place: str, code: str, rev: str | None = None, seq: int | None = None) -> None:
        """Remember that something did not hold, until it does. One that names no revision replaces none that does."""
        verb = "REPLACE" if rev else "INSERT OR IGNORE"
        with self.together():
            self._db.execute(f"{verb} INTO alarms VALUES (?, ?, ?, ?)", (place, code, rev, seq))

    def calm(self, *places: str) -> None:
        """Forget alarms about these places."""
        with self.together():
            self._db.executemany("DELETE FROM alarms WHERE place = ?", [(place,) for place in places])

    def alarms(self) -> list[tuple[str, str, str | None, int | None]]:
        """(place, code, rev, seq) of what does not hold."""
        return self._db.execute("SELECT place, code, rev, seq FROM alarms ORDER BY place").fetchall()

    def _rows(self, where: str, *values: object) -> list[Row]:
        query = f"SELECT {', '.join(COLUMNS)} FROM revisions {where} ORDER BY rowid"  # noqa: S608
        return [_read(found) for found in self._db.execute(query, values)]

    def _make_tables(self) -> None:
        found = self._db.execute("PRAGMA user_version").fetchone()[0]
        if found > FORMAT:
            raise StorageTrouble(
                "update-needed", f"{self.home} was written by a newer client. Update this one."
            )
        if found < FORMAT:
            self._db.executescript(TABLES)


def _stored(row: Row) -> tuple[object, ...]:
    return tuple(json.dumps(value) if isinstance(value, tuple) else value for value in astuple(row))


def _read(found: tuple[object, ...]) -> Row:
    members: dict[str, object] = dict(zip(COLUMNS, found, strict=True))
    members["parents"] = tuple(json.loads(str(members["parents"])))
    for name in ("unsent", "sent_once", "hollow"):
        members[name] = bool(members[name])
    return Row(**members)  # type: ignore[arg-type] # the columns are the fields


def _prepare(home: Path) -> None:
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    ours = (home / DATABASE).exists() or not any(home.iterdir())
    if ours and home.stat().st_mode & 0o077:
        home.chmod(0o700)
    _own_file(home / DATABASE)


def _own_file(path: Path) -> None:
    """A file nobody else may read, from its first moment on; SQLite gives its journal the same mode."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    path.chmod(0o600)
