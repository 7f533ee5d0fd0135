"""The pure rules, tried without a database: the server's tomorrow, kinds, ancestors, strict tokens."""

from datetime import date
from typing import Any

import pytest

from journal.errors import JournalError
from journal.feeds.dates import BadDates, check_dates
from journal.feeds.graph import covered
from journal.feeds.rules import Offered, read
from journal.keys import tokens
from journal.keys.rules import is_wrap_name
from journal.kinds import KINDS
from tests.forge import b64, header_of, jwe, new_id, sealed

TOMORROW = date(2026, 11, 22)
BEFORE, AFTER = date(2026, 11, 21), date(2026, 11, 23)


def refusal(**members: Any) -> str | None:
    """The code that refuses a body, or None."""
    rev = sealed(**members)
    try:
        read(Offered(rev["body"], rev["slot"]), kinds=KINDS, tomorrow=TOMORROW)
    except JournalError as error:
        return error.code
    return None


@pytest.mark.parametrize(
    ("day", "written", "good"),
    [
        (None, None, True),
        (TOMORROW, TOMORROW, True),
        (BEFORE, TOMORROW, True),
        (date(1, 1, 1), BEFORE, True),
        (TOMORROW, BEFORE, False),
        (BEFORE, AFTER, False),
        (AFTER, None, False),
        (None, AFTER, False),
    ],
)
def test_day_written_and_tomorrow_stand_in_order(day: Any, written: Any, good: bool) -> None:  # noqa: FBT001
    try:
        check_dates(day, written, tomorrow=TOMORROW)
    except BadDates:
        assert not good
    else:
        assert good


OF: dict[str, Any] = {"of": new_id()}
DATED: dict[str, Any] = {}
BARE: dict[str, Any] = {"day": None, "written": None}
SCHEDULE = {"pub": {"pattern": {"type": "every-day"}, "made_on": "2024-05-14", "n": 1}}
OFF = {"pub": {"from": "2024-05-14", "to": "2024-05-14", "made_on": "2024-05-14"}}


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        ("entry", [DATED], [BARE, OF, SCHEDULE]),
        ("tick", [OF], [DATED, {**BARE, **OF}]),
        ("habit", [BARE, {**BARE, **OF}], [DATED]),
        ("goal", [BARE], [DATED, {**BARE, **OF}]),
        ("review", [OF], [DATED, {**BARE, **OF}]),
        ("note", [BARE], [DATED, {**BARE, **OF}]),
        ("profile", [BARE], [DATED, {**BARE, **OF}]),
        ("schedule", [{**BARE, **SCHEDULE}, {**BARE, **OF, **SCHEDULE}], [BARE, {**BARE, **OFF}, SCHEDULE]),
        ("off", [{**BARE, **OFF}, {**BARE, **OF, **OFF}], [BARE, {**BARE, **SCHEDULE}, OFF]),
        ("copy", [BARE], [DATED, {**BARE, **OF}]),
        ("reply", [{**BARE, **OF}], [BARE, OF]),
        ("what-comes-later", [DATED, BARE, OF, {**BARE, **SCHEDULE}], []),
    ],
)
def test_each_kind_shows_what_the_table_says_and_nothing_else(kind: str, good: Any, bad: Any) -> None:
    assert [refusal(kind=kind, **members) for members in good] == [None] * len(good)
    assert None not in [refusal(kind=kind, **members) for members in bad]


def test_every_kind_of_the_design_is_known() -> None:
    named = [
        "entry",
        "tick",
        "habit",
        "goal",
        "review",
        "note",
        "profile",
        "schedule",
        "off",
        "copy",
        "reply",
    ]
    assert sorted(KINDS) == sorted(named)
    assert [name for name, kind in KINDS.items() if not kind.listed] == ["copy", "reply"]


def test_forget_says_nothing_of_the_day_or_what_it_belonged_to() -> None:
    assert refusal(**{"del": "forget", **BARE}) is None
    assert refusal(**{"del": "forget", **BARE, "kind": "tick"}) is None
    assert refusal(**{"del": "forget", **BARE, **OF, "kind": "tick"}) == "bad-header"
    assert refusal(**{"del": "forget", **BARE, **OFF, "kind": "off"}) == "bad-header"
    assert refusal(**{"del": "keep-day", **BARE}) == "missing-header"
    assert refusal(**{"del": "keep-day", **BARE, "kind": "schedule"}) is None


def test_the_strongest_deletion_reaches_every_ancestor_and_circles_end() -> None:
    parents = {"d": ["c"], "c": ["b", "x"], "b": ["a"], "x": ["b"], "a": ["d"]}
    assert covered([("b", "keep-day")], parents) == dict.fromkeys("abcdx", "keep-day")
    line = {"c": ["b"], "b": ["a"]}
    assert covered([("c", "keep-day"), ("b", "forget")], line) == {
        "c": "keep-day",
        "b": "forget",
        "a": "forget",
    }
    assert covered([], line) == {}


@pytest.mark.parametrize("part", range(5))
def test_each_part_of_a_token_is_canonical_base64url(part: int) -> None:
    good = jwe({"alg": "dir"}, key=40, size=257).split(".")
    tokens.jwe_of(".".join(good))
    for spoiled in (good[part] + "=", good[part] + "A" * (1 + -len(good[part]) % 4), good[part][:-1] + "+"):
        with pytest.raises(tokens.Malformed):
            tokens.jwe_of(".".join([*good[:part], spoiled, *good[part + 1 :]]))


def test_a_header_written_otherwise_is_read_as_long_as_nothing_stands_twice() -> None:
    header = header_of(sealed())
    turned = dict(reversed(header.items()))
    item, rev = header["item"], header["rev"]
    body = jwe(turned, key=0, size=256)
    slot = jwe(
        {
            "rev": rev,
            "cth": b64(bytes(32)),
            "item": item,
            "kid": "gen:1",
            "cty": "jwk+json",
            "typ": "ck1-slot+jwe",
            "enc": "A256GCM",
            "alg": "A256KW",
        },
        key=40,
        size=138,
    )
    with pytest.raises(JournalError, match="another item, revision or body"):
        read(Offered(body, slot), kinds=KINDS, tomorrow=TOMORROW)


def test_a_way_back_has_a_name() -> None:
    assert is_wrap_name("recovery:12")
    assert is_wrap_name(f"passkey:{b64(bytes(16))}")
    assert not any(map(is_wrap_name, ["recovery:", "recovery:01", "device", "passkey:x", "recovery:1\n"]))


@pytest.mark.parametrize(
    ("pub", "code"),
    [
        ({"from": "2024-05-14", "n": 3, "on": True, "of": new_id(), "form": {"type": "every-day", "days": [1, 5]}}, None),
        ({}, None),
        ({"why": "They shouted."}, "bad-header"),
        ({"why": "because i was ill"}, "bad-header"),
        ({"why": "Shouting"}, "bad-header"),
        ({"why": "because-of-what-happened-on-monday"}, "bad-header"),
        ({"why": None}, "bad-header"),
        ({"size": 0.5}, "bad-header"),
        ({"They shouted": 1}, "bad-header"),
        ({"a": {"b": {"c": 1}}}, "bad-header"),
        ({"words": ["ab"] * 60}, "bad-header"),
    ],
)  # fmt: skip
def test_a_kind_of_tomorrow_has_room_for_facts_and_for_no_sentence(pub: dict[str, Any], code: str) -> None:
    assert refusal(kind="of-tomorrow", day=None, written=None, pub=pub) == code
