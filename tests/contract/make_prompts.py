"""Make the known answers of picking a prompt, by the server's Python: `python -m tests.contract.make_prompts`.

`prompts.json` holds both sides to one another; run this after a prompt is added or its terms change, never for a
change of wording.
"""

import json
import random
import uuid
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from journal.library import picking
from journal.library.picking import Safety, Seen, Situation
from journal.library.queries import prompts, techniques, triggers
from journal.library.rules import PHASES

FILE = Path(__file__).parent / "prompts.json"
DAY = date(2026, 11, 21)
OWN = {
    "custom-5f0c2c1e-8a7b-4a58-9a4e-000000000001": "not-okay",
    "custom-5f0c2c1e-8a7b-4a58-9a4e-000000000002": None,
}
EVERY = "1f0e4f9a-7a11-4b1f-8c35-6f1f0f0f0f0f"
FIRST = 6

Holder = dict[str, Any]


def main() -> None:
    # A line for each case, so that a change shows which.
    text = json.dumps(known_answers(), ensure_ascii=False)
    FILE.write_text(text.replace('{"situation"', '\n{"situation"') + "\n", encoding="utf-8")


def known_answers() -> Holder:
    """Everything both sides must agree on."""
    chance = random.Random(20261121)
    return {
        "rules": rules(),
        "seeds": {text: picking.seed_of(text) for text in ("", "a", "r-settle", "Ruhe 🙂 ☎️", "x" * 100)},
        "own": OWN,
        "cases": [case(situation_at(chance), chance) for _ in range(80)],
        "days": [day(phase, ahead) for phase in PHASES for ahead in (0, 1, 40, -30_000)],
        "every": {"item": EVERY, "digests": {phase: digest(phase) for phase in PHASES}},
    }


def rules() -> Holder:
    """The numbers and lists that stand in the code of both."""
    return {
        "lately_days": picking.LATELY_DAYS,
        "rest_days": picking.REST_DAYS,
        "passes_before_rest": picking.PASSES_BEFORE_REST,
        "passes_before_a_tool": picking.PASSES_BEFORE_A_TOOL,
        "naming_holds_minutes": picking.NAMING_HOLDS_MINUTES,
        "seldom": sorted(picking.SELDOM),
        "after_hard": sorted(picking.AFTER_HARD),
        "no_details_after": sorted(picking.NO_DETAILS_AFTER),
        "asks_for_details": sorted(picking.ASKS_FOR_DETAILS),
        "cheer": sorted(picking.CHEER),
        "not_after_naming": sorted(picking.NOT_AFTER_NAMING),
    }


def safety() -> dict[str, Safety]:
    """How each trigger is to be treated; two of the person's own among them."""
    return {one["id"]: one["safety"] for one in triggers("en")["triggers"]} | OWN  # type: ignore[return-value]


def situation_at(chance: random.Random) -> Holder:
    """A situation somebody may be in."""
    tools = [one["id"] for one in techniques("en")["techniques"]]
    shown = chance.sample([one["id"] for one in prompts("en")["prompts"]], 12)
    days = [(DAY - timedelta(days=chance.randrange(40))).isoformat() for _ in shown]
    return {
        "item": str(uuid.UUID(int=chance.getrandbits(128), version=4)),
        "phase": chance.choice(PHASES),
        "day": DAY.isoformat(),
        "triggers": sorted(chance.sample(sorted(safety()), chance.choice([0, 1, 1, 1, 2]))),
        "intensity": chance.choice([None, 1, 2, 3, 4, 5]),
        "at_night": chance.random() < 0.3,
        "minutes_since_naming": chance.choice([None, None, 0, 19, 20]),
        "is_last": chance.random() < 0.3,
        "seen": {id_: [on, chance.randrange(3)] for id_, on in zip(shown, days, strict=True)},
        "helped": sorted(chance.sample(tools, 5)),
        "dropped": sorted(chance.sample(tools, 3)),
    }


def situation_of(told: Holder) -> Situation:
    """A situation as Python has it."""
    return Situation(
        **told
        | {
            "day": date.fromisoformat(told["day"]),
            "triggers": tuple(told["triggers"]),
            "seen": {id_: Seen(date.fromisoformat(on), passes) for id_, (on, passes) in told["seen"].items()},
            "helped": frozenset(told["helped"]),
            "dropped": frozenset(told["dropped"]),
        }
    )


def case(told: Holder, chance: random.Random) -> Holder:
    """What is offered in a situation, and after one or two were passed over."""
    words, situation = prompts("en")["prompts"], situation_of(told)
    order = [one["id"] for one in picking.offers(words, safety(), situation)]
    passed = order[: chance.randrange(3)]
    picked = picking.offer(words, safety(), situation, passed=passed)
    found = {"many": len(order), "first": order[:FIRST], "passed": passed}
    return {"situation": told, **found, "picked": picked["id"] if picked else "tool"}


def day(phase: Any, ahead: int) -> Holder:
    """The first prompts of one day."""
    on = DAY + timedelta(days=ahead)
    order = picking.prompts_of_the_day(prompts("en")["prompts"], phase=phase, day=on)
    return {"phase": phase, "day": on.isoformat(), "first": [one["id"] for one in order[:FIRST]]}


def digest(phase: Any) -> int:
    """One number for all orders of a phase: every trigger, every size."""
    orders = []
    for trigger in sorted(safety()):
        for intensity in range(1, 6):
            situation = Situation(EVERY, phase, DAY, triggers=(trigger,), intensity=intensity)
            order = picking.offers(prompts("en")["prompts"], safety(), situation)
            orders.append(" ".join(one["id"] for one in order))
    return picking.seed_of("\n".join(orders))


if __name__ == "__main__":
    main()
