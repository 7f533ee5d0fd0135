"""What whoever shared a copy is told of it, and when: to that person alone, on that person's device."""

from datetime import date

import pytest

from client.sharing.seen import State, state_of

COPY = "1a7fcde0-ecab-413a-a92e-455c763b0150"
FRIDAY = "2026-11-20"


def told(today: str, *kinds: str, answered: bool = False) -> State:
    events: list[dict[str, object]] = [
        {"event": kind, "item": COPY, "on": FRIDAY} for kind in ("consent", *kinds)
    ]
    other: dict[str, object] = {"event": "delivered", "item": "another", "on": FRIDAY}
    return state_of(COPY, [other, *events], answered=answered, today=date.fromisoformat(today))


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (FRIDAY, "sent"),
        ("2026-11-22", "sent"),
        ("2026-11-23", "sent"),
        ("2026-11-24", "not-seen-yet"),
        ("2026-12-01", "not-seen-yet"),
    ],
    ids=["the day itself", "on Sunday", "on Monday", "once Monday has passed", "later"],
)
def test_not_seen_yet_is_said_once_a_whole_weekday_has_passed(today: str, state: State) -> None:
    assert told(today) == state


def test_seen_answered_and_over_come_before_that() -> None:
    late = "2026-12-01"
    assert told(late, "delivered") == "seen"
    assert told(late, "delivered", answered=True) == "answered"
    assert told(late, "withdrawn") == told(late, "delivered", "expired", answered=True) == "over"
