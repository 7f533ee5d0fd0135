"""Every form: its samples hold, its counter-samples do not, and nothing a later app adds is lost."""

from datetime import date
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from journal.library import queries
from tests.contract.forms import HERE, SHARED, changed, faults, samples, schemas

NAMES = [name for name in schemas() if name != SHARED]
CLOSED = {"header", "header-reply", "schedule", "off", "tombstone"}
"""What the server sees, and what says nothing: no member but the known."""


@pytest.mark.parametrize("name", schemas())
def test_a_schema_is_one(name: str) -> None:
    Draft202012Validator.check_schema(schemas()[name])
    assert schemas()[name]["$id"].endswith(f"/{name}.json")


@pytest.mark.parametrize("name", NAMES)
def test_valid_samples_hold(name: str) -> None:
    for sample in samples(name)["valid"]:
        assert faults(name, sample) == []


@pytest.mark.parametrize("name", NAMES)
def test_counter_samples_do_not(name: str) -> None:
    given = samples(name)
    passed = [case["why"] for case in given["invalid"] if not faults(name, changed(given["valid"][0], case))]
    assert passed == []


@pytest.mark.parametrize("name", NAMES)
def test_each_member_that_must_stand_there_does(name: str) -> None:
    sample = samples(name)["valid"][0]
    for member in schemas()[name]["required"]:
        assert faults(name, changed(sample, {"without": [member]})), member


@pytest.mark.parametrize("name", NAMES)
def test_unknown_members_are_kept_inside_the_seal_and_refused_outside(name: str) -> None:
    for sample in samples(name)["valid"]:
        later: Any = {**sample, "of_a_later_app": ["kept", {"as": "it is"}]}
        assert bool(faults(name, later)) == (name in CLOSED)


@pytest.mark.parametrize("name", [name for name in NAMES if name not in CLOSED])
def test_a_higher_version_is_not_for_editing(name: str) -> None:
    assert faults(name, changed(samples(name)["valid"][0], {"with": {"v": 2}}))


@pytest.mark.parametrize("letter", ["x", "ż", "🙂"])
def test_a_text_holds_20_000_characters_and_not_one_more(letter: str) -> None:
    encounter = samples("entry-encounter")["valid"][0]
    assert faults("entry-encounter", {**encounter, "text": letter * 20_000}) == []
    assert faults("entry-encounter", {**encounter, "text": letter * 20_001})


def test_every_sample_file_has_a_schema() -> None:
    assert {path.stem for path in (HERE / "items").glob("*.json")} == set(NAMES)


def test_the_forms_are_those_of_the_items() -> None:
    of_entries = {name.removeprefix("entry-") for name in NAMES if name.startswith("entry-")}
    of_notes = {name.removeprefix("note-") for name in NAMES if name.startswith("note-")}
    assert of_entries == {"encounter", "check-in", "bright-spot", "before-shift", "after-shift", "tool"}
    assert of_notes == {"proof", "phrase", "fact", "follow-up", "ask-work", "lesson", "read-next", "own-tool", "own-trigger", "week", "for-somebody-new", "whom-to-ask", "scene"}  # fmt: skip


def test_every_id_of_the_library_is_a_thing() -> None:
    named: Any = queries.library("en", today=date(2026, 11, 21))
    lists = [
        ("triggers", "triggers"),
        ("techniques", "techniques"),
        ("prompts", "prompts"),
        ("phrase_gym", "drills"),
    ]
    for catalogue, entries in lists:
        for entry in named[catalogue][entries]:
            encounter = {
                "v": 1,
                "t": "tool",
                "technique": entry["id"],
                "at": "2026-11-21T22:10:00Z",
                "tz": "UTC",
            }
            assert faults("entry-tool", encounter) == []
