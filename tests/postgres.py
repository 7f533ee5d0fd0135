"""A real PostgreSQL server, nothing installed by hand, gone afterwards.

`python -m tests.postgres COMMAND …` runs the command with DATABASE_URL set to a fresh server: the
machine's own binaries if there are any, else those of the PyPI package `pgserver`.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.ports import free_port


class NoPostgres(RuntimeError):
    """Neither the machine nor PyPI offers a PostgreSQL."""


def binaries() -> Path:
    """The folder of `initdb`, `pg_ctl`, `pg_dump`: the machine's newest, else pgserver's."""
    own = [path for path in Path("/usr/lib/postgresql").glob("*/bin") if (path / "initdb").exists()]
    if own:
        return max(own, key=lambda path: float(path.parent.name))
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    try:
        import pgserver  # noqa: PLC0415 - only where the machine has none
    except ImportError:
        raise NoPostgres(
            "Install PostgreSQL, or use Python 3.11 or 3.12, for which `pgserver` has one."
        ) from None
    return Path(pgserver.__file__).parent / "pginstall" / "bin"


def _reachable(found: Path, folder: Path) -> Path:
    """A copy that an unprivileged user can execute, where the original lies in a closed home."""
    if os.geteuid() != 0 or found.is_relative_to("/usr"):
        return found
    shutil.copytree(found.parent, folder / "postgres", symlinks=True)
    return folder / "postgres" / found.name


def _as_somebody() -> dict[str, Any]:
    """PostgreSQL refuses to run as root; nobody may."""
    if os.geteuid() != 0:
        return {}
    group = Path("/etc/group").read_text()
    return {"user": "nobody", "group": "nogroup" if "nogroup:" in group else "nobody", "extra_groups": []}


@contextmanager
def postgres() -> Iterator[str]:
    """The address of a server that lives as long as the block, for example `postgres://postgres@127.0.0.1:5433/postgres`."""
    with restartable() as (url, _restart):
        yield url


@contextmanager
def restartable() -> Iterator[tuple[str, Callable[[], None]]]:
    """The same, and what restarts it as a crash would: connections break, and it recovers by itself."""
    with tempfile.TemporaryDirectory(prefix="aftershift-postgres-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        where, port, somebody = _reachable(binaries(), folder), free_port(), _as_somebody()
        data = folder / "data"
        data.mkdir(mode=0o700)
        if somebody:
            shutil.chown(data, "nobody")
        run = lambda *words: subprocess.run(words, check=True, stdout=subprocess.DEVNULL, cwd="/", **somebody)  # noqa: E731 - one line, used often
        initdb = [where / "initdb", "-D", data, "-U", "postgres", "--auth=trust", "--encoding=UTF8"]
        run(*initdb, "--locale=C", "--no-sync")
        options = f"-p {port} -h 127.0.0.1 -k '' -c fsync=off -c max_connections=100"
        control = [where / "pg_ctl", "-D", data, "-w", "-l", data / "log", "-o", options]
        run(*control, "start")
        try:
            yield (
                f"postgres://postgres@127.0.0.1:{port}/postgres",
                lambda: run(*control, "-m", "immediate", "restart"),
            )
        finally:
            run(where / "pg_ctl", "-D", data, "-w", "-m", "immediate", "stop")


def main(command: list[str]) -> int:
    """Runs the command with DATABASE_URL set; returns its exit code."""
    with postgres() as url:
        return subprocess.run(command, check=False, env={**os.environ, "DATABASE_URL": url}).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
