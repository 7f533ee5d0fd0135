"""Promise 4: it never hurts. The rules R1 to R8 over every course the app can take after a call.

The other rules stand beside this file, in test_promise_4_it_never_hurts.py, and what only a screen can show in
test_promise_4_on_the_screen.py.
"""

import json
import subprocess
from typing import Any

import pytest

from tests.promises.saying import saying
from tests.server import ROOT

NOT_OKAY_NEVER = {"their-day", "one-small-lesson", "other-door", "light-line"}
CHEER = {"good-three", "soft-face", "light-line"}
NO_DETAILS = {"threat", "sexual-remarks", "identity-attack", "someone-in-danger"}
ASKS_FOR_DETAILS = {"r-one-line", "a-what-stung", "a-better-words", "a-heaviest", "a-film-title"}
AROUSING = r"punch\w*|smash\w*|scream\w*|yell\w*|rant\w*|vent|venting|hit|get it all out|let off steam"
SLOGANS = (
    r"stay positive|have it worse|at least|look on the bright side|cheer up|good vibes|everything happens"
)


@pytest.fixture(scope="module")
def courses() -> Any:
    """Every trigger at every size in every phase, walked by the app's own sources."""
    walked = subprocess.run(
        ["node", "tests/promises/course.mjs"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    found = json.loads(walked.stdout)
    assert len(found) == 26 * 5 * 4
    return found


@pytest.fixture(scope="module")
def tools(library: Any) -> Any:
    """The techniques by id."""
    return {tool["id"]: tool for tool in library["techniques"]["techniques"]}


@pytest.fixture(scope="module")
def prompts(library: Any) -> Any:
    """The prompts by id."""
    return {prompt["id"]: prompt for prompt in library["prompts"]["prompts"]}


def right_after(courses: Any, **wanted: Any) -> list[Any]:
    """The courses of a call just taken."""
    fit = [one for one in courses if one["phase"] == "right-after"]
    return [one for one in fit if all(one[name] == value for name, value in wanted.items())]


def test_r1_every_course_ends_with_a_close_and_every_trigger_has_a_step_forward(
    courses: Any, prompts: Any
) -> None:
    for one in courses:
        for steps in (one["steps"], one["again"]):
            assert steps[-3:] == ["close", "end", "minute"]
        assert any(prompts[name]["ends_forward"] for name in one["prompts"]), one


def test_r3_what_comes_again_is_led_past_more_writing(courses: Any) -> None:
    for one in right_after(courses):
        assert "again" not in one["steps"]
        assert one["again"].index("again") < one["again"].index("line")
        assert ("offer" in one["again"]) == (one["safety"] == "not-okay")


def test_r4_the_body_settles_before_words_from_four_up_and_nothing_stirs_up(
    courses: Any, library: Any
) -> None:
    for one in right_after(courses):
        steps = one["steps"]
        assert ("settle" in steps) == (one["intensity"] >= 4)
        if "settle" in steps:
            assert steps.index("settle") < min(steps.index("feeling"), steps.index("line"))
            assert one["settling"], one
    texts = [text for tool in library["techniques"]["techniques"] for text in (tool["label"], *tool["steps"])]
    assert saying(texts + [p["text"] for p in library["prompts"]["prompts"]], AROUSING) == []


def test_r5_no_small_thing_is_asked_for_its_feeling(courses: Any, prompts: Any) -> None:
    for one in right_after(courses):
        assert ("feeling" in one["steps"]) == (one["intensity"] >= 3)
        if one["intensity"] <= 2:
            asked = {prompts[name]["technique_id"] for name in one["prompts"]}
            assert "name-it" not in asked | set(one["tools"]), one


def test_r6_after_what_is_not_okay_no_lesson_no_callers_side_no_light_line(
    courses: Any, prompts: Any
) -> None:
    hard = [one for one in courses if one["safety"]]
    assert len(hard) == 7 * 5 * 4
    for one in hard:
        asked = {prompts[name]["technique_id"] for name in one["prompts"]}
        assert not (asked | set(one["tools"])) & NOT_OKAY_NEVER, one
        assert not one["gym"]
    for one in right_after(courses, safety="not-okay"):
        assert "offer" in one["steps"], "rest, a fact note, the official way"
        assert one["after"] == []


def test_r6_at_the_worst_it_is_the_body_the_breath_or_a_person(
    courses: Any, tools: Any, library: Any
) -> None:
    first = {one["id"]: one["first_offer"] for one in library["triggers"]["triggers"]}
    for one in right_after(courses, intensity=5):
        assert {tools[name]["kind"] for name in one["settling"]} <= {"body", "breath", "social"}
        assert one["settling"][0] in first[one["trigger"]], one
    for one in right_after(courses, intensity=4):
        assert tools[one["settling"][0]]["kind"] in {"body", "breath"}
        assert one["safety"] == "not-okay" or one["after"][0] in {"friend-voice", "kind-hand"}


def test_r7_a_light_line_is_for_small_things_and_nobody_is_told_to_cheer_up(
    courses: Any, prompts: Any, said: list[str]
) -> None:
    for one in courses:
        asked = {prompts[name]["technique_id"] for name in one["prompts"]}
        if one["intensity"] >= 3 and one["phase"] in {"right-after", "after-shift"}:
            assert "light-line" not in asked | set(one["tools"]), one
    assert saying(said, SLOGANS) == []


def test_a_smile_is_never_asked_for_after_a_rough_call(courses: Any, tools: Any) -> None:
    assert tools["soft-face"]["phases"] == ["before-shift"]
    for one in right_after(courses):
        assert "soft-face" not in one["tools"]


def test_r8_after_a_threat_or_danger_nobody_is_asked_to_go_over_it(courses: Any, prompts: Any) -> None:
    gentle = [one for one in courses if one["trigger"] in NO_DETAILS]
    assert {one["trigger"] for one in courses if one["gentle"]} == NO_DETAILS
    for one in gentle:
        asked = {prompts[name]["technique_id"] for name in one["prompts"]}
        assert not set(one["prompts"]) & ASKS_FOR_DETAILS, one
        assert not (asked | set(one["tools"])) & CHEER, one
