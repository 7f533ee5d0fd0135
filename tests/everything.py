"""`make test` and `make quick`: what is run, in which order, with the time each took.

A browser test that fails is run once more, by itself, and the output shows both: on a busy machine a real browser is now and then
slower than fifteen seconds. What fails twice has failed.
Quick leaves out PostgreSQL and the browser; the rest is the same.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTEST = [sys.executable, "-m", "pytest", "-q"]
BROWSER = "the real browser"
AT_ONCE = str(max(3, min(5, (os.cpu_count() or 2) + 1)))
"""One more than there are processors: a test of a browser, or of a server that starts, waits for part of its time."""
SIDE_BY_SIDE = [*PYTEST, "-n", AT_ONCE, "--dist", "worksteal"]
SERVER_ROOMS = ["tests/journal", "tests/api", "tests/client", "tests/promises", "tests/feeds"]
STEPS: list[tuple[str, list[str]]] = [
    ("the front end's units", ["npm", "--prefix", "frontend", "run", "--silent", "test"]),
    ("the vectors, by both clients", [sys.executable, "-m", "tests.contract.vectors"]),
    (BROWSER, [*SIDE_BY_SIDE, "-m", "browser", "--durations=20"]),
    (
        "the server's rooms on PostgreSQL",
        [
            sys.executable,
            "-m",
            "tests.postgres",
            *SIDE_BY_SIDE,
            "-m",
            "not browser",
            "--durations=12",
            *SERVER_ROOMS,
        ],
    ),
    ("everything else on SQLite", [*SIDE_BY_SIDE, "-m", "not browser", "--durations=12"]),
]
QUICK_STEPS: list[tuple[str, list[str]]] = [
    *STEPS[:2],
    ("everything but the browser, on SQLite", [*SIDE_BY_SIDE, "-m", "not browser and not long"]),
]


def main(words: list[str]) -> int:
    """Stops at the first step that fails and returns its exit code."""
    for title, command in QUICK_STEPS if "--quick" in words else STEPS:
        print(f"\n── {title}", flush=True)
        began = time.monotonic()
        if code := _run(title, command):
            print(f"failed: {title}", flush=True)
            return code
        print(f"{time.monotonic() - began:.0f} s", flush=True)
    return 0


def _run(title: str, command: list[str]) -> int:
    code = subprocess.run(command, cwd=ROOT, check=False).returncode
    if code == 1 and title == BROWSER:
        print("\n── once more, what failed in the browser", flush=True)
        one_by_one = [*PYTEST, "-m", "browser", "--last-failed"]
        code = subprocess.run(one_by_one, cwd=ROOT, check=False).returncode
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
