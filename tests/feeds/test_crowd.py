"""What a reader's cursor misses while sixteen people write: nothing. Another cursor would."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import POSTGRES
from tests.feeds.counts import few_or_many
from tests.server import ROOT, _fresh_database

ROWS = few_or_many(20_000, 200_000)


@pytest.mark.long
def test_of_all_committed_rows_the_cursor_misses_none_and_a_wrong_one_some(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATA", str(tmp_path))
    monkeypatch.setenv("DATABASE_URL", _fresh_database())
    command = [sys.executable, "-m", "tests.feeds.crowd", str(ROWS)]
    ran = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    found = json.loads(ran.stdout.splitlines()[-1])
    assert found["rows"] >= ROWS
    assert found["by_seq"] == 0
    # SQLite lets one write at a time, so there even the wrong one sees everything.
    assert bool(found["by_id"]) is POSTGRES, found
