"""`docs/faults.md` names only what is there: each command, file and test."""

import re
from pathlib import Path

import pytest

from tests.feeds.mistakes import MISTAKES

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs/faults.md").read_text()
ROWS = [line for line in PAGE.splitlines() if line.startswith("|")][2:]
COMMANDS = [row.split("|")[-2].strip().strip("`") for row in ROWS]


def exists(command: str) -> bool:
    """Whether what a command names is in the repository."""
    program, *_, named = command.split()
    if program == "make":
        return re.search(rf"^{named}:", (ROOT / "Makefile").read_text(), re.MULTILINE) is not None
    if program == "npm":
        return f'"{named}":' in (ROOT / "frontend/package.json").read_text()
    if program == "python":
        return (ROOT / f"{named.replace('.', '/')}.py").exists()
    file, _, test = named.partition("::")
    if not test:
        return (ROOT / file).exists()
    return (ROOT / file).exists() and f"def {test}(" in (ROOT / file).read_text()


@pytest.mark.parametrize("command", COMMANDS)
def test_each_row_has_a_command_that_is_there(command: str) -> None:
    assert exists(command), command


def test_the_page_counts_the_mistakes_and_the_test_tells_what_is_missing() -> None:
    assert len(ROWS) >= 19
    assert f"{len(MISTAKES)} seeded mistakes" in PAGE
    for gone in ("make nothing", "python -m tests.nothing", "pytest tests/api/test_sqlite.py::test_nothing"):
        assert not exists(gone)
