"""`make test` and `make quick`: what is run, in which order, with the time each took.

Quick leaves out PostgreSQL and the browser; the rest is the same.
"""

import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTEST = [sys.executable, "-m", "pytest", "-q"]
SERVER_ROOMS = ["tests/journal", "tests/api", "tests/client", "tests/promises"]
STEPS: list[tuple[str, list[str]]] = [
    ("the front end's units", ["npm", "--prefix", "frontend", "run", "--silent", "test"]),
    ("the vectors, by both clients", [sys.executable, "-m", "tests.contract.vectors"]),
    (
        "everything on PostgreSQL",
        [sys.executable, "-m", "tests.postgres", *PYTEST, "-m", "not browser", *SERVER_ROOMS],
    ),
    ("everything on SQLite, and the browser", PYTEST),
]
QUICK_STEPS: list[tuple[str, list[str]]] = [
    *STEPS[:2],
    ("everything on SQLite", [*PYTEST, "-m", "not browser and not long"]),
]


def main(words: list[str]) -> int:
    """Stops at the first step that fails and returns its exit code."""
    for title, command in QUICK_STEPS if "--quick" in words else STEPS:
        print(f"\n── {title}", flush=True)
        began = time.monotonic()
        if code := subprocess.run(command, cwd=ROOT, check=False).returncode:
            print(f"failed: {title}", flush=True)
            return code
        print(f"{time.monotonic() - began:.0f} s", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
