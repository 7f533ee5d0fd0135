"""What may be offered after which trigger: nobody is asked for a lesson after abuse."""

from collections.abc import Iterator
from typing import Any

import pytest

from journal.library.rules import PHASES, PHASES_WITHOUT_AN_ENTRY

REFRAMING = {"their-day", "one-small-lesson", "other-door", "light-line"}
CHEER = {"good-three", "soft-face", "light-line"}
NO_DETAILS = ["threat", "sexual-remarks", "identity-attack", "someone-in-danger"]
ASKS_FOR_DETAILS = {"r-one-line", "a-what-stung", "a-better-words", "a-heaviest", "a-film-title"}
HARD = {
    "threat",
    "sexual-remarks",
    "identity-attack",
    "someone-in-danger",
    "personal-insult",
    "sworn-at",
    "colleague-clash",
}
LEVELS = range(1, 6)


def _candidates(words: Any, phase: str, intensity: int, trigger: str) -> list[Any]:
    """The prompts that may be offered: same phase, intensity in range, trigger named and not excluded."""
    return [
        prompt
        for prompt in words["prompts"]["prompts"]
        if prompt["phase"] == phase
        and (phase in PHASES_WITHOUT_AN_ENTRY or _within(prompt, intensity))
        and {trigger, "any"} & set(prompt["trigger_ids"])
        and trigger not in prompt["exclude_trigger_ids"]
    ]


def _within(entry: Any, intensity: int) -> bool:
    inside: bool = entry["intensity"]["min"] <= intensity <= entry["intensity"]["max"]
    return inside


def _situations(words: Any) -> Iterator[tuple[Any, str, int, list[Any]]]:
    for trigger in words["triggers"]["triggers"]:
        for phase in PHASES:
            for intensity in LEVELS:
                yield trigger, phase, intensity, _candidates(words, phase, intensity, trigger["id"])


def test_the_hard_triggers_are_the_ones_marked(words: Any) -> None:
    assert {trigger["id"] for trigger in words["triggers"]["triggers"] if trigger["safety"]} == HARD


def test_there_is_always_a_choice_of_prompts(words: Any) -> None:
    for trigger, phase, intensity, candidates in _situations(words):
        fewest = 3 if trigger["safety"] else 5
        assert len(candidates) >= fewest, (trigger["id"], phase, intensity)


def test_every_entry_can_end_with_a_step_forward(words: Any) -> None:
    for trigger, phase, intensity, candidates in _situations(words):
        assert any(prompt["ends_forward"] for prompt in candidates), (trigger["id"], phase, intensity)


def test_after_abuse_nobody_is_asked_for_a_lesson_or_the_callers_side(words: Any) -> None:
    for trigger, phase, intensity, candidates in _situations(words):
        if trigger["safety"]:
            offered = {prompt["technique_id"] for prompt in candidates}
            assert not offered & REFRAMING, (trigger["id"], phase, intensity)
            assert not set(trigger["first_offer"]) & REFRAMING


@pytest.mark.parametrize("trigger", NO_DETAILS)
def test_after_a_threat_or_danger_no_details_and_no_cheer(words: Any, trigger: str) -> None:
    for phase in PHASES:
        for intensity in LEVELS:
            candidates = _candidates(words, phase, intensity, trigger)
            assert not {prompt["id"] for prompt in candidates} & ASKS_FOR_DETAILS
            assert not {prompt["technique_id"] for prompt in candidates} & CHEER


def test_after_every_not_okay_trigger_rest_note_and_the_official_way_are_offered(words: Any) -> None:
    offer = next(prompt for prompt in words["prompts"]["prompts"] if prompt["id"] == "r-not-okay")
    not_okay = {entry["id"] for entry in words["triggers"]["triggers"] if entry["safety"] == "not-okay"}
    assert set(offer["trigger_ids"]) == not_okay
    assert offer["intensity"] == {"min": 1, "max": 5}


def test_a_feeling_is_asked_for_only_from_three_up(words: Any) -> None:
    tool = next(entry for entry in words["techniques"]["techniques"] if entry["id"] == "name-it")
    assert tool["intensity"]["min"] == 3
    for prompt in words["prompts"]["prompts"]:
        if prompt["technique_id"] == "name-it" and prompt["phase"] == "right-after":
            assert prompt["intensity"]["min"] >= 3, prompt["id"]


def test_light_lines_are_for_small_things_only(words: Any) -> None:
    for prompt in words["prompts"]["prompts"]:
        if prompt["technique_id"] == "light-line":
            assert prompt["intensity"]["max"] <= 2
            assert set(prompt["exclude_trigger_ids"]) == HARD


def test_at_the_worst_there_is_a_tool_for_the_body_or_a_person(words: Any) -> None:
    tools = {entry["id"]: entry for entry in words["techniques"]["techniques"]}
    for trigger in words["triggers"]["triggers"]:
        offered = [tools[name] for name in trigger["first_offer"]]
        fit = [t for t in offered if _within(t, 5) and "right-after" in t["phases"]]
        assert any(tool["kind"] in {"breath", "body", "social"} for tool in fit), trigger["id"]


def test_hard_drills_carry_a_note_before_they_open(words: Any) -> None:
    for drill in words["phrase_gym"]["drills"]:
        if set(drill["trigger_ids"]) & (HARD | {"heavy-story"}):
            assert drill.get("content_note"), drill["id"]
