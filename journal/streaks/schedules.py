"""What is expected, and from when on (S1, S2, S3)."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import TypeGuard

from journal.streaks.filing import BACKFILL_DAYS
from journal.streaks.marks import EARLIEST_DAY, Marks, mask

MONDAY = date(2024, 1, 1)
BEGINNING = date.min

_CYCLE = re.compile(r"[01]{1,366}")


class UnknownPattern(ValueError):
    """A pattern of a later version, or none at all."""


@dataclass(frozen=True, slots=True)
class Cycle:
    """A rhythm of days: with "1110" three are expected, from `anchor` on and before it too, and one is free."""

    anchor: date
    days: str

    def expects(self, day: date) -> bool:
        """Whether something is expected on this day."""
        return self.days[(day - self.anchor).days % len(self.days)] == "1"


@dataclass(frozen=True, slots=True)
class TimesPerWeek:
    """`n` days a week, whichever; the week begins on ISO weekday `week_start`."""

    n: int
    week_start: int = 1


Pattern = Cycle | TimesPerWeek
EVERY_DAY = Cycle(MONDAY, "1")
NOTHING = Cycle(MONDAY, "0")


def pattern_of(facts: Mapping[str, object]) -> Pattern:
    """A pattern from its JSON form (`{"type": "weekly", "days": [1, 5]}`); raises `UnknownPattern`."""
    match facts:
        case {"type": "every-day"}:
            return EVERY_DAY
        case {"type": "none"}:
            return NOTHING
        case {"type": "weekly", "days": list(days)} if all(_is_one_of_seven(day) for day in days):
            return Cycle(MONDAY, "".join("1" if day in days else "0" for day in range(1, 8)))
        case {"type": "rotation", "anchor": str(anchor), "cycle": str(cycle)} if _CYCLE.fullmatch(cycle):
            return Cycle(_date_of(anchor), cycle)
        case {"type": "times-per-week", "n": n}:
            return _times_per_week(n, facts.get("week_start", 1))
    raise UnknownPattern("no pattern known here")


@dataclass(frozen=True, slots=True)
class Version:
    """One change of a schedule. `made_on` None: from the beginning. `n` and `item` tell the order in a day."""

    pattern: Pattern
    made_on: date | None = None
    effective_from: date | None = None
    n: int = 1
    item: str = ""

    @property
    def since(self) -> date:
        """The first day it may hold on: never before the day on which it was made."""
        made_on = self.made_on or BEGINNING
        return max(self.effective_from or made_on, made_on)


def in_order_made(versions: Iterable[Version]) -> list[Version]:
    """As every device and the server order them, in whatever order they arrived."""
    return sorted(versions, key=lambda one: (one.made_on or BEGINNING, one.n, one.item))


@dataclass(frozen=True, slots=True)
class Held:
    """A pattern, and the day from which on it holds, until the next one."""

    since: date
    pattern: Pattern


Timeline = tuple[Held, ...]
ALWAYS: Timeline = (Held(BEGINNING, EVERY_DAY),)


def timeline(versions: Iterable[Version], base: Timeline = ALWAYS) -> Timeline:
    """Which pattern held when, by versions in the order they were made; `base` holds before and without any.

    On each day the version made last among those in effect holds. So each one, from its first day on, takes the
    place of all that were made before it.
    """
    held = list(base)
    for version in versions:
        while held and held[-1].since >= version.since:
            held.pop()
        held.append(Held(version.since, version.pattern))
    return tuple(held)


def holding(held: Timeline, day: date) -> Pattern:
    """The pattern that holds on a day."""
    return held[index_on(held, day)].pattern


def index_on(held: Timeline, day: date) -> int:
    """The place in the timeline of what holds on a day."""
    return bisect_right(held, day, key=lambda one: one.since) - 1


def spans(held: Timeline, first: date, length: int) -> Iterator[tuple[Pattern, range]]:
    """Each pattern with the numbers of the days on which it held, among `length` days from `first` on."""
    for one, following in zip(held, (*held[1:], None), strict=True):
        begin = max((one.since - first).days, 0)
        end = (following.since - first).days if following else length
        yield one.pattern, range(begin, min(end, length))


@lru_cache(maxsize=4096)
def expected_days(held: Timeline, first: date, length: int) -> int:
    """The bits of the days, of `length` from `first` on, on which the pattern of the day expects something.

    A number of times a week expects no day in particular.
    """
    bits = 0
    for pattern, days in spans(held, first, length):
        if days and isinstance(pattern, Cycle):
            shift = (first - pattern.anchor).days % len(pattern.days)
            bits |= mask(days) & _cycle_bits(pattern.days[shift:] + pattern.days[:shift], length)
    return bits


@dataclass(frozen=True, slots=True)
class DayOff:
    """Days, both included, on which nothing is expected: leave, sickness, a day lost in the air."""

    first: date
    last: date
    made_on: date | None = None


def days_off(ranges: Iterable[DayOff], until: date) -> Marks:
    """The days off up to `until`; what was marked too late is clipped, not refused."""
    return Marks.of_ranges((max(one.first, _earliest(one)), min(one.last, until)) for one in ranges)


def _earliest(one: DayOff) -> date:
    return max(one.made_on, EARLIEST_DAY) - timedelta(days=BACKFILL_DAYS) if one.made_on else BEGINNING


def _cycle_bits(days: str, length: int) -> int:
    repeated = (days * (length // len(days) + 1))[:length]
    return int(repeated[::-1] or "0", 2)


def _times_per_week(n: object, week_start: object) -> TimesPerWeek:
    if _is_one_of_seven(n) and _is_one_of_seven(week_start):
        return TimesPerWeek(n, week_start)
    raise UnknownPattern("a week has seven days")


def _is_one_of_seven(number: object) -> TypeGuard[int]:
    return type(number) is int and 1 <= number <= 7


def _date_of(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UnknownPattern("an anchor is a date") from error
