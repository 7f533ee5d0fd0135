"""The histories bite: each mistake somebody could make is caught, without the digest's help."""

import pytest

from tests.feeds.histories import history
from tests.feeds.mistakes import MISTAKES
from tests.feeds.shrinking import broken, shrunk
from tests.feeds.world import World

pytestmark = pytest.mark.sqlite_only
MOST = 20_000
RARE = {"a share after its take-back served", "an answer of an earlier epoch believed"}


def first_caught(make: type[World]) -> int | None:
    """The first of the histories of `make test` that the mistake does not survive."""
    return next((seed for seed in range(MOST) if broken(make(seed), history(seed))), None)


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[pytest.mark.long] if name in RARE else []) for name in MISTAKES]
)
def test_a_mistake_is_caught(name: str) -> None:
    make = MISTAKES[name]
    seed = first_caught(make)
    assert seed is not None, f"{name}: survives {MOST} histories"
    said = broken(make(seed), history(seed))
    print(f"{name}: caught at history {seed}: {said}")
    assert broken(World(seed), history(seed)) is None


def test_a_failing_history_is_told_in_its_shortest_form() -> None:
    make = MISTAKES["outbox emptied on send"]
    seed = first_caught(make)
    assert seed is not None
    steps = shrunk(lambda: make(seed), history(seed))
    assert broken(make(seed), steps)
    assert all(broken(make(seed), steps[:at] + steps[at + 1 :]) is None for at in range(len(steps)))
