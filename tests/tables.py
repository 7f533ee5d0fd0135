"""Tables of the pages under `docs/`: their rows, and the tests a row names, which have to be there."""

import re
import subprocess
import sys
from pathlib import Path

from tests.server import ROOT

Rows = dict[str, list[str]]
NAMED = re.compile(r'`(tests/\S+?\.py)::(test_\w+)`|`(frontend/src/\S+?\.test\.ts)` "([^"|]+)"')
"""A test of Python by file and name; one of the front end by file and title."""


def rows_of(page: Path, row: re.Pattern[str]) -> Rows:
    """The cells behind each row's name; `row` finds a line of the table, and its first group is the name."""
    found: Rows = {}
    for line in page.read_text(encoding="utf-8").splitlines():
        match = row.match(line)
        if match:
            name, *cells = [cell.strip(" |") for cell in line.strip("|").split(" | ")]
            assert name == match[1], line
            assert name not in found, name
            found[name] = cells
    return found


def named_in(cell: str) -> list[tuple[str, str]]:
    """File and name, or file and title, of each test that a cell names."""
    return [(python or typescript, name or title) for python, name, typescript, title in NAMED.findall(cell)]


def check_collected(named: list[tuple[str, str]]) -> None:
    """Each test of Python among these is collected."""
    ids = sorted({f"{path}::{test}" for path, test in named if path.endswith(".py")})
    assert ids
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", *ids]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout[-2000:]


def check_titles(named: list[tuple[str, str]]) -> None:
    """Each title of the front end among these stands in its file."""
    for path, title in named:
        if path.endswith(".ts"):
            assert f'"{title}"' in (ROOT / path).read_text(encoding="utf-8"), (path, title)
