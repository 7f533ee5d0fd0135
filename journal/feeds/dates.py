"""The days that stand in a header, and what they have to be. Pure."""

import functools
import re
from datetime import date

from journal.errors import JournalError

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class BadDates(JournalError):
    """Not `day` ≤ `written` ≤ the server's tomorrow, or no dates."""

    code = "bad-dates"


def check_dates(day: date | None, written: date | None, *, tomorrow: date) -> None:
    """Checks `day` ≤ `written` ≤ `tomorrow` as far as they are there; raises BadDates."""
    if (written or day or tomorrow) > tomorrow:
        raise BadDates("A revision cannot be written after the server's tomorrow.")
    if day and written and day > written:
        raise BadDates("The day cannot come after the day of writing.")


@functools.lru_cache(maxsize=4096)
def day_of(text: str | None) -> date | None:
    """A calendar day written as `2026-11-21`."""
    if text is None:
        return None
    if _DAY.fullmatch(text) is None:
        raise BadDates("A day is written like 2026-11-21.")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadDates("There is no such day.") from None
