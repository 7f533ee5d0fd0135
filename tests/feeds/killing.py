"""A real server that can be killed like a machine that loses its power, and people who go on writing to it."""

import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any

import requests

from api.shedding import THREADS
from tests.forge import rev_of, sealed
from tests.ports import free_port
from tests.server import ROOT
from tests.visitor import Visitor
from tests.waiting import wait_until

PATIENCE_S = 60
BATCH = 5


class Mortal:
    """A server in a process group of its own, on `data` (and `database`); `start` after every `kill`."""

    def __init__(self, data: Path, database: str = "") -> None:
        self.data, self.port = data, free_port()
        self.url = f"http://localhost:{self.port}"
        self.alive = threading.Event()
        """Set while it answers: whoever found it dead need not knock in the meantime."""
        self.environment = {
            **{name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"},
            "DATA": str(data),
            "DATABASE_URL": database,
            "PORT": str(self.port),
            "RATE_ACCOUNT": "1000000/min",
            "RATE_ADDRESS": "1000000/min",
        }
        self.manage("migrate", "--verbosity=0")

    def manage(self, *words: str) -> None:
        """One command on its database."""
        subprocess.run([sys.executable, "manage.py", *words], cwd=ROOT, env=self.environment, check=True)

    def start(self) -> "Mortal":
        """Returns when it answers."""
        granian = [sys.executable, "-m", "granian", "--interface", "wsgi", "--port", str(self.port)]
        words = [*granian, "--blocking-threads", str(THREADS), "api.wsgi:application"]
        with (self.data / "server.log").open("ab") as told:
            self.process = subprocess.Popen(
                words, cwd=ROOT, env=self.environment, stdout=told, stderr=told, start_new_session=True
            )
        try:
            wait_until(self._answers)
        except TimeoutError as late:
            raise TimeoutError((self.data / "server.log").read_text()[-2000:]) from late
        self.alive.set()
        return self

    def _answers(self) -> bool:
        try:
            return requests.get(f"{self.url}/livez", timeout=5).ok
        except requests.RequestException:
            return False

    def kill(self) -> None:
        """All of it at once, in the middle of whatever it does."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.alive.clear()

    def __enter__(self) -> "Mortal":
        return self.start()

    def __exit__(self, *_raised: type[BaseException] | BaseException | TracebackType | None) -> None:
        if self.process.poll() is None:
            self.kill()


@dataclass
class Writer:
    """Somebody who pushes without a pause; what was never answered is sent again, as devices do.

    `refused_bare`: refusals that did not say when to come again. `accepted_s`: how long each accepted push took.
    """

    server: Mortal
    acknowledged: set[str] = field(default_factory=set)
    statuses: dict[int, int] = field(default_factory=dict)
    accepted_s: list[float] = field(default_factory=list)
    refused_bare: int = 0
    over: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self.visitor = Visitor(self.server)
        self.account = self.visitor.sign_up()
        vault = _vault(self.account)
        self.visitor.send("POST", "/api/v1/vault/", vault).raise_for_status()
        self.epoch = self.page(0)["epoch"]
        self.thread = threading.Thread(target=self._write, daemon=True)

    def page(self, cursor: int) -> dict[str, Any]:
        """One page of the feed."""
        where = f"account={self.account}&epoch={self.epoch if cursor else ''}&cursor={cursor}"
        answer = self.visitor.send("GET", f"/api/v1/feed/changes/?{where}")
        answer.raise_for_status()
        page: dict[str, Any] = answer.json()
        return page

    def push(self, revs: list[dict[str, Any]]) -> int:
        """One push; its status, 0 where no answer came."""
        body = {"account": self.account, "epoch": self.epoch, "gen": 1, "revs": revs}
        began = time.monotonic()
        try:
            answer = self.visitor.send("POST", "/api/v1/feed/push/", body)
        except requests.RequestException:
            return 0
        if answer.status_code in {503, 507}:
            self.refused_bare += "Retry-After" not in answer.headers
        if answer.status_code == 200:
            self.accepted_s.append(time.monotonic() - began)
            assert all(one["status"] != "rejected" for one in answer.json()["results"])
            self.acknowledged.update(rev_of(rev) for rev in revs)
        return answer.status_code

    def _write(self) -> None:
        waiting: list[dict[str, Any]] = []
        while not self.over.is_set():
            waiting = waiting or [sealed() for _ in range(BATCH)]
            status = self.push(waiting)
            self.statuses[status] = self.statuses.get(status, 0) + 1
            if status == 200:
                waiting = []
            elif status == 0:
                self.server.alive.wait(PATIENCE_S)

    def stop(self) -> None:
        """Lets it end its last push."""
        self.over.set()
        self.thread.join(PATIENCE_S)

    def check(self) -> None:
        """Everything that was acknowledged is there; seq is dense; the digest is that of what is there."""
        read, page = [], self.page(0)
        read += page["revs"]
        while page["more"]:
            page = self.page(page["cursor"])
            read += page["revs"]
        assert [one["seq"] for one in read] == list(range(1, len(read) + 1))
        revs = [one["rev"] for one in read]
        assert self.acknowledged <= set(revs)
        value = 0
        for rev in revs:
            value ^= int(rev.replace("-", ""), 16)
        assert page["digest"] == f"{value:032x}"


def _vault(account: str) -> dict[str, Any]:
    from tests.forge import vault_for  # noqa: PLC0415 - seals for real, so it is loaded only here

    return vault_for(account)
