"""Devices for the cast."""

from typing import Any

import pytest

from tests.device import Device, device_of


@pytest.fixture
def device(ana: Any) -> Device:
    """Ana's phone, with her vault made."""
    return device_of(ana)


@pytest.fixture
def bens_device(ben: Any) -> Device:
    """Ben's phone, with his vault made."""
    return device_of(ben)
