"""Ends a browser as an empty battery would: no event, no farewell, no chance to finish anything."""

import os
import signal
from pathlib import Path

from tests.waiting import wait_until

PROCESSES = Path("/proc")


def cut_power(profile: Path) -> None:
    """Kills every process of the browser that runs on this profile, and returns when they are gone."""
    folder = f"--user-data-dir={profile}".encode()
    first = [pid for pid in _running() if folder in _command(pid) and not _is_part(pid)]
    assert first, "no browser runs on this profile"
    group = [pid for pid in _running() if _has_above(pid, first)]
    for pid in [*first, *group]:
        _kill(pid)
    wait_until(lambda: not any(_is_alive(pid) for pid in first))


def _running() -> list[int]:
    return [int(entry.name) for entry in PROCESSES.iterdir() if entry.name.isdigit()]


def _command(pid: int) -> list[bytes]:
    return _read(pid, "cmdline").split(b"\0")


def _is_part(pid: int) -> bool:
    """A renderer or another part, which ends with the browser itself."""
    return any(word.startswith(b"--type=") for word in _command(pid))


def _has_above(pid: int, first: list[int]) -> bool:
    while pid > 1:
        pid = _parent(pid)
        if pid in first:
            return True
    return False


def _parent(pid: int) -> int:
    fields = _read(pid, "stat").rpartition(b")")[2].split()
    return int(fields[1]) if fields else 0


def _is_alive(pid: int) -> bool:
    state = _read(pid, "stat").rpartition(b")")[2].split()
    return bool(state) and state[0] != b"Z"


def _read(pid: int, name: str) -> bytes:
    try:
        return (PROCESSES / str(pid) / name).read_bytes()
    except OSError:
        return b""  # it has just ended


def _kill(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return  # it has just ended
