"""The table of threats tells the truth: 30 rows, each test there, and as many shown whole as it says."""

import re

from tests.server import ROOT
from tests.tables import check_collected, check_titles, named_in, rows_of

TABLE = ROOT / "docs" / "threats.md"
ROWS = rows_of(TABLE, re.compile(r"^\| (\d+) \|"))
NAMED = [test for _, _, cell in ROWS.values() for test in named_in(cell)]
MISSING = re.compile(r"\*Not shown yet:\* \S+")


def test_every_row_names_a_test_or_says_what_is_missing() -> None:
    assert list(ROWS) == [str(number) for number in range(1, 31)]
    for row, (tried, happens, cell) in ROWS.items():
        assert tried, row
        assert happens, row
        assert named_in(cell) or MISSING.match(cell), row
        assert cell.count("::test_") + cell.count(".test.ts`") == len(named_in(cell)), row


def test_the_page_counts_what_is_shown() -> None:
    cells = [cell for _, _, cell in ROWS.values()]
    whole = sum(1 for cell in cells if not MISSING.search(cell))
    part = sum(1 for cell in cells if MISSING.search(cell) and named_in(cell))
    said = f"{whole} rows are shown whole, {part} in part, {len(cells) - whole - part} not at all."
    assert said in TABLE.read_text(encoding="utf-8"), said


def test_every_test_that_is_named_is_collected() -> None:
    check_collected(NAMED)


def test_every_title_that_is_named_stands_in_its_file() -> None:
    check_titles(NAMED)
