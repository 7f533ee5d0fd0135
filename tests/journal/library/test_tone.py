"""Our words keep the tone they promise: plain, kind, nobody's gender, no diagnosis, no mark-up."""

import re
from collections import Counter
from typing import Any

from tests.journal.library.tones import TONES

Texts = list[tuple[str, str]]

OTHERS_SAY = ("/trap", "/they_say", "/examples/", "/tone_rules/", "/reply_avoid/", "/obstacles/")
"""Lines that are not ours: what callers say, what not to say, what stands in a person's way."""


def _found(texts: Texts, pattern: str) -> list[str]:
    whole_word = re.compile(rf"\b({pattern})\b", re.IGNORECASE)
    return [f"{path}: {text}" for path, text in texts if whole_word.search(text)]


def _ours(texts: Texts) -> Texts:
    return [(path, text) for path, text in texts if not any(part in path for part in OTHERS_SAY)]


def test_nothing_we_say_presses_or_counts_what_is_missing(texts: Texts, lang: str) -> None:
    assert _found(_ours(texts), TONES[lang].pressure) == []


def test_nobody_is_given_a_gender(texts: Texts, lang: str) -> None:
    assert _found(texts, TONES[lang].gendered) == []


def test_nothing_sounds_like_a_diagnosis_or_a_promise(texts: Texts, lang: str) -> None:
    assert _found(texts, TONES[lang].clinical) == []


def test_no_tool_and_no_question_stirs_anger_up(texts: Texts, lang: str) -> None:
    acts = [one for one in texts if re.match(r"/techniques/.*/(label|steps/\d+)$|/prompts/.*/text$", one[0])]
    assert len(acts) > 200
    assert _found(acts, TONES[lang].stirring) == []


def test_nobody_is_set_beside_others(texts: Texts, lang: str) -> None:
    assert _found(_ours(texts), TONES[lang].comparing) == []


def test_no_model_of_the_gym_dodges_or_promises_too_much(texts: Texts, words: Any, lang: str) -> None:
    models = [(path, text) for path, text in texts if path.startswith("/phrase_gym/") and "/models/" in path]
    assert len(models) == 70
    assert _found(models, TONES[lang].dodging) == []
    straight = next(drill for drill in words["phrase_gym"]["drills"] if drill["id"] == "so-its-a-no")
    assert all(re.search(r"\bno\b", model, re.IGNORECASE) for model in straight["models"])


def test_the_words_carry_no_markup(texts: Texts) -> None:
    assert [text for _, text in texts if re.search(r"[<>]|&\w+;|\*\*|https?://", text)] == []


def test_no_word_stands_twice_in_a_row_and_no_space_is_left_over(texts: Texts) -> None:
    slip = re.compile(r"\b(\w+) \1\b|\s{2}|^\s|\s$| [,.;:?!](?!\.)", re.IGNORECASE)
    assert [text for _, text in texts if slip.search(text)] == []


def test_no_question_is_asked_twice(texts: Texts) -> None:
    prompts = Counter(text for path, text in texts if path.startswith("/prompts/") and path.endswith("/text"))
    assert [text for text, times in prompts.items() if times > 1] == []


def test_nothing_hard_is_answered_with_an_exclamation_mark(texts: Texts) -> None:
    assert [text for path, text in _ours(texts) if "!" in text and "/tone_rules/" not in path] == []


def test_every_catalogue_reads_well_under_the_age_of_twelve(texts: Texts, lang: str) -> None:
    for name in ("triggers", "feelings", "techniques", "prompts", "goals", "phrase_gym", "copy"):
        text = ". ".join(text for path, text in texts if path.startswith(f"/{name}/"))
        assert TONES[lang].reads_easily(text), name
