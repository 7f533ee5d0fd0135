"""`make soak`: the histories of faults, many of them; prints a table. Takes hours; `make test` runs a part of the same.

`python -m tests.feeds.soak WORD …` runs only the lines that contain one of the words.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PYTEST = [sys.executable, "-m", "pytest", "-q", "--no-header", "-p", "no:cacheprovider"]
ON_POSTGRES = [sys.executable, "-m", "tests.postgres", *PYTEST]
LINES: dict[str, list[str]] = {
    "the model, 1,000,000 histories": [*PYTEST, "tests/feeds/test_model.py"],
    "seeded mistakes, each caught": [*PYTEST, "-rP", "tests/feeds/test_mistakes.py"],
    "the real views on SQLite, 1,000 histories": [*PYTEST, "tests/feeds/test_views.py"],
    "the real views on PostgreSQL, 1,000 histories": [*ON_POSTGRES, "tests/feeds/test_views.py"],
    "the app itself, 10,000 histories": [*PYTEST, "tests/feeds/test_typescript.py"],
    "a real server on SQLite, 1,000 times killed": [*PYTEST, "tests/feeds/test_real_server.py"],
    "a real server on PostgreSQL, 1,000 times killed": [*ON_POSTGRES, "tests/feeds/test_real_server.py"],
    "sixteen writers on SQLite, 200,000 rows": [*PYTEST, "tests/feeds/test_crowd.py"],
    "sixteen writers on PostgreSQL, 200,000 rows": [*ON_POSTGRES, "tests/feeds/test_crowd.py"],
    "each check of the verifier taken out once": [sys.executable, "-m", "tests.mutants"],
    "ten times the load": [sys.executable, "-m", "tests.feeds.overload"],
}


def run(what: str, command: list[str]) -> tuple[str, bool, float]:
    """One line of the table: what, whether it held, how many seconds it took."""
    print(f"── {what}", flush=True)
    began = time.monotonic()
    environment = {**os.environ, "SOAK": "1"}
    held = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode == 0
    return what, held, time.monotonic() - began


def main(words: list[str]) -> int:
    """Runs every line, whatever became of the others; 1 if one did not hold."""
    chosen = {
        what: command for what, command in LINES.items() if not words or any(word in what for word in words)
    }
    table = [run(what, command) for what, command in chosen.items()]
    print()
    for what, held, seconds in table:
        print(f"{'held  ' if held else 'BROKEN'}  {seconds:7.0f} s  {what}")
    return int(not all(held for _, held, _ in table))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
