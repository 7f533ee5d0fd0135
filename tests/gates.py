"""`make check`: every gate that reads the code without running it, side by side."""

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GATES: dict[str, list[str]] = {
    "ruff": ["ruff", "check", "--quiet", "."],
    "ruff format": ["ruff", "format", "--check", "--quiet", "."],
    "mypy": ["mypy", "--no-error-summary"],
    "import-linter": ["lint-imports", "--no-cache"],
    "migrations": [sys.executable, "manage.py", "makemigrations", "--check", "--dry-run"],
    "biome": ["npm", "--prefix", "frontend", "run", "--silent", "lint"],
    "typescript": ["npm", "--prefix", "frontend", "run", "--silent", "types"],
}


def main() -> int:
    """Runs all, prints a line each and the output of those that fail; 1 if any did."""
    began = time.monotonic()
    with ThreadPoolExecutor(max_workers=3) as pool:
        ran = dict(zip(GATES, pool.map(_run, GATES.values()), strict=True))
    for name, gate in ran.items():
        print(f"{'ok    ' if gate.returncode == 0 else 'FAILED'} {name}")
        if gate.returncode:
            print(gate.stdout, gate.stderr, sep="\n")
    print(f"checked in {time.monotonic() - began:.0f} s")
    return int(any(gate.returncode for gate in ran.values()))


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


if __name__ == "__main__":
    sys.exit(main())
