"""The table of practices tells the truth: each row once, each place there, each test collected."""

import re

from tests.server import ROOT
from tests.tables import check_collected, check_titles, named_in, rows_of

TABLE = ROOT / "docs" / "practice.md"
# The page the rows come from, where it is at hand.
DESIGN = ROOT.parent / "shared" / "design" / "4-practice.md"
ROW = re.compile(r"^\| ?(00\d-[\w!]+) \|", re.MULTILINE)
NOT_PROMISED = "not promised to the agent"
"""They come back: that is out of our reach, so nothing holds it."""
ROWS = rows_of(TABLE, ROW)
NAMED = [test for _, _, cell in ROWS.values() for test in named_in(cell)]


def test_every_row_has_a_practice_a_place_and_a_test() -> None:
    assert len(ROWS) == 63
    if DESIGN.exists():
        assert sorted(ROWS) == sorted(ROW.findall(DESIGN.read_text(encoding="utf-8")))
    named = {row: cells for row, cells in ROWS.items() if cells[1:] != [NOT_PROMISED, NOT_PROMISED]}
    assert ROWS.keys() - named.keys() == {"004-6"}
    for row, (practice, place, test) in named.items():
        assert practice, row
        assert (ROOT / place.strip("`")).is_file(), (row, place)
        assert re.match(r"`tests/\S+\.py::test_\w+`$|`frontend/src/\S+\.test\.ts` \".+\"$", test), (row, test)
    assert len(NAMED) == len(named), "each names one test"


def test_every_test_that_is_named_is_collected() -> None:
    check_collected(NAMED)


def test_every_title_that_is_named_stands_in_its_file() -> None:
    check_titles(NAMED)
