"""Histories: what three people-sized devices and a network do to each other, as plain JSON, from a seed.

One history is a list of steps. The model, the real views and the real TypeScript client play the same ones. A step names
a device `d` (0 to 2) and what happens; numbers choose among what is there when it comes to it.
"""

import random
from typing import Any

Step = dict[str, Any]

DEVICES = 3
ACCOUNTS = ("A", "B")
FAULTS = ("ok", "lost", "answer-lost", "twice", "late", "503", "401", "507", "garbled")
WRITES = ("new", "edit", "join", "keep-day", "forget", "unknown", "share", "poison", "poison-400")
_WRITE_WEIGHTS = (6, 8, 2, 3, 3, 2, 5, 1, 1)
_FAULT_WEIGHTS = (9, 2, 4, 2, 4, 2, 1, 1, 1)
STEPS = {
    "write": 26,
    "go": 34,
    "kill": 2,
    "expire": 1,
    "sign-in": 3,
    "switch": 3,
    "sign-out": 2,
    "before": 2,
    "adopt": 3,
    "evict": 1,
    "full": 1,
    "update": 1,
    "backup": 3,
    "restore": 3,
    "deliver": 5,
    "burst": 1,
    "rotate": 1,
    "unlock": 1,
}
_NAMES, _WEIGHTS = list(STEPS), list(STEPS.values())
WHOLE = 1_000


def history(seed: int) -> list[Step]:
    """The steps of this seed; the same on every machine."""
    rng = random.Random(seed)
    count = rng.randint(8, 40)
    return [_STEP[name](rng) | {"do": name} for name in rng.choices(_NAMES, _WEIGHTS, k=count)]


def _device(rng: random.Random) -> Step:
    return {"d": int(rng.random() * DEVICES)}


def _write(rng: random.Random) -> Step:
    """What is written goes mostly to what was touched last."""
    (how,) = rng.choices(WRITES, _WRITE_WEIGHTS)
    killed = int(rng.random() * 3) if rng.random() < 0.06 else None
    return _device(rng) | {"how": how, "which": int(rng.random() ** 3 * 8), "killed": killed}


def _go(rng: random.Random) -> Step:
    """A tab goes on with its sync: to its end, or so many small steps, after which it may be killed."""
    steps = WHOLE if rng.random() < 0.55 else 1 + int(rng.random() * 14)
    faults = rng.choices(FAULTS, _FAULT_WEIGHTS, k=int(rng.random() * 7)) if rng.random() < 0.6 else []
    killed = steps < WHOLE and rng.random() < 0.3
    return _device(rng) | {"tab": int(rng.random() * 2), "steps": steps, "faults": faults, "killed": killed}


def _sign_out(rng: random.Random) -> Step:
    return _device(rng) | {"unsent": "discard" if rng.random() < 0.2 else "keep"}


def _adopt(rng: random.Random) -> Step:
    killed = int(rng.random() * 3) if rng.random() < 0.3 else None
    return _device(rng) | {"account": ACCOUNTS[rng.random() < 0.4], "killed": killed}


def _counted(rng: random.Random) -> Step:
    return _device(rng) | {"count": 1 + int(rng.random() * 4)}


def _nobody(_rng: random.Random) -> Step:
    return {}


_STEP = {
    "write": _write,
    "go": _go,
    "sign-out": _sign_out,
    "adopt": _adopt,
    "full": _counted,
    "burst": _counted,
    **dict.fromkeys(("backup", "restore", "deliver"), _nobody),
    **dict.fromkeys(
        ("kill", "expire", "sign-in", "switch", "before", "evict", "update", "rotate", "unlock"), _device
    ),
}
