"""Which SQLite the server writes with.

Two connections in WAL mode can lose committed writes on SQLite before 3.51.3, apart from the
corrected 3.50.7 and 3.44.6 (https://sqlite.org/wal.html#walresetbug). Where the interpreter's own
library is one of those, `pysqlite3`, which bundles a sound one, takes its place.
"""

import sqlite3
import sys

Version = tuple[int, int, int]

FIRST_SOUND: Version = (3, 51, 3)
CORRECTED: dict[tuple[int, int], int] = {(3, 50): 7, (3, 44): 6}
BUG_CAME_WITH: Version = (3, 7, 0)


def may_lose_writes(version: Version) -> bool:
    """Whether this version of SQLite has the WAL-reset bug."""
    major, minor, patch = version
    if version >= FIRST_SOUND or version < BUG_CAME_WITH:
        return False
    corrected_in = CORRECTED.get((major, minor))
    return corrected_in is None or patch < corrected_in


def use_sound_sqlite() -> Version:
    """Puts `pysqlite3` in the place of an affected `sqlite3`; returns the version now in use.

    Must run before Django's database backend is imported, so settings call it first.
    """
    if may_lose_writes(sqlite3.sqlite_version_info):
        try:
            import pysqlite3  # noqa: PLC0415 - only where it is needed, and not on every platform
            import pysqlite3.dbapi2  # noqa: PLC0415
        except ImportError:
            return sqlite3.sqlite_version_info
        sys.modules["sqlite3"] = pysqlite3
        sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2
        return tuple(pysqlite3.dbapi2.sqlite_version_info)
    return sqlite3.sqlite_version_info


class MayLoseWrites(RuntimeError):
    """This SQLite can lose committed writes, and there is no other one."""


def refuse_affected(version: Version) -> None:
    """Nothing starts on an affected version; raises MayLoseWrites."""
    if may_lose_writes(version):
        said = ".".join(map(str, version))
        raise MayLoseWrites(
            f"SQLite {said} can lose committed writes in WAL mode. Install the package `pysqlite3`, "
            "or set DATABASE_URL to a PostgreSQL."
        )
