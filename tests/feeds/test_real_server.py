"""The real server under what machines do to it: killed, without room, without its database."""

import os
import random
import resource
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

import pytest

from api.shedding import WRITES_AT_ONCE
from tests.conftest import POSTGRES
from tests.feeds.counts import few_or_many
from tests.feeds.killing import Mortal, Writer
from tests.forge import sealed
from tests.postgres import restartable
from tests.server import _fresh_database
from tests.waiting import wait_until

pytestmark = pytest.mark.long
KILLS = few_or_many(50, 1_000)
WRITERS = 3


def test_no_acknowledged_write_is_lost_however_often_the_server_is_killed(tmp_path: Path) -> None:
    rng = random.Random(7)
    with Mortal(tmp_path, _fresh_database()) as server:
        writers = [Writer(server) for _ in range(WRITERS)]
        for writer in writers:
            writer.thread.start()
        for _ in range(KILLS):
            goal = sum(len(one.acknowledged) for one in writers) + rng.randint(1, 60)
            wait_until(lambda goal=goal: sum(len(one.acknowledged) for one in writers) >= goal)
            server.kill()
            server.start()
        for writer in writers:
            writer.stop()
            writer.check()
    if not POSTGRES:
        with sqlite3.connect(tmp_path / "aftershift.sqlite3") as database:
            assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


@contextmanager
def disk_of_3_mb(folder: Path) -> Iterator[None]:
    """A file system of its own; mounting one takes root."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m,mode=700", "tmpfs", str(folder)], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


@contextmanager
def filled(server: Mortal) -> Iterator[None]:
    """No room but for half a megabyte."""
    ballast, room = server.data / "ballast", os.statvfs(server.data)
    ballast.write_bytes(bytes(max(0, room.f_bavail * room.f_bsize - 500_000)))
    yield
    ballast.unlink()


@contextmanager
def limited(server: Mortal) -> Iterator[None]:
    """No file of the server's may grow beyond 3 MB: what anybody can do to processes of their own."""
    listed = subprocess.run(
        ["ps", "-o", "pid=", "-g", str(server.process.pid)], capture_output=True, text=True, check=True
    )
    for most in (3_000_000, resource.RLIM_INFINITY):
        for pid in map(int, listed.stdout.split()):
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))
        if most > 0:
            yield


WAYS = {"no file may grow": (nullcontext, limited)}
if os.geteuid() == 0:
    WAYS["a disk of 3 MB"] = (disk_of_3_mb, filled)


@pytest.mark.sqlite_only
@pytest.mark.parametrize("way", WAYS)
def test_a_full_disk_takes_no_more_gives_what_it_has_and_is_well_again_by_itself(
    tmp_path: Path, way: str
) -> None:
    place, fill = WAYS[way]
    with place(tmp_path), Mortal(tmp_path) as server:
        writer = Writer(server)
        assert writer.push([sealed()]) == 200
        with fill(server):
            answers = [writer.push([sealed(size=65_536) for _ in range(3)]) for _ in range(30)]
            assert {status for status in answers if status != 200} in ({507}, {503, 507})
            writer.check()
        assert writer.push([sealed()]) == 200
        writer.check()


@pytest.mark.sqlite_only
def test_postgres_restarted_in_the_middle_of_the_load_loses_nothing(tmp_path: Path) -> None:
    with restartable() as (url, restart), Mortal(tmp_path, url) as server:
        writers = [Writer(server) for _ in range(WRITERS)]
        for writer in writers:
            writer.thread.start()
        for _ in range(few_or_many(3, 50)):
            goals = [len(writer.acknowledged) + 40 for writer in writers]
            wait_until(
                lambda goals=goals: all(
                    len(w.acknowledged) >= goal for w, goal in zip(writers, goals, strict=True)
                )
            )
            restart()
        for writer in writers:
            goal = len(writer.acknowledged) + 5
            wait_until(lambda writer=writer, goal=goal: len(writer.acknowledged) >= goal)
            writer.stop()
            writer.check()
            assert writer.statuses.keys() <= {0, 200, 503, 507}, writer.statuses


def test_ten_times_the_load_is_refused_with_a_time_to_come_again_and_loses_nothing(tmp_path: Path) -> None:
    with Mortal(tmp_path, _fresh_database()) as server:
        writers = [Writer(server) for _ in range(10 * WRITES_AT_ONCE)]
        for writer in writers:
            writer.thread.start()
        wait_until(lambda: sum(len(writer.accepted_s) for writer in writers) >= 200)
        for writer in writers:
            writer.stop()
            writer.check()
        statuses = {status for writer in writers for status in writer.statuses}
        assert statuses == {200, 503}
        assert not any(writer.refused_bare for writer in writers)
