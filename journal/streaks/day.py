"""Which journal day an instant belongs to (rules J1 and J8)."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)

_OFFSET = re.compile(r"([+-])(\d\d):(\d\d)")


@dataclass(frozen=True, slots=True)
class DayRule:
    """Where and when a person's day begins: the zone on the wall, and the hour (0-12).

    `zone` is an IANA name (`Europe/Berlin`), or a fixed offset (`+05:30`) from a phone that knows no more.
    """

    zone: str
    day_start_hour: int


@dataclass(frozen=True, slots=True)
class Setting(DayRule):
    """A day rule that holds from `since` on (None: always) until the next one."""

    since: datetime | None = None


def journal_day(instant: datetime, rule: DayRule) -> date:
    """The date on the wall, minus one while the wall clock reads before the day's start.

    No arithmetic on UTC, so days of 23 and 25 hours need no special case.
    """
    wall = instant.astimezone(zone_of(rule.zone))
    return wall.date() - DAY if wall.hour < rule.day_start_hour else wall.date()


def setting_at(settings: tuple[Setting, ...], instant: datetime) -> Setting:
    """The setting in force at an instant; `settings` in the order of time, never empty."""
    begun = [one for one in settings if one.since is None or one.since <= instant]
    return begun[-1] if begun else settings[0]


@lru_cache(maxsize=256)
def zone_of(name: str) -> tzinfo:
    """The zone of this name, or of this fixed offset; raises `zoneinfo.ZoneInfoNotFoundError` for neither."""
    if not (offset := _OFFSET.fullmatch(name)):
        return ZoneInfo(name)
    sign, hours, minutes = offset.groups()
    east = timedelta(hours=int(hours), minutes=int(minutes))
    return timezone(-east if sign == "-" else east) if east else UTC
