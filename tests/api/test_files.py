"""What the server keeps in its folder is nobody else's to read, whatever folder it was given."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.server import ROOT


@pytest.mark.sqlite_only
def test_the_database_is_readable_to_the_server_alone(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    environment = {**os.environ, "DATA": str(tmp_path), "SECRET_KEY": "given"}
    for _ in range(2):
        migrate = [sys.executable, "manage.py", "migrate", "journal", "0001", "--verbosity=0"]
        subprocess.run(migrate, cwd=ROOT, env=environment, check=True, umask=0o022)
    modes = {path.name: oct(path.stat().st_mode & 0o777) for path in tmp_path.iterdir()}
    assert set(modes.values()) == {"0o600"}, modes
