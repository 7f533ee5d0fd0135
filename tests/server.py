"""The real server, as people run it: granian in a process of its own, on a database of its own."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import psycopg
import requests
from psycopg import sql

from api.shedding import THREADS
from tests.ports import free_port
from tests.waiting import wait_until

ROOT = Path(__file__).resolve().parent.parent


@dataclass
class Server:
    """A running server: where it answers, where its data lies, what it said."""

    url: str
    data: Path
    log: Path
    process: subprocess.Popen[bytes]
    database_url: str = ""

    def kill(self) -> None:
        """Ends it as a power cut would: its workers too, which would answer on."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


class ServerDidNotStart(RuntimeError):
    """Carries what the server printed."""


@contextmanager
def running_server(
    data: Path,
    *,
    application: str = "api.wsgi:application",
    environment: dict[str, str] | None = None,
    port: int | None = None,
) -> Iterator[Server]:
    """Migrates and serves; settings as in production but for TLS."""
    port = port or free_port()
    data.mkdir(parents=True, exist_ok=True)
    inherited = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    settings = {**inherited, "DATA": str(data), "PORT": str(port), **(environment or {})}
    settings.pop("DJANGO_SETTINGS_MODULE", None)
    settings.setdefault("DATABASE_URL", _fresh_database())
    log = data / "server.log"
    with log.open("ab") as told:
        common = {"cwd": ROOT, "env": settings, "stdout": told, "stderr": told}
        subprocess.run([sys.executable, "manage.py", "migrate", "--verbosity=0"], check=True, **common)  # type: ignore[call-overload]
        granian = [sys.executable, "-m", "granian", "--interface", "wsgi", "--port", str(port)]
        command = [*granian, "--blocking-threads", str(THREADS), application]
        process = subprocess.Popen(command, start_new_session=True, **common)  # type: ignore[call-overload]
    server = Server(f"http://localhost:{port}", data, log, process, settings["DATABASE_URL"])
    try:
        wait_until_ready(server)
        yield server
    finally:
        process.terminate()
        process.wait(timeout=20)


def _fresh_database() -> str:
    """A database of its own on the PostgreSQL server under test; empty where SQLite is, whose file lies in DATA."""
    url = os.environ.get("DATABASE_URL", "")
    if not url.startswith("postgres"):
        return ""
    name = f"aftershift_{uuid4().hex}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    return f"{url.rsplit('/', 1)[0]}/{name}"


def wait_until_ready(server: Server) -> None:
    """Returns when `/readyz` answers 200; raises with the log when it does not."""
    said, is_ready = "nothing", False

    def is_ready_or_gone() -> bool:
        nonlocal said, is_ready
        try:
            answer = requests.get(f"{server.url}/readyz", timeout=5)
        except requests.RequestException as error:
            said = str(error)
            return server.process.poll() is not None
        said, is_ready = answer.text, answer.status_code == 200
        return is_ready

    with suppress(TimeoutError):
        wait_until(is_ready_or_gone)
    if not is_ready:
        raise ServerDidNotStart(f"/readyz said: {said}\n{server.log.read_text()[-4000:]}")
