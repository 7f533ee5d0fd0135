"""What a schedule and days off say in clear has one exact form, and no room for a word."""

import json
from typing import Any

import pytest

from journal.errors import JournalError
from journal.feeds.rules import read_body
from journal.kinds import KINDS
from tests.forge import sealed
from tests.journal.feeds.test_rules import AFTER

EVERY_DAY = {"type": "every-day"}
SCHEDULE = {"pattern": EVERY_DAY, "made_on": "2024-05-14", "n": 1}
OFF = {"from": "2024-05-14", "to": "2024-05-16", "made_on": "2024-05-13"}


def code_of(kind: str, pub: Any) -> str | None:
    """With which code a revision with these facts is refused; None when it is taken."""
    rev = sealed(kind=kind, day=None, written=None, pub=pub)
    try:
        read_body(rev["body"], kinds=KINDS, tomorrow=AFTER)
    except JournalError as refused:
        return refused.code
    return None


@pytest.mark.parametrize(
    "pattern",
    [
        EVERY_DAY,
        {"type": "none"},
        {"type": "weekly", "days": [5, 1]},
        {"type": "weekly", "days": [1, 2, 3, 4, 5, 6, 7]},
        {"type": "rotation", "anchor": "1999-12-31", "cycle": "11110000"},
        {"type": "rotation", "anchor": "2024-05-14", "cycle": "1" * 366},
        {"type": "times-per-week", "n": 3},
        {"type": "times-per-week", "n": 7, "week_start": 7},
    ],
    ids=json.dumps,
)
def test_every_pattern_of_the_design_is_taken(pattern: Any) -> None:
    assert code_of("schedule", SCHEDULE | {"pattern": pattern}) is None
    assert code_of("schedule", SCHEDULE | {"pattern": pattern, "effective_from": "2024-06-01"}) is None


@pytest.mark.parametrize(
    "pattern",
    [
        "every-day",
        None,
        {},
        {"type": "sometimes"},
        {"type": "every-day", "days": [1]},
        {"type": "weekly"},
        {"type": "weekly", "days": []},
        {"type": "weekly", "days": [0]},
        {"type": "weekly", "days": [8]},
        {"type": "weekly", "days": [1, 1]},
        {"type": "weekly", "days": [1.0]},
        {"type": "weekly", "days": [True]},
        {"type": "rotation", "anchor": "2024-05-14", "cycle": ""},
        {"type": "rotation", "anchor": "2024-05-14", "cycle": "1" * 367},
        {"type": "rotation", "anchor": "2024-05-14", "cycle": "10\n"},
        {"type": "rotation", "anchor": "2024-02-30", "cycle": "10"},
        {"type": "rotation", "cycle": "10"},
        {"type": "times-per-week", "n": 0},
        {"type": "times-per-week", "n": 8},
        {"type": "times-per-week", "n": 3, "week_start": 3},
        {"type": "times-per-week", "n": 3, "why": "knee"},
    ],
    ids=json.dumps,
)
def test_no_other_pattern_is(pattern: Any) -> None:
    assert code_of("schedule", SCHEDULE | {"pattern": pattern}) == "bad-header"


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("schedule", {"n": 0}),
        ("schedule", {"n": True}),
        ("schedule", {"n": 1.0}),
        ("schedule", {"n": 2**53}),
        ("schedule", {"made_on": "2024-05-14T08:00:00Z"}),
        ("schedule", {"made_on": None}),
        ("schedule", {"effective_from": None}),
        ("schedule", {"effective_from": "soon"}),
        ("schedule", {"name": "early"}),
        ("off", {"to": "2024-05-13"}),
        ("off", {"from": "2024-5-14"}),
        ("off", {"made_on": "20240514"}),
        ("off", {"to": None}),
        ("off", {"why": "ill"}),
    ],
)
def test_every_fact_has_its_form(kind: str, change: Any) -> None:
    facts = SCHEDULE if kind == "schedule" else OFF
    assert code_of(kind, facts | change) == "bad-header"


@pytest.mark.parametrize(("kind", "facts"), [("schedule", SCHEDULE), ("off", OFF)])
def test_no_fact_may_be_left_out(kind: str, facts: Any) -> None:
    assert code_of(kind, facts) is None
    assert code_of(kind, None) == "missing-header"
    for name in facts:
        rest = {other: value for other, value in facts.items() if other != name}
        assert code_of(kind, rest) == "bad-header"
