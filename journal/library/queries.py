"""Reads of our own words, by language. Loaded once; not to be changed by who reads them."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypedDict, TypeVar

import msgspec

from journal.library.notices import Sharing
from journal.library.picking import prompts_of_the_day
from journal.library.rules import (
    Copy,
    Drills,
    Feelings,
    GoalTemplates,
    HelpCountry,
    HelpLines,
    Phase,
    Prompt,
    Prompts,
    Sources,
    Techniques,
    Triggers,
    shippable_countries,
)
from journal.library.site import with_own

FALLBACK = "en"

_DATA = Path(__file__).parent / "data"
_Words = TypeVar("_Words")


class Library(TypedDict):
    """Every catalogue of one language."""

    triggers: Triggers
    feelings: Feelings
    techniques: Techniques
    prompts: Prompts
    goals: GoalTemplates
    phrase_gym: Drills
    copy: Copy
    sharing: Sharing
    sources: Sources
    helplines: HelpLines


@cache
def languages() -> tuple[str, ...]:
    """The languages we have whole, as BCP 47 tags: one that lacks a file is still being translated."""
    whole = _names_in(FALLBACK)
    return tuple(sorted(folder.name for folder in _DATA.iterdir() if whole <= _names_in(folder.name)))


def language_for(wanted: Iterable[str]) -> str:
    """The first wanted tag that we have, by itself or by its primary language; else English."""
    ours = {tag.lower(): tag for tag in languages()}
    for tag in wanted:
        for form in (tag.lower(), tag.lower().split("-")[0]):
            if form in ours:
                return ours[form]
    return FALLBACK


def triggers(lang: str) -> Triggers:
    """What sets people off, how big it was, and bright spots."""
    return _read(lang, "triggers", Triggers)


def feelings(lang: str) -> Feelings:
    """Words for feelings, in five areas."""
    return _read(lang, "feelings", Feelings)


def techniques(lang: str) -> Techniques:
    """Tools: what to do, how long, at which intensity and when."""
    return _read(lang, "techniques", Techniques)


def prompts(lang: str) -> Prompts:
    """Questions to write to."""
    return _read(lang, "prompts", Prompts)


def goal_templates(lang: str) -> GoalTemplates:
    """Goals to start from: wish, walls, plans, a habit and a check-in."""
    return _read(lang, "goals", GoalTemplates)


def drills(lang: str) -> Drills:
    """The phrase gym. Drills that wait for a review are not among them."""
    return _read(lang, "phrase_gym", Drills)


def copy(lang: str) -> Copy:
    """Texts of the screens, and the tone they keep."""
    return _read(lang, "copy", Copy)


def sharing(lang: str) -> Sharing:
    """What is shown before consent, what a copy may be given for, and a coach's kind replies."""
    return _read(lang, "sharing", Sharing)


def sources(lang: str) -> Sources:
    """The articles and studies that the words lean on."""
    return _read(lang, "sources", Sources)


def helplines(lang: str, *, today: date, own: Sequence[HelpCountry] = ()) -> HelpLines:
    """Help lines that a person has checked lately enough, the operator's own in place of ours."""
    kept = _read(lang, "helplines", HelpLines)
    countries = with_own(kept["entries"], [*own])
    return {**kept, "entries": shippable_countries(countries, today)}


def library(lang: str, *, today: date, own_lines: Sequence[HelpCountry] = ()) -> Library:
    """Everything of one language, with the operator's own help lines."""
    return {
        "triggers": triggers(lang),
        "feelings": feelings(lang),
        "techniques": techniques(lang),
        "prompts": prompts(lang),
        "goals": goal_templates(lang),
        "phrase_gym": drills(lang),
        "copy": copy(lang),
        "sharing": sharing(lang),
        "sources": sources(lang),
        "helplines": helplines(lang, today=today, own=own_lines),
    }


def prompt_today(lang: str, *, phase: Phase, day: date) -> Prompt:
    """The day's prompt for a phase, for any trigger."""
    return prompts_of_the_day(prompts(lang)["prompts"], phase=phase, day=day)[0]


def _names_in(lang: str) -> set[str]:
    return {file.name for file in (_DATA / lang).glob("*.json")}


def _read(lang: str, name: str, shape: type[_Words]) -> _Words:
    words: _Words = msgspec.convert(_file(lang, name), type=shape)
    return words


@cache
def _file(lang: str, name: str) -> Any:
    return msgspec.json.decode((_DATA / lang / f"{name}.json").read_bytes())
