"""What the phone counts for itself and what `streaks/` answers, after a sync, on made-up lives lived on two phones."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.contract.vectors import node
from tests.server import Server

SCRIPT = Path(__file__).parents[2] / "frontend/src/habits/histories.ts"
SEED, ACCOUNTS, STAGES = 20261122, 8, 25
# The server gives four decimals.
HALF_A_STEP = 0.000_05 + 1e-9

pytestmark = pytest.mark.long

Counted = dict[str, Any]


@pytest.fixture(scope="module")
def lives(server: Server) -> list[Counted]:
    """Two hundred histories: eight people, each asked about twenty-five times while their days go on."""
    command = [node(), str(SCRIPT), server.url, str(SEED), str(ACCOUNTS), str(STAGES)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return [json.loads(line) for line in told.splitlines()]


def streams(counted: Counted) -> list[Counted]:
    """Journaling, then each habit."""
    return [counted["journaling"], *counted["habits"]]


def without_strength(counted: Counted) -> list[Counted]:
    return [{name: value for name, value in one.items() if name != "strength"} for one in streams(counted)]


def strengths(counted: Counted) -> list[float]:
    return [one["strength"] for one in streams(counted)]


def test_after_a_sync_both_phones_and_the_server_count_alike(lives: list[Counted]) -> None:
    assert len(lives) == ACCOUNTS * STAGES
    for life in lives:
        where, server = (life["seed"], life["at"]), life["server"]
        for phone in (life["first"], life["second"]):
            assert without_strength(phone) == without_strength(server), where
            assert strengths(phone) == pytest.approx(strengths(server), abs=HALF_A_STEP), where


def test_the_lives_are_as_various_as_life(lives: list[Counted]) -> None:
    every = [one for life in lives for one in streams(life["server"])]
    assert {one["state"] for one in every} == {
        "none",
        "done-today",
        "rest-today",
        "met-this-week",
        "rest-week",
        "open",
        "at-risk",
        "out-of-reach",
    }
    assert {one["pauses"] for one in every} == {0, 1, 2}
    assert any(one["current"] < one["longest"] for one in every)
    assert any("week" in one for one in every)
