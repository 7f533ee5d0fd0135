"""Which prompt is offered, in which situation. Pure, and the same as the app's `prompts/picking.ts`: contract vectors
hold both. Nothing here is chance: the same item is offered the same prompts on every device."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

from journal.library.rules import (
    HIGHEST_INTENSITY,
    LOWEST_INTENSITY,
    PHASES_WITHOUT_AN_ENTRY,
    Phase,
    Prompt,
)

Safety = Literal["not-okay", "get-help"] | None

LATELY_DAYS = 3
REST_DAYS = 30
PASSES_BEFORE_REST = 2
PASSES_BEFORE_A_TOOL = 2
NAMING_HOLDS_MINUTES = 20
SELDOM = frozenset({"w-mentor"})
"""Once a month is enough to think of somebody to ask: more often it would press."""

AFTER_HARD = frozenset({
    "ask-for-backup", "ask-work", "body-to-sleep", "can-do-line", "cool-water", "day-is-done",
    "facts-and-guesses", "feet-on-floor", "fresh-start", "friend-voice", "good-three", "hand-on-heart",
    "kind-hand", "long-exhale", "message-someone", "mindful-minute", "my-part", "name-it", "next-step-note",
    "not-mine", "off-duty-switch", "one-breath", "park-it", "proof-file", "proper-break", "seed-breath",
    "shake-it-out", "thank-someone", "two-minute-scene", "unclench",
})  # fmt: skip
"""After a not-okay trigger or somebody in danger only prompts for these tools are offered; a new tool is not."""
NO_DETAILS_AFTER = frozenset({"threat", "sexual-remarks", "identity-attack", "someone-in-danger"})
ASKS_FOR_DETAILS = frozenset({"r-one-line", "a-what-stung", "a-better-words", "a-heaviest", "a-film-title"})
CHEER = frozenset({"good-three", "soft-face", "light-line"})
NOT_AFTER_NAMING = frozenset({"their-day", "one-small-lesson", "name-it"})
"""Reframing right after naming makes it worse, and naming twice helps nobody."""
TAPS = frozenset({"tap", "choice", "none"})


class Seen(NamedTuple):
    """When a prompt was last shown, and how often in a row it was passed over."""

    on: date
    passes: int = 0


@dataclass(frozen=True)
class Situation:
    """What is known on the device when a prompt is wanted. `item` is the seed: the entry's id."""

    item: str
    phase: Phase
    day: date
    triggers: tuple[str, ...] = ()
    intensity: int | None = None
    at_night: bool = False
    minutes_since_naming: int | None = None
    is_last: bool = False
    seen: Mapping[str, Seen] = field(default_factory=dict)
    helped: frozenset[str] = frozenset()
    dropped: frozenset[str] = frozenset()


def offer(
    prompts: Iterable[Prompt],
    safety: Mapping[str, Safety],
    situation: Situation,
    *,
    passed: Sequence[str] = (),
) -> Prompt | None:
    """The prompt to offer after those `passed` over just now; None: offer a tool instead."""
    if len(passed) >= PASSES_BEFORE_A_TOOL:
        return None
    order = offers(prompts, safety, situation)
    return next((prompt for prompt in order if prompt["id"] not in passed), None)


def offers(prompts: Iterable[Prompt], safety: Mapping[str, Safety], situation: Situation) -> list[Prompt]:
    """All that may be offered, in the order in which it is. Taking one away leaves the order of the others."""
    fit = sorted(candidates(prompts, safety, situation), key=lambda prompt: prompt["id"])
    return sorted(fit, key=lambda prompt: _best_ticket(prompt, situation), reverse=True)


def candidates(prompts: Iterable[Prompt], safety: Mapping[str, Safety], situation: Situation) -> list[Prompt]:
    """The prompts that fit the situation and can do no harm in it."""
    return [
        prompt
        for prompt in prompts
        if _fits(prompt, situation)
        and _is_kind(prompt, safety, situation)
        and not _was_shown_lately(prompt, situation)
        and not _rests(prompt, situation)
        and (prompt["ends_forward"] or not situation.is_last)
    ]


def weight(prompt: Prompt, situation: Situation) -> int:
    """How likely it is to come first, in tenths."""
    tenths = 10
    if set(situation.triggers) & set(prompt["trigger_ids"]):
        tenths *= 3
    if prompt["technique_id"] in situation.helped:
        tenths *= 2
    if prompt["phase"] == "right-after" and prompt["answer"] in TAPS:
        tenths *= 2
    if situation.at_night and prompt["answer"] == "few-lines":
        tenths = tenths * 3 // 10
    return tenths


def prompts_of_the_day(prompts: Iterable[Prompt], *, phase: Phase, day: date) -> list[Prompt]:
    """The day's prompt, the same for everybody, and what comes after it; none comes again before all had their turn.

    Only prompts for any trigger, since nobody here knows one: named for "any", kept from none, and
    in a phase that follows an entry also fit for every intensity.
    """
    fit = [prompt for prompt in prompts if prompt["phase"] == phase and _fits_anybody(prompt)]
    fit.sort(key=lambda prompt: (seed_of(prompt["id"]), prompt["id"]))
    turn = day.toordinal() % len(fit)
    return fit[turn:] + fit[:turn]


def seed_of(text: str) -> int:
    """32 bits that stand for a text: FNV-1a, its bits then mixed once more."""
    seed = 0x811C9DC5
    for byte in text.encode():
        seed = ((seed ^ byte) * 0x01000193) & 0xFFFFFFFF
    for shift, factor in ((16, 0x85EBCA6B), (13, 0xC2B2AE35)):
        seed = ((seed ^ (seed >> shift)) * factor) & 0xFFFFFFFF
    return seed ^ (seed >> 16)


def _fits(prompt: Prompt, situation: Situation) -> bool:
    named = {"any", *situation.triggers} & set(prompt["trigger_ids"])
    return prompt["phase"] == situation.phase and bool(named) and _is_in_range(prompt, situation)


def _is_in_range(prompt: Prompt, situation: Situation) -> bool:
    if situation.phase in PHASES_WITHOUT_AN_ENTRY:
        return True
    low, high = prompt["intensity"]["min"], prompt["intensity"]["max"]
    if situation.intensity is None:
        return (low, high) == (LOWEST_INTENSITY, HIGHEST_INTENSITY)
    return low <= situation.intensity <= high


def _is_kind(prompt: Prompt, safety: Mapping[str, Safety], situation: Situation) -> bool:
    triggers, technique = set(situation.triggers), prompt["technique_id"]
    if triggers & set(prompt["exclude_trigger_ids"]) or technique in situation.dropped:
        return False
    hard = {trigger for trigger in triggers if safety.get(trigger)}
    if hard and technique not in AFTER_HARD:
        return False
    # Of a trigger of one's own that was not okay nobody knows how bad: it counts as the worst.
    own = any(trigger.startswith("custom-") for trigger in hard)
    if (own or triggers & NO_DETAILS_AFTER) and (prompt["id"] in ASKS_FOR_DETAILS or technique in CHEER):
        return False
    return not (_was_just_named(situation) and technique in NOT_AFTER_NAMING)


def _was_just_named(situation: Situation) -> bool:
    minutes = situation.minutes_since_naming
    return minutes is not None and 0 <= minutes < NAMING_HOLDS_MINUTES


def _rests(prompt: Prompt, situation: Situation) -> bool:
    seen = situation.seen.get(prompt["id"])
    if seen is None or seen.passes < PASSES_BEFORE_REST:
        return False
    return (situation.day - seen.on).days < REST_DAYS


def _was_shown_lately(prompt: Prompt, situation: Situation) -> bool:
    seen = situation.seen.get(prompt["id"])
    days = REST_DAYS if prompt["id"] in SELDOM else LATELY_DAYS
    return seen is not None and (situation.day - seen.on).days < days


def _best_ticket(prompt: Prompt, situation: Situation) -> int:
    """A lottery in which a prompt holds as many tickets as it weighs; the highest one comes first."""
    tickets = range(weight(prompt, situation))
    return max(seed_of(f"{situation.item}/{prompt['id']}/{ticket}") for ticket in tickets)


def _fits_anybody(prompt: Prompt) -> bool:
    if "any" not in prompt["trigger_ids"] or prompt["exclude_trigger_ids"]:
        return False
    whole = {"min": LOWEST_INTENSITY, "max": HIGHEST_INTENSITY}
    return prompt["phase"] in PHASES_WITHOUT_AN_ENTRY or prompt["intensity"] == whole
