"""The same histories through the real views: the model's devices hold the real server to what the model's promises."""

from collections.abc import Iterator
from functools import partial

import pytest

from api.access import Rate
from tests.feeds.counts import few_or_many
from tests.feeds.histories import history
from tests.feeds.mistakes import EmptiedOnSend
from tests.feeds.shrinking import broken, told
from tests.feeds.views import RealWorld

pytestmark = [pytest.mark.django_db, pytest.mark.long]
HISTORIES = few_or_many(100, 1_000)
PARTS = 4


@pytest.fixture(autouse=True)
def _as_many_requests_as_it_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Rate, "THROTTLE_RATES", dict.fromkeys(("account", "address"), "1000000/min"))


made: list[RealWorld] = []


@pytest.fixture(autouse=True)
def _nobody_is_left_over() -> Iterator[None]:
    """The test's own transaction takes the last people away."""
    yield
    made.clear()


def fresh(seed: int, kind: type[RealWorld] = RealWorld) -> RealWorld:
    """People and feeds of their own for each history."""
    while made:
        made.pop().server.close()
    made.append(kind(seed, heals=bool(seed & 1)))
    return made[0]


@pytest.mark.parametrize("part", range(PARTS))
def test_the_real_server_loses_nothing_and_its_devices_agree(part: int) -> None:
    for seed in range(part, HISTORIES, PARTS):
        make = partial(fresh, seed)
        assert broken(make(), history(seed)) is None, told(seed, make)


class Forgetful(RealWorld):
    """The real server, and devices that empty their outbox as soon as they have sent it."""

    devices = EmptiedOnSend


def test_against_the_real_server_too_a_mistake_is_caught() -> None:
    assert any(broken(fresh(seed, Forgetful), history(seed)) for seed in range(0, 20, 2))
