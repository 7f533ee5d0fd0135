"""The phone of the browser tests, for what only a screen can show; two people of the Python client, for the rest."""

from pathlib import Path

import pytest

from tests.browser.conftest import browser_type_launch_args, phone
from tests.client.conftest import Devices, devices, liar
from tests.promises.two import Two, coach_at

__all__ = ["browser_type_launch_args", "devices", "liar", "phone"]


@pytest.fixture
def strangers(devices: Devices, tmp_path: Path) -> Two:
    """Ana and Sam, who have not met."""
    return Two(devices, coach_at(devices, tmp_path, "sam"), tmp_path)


@pytest.fixture
def two(strangers: Two) -> Two:
    """Ana and Sam, paired in the room."""
    strangers.pair()
    return strangers
