"""What became of a copy, for whoever shared it: told by the own ledger and feed, on the own device. Pure."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal

from client.ck1.tokens import Header

State = Literal["sent", "not-seen-yet", "seen", "answered", "over"]
WORK_DAYS = range(5)


def state_of(copy: str, events: Iterable[Header], *, answered: bool, today: date) -> State:
    """`not-seen-yet`: a whole weekday (Monday to Friday) has passed since the day it was shared, and nobody opened it."""
    about = [event for event in events if event.get("item") == copy]
    kinds = [str(event["event"]) for event in about]
    if "withdrawn" in kinds or "expired" in kinds:
        return "over"
    if answered:
        return "answered"
    if "delivered" in kinds:
        return "seen"
    given = next(
        (date.fromisoformat(str(event["on"])) for event in about if event["event"] == "consent"), today
    )
    return "not-seen-yet" if has_weekday_between(given, today) else "sent"


def has_weekday_between(first: date, last: date) -> bool:
    """Whether a day from Monday to Friday lies after `first` and before `last`."""
    days = (last - first).days
    return any((first + timedelta(days=after)).weekday() in WORK_DAYS for after in range(1, days))
