"""`make bench`: measures on SQLite and on PostgreSQL, prints a table, writes bench.json. It never fails.

BENCH_RECORDS   what the one user holds (10000)
BENCH_GROWN     what a heavy user holds, against 1000 (100000; the goal is meant for 1000000)
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.postgres import postgres

ROOT = Path(__file__).resolve().parent.parent.parent
HEADINGS = ("what", "goal", "SQLite", "PostgreSQL")


def measured(environment: dict[str, str]) -> list[dict[str, Any]]:
    """The figures of one database, in a process of their own; none when it went wrong."""
    with tempfile.TemporaryDirectory(prefix="aftershift-bench-") as data:
        ran = subprocess.run(
            [sys.executable, "-m", "tests.bench.measure"],
            cwd=ROOT,
            env={**os.environ, "DATA": data, **environment},
            stdout=subprocess.PIPE,
            text=True,
            check=False,
        )
    if ran.returncode:
        return []
    figures: list[dict[str, Any]] = json.loads(ran.stdout.splitlines()[-1])
    return figures


def on_postgres() -> list[dict[str, Any]]:
    """The figures on a PostgreSQL server made for it."""
    try:
        with postgres() as url:
            return measured({"DATABASE_URL": url})
    except (OSError, RuntimeError, subprocess.SubprocessError) as error:
        print(f"no PostgreSQL: {error}")
        return []


def table(figures: dict[str, list[dict[str, Any]]]) -> list[tuple[str, ...]]:
    """One line for each figure, both databases side by side."""
    names = {one["what"]: one["goal"] for measures in figures.values() for one in measures}
    shown = {database: {one["what"]: one["figure"] for one in them} for database, them in figures.items()}
    return [HEADINGS] + [
        (what, goal, *(str(shown[database].get(what, "–")) for database in ("sqlite", "postgresql")))
        for what, goal in names.items()
    ]


def main() -> None:
    """Measures, prints, writes."""
    figures = {"sqlite": measured({"DATABASE_URL": ""}), "postgresql": on_postgres()}
    (ROOT / "bench.json").write_text(json.dumps(figures, indent=1) + "\n")
    lines = table(figures)
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEADINGS))]
    for line in lines:
        print("  ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)))


if __name__ == "__main__":
    main()
