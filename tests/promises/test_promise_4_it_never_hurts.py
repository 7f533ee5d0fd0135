"""Promise 4: it never hurts. The rules R9 to R18 over what the app says and what the server holds.

R1 to R8 stand beside this file, in test_promise_4_in_every_course.py, and what only a screen can show in
test_promise_4_on_the_screen.py.
"""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

from drf_spectacular.generators import SchemaGenerator

from journal import models
from tests.addresses import every_address
from tests.promises.saying import saying
from tests.server import ROOT

PRESSURE = r"should|must|fail(s|ed|ure)?|lost|broken|still not|don't forget|at risk|only \d+ of|keep it up|don't break"
COMPARING = r"leaderboards?|rank(ed|ing|s)?|badges?|high score|others wrote|other users|everyone else|than others|top \d+"
WATCHING = re.compile(
    r"last_(seen|used|login|active|write|written|opened)|streak|(?<!evidence_)strength|opted_in|usage|analytics|has_shared|has_written"
)
OWN_ONLY = ("/api/v1/me/what-you-know/", "/api/v1/streaks/", "/api/v1/habits/", "/_allauth/")
"""Where a person reads what is their own, and nobody else can."""


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
