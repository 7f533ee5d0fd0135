"""Languages fall back to English; the day's prompt is the same for everybody."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any, get_args

import pytest

from journal.library import queries
from journal.library.picking import prompts_of_the_day
from journal.library.queries import language_for, library, prompt_today, prompts
from journal.library.rules import PHASES, Phase, content_hash

DAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    "wanted", [[], ["xx"], ["../review"], ["EN"], ["en-GB"], ["tlh", "en", "es"], ["", "-"]]
)
def test_what_we_do_not_have_is_english(wanted: list[str]) -> None:
    assert language_for(wanted) == "en"


@pytest.mark.parametrize("wanted", [["es"], ["ES"], ["es-MX"], ["es-419", "en"], ["fr", "es-CO", "en"]])
def test_what_we_have_is_spoken_in_every_country(wanted: list[str]) -> None:
    assert language_for(wanted) == "es"


def test_a_language_that_lacks_a_file_is_not_offered_yet(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for tag, files in (("en", ("a", "b")), ("eo", ("a",)), ("es", ("b", "a"))):
        (tmp_path / tag).mkdir()
        for name in files:
            (tmp_path / tag / f"{name}.json").write_text("{}")
    monkeypatch.setattr(queries, "_DATA", tmp_path)
    assert queries.languages.__wrapped__() == ("en", "es")


@pytest.mark.parametrize("phase", PHASES)
def test_the_days_prompt_is_for_any_trigger(lang: str, phase: Phase) -> None:
    for ahead in range(60):
        prompt = prompt_today(lang, phase=phase, day=DAY + timedelta(days=ahead))
        assert prompt["phase"] == phase
        assert "any" in prompt["trigger_ids"]
        assert prompt["exclude_trigger_ids"] == []
        if phase in {"right-after", "after-shift"}:
            assert prompt["intensity"] == {"min": 1, "max": 5}


@pytest.mark.parametrize("phase", PHASES)
def test_the_days_prompt_is_the_same_whatever_the_order_of_the_data(phase: Phase) -> None:
    forward = prompts("en")["prompts"]
    for ahead in range(14):
        day = DAY + timedelta(days=ahead)
        assert prompts_of_the_day(forward, phase=phase, day=day) == prompts_of_the_day(
            forward[::-1], phase=phase, day=day
        )


def test_no_prompt_comes_again_before_all_had_their_turn() -> None:
    week = [prompt_today("en", phase="after-shift", day=DAY + timedelta(days=ahead)) for ahead in range(9)]
    assert len({prompt["id"] for prompt in week}) == 9


def test_the_days_prompt_is_the_same_in_every_language(lang: str) -> None:
    for phase in PHASES:
        assert (
            prompt_today(lang, phase=phase, day=DAY)["id"] == prompt_today("en", phase=phase, day=DAY)["id"]
        )


def test_the_hash_changes_with_any_word_and_with_no_order(words: Any, lang: str) -> None:
    assert content_hash(words) == content_hash(dict(reversed(words.items())))
    words["triggers"]["triggers"][0]["label"] += "."
    assert content_hash(words) != content_hash(library(lang, today=DAY))


def test_a_reader_who_changes_the_words_changes_only_a_copy(words: Any, lang: str) -> None:
    words["prompts"]["prompts"].clear()
    assert len(prompts(lang)["prompts"]) == 88


def test_the_phases_are_the_four_of_a_shift() -> None:
    assert get_args(Phase) == ("before-shift", "right-after", "after-shift", "weekly-review")
