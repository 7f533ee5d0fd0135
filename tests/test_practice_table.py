"""The table of practices tells the truth: each row once, each place there, each test collected."""

import re
import subprocess
import sys
from pathlib import Path

from tests.server import ROOT

TABLE = ROOT / "docs" / "practice.md"
# The page the rows come from, where it is at hand.
DESIGN = ROOT.parent / "shared" / "design" / "4-practice.md"
ROW = re.compile(r"^\| ?(00\d-[\w!]+) \|", re.MULTILINE)
NOT_PROMISED = "not promised to the agent"
"""They come back: that is out of our reach, so nothing holds it."""


def rows() -> dict[str, list[str]]:
    """Practice, place and test of each row."""
    found: dict[str, list[str]] = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if ROW.match(line):
            row, *cells = [cell.strip() for cell in line.strip("|").split(" | ")]
            assert row not in found, row
            found[row] = [cell.strip(" |") for cell in cells]
    return found


def named_tests() -> list[tuple[str, str]]:
    """File and test of each row that has one; of the front end's, the title."""
    cells = [test for _, _, test in rows().values() if test != NOT_PROMISED]
    named = []
    for cell in cells:
        place, _, title = cell.partition("` ")
        path, _, test = place.strip("`").partition("::")
        named.append((path, test or title.strip('"')))
    return named


def test_every_row_has_a_practice_a_place_and_a_test() -> None:
    assert len(rows()) == 63
    if DESIGN.exists():
        assert sorted(rows()) == sorted(ROW.findall(DESIGN.read_text(encoding="utf-8")))
    named = {row: cells for row, cells in rows().items() if cells[1:] != [NOT_PROMISED, NOT_PROMISED]}
    assert rows().keys() - named.keys() == {"004-6"}
    for row, (practice, place, test) in named.items():
        assert practice, row
        assert (ROOT / place.strip("`")).is_file(), (row, place)
        assert re.match(r"`tests/\S+\.py::test_\w+`$|`frontend/src/\S+\.test\.ts` \".+\"$", test), (row, test)


def test_every_test_that_is_named_is_collected() -> None:
    ids = sorted({f"{path}::{test}" for path, test in named_tests() if path.endswith(".py")})
    assert len(ids) > 15
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", *ids]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout[-2000:]


def test_every_title_that_is_named_stands_in_its_file() -> None:
    for path, title in named_tests():
        if path.endswith(".ts"):
            assert title in Path(ROOT / path).read_text(encoding="utf-8"), (path, title)
