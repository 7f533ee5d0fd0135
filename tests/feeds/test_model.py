"""The protocol as it is promised, under every fault there is: nothing lost, nothing divergent."""

import os
from collections import Counter
from concurrent.futures import ProcessPoolExecutor

import pytest

from tests.feeds.counts import SOAK, few_or_many
from tests.feeds.histories import FAULTS, STEPS, WRITES, history
from tests.feeds.shrinking import broken, told
from tests.feeds.world import World

pytestmark = pytest.mark.sqlite_only  # it needs no database at all; once is enough
HISTORIES = few_or_many(20_000, 1_000_000)
PARTS = 4
CHUNK = 2_500


def world_of(seed: int) -> World:
    """Every second one heals by comparing digests, the others have to do without."""
    return World(seed, heals=bool(seed & 1))


def failures(seeds: range) -> list[int]:
    """The seeds whose histories break an invariant."""
    return [seed for seed in seeds if broken(world_of(seed), history(seed))]


@pytest.mark.long
@pytest.mark.parametrize("part", range(PARTS))
def test_whatever_happens_nothing_is_lost_and_nothing_diverges(part: int) -> None:
    count = HISTORIES // PARTS
    seeds = range(part * count, (part + 1) * count)
    chunks = [seeds[start : start + CHUNK] for start in range(0, count, CHUNK)]
    with ProcessPoolExecutor(os.cpu_count() if SOAK else 1) as processes:
        failed = [seed for some in processes.map(failures, chunks) for seed in some]
    assert not failed, f"{len(failed)} of {count}; " + told(failed[0], lambda: world_of(failed[0]))


def test_a_few_histories_at_once() -> None:
    failed = failures(range(400))
    assert not failed, told(failed[0], lambda: world_of(failed[0]))


@pytest.mark.parametrize("seed", [62_060, 175_804, 484_159, 672_307, 724_049, 880_147, 972_414])
def test_what_a_million_histories_found_stays_mended(seed: int) -> None:
    """Refused, and on the server all the same: by a request thought lost, or from another device after a restore.
    Or sealed under keys that nobody has any more, or that come back only later."""
    assert not failures(range(seed, seed + 1)), told(seed, lambda: world_of(seed))


def test_histories_are_the_same_from_the_same_seed_and_leave_nothing_out() -> None:
    histories = [history(seed) for seed in range(500)]
    assert histories == [history(seed) for seed in range(500)]
    steps = [step for one in histories for step in one]
    assert Counter(step["do"] for step in steps).keys() == STEPS.keys()
    assert Counter(fault for step in steps for fault in step.get("faults", ())).keys() == set(FAULTS)
    assert Counter(step["how"] for step in steps if step["do"] == "write").keys() == set(WRITES)
