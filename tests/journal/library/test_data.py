"""The catalogues hold together: ids, references, numbers, counts."""

import json
import re
from typing import Any

from tests.journal.library.conftest import FOLDER

KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def _entries(words: Any) -> dict[str, list[Any]]:
    """Each list whose entries have an id of their own."""
    return {
        "triggers": words["triggers"]["triggers"],
        "bright spots": words["triggers"]["bright_spots"],
        "groups": words["triggers"]["groups"],
        "feelings": words["feelings"]["emotions"],
        "quadrants": words["feelings"]["quadrants"],
        "techniques": words["techniques"]["techniques"],
        "prompts": words["prompts"]["prompts"],
        "goals": words["goals"]["goals"],
        "drills": words["phrase_gym"]["drills"],
        "replies": words["sharing"]["kind_replies"],
        "practice": words["sharing"]["practice"],
        "sources": words["sources"]["seeds"] + words["sources"]["evidence"],
    }


def _ids(words: Any, name: str) -> set[str]:
    return {entry["id"] for entry in _entries(words)[name]}


def test_every_id_is_kebab_case_and_stands_once(words: Any) -> None:
    for name, entries in _entries(words).items():
        ids = [entry["id"] for entry in entries]
        assert len(ids) == len(set(ids)), name
        assert all(KEBAB.fullmatch(identifier) for identifier in ids), name


def test_no_id_looks_like_a_persons_own(words: Any) -> None:
    every = {identifier for name in _entries(words) for identifier in _ids(words, name)}
    assert not {identifier for identifier in every if identifier.startswith("custom-")}


def test_triggers_lead_to_groups_and_tools_that_exist(words: Any) -> None:
    for trigger in words["triggers"]["triggers"]:
        assert trigger["group"] in _ids(words, "groups")
        assert set(trigger["first_offer"]) <= _ids(words, "techniques"), trigger["id"]


def test_feelings_lie_in_areas_that_exist(words: Any) -> None:
    for feeling in words["feelings"]["emotions"]:
        assert feeling["quadrant"] in _ids(words, "quadrants")
        assert feeling["valence"] in range(-2, 3)
        assert feeling["arousal"] in range(-2, 3)


def test_prompts_lead_to_triggers_and_tools_that_exist(words: Any) -> None:
    known = _ids(words, "triggers")
    for prompt in words["prompts"]["prompts"]:
        assert set(prompt["trigger_ids"]) <= known | {"any", "bright-spot"}, prompt["id"]
        assert set(prompt["exclude_trigger_ids"]) <= known, prompt["id"]
        assert prompt["technique_id"] in _ids(words, "techniques"), prompt["id"]


def test_air_water_a_person_or_quiet_each_open_a_tool_of_their_own(words: Any) -> None:
    (asked,) = [prompt for prompt in words["prompts"]["prompts"] if prompt["id"] == "r-next-five"]
    tools = {tool["id"]: tool for tool in words["techniques"]["techniques"]}
    opened = {choice["id"]: choice["technique_id"] for choice in asked["choices"]}
    assert list(opened) == ["air", "water", "person", "quiet"]
    assert len(set(opened.values())) == 4
    for tool in opened.values():
        assert "right-after" in tools[tool]["phases"], tool
    assert tools[opened["person"]]["kind"] == "social"


def test_goals_lead_to_tools_and_drills_that_exist(words: Any) -> None:
    tags = {tag for drill in words["phrase_gym"]["drills"] for tag in drill["tags"]}
    for goal in words["goals"]["goals"]:
        tools = {*goal["technique_ids"], goal["habit"]["technique_id"]} - {None}
        assert tools <= _ids(words, "techniques"), goal["id"]
        assert set(goal["drill_tags"]) <= tags, goal["id"]
        assert [question["id"] for question in goal["check_in"]] == ["how", "wall", "next"]
        assert len(goal["if_then_plans"]) == len(goal["obstacles"]) == 3


def test_drills_lead_to_triggers_that_exist_and_show_two_models(words: Any) -> None:
    for drill in words["phrase_gym"]["drills"]:
        assert set(drill["trigger_ids"]) <= _ids(words, "triggers"), drill["id"]
        assert len(drill["models"]) == 2, drill["id"]


def test_kind_replies_answer_something_that_exists(words: Any) -> None:
    known = _ids(words, "triggers") | {"any", "not-okay", "backup", "bright-spot"}
    assert {reply["when"] for reply in words["sharing"]["kind_replies"]} <= known


def test_every_source_named_is_listed(words: Any) -> None:
    for name in ("triggers", "techniques", "prompts", "goals", "drills"):
        for entry in _entries(words)[name]:
            assert set(entry["sources"]) <= _ids(words, "sources"), entry["id"]


def test_ranges_and_targets_are_in_bounds(words: Any) -> None:
    ranged = words["prompts"]["prompts"] + words["techniques"]["techniques"]
    for entry in ranged:
        assert 1 <= entry["intensity"]["min"] <= entry["intensity"]["max"] <= 5, entry["id"]
    for goal in words["goals"]["goals"]:
        target = goal["habit"]["target"]
        assert (target["type"] == "work-days") == ("n" not in target)
        assert 1 <= target.get("n", 1) <= 7


def test_a_guided_breath_lasts_as_long_as_it_says(words: Any) -> None:
    for technique in words["techniques"]["techniques"]:
        if breath := technique.get("breath"):
            once = sum(seconds for part, seconds in breath.items() if part.endswith("_s"))
            assert once * breath["cycles"] == technique["duration_s"], technique["id"]
        assert (technique["kind"] == "breath") == ("breath" in technique), technique["id"]


def test_reading_drops_no_member_of_the_files(words: Any, lang: str) -> None:
    for name, part in words.items():
        lies = json.loads((FOLDER / "data" / lang / f"{name}.json").read_text(encoding="utf-8"))
        assert part == lies, name


def test_what_waits_for_a_review_is_not_in_the_library(words: Any, review: Any) -> None:
    held = {drill["id"] for name, part in review if name == "phrase_gym.json" for drill in part["drills"]}
    assert held == {"caller-in-danger"}
    assert not held & _ids(words, "drills")
    assert "ships" not in json.dumps(words["phrase_gym"])


def test_the_catalogues_are_whole(words: Any) -> None:
    counts = {name: len(entries) for name, entries in _entries(words).items()}
    assert counts == {
        "triggers": 26, "bright spots": 7, "groups": 7, "feelings": 36, "quadrants": 5, "techniques": 50,
        "prompts": 88, "goals": 11, "drills": 35, "replies": 18, "practice": 8, "sources": 55,
    }  # fmt: skip
