"""Which day a writing belongs to, and in which zone this computer lives."""

import os
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from client.trouble import BadRequest

DAY_START_HOUR = 4


def now() -> datetime:
    """This computer's clock, to the second, in UTC. The one place it is read."""
    return datetime.fromtimestamp(int(time.time()), tz=UTC)


def journal_day(instant: datetime, zone: str, day_start_hour: int = DAY_START_HOUR) -> date:
    """Rule J1: the local date, minus one while the local clock reads before the day's start."""
    local = instant.astimezone(zone_of(zone))
    return local.date() - timedelta(days=1) if local.hour < day_start_hour else local.date()


def zone_of(name: str) -> ZoneInfo:
    """The IANA zone of this name."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise BadRequest(
            "unknown-zone", f"There is no time zone “{name}”. Try one like Europe/Berlin."
        ) from error


def zone_here() -> str:
    """The IANA name of this computer's zone; UTC when it cannot be told."""
    link = Path("/etc/localtime")
    named = str(link.resolve()).partition("zoneinfo/")[2] if link.is_symlink() else ""
    for name in (os.environ.get("TZ", "").removeprefix(":"), named):
        if name and _is_zone(name):
            return name
    return "UTC"


def instant_of(text: str) -> datetime:
    """An instant like 2026-11-21T22:10:00Z, with its offset."""
    try:
        instant = datetime.fromisoformat(text)
    except ValueError as error:
        raise BadRequest(
            "bad-instant", f"“{text}” is no instant. Try one like 2026-11-21T22:10:00Z."
        ) from error
    if instant.tzinfo is None:
        raise BadRequest("bad-instant", f"“{text}” lacks its offset: end it with Z, or with one like +01:00.")
    return instant.astimezone(UTC)


def instant_text(instant: datetime) -> str:
    """An instant as it stands inside the seal: UTC, to the second, with Z."""
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def day_of(text: str) -> date:
    """A day like 2026-11-21."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadRequest("bad-day", f"“{text}” is no day. Try one like 2026-11-21.") from error


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
