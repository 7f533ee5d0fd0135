"""Our words keep the tone they promise: plain, kind, nobody's gender, no diagnosis, no mark-up."""

import re
from collections import Counter

Texts = list[tuple[str, str]]

OTHERS_SAY = ("/trap", "/they_say", "/examples/", "/tone_rules/", "/reply_avoid/", "/obstacles/")
"""Lines that are not ours: what callers say, what not to say, what stands in a person's way."""

PRESSURE = r"should|must|fail(s|ed|ure)?|lost|broken|still not|don't forget|at risk|stay positive|have it worse|at least"
GENDERED = r"he|she|him|her|his|hers|guys?|girls?|boys?|man|men|woman|women|ladies|lady|sir|madam"
CLINICAL = (
    r"depress\w*|burn-?out|symptoms?|disorders?|diagnos\w*|trauma\w*|ptsd|patients?|clinical|suicid\w*|proven"
)


def _found(texts: Texts, pattern: str) -> list[str]:
    whole_word = re.compile(rf"\b({pattern})\b", re.IGNORECASE)
    return [f"{path}: {text}" for path, text in texts if whole_word.search(text)]


def _ours(texts: Texts) -> Texts:
    return [(path, text) for path, text in texts if not any(part in path for part in OTHERS_SAY)]


def test_nothing_we_say_presses_or_counts_what_is_missing(texts: Texts) -> None:
    assert _found(_ours(texts), PRESSURE) == []


def test_nobody_is_given_a_gender(texts: Texts) -> None:
    assert _found(texts, GENDERED) == []


def test_nothing_sounds_like_a_diagnosis_or_a_promise(texts: Texts) -> None:
    assert _found(texts, CLINICAL) == []


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


def test_every_catalogue_reads_well_under_the_age_of_twelve(texts: Texts) -> None:
    for name in ("triggers", "feelings", "techniques", "prompts", "goals", "phrase_gym", "copy"):
        text = ". ".join(text for path, text in texts if path.startswith(f"/{name}/"))
        assert _school_grade(text) < 3.5, name


def _school_grade(text: str) -> float:
    """Flesch-Kincaid grade, with syllables counted by groups of vowels."""
    sentences = [
        part for part in re.split(r"[.?!:;…]+(?:\s|$)", text) if re.search(r"[a-z]", part, re.IGNORECASE)
    ]
    words = re.findall(r"[A-Za-z']+", text)
    syllables = sum(_syllables(word) for word in words)
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59


def _syllables(word: str) -> int:
    groups = len(re.findall(r"[aeiouy]+", word.lower()))
    silent = word.lower().endswith("e") and not word.lower().endswith("le") and groups > 1
    return max(1, groups - silent)
