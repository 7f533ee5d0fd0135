"""`manage.py serve`: migrate, serve, and fill an empty place with demo people, through the API itself."""

import io
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command

from api.shedding import THREADS

PATIENCE_S = 60


class Command(BaseCommand):
    """Serves until it is stopped (Ctrl-C); the address is SITE_URL."""

    help = "Migrates the database, serves the app on PORT and prints who can sign in."

    def add_arguments(self, parser: Any) -> None:
        """`--no-demo` leaves the place empty."""
        parser.add_argument("--no-demo", action="store_true", help="make no demo people")

    def handle(self, *args: Any, **options: Any) -> None:
        """Ends with the server's own exit code."""
        call_command("migrate", verbosity=0)
        words = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", settings.HOST]
        words += [
            "--port",
            str(settings.PORT),
            "--blocking-threads",
            str(THREADS),
            "--workers-kill-timeout",
            "10",
            "--no-log",
        ]
        server = subprocess.Popen([*words, "api.wsgi:application"], cwd=settings.BASE)
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, lambda *_: server.terminate())
        try:
            _wait_until_ready(server)
            self.stdout.write(f"\nAftershift is ready: {settings.SITE_URL}\n")
            if not options["no_demo"]:
                self._demo()
            self.stdout.write("Stop it with Ctrl-C.\n")
            self.stdout.flush()
            raise SystemExit(server.wait())
        finally:
            server.terminate()
            server.wait()

    def _demo(self) -> None:
        """The demo people write through the sealed client, in a process of its own, as anybody would."""
        coach_home = settings.DATA / "demo-coach"
        self.stdout.write(f"A demo agent\n{_client('demo', 'demo')}")
        coach = _client("demo-coach", "demo-coach")
        call_command("coach", coach.split()[1], stdout=io.StringIO())
        self.stdout.write(f"A demo coach, paired with the agent\n{coach}")
        self.stdout.write(_client("demo", "demo-share", "--coach-home", str(coach_home)))


def _client(home: str, *words: str) -> str:
    """One command of the sealed client, in a folder of the demo; what it said."""
    address = ["--server", f"http://localhost:{settings.PORT}", "--home", str(settings.DATA / home)]
    told = subprocess.run(
        [sys.executable, "-m", "client", *address, *words],
        cwd=settings.BASE,
        capture_output=True,
        text=True,
        check=False,
    )
    if told.returncode:
        raise CommandError(f"The demo people could not be made.\n{told.stderr}")
    return told.stdout


def _wait_until_ready(server: "subprocess.Popen[bytes]") -> None:
    """Returns once `/readyz` answers 200."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end and server.poll() is None:
        try:
            with urllib.request.urlopen(f"http://localhost:{settings.PORT}/readyz", timeout=5):
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
    raise CommandError(f"The server did not start on port {settings.PORT}. Is another one using it?")
