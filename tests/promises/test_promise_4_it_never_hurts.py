"""Promise 4: it never hurts. The rules R1 to R18 over what the app offers, what it says and what the server holds.

What only a screen can show stands beside this file, in test_promise_4_on_the_screen.py.
"""

import json
import re
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from drf_spectacular.generators import SchemaGenerator

from journal import models
from journal.library import queries
from tests.addresses import every_address
from tests.server import ROOT

NOT_OKAY_NEVER = {"their-day", "one-small-lesson", "other-door", "light-line"}
CHEER = {"good-three", "soft-face", "light-line"}
NO_DETAILS = {"threat", "sexual-remarks", "identity-attack", "someone-in-danger"}
ASKS_FOR_DETAILS = {"r-one-line", "a-what-stung", "a-better-words", "a-heaviest", "a-film-title"}
AROUSING = r"punch\w*|smash\w*|scream\w*|yell\w*|rant\w*|vent|venting|hit|get it all out|let off steam"
PRESSURE = r"should|must|fail(s|ed|ure)?|lost|broken|still not|don't forget|at risk|only \d+ of|keep it up|don't break"
SLOGANS = (
    r"stay positive|have it worse|at least|look on the bright side|cheer up|good vibes|everything happens"
)
COMPARING = r"leaderboards?|rank(ed|ing|s)?|badges?|high score|others wrote|other users|everyone else|than others|top \d+"
WATCHING = re.compile(
    r"last_(seen|used|login|active|write|written|opened)|streak|(?<!evidence_)strength|opted_in|usage|analytics|has_shared|has_written"
)
OWN_ONLY = ("/api/v1/me/what-you-know/", "/api/v1/streaks/", "/api/v1/habits/", "/_allauth/")
"""Where a person reads what is their own, and nobody else can."""


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
def library() -> Any:
    """Everything the library says in English."""
    return queries.library("en", today=date(2026, 11, 21))


@pytest.fixture(scope="module")
def tools(library: Any) -> Any:
    """The techniques by id."""
    return {tool["id"]: tool for tool in library["techniques"]["techniques"]}


@pytest.fixture(scope="module")
def prompts(library: Any) -> Any:
    """The prompts by id."""
    return {prompt["id"]: prompt for prompt in library["prompts"]["prompts"]}


@pytest.fixture(scope="module")
def said() -> list[str]:
    """Every sentence of the app's own catalogues, but those about devices and codes, where a thing may be lost."""
    folder = ROOT / "frontend" / "src" / "language" / "en"
    files = [file for file in folder.glob("*.ts") if file.stem not in {"people", "troubles", "ways"}]
    assert len(files) >= 8
    return [
        text
        for file in files
        for text in re.findall(r'"([^"\n]*)"(?=,?\s*(?:\n|\}|other:))', file.read_text())
    ]


def saying(texts: list[str], pattern: str) -> list[str]:
    """The sentences in which one of the words stands."""
    return [text for text in texts if re.search(rf"\b({pattern})\b", text, re.IGNORECASE)]


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


def test_r9_nothing_is_said_of_losing_breaking_or_owing(said: list[str], library: Any) -> None:
    streak = list(library["copy"]["streak"].values())
    assert saying(said + streak, PRESSURE) == []
    assert [text for text in said if "!" in text] == []
    reminders = [text for name, text in library["copy"]["reminder"].items() if name != "rule"]
    assert saying(reminders, r"streaks?|days in a row|run") == []


def test_r10_nobody_is_set_beside_others(said: list[str], library: Any) -> None:
    assert saying(said, COMPARING) == []
    assert [path for path in every_address() if re.search(COMPARING, path)] == []
    assert saying(list(library["copy"]["home"].values()), COMPARING) == []


def _fields(part: Any, path: str = "") -> list[tuple[str, str]]:
    """Each name of a member in a schema, with the way to it."""
    if isinstance(part, list):
        return [found for inner in part for found in _fields(inner, path)]
    if not isinstance(part, dict):
        return []
    named = [(path, name) for name in part.get("properties", {})]
    return named + [found for name, inner in part.items() for found in _fields(inner, f"{path}/{name}")]


def test_r11_no_answer_tells_of_anybody_when_they_came_or_how_much_they_wrote() -> None:
    schema = SchemaGenerator().get_schema(request=None, public=True)
    told = [
        (path, name)
        for path, methods in schema["paths"].items()
        if not path.startswith(OWN_ONLY)
        for _, name in _fields(methods)
        if WATCHING.search(name)
    ]
    assert len(schema["paths"]) > 30
    assert told == []


def test_r11_the_journal_keeps_no_trace_of_use_and_has_no_back_office(settings: Any) -> None:
    ours = [model for model in vars(models).values() if isinstance(model, type) and hasattr(model, "_meta")]
    names = [f"{model.__name__}.{field.name}" for model in ours for field in model._meta.get_fields()]
    assert len(names) > 40
    # When somebody signed in last is a column Django brings along; the journal has it removed.
    assert [name for name in names if WATCHING.search(name)] == []
    assert "django.contrib.admin" not in settings.INSTALLED_APPS


def test_r12_one_copy_at_a_time_to_one_reader_and_none_by_default(said: list[str]) -> None:
    schema = SchemaGenerator().get_schema(request=None, public=True)
    asked = schema["paths"]["/api/v1/copies/"]["post"]["requestBody"]
    assert "share_all" not in str(asked)
    lists = [name for _, name in _fields(asked) if name.endswith("s") and "cop" in name]
    assert lists == []
    assert saying(said, r"share (all|everything|by default)|always share") == []


def test_r13_a_locked_screen_shows_nothing_of_it(library: Any) -> None:
    reminder = library["copy"]["reminder"]
    assert reminder["lock-screen"] == "A moment for you"
    neutral = "shift|call|feel|mood|stress|journal|streak"
    assert not re.search(neutral, reminder["lock-screen"], re.IGNORECASE)


def sources_with(pattern: str) -> set[str]:
    """The app's own files in which this stands."""
    files = [file for file in (ROOT / "frontend" / "src").rglob("*.ts*") if ".test." not in file.name]
    assert len(files) > 200
    return {file.name for file in files if re.search(pattern, file.read_text())}


def test_r13_only_a_tapped_reminder_asks_or_shows_and_it_shows_no_words(library: Any) -> None:
    assert sources_with(r"Notification\.requestPermission|showNotification|new Notification\b") == {
        "reminders.ts"
    }
    shown = re.findall(
        r"showNotification\((.*)\)", (ROOT / "frontend" / "src" / "notes" / "reminders.ts").read_text()
    )
    assert shown == ['t("due.moment"), { tag: "follow-up" }']
    said = (ROOT / "frontend" / "src" / "language" / "en" / "notes.ts").read_text()
    assert f'"due.moment": "{library["copy"]["reminder"]["lock-screen"]}"' in said
    assert sources_with("askToRemind\\(") == {"reminders.ts", "NoteFields.tsx"}


def test_r15_no_flow_opens_the_next_one_by_itself() -> None:
    # A sheet is opened by a tap: never by a timer, and never as one is closed.
    by_itself = r"setTimeout\([^;]*openSheet|closeSheet\(\);\s*openSheet|useEffect\([^;]*openSheet"
    assert sources_with(by_itself) == set()
    assert sources_with(r"\bopenSheet\(") >= {"Today.tsx", "sheets.ts"}
    assert sources_with("IntersectionObserver") == set(), "nothing goes on without end"


def test_r15_a_flow_leads_to_no_other(said: list[str]) -> None:
    assert (
        saying(said, r"up next|next up|you might also|keep going for|come back tomorrow|see you tomorrow")
        == []
    )


def test_r16_no_model_of_the_gym_hides_the_answer_to_a_straight_question(library: Any) -> None:
    drills = {drill["id"]: drill for drill in library["phrase_gym"]["drills"]}
    straight = drills["so-its-a-no"]
    for model in straight["models"]:
        assert re.search(r"\b(no|not|cannot|can't)\b", model, re.IGNORECASE), model
    asked = [drill for drill in drills.values() if drill["they_say"].rstrip("!").endswith("?")]
    assert len(asked) >= 4
    evasive = r"as I said|like I said|let's not|let me not|that's not important|you'd have to ask"
    for drill in asked:
        assert saying(drill["models"], evasive) == []
    for drill in drills.values():
        assert drill["trap"] not in drill["models"]
        assert (
            saying(drill["models"], r"i'?ll see what i can do and|no problem at all|i promise|guarantee")
            == []
        )


def test_r17_no_number_ships_that_nobody_has_checked_lately(library: Any) -> None:
    lines = [line for country in library["helplines"]["entries"] for line in country["lines"]]
    for line in lines:
        assert line["verified_by"]
        assert (date.today() - date.fromisoformat(line["verified_on"])).days <= 180  # noqa: DTZ011
    shown = re.findall(r'href="(?:tel|sms):([^"]*)"', (ROOT / "frontend" / "dist" / "help.html").read_text())
    numbers = json.dumps(lines)
    assert [number for number in shown if number not in numbers] == []


def test_r18_nothing_makes_a_sound() -> None:
    sources = [file for file in (ROOT / "frontend" / "src").rglob("*.ts*") if ".test." not in file.name]
    loud = re.compile(r"AudioContext|new Audio\b|<audio|speechSynthesis|\.mp3|\.ogg")
    assert len(sources) > 200
    assert [file.name for file in sources if loud.search(file.read_text())] == []
    assert [file for file in Path(ROOT / "frontend" / "public").rglob("*") if loud.search(file.name)] == []
