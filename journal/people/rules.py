"""What a zone, a language and a day start may be. Pure."""

import re
from zoneinfo import available_timezones

LATEST_DAY_START_HOUR = 12
DEFAULT_DAY_START_HOUR = 4
DEFAULT_ZONE = "UTC"
DEFAULT_LANGUAGE = "en"

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")


def is_zone(name: str) -> bool:
    """Whether `name` is an IANA time zone that this server knows, for example `Europe/Berlin`."""
    return name in available_timezones()


def is_language(tag: str) -> bool:
    """Whether `tag` has the form of a BCP 47 language tag, for example `es-MX`."""
    return len(tag) <= 35 and _LANGUAGE.fullmatch(tag) is not None


def is_day_start_hour(hour: int) -> bool:
    """Whether a journal day may begin at this full hour of the local clock (0 to 12)."""
    return 0 <= hour <= LATEST_DAY_START_HOUR
