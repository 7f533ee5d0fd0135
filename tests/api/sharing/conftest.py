"""Ana, and Sam who coaches her; both with real keys."""

from typing import Any

import pytest

from tests.pairs import Party, paired, party


@pytest.fixture
def anas(ana: Any) -> Party:
    """Ana's phone."""
    return party(ana)


@pytest.fixture
def sams(coach: Any) -> Party:
    """Sam's phone."""
    return party(coach)


@pytest.fixture
def bens(ben: Any) -> Party:
    """Ben's phone: an agent with nothing to do with the two."""
    return party(ben)


@pytest.fixture
def pair(anas: Party, sams: Party) -> tuple[Party, Party]:
    """Ana and Sam, paired."""
    paired(anas, sams)
    return anas, sams
