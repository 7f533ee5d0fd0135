"""Which prompt is offered: enough to choose from, nothing that hurts, and the same every time."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.library import picking
from journal.library.picking import Seen, Situation, candidates, offer, offers, weight
from journal.library.queries import prompts, techniques, triggers
from journal.library.rules import PHASES, Phase

DAY = date(2026, 11, 21)
ALL = prompts("en")["prompts"]
SAFETY = {one["id"]: one["safety"] for one in triggers("en")["triggers"]}
BY_ID = {one["id"]: one for one in ALL}
REFRAMING = {"their-day", "one-small-lesson", "other-door", "light-line"}


def everywhere(**more: Any) -> Iterator[Situation]:
    """Every trigger, size and phase."""
    for trigger in SAFETY:
        for phase in PHASES:
            for intensity in range(1, 6):
                yield Situation("seed", phase, DAY, triggers=(trigger,), intensity=intensity, **more)


unhurried = settings(deadline=None)
"""How fast a busy machine runs one example says nothing about the code."""

situations = st.builds(
    Situation,
    item=st.uuids(version=4).map(str),
    phase=st.sampled_from(PHASES),
    day=st.just(DAY),
    triggers=st.lists(st.sampled_from(sorted(SAFETY)), max_size=3, unique=True).map(tuple),
    intensity=st.integers(1, 5) | st.none(),
    at_night=st.booleans(),
    minutes_since_naming=st.integers(0, 40) | st.none(),
    is_last=st.booleans(),
    seen=st.dictionaries(
        st.sampled_from(sorted(BY_ID)),
        st.builds(Seen, st.dates(DAY - timedelta(days=60), DAY), st.integers(0, 4)),
        max_size=20,
    ),
    helped=st.frozensets(st.sampled_from([one["id"] for one in techniques("en")["techniques"]])),
    dropped=st.frozensets(st.sampled_from([one["id"] for one in techniques("en")["techniques"]]), max_size=5),
)


@pytest.mark.parametrize("naming", [None, 0])
def test_there_is_always_a_choice(naming: int | None) -> None:
    for situation in everywhere(minutes_since_naming=naming):
        fewest = 3 if SAFETY[situation.triggers[0]] else 5
        assert len(candidates(ALL, SAFETY, situation)) >= fewest, situation


def test_an_entry_can_always_end_forward() -> None:
    for situation in everywhere(is_last=True):
        found = offer(ALL, SAFETY, situation)
        assert found, situation
        assert found["ends_forward"]


@unhurried
@given(situations)
def test_nothing_is_offered_that_hurts(situation: Situation) -> None:
    for prompt in offers(ALL, SAFETY, situation):
        hard = [trigger for trigger in situation.triggers if SAFETY[trigger]]
        assert not hard or prompt["technique_id"] not in REFRAMING
        if picking.NO_DETAILS_AFTER & set(situation.triggers):
            assert prompt["id"] not in picking.ASKS_FOR_DETAILS
            assert prompt["technique_id"] not in picking.CHEER
        if situation.minutes_since_naming in range(20):
            assert prompt["technique_id"] not in {"their-day", "one-small-lesson"}
        assert prompt["technique_id"] not in situation.dropped
        assert not set(situation.triggers) & set(prompt["exclude_trigger_ids"])


@unhurried
@given(situations)
def test_what_was_shown_lately_or_passed_over_twice_rests(situation: Situation) -> None:
    for prompt in offers(ALL, SAFETY, situation):
        if seen := situation.seen.get(prompt["id"]):
            rests = seen.passes >= 2 or prompt["id"] == "w-mentor"
            assert (DAY - seen.on).days >= (30 if rests else 3)


def test_whom_one_could_ask_is_asked_once_a_month_at_most() -> None:
    def offered(days_ago: int) -> list[str]:
        seen = {"w-mentor": Seen(DAY - timedelta(days=days_ago))}
        situation = Situation(item="week", phase="weekly-review", day=DAY, seen=seen)
        return [prompt["id"] for prompt in offers(ALL, SAFETY, situation)]

    assert "w-mentor" not in offered(29)
    assert "w-mentor" in offered(30)


@unhurried
@given(situations, st.randoms())
def test_the_order_of_the_data_and_what_is_taken_away_change_nothing(
    situation: Situation, chance: Any
) -> None:
    order = offers(ALL, SAFETY, situation)
    shuffled = chance.sample(ALL, len(ALL))
    assert offers(shuffled, SAFETY, situation) == order
    if order:
        gone = chance.choice(order)
        left = [prompt for prompt in ALL if prompt is not gone]
        assert offers(left, SAFETY, situation) == [prompt for prompt in order if prompt is not gone]


@unhurried
@given(situations)
def test_another_one_is_the_next_and_after_two_comes_a_tool(situation: Situation) -> None:
    order = offers(ALL, SAFETY, situation)
    passed: list[str] = []
    for prompt in order[:2]:
        assert offer(ALL, SAFETY, situation, passed=passed) == prompt
        passed.append(prompt["id"])
    if len(passed) == 2:
        assert offer(ALL, SAFETY, situation, passed=passed) is None


def test_a_trigger_of_ones_own_that_was_not_okay_counts_as_the_worst() -> None:
    own = f"custom-{uuid4()}"
    for phase in PHASES:
        found = candidates(ALL, SAFETY | {own: "not-okay"}, Situation("seed", phase, DAY, (own,), 2))
        assert len(found) >= 3
        assert not {prompt["technique_id"] for prompt in found} & (REFRAMING | picking.CHEER)
        assert not {prompt["id"] for prompt in found} & picking.ASKS_FOR_DETAILS


@pytest.mark.parametrize("phase", ["right-after", "after-shift"])
def test_weights_are_kept_over_many_entries(phase: Phase) -> None:
    def at(item: str) -> Situation:
        return Situation(
            item, phase, DAY, ("had-to-say-no",), 2, at_night=True, helped=frozenset({"kind-hand"})
        )

    fit = candidates(ALL, SAFETY, at(""))
    whole, rounds = sum(weight(prompt, at("")) for prompt in fit), 3000
    first = Counter(offers(fit, SAFETY, at(f"entry {n}"))[0]["id"] for n in range(rounds))
    for prompt in fit:
        share = weight(prompt, at("")) / whole
        assert abs(first[prompt["id"]] / rounds - share) < 4 * (share / rounds) ** 0.5, prompt["id"]


def test_the_weights_themselves() -> None:
    def weigh(prompt: str, **more: Any) -> int:
        return weight(BY_ID[prompt], Situation("x", BY_ID[prompt]["phase"], DAY, **more))

    assert weigh("r-by-name") == 10
    assert weigh("r-settle") == weigh("r-ready") == weigh("r-name") == 20
    assert weigh("r-not-okay", triggers=("threat",)) == 60
    assert weigh("r-by-name", helped=frozenset({"friend-voice"})) == 20
    assert weigh("a-talk-to") == 10
    assert weigh("a-park-it", at_night=True) == 3
    assert weigh("a-park-it", triggers=("my-slip",), at_night=True) == 9
