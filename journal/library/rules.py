"""What our own words are made of, and which of them may ship. Pure."""

import hashlib
import json
import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, Literal, NotRequired, TypedDict, get_args

Phase = Literal["before-shift", "right-after", "after-shift", "weekly-review"]
PHASES: tuple[Phase, ...] = get_args(Phase)
PHASES_WITHOUT_AN_ENTRY: frozenset[Phase] = frozenset({"before-shift", "weekly-review"})
LOWEST_INTENSITY, HIGHEST_INTENSITY = 1, 5
CHECK_HOLDS_DAYS = 180

TEL = re.compile(r"[0-9+]{2,15}")

Notes = dict[str, str]
"""What a member means, for whoever reads the data."""
Copy = dict[str, Any]
"""Screen texts: texts, and lists of texts, by screen and name."""


class Labelled(TypedDict):
    id: str
    label: str


class Level(TypedDict):
    """One step of "how big", 1 to 5."""

    value: int
    label: str


class Range(TypedDict):
    """Intensities, both ends included."""

    min: int
    max: int


class Trigger(TypedDict):
    id: str
    group: str
    label: str
    description: str
    examples: list[str]
    first_offer: list[str]
    safety: Literal["not-okay", "get-help"] | None
    sources: list[str]


class BrightSpot(TypedDict):
    id: str
    label: str
    example: str


class Triggers(TypedDict):
    schema_version: int
    fields: Notes
    intensity: list[Level]
    groups: list[Labelled]
    triggers: list[Trigger]
    bright_spots: list[BrightSpot]


class Quadrant(TypedDict):
    id: str
    label: str
    hint: str


class Feeling(TypedDict):
    id: str
    label: str
    quadrant: str
    valence: int
    arousal: int
    meaning: str


class Feelings(TypedDict):
    schema_version: int
    fields: Notes
    quadrants: list[Quadrant]
    emotions: list[Feeling]


class Breath(TypedDict):
    """Seconds of each part of one breath, and how many breaths."""

    in_s: int
    hold_s: int
    sip_s: NotRequired[int]
    out_s: int
    hold_out_s: int
    cycles: int


class Technique(TypedDict):
    id: str
    label: str
    kind: Literal["breath", "body", "mind", "social", "break"]
    duration_s: int
    steps: list[str]
    sources: list[str]
    evidence_strength: Literal["A", "B", "C", "D"]
    intensity: Range
    phases: list[Phase]
    can_do_with_headset_on: bool
    needs: Literal["nothing", "water", "space", "a person"]
    breath: NotRequired[Breath]
    take_care: NotRequired[str]


class Techniques(TypedDict):
    schema_version: int
    fields: Notes
    techniques: list[Technique]


class Choice(TypedDict):
    """What can be tapped, and the tool it opens."""

    id: str
    label: str
    technique_id: NotRequired[str]


class Prompt(TypedDict):
    id: str
    phase: Phase
    text: str
    trigger_ids: list[str]
    exclude_trigger_ids: list[str]
    intensity: Range
    technique_id: str
    answer: Literal["none", "tap", "choice", "one-line", "few-lines"]
    ends_forward: bool
    sources: list[str]
    choices: NotRequired[list[Choice]]
    choices_from: NotRequired[Literal["feelings", "triggers", "techniques"]]


class Prompts(TypedDict):
    schema_version: int
    fields: Notes
    prompts: list[Prompt]


class Target(TypedDict):
    type: Literal["work-days", "times-per-week"]
    n: NotRequired[int]


class HabitTemplate(TypedDict):
    label: str
    target: Target
    technique_id: str | None


class Question(TypedDict):
    id: str
    text: str
    answer: Literal["scale-1-5", "one-line", "choice"]


class GoalTemplate(TypedDict):
    id: str
    label: str
    wish: str
    outcome_question: str
    obstacles: list[str]
    if_then_plans: list[str]
    habit: HabitTemplate
    check_in: list[Question]
    technique_ids: list[str]
    drill_tags: list[str]
    review_after_days: int
    sources: list[str]


class GoalTemplates(TypedDict):
    schema_version: int
    goals: list[GoalTemplate]


class Drill(TypedDict):
    id: str
    level: int
    they_say: str
    you_cannot: str
    trap: str
    models: list[str]
    move: str
    tags: list[str]
    trigger_ids: list[str]
    sources: list[str]
    note: NotRequired[str]
    content_note: NotRequired[str]


class Drills(TypedDict):
    schema_version: int
    fields: Notes
    drills: list[Drill]


class Seed(TypedDict):
    id: str
    title: str


class Study(TypedDict):
    id: str
    citation: str
    finding: str
    url: str
    checked: Literal["read", "unread"]


class Sources(TypedDict):
    schema_version: int
    fields: Notes
    seeds: list[Seed]
    evidence: list[Study]


class HelpLine(TypedDict):
    """One line to call or write to. Without both `verified` members it does not ship."""

    name: str
    hours: str
    official_url: str
    verified_on: str | None
    verified_by: str | None
    tel: NotRequired[str]
    sms: NotRequired[str]
    sms_text: NotRequired[str]


class HelpCountry(TypedDict):
    """`zones` are the IANA zones a phone there may be set to: by them the page guesses where it is opened."""

    country: str
    name: str
    zones: list[str]
    emergency: str
    lines: list[HelpLine]


class HelpLines(TypedDict):
    schema_version: int
    about: str
    fields: Notes
    rules: list[str]
    entries: list[HelpCountry]


def shippable(line: HelpLine, today: date) -> bool:
    """Whether a person checked this line, at most 180 days ago, and a phone can dial it."""
    if not is_checked(line) or not is_reachable(line):
        return False
    age = today - date.fromisoformat(line["verified_on"] or "")
    return timedelta() <= age <= timedelta(days=CHECK_HOLDS_DAYS)


def is_checked(line: HelpLine) -> bool:
    """Whether it says who checked it, and on which day."""
    try:
        return bool(line["verified_by"] and date.fromisoformat(line["verified_on"] or ""))
    except ValueError:
        return False


def shippable_countries(countries: Iterable[HelpCountry], today: date) -> list[HelpCountry]:
    """The countries that have a checked line, with only their checked lines."""
    kept: list[HelpCountry] = []
    for country in countries:
        lines = [line for line in country["lines"] if shippable(line, today)]
        if lines and TEL.fullmatch(country["emergency"]):
            kept.append({**country, "lines": lines})
    return kept


def is_reachable(line: HelpLine) -> bool:
    """Whether it has a number, and a phone can dial each it has."""
    numbers = [line[way] for way in ("tel", "sms") if way in line]
    return bool(numbers) and all(TEL.fullmatch(number) for number in numbers)


def content_hash(words: object) -> str:
    """SHA-256 of the words as JSON with sorted members, as 64 hex digits."""
    text = json.dumps(words, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
