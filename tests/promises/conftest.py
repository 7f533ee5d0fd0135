"""The phone of the browser tests, for what only a screen can show; two people of the Python client, for the rest."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from journal.library import queries
from tests.browser.conftest import browser_type_launch_args, phone
from tests.client.conftest import Devices, devices, liar
from tests.promises.two import Two, coach_at
from tests.server import ROOT

__all__ = ["browser_type_launch_args", "devices", "liar", "phone"]


@pytest.fixture(scope="session")
def library() -> Any:
    """Everything the library says in English."""
    return queries.library("en", today=date(2026, 11, 21))


@pytest.fixture(scope="session")
def said() -> list[str]:
    """Every sentence of the app's own catalogues, but those about devices and codes, where a thing may be lost."""
    folder = ROOT / "frontend" / "src" / "language" / "en"
    files = [file for file in folder.glob("*.ts") if file.stem not in {"people", "troubles", "ways"}]
    assert len(files) >= 8
    return [
        text
        for file in files
        for text in re.findall(r'"([^"\n]*)"(?=,?\s*(?:\n|\}|other:))', file.read_text())
    ]


@pytest.fixture
def strangers(devices: Devices, tmp_path: Path) -> Two:
    """Ana and Sam, who have not met."""
    return Two(devices, coach_at(devices, tmp_path, "sam"), tmp_path)


@pytest.fixture
def two(strangers: Two) -> Two:
    """Ana and Sam, paired in the room."""
    strangers.pair()
    return strangers
