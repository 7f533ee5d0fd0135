"""Which day a writing belongs to, and whether it fills that day (C1, J2, J3, J4)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from journal.streaks.day import DayRule, Setting, journal_day, setting_at

BACKFILL_DAYS = 2
SKEW_TOLERANCE = timedelta(seconds=300)
SHIFT_ANCHOR_MAX = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Entry:
    """One revision of something written (or ticked), with what its device knew. Instants carry their zone.

    `received_at` is the server's clock and `client_now` the device's in the same request; without the first the
    device's clock is believed. `chosen_day` is where the person filed it. `zone` and `day_start_hour` were stored with
    the entry; without them the person's settings hold. `deleted_at` empties it; the day stays filled if `keep_mark`.
    """

    item: str
    occurred_at: datetime
    received_at: datetime | None = None
    client_now: datetime | None = None
    shift_start_at: datetime | None = None
    chosen_day: date | None = None
    zone: str | None = None
    day_start_hour: int | None = None
    deleted_at: datetime | None = None
    keep_mark: bool = True

    @property
    def known_at(self) -> datetime:
        """When the one who counts learnt of it."""
        return self.received_at or self.occurred_at


@dataclass(frozen=True, slots=True)
class Filed:
    """The day an entry is shown on, and the day it was written on."""

    day: date
    written: date


def written_at(entry: Entry) -> datetime:
    """The writing instant by the server's clock (C1): a wrong clock is corrected, five minutes are let be."""
    written = entry.occurred_at
    if entry.client_now and abs(offset := entry.known_at - entry.client_now) > SKEW_TOLERANCE:
        written += offset
    return written if written <= entry.known_at + SKEW_TOLERANCE else entry.known_at


def filed(entry: Entry, settings: tuple[Setting, ...]) -> Filed:
    """Where an entry belongs: the day chosen, else the day its shift began, else the day it was written."""
    instant = written_at(entry)
    rule = _rule_of(entry, setting_at(settings, instant))
    written = journal_day(instant, rule)
    if entry.chosen_day:
        return Filed(min(entry.chosen_day, written), written)
    shift = entry.shift_start_at
    linked = shift and timedelta() <= instant - shift <= SHIFT_ANCHOR_MAX
    return Filed(journal_day(shift, rule) if shift and linked else written, written)


def _rule_of(entry: Entry, setting: Setting) -> DayRule:
    hour = setting.day_start_hour if entry.day_start_hour is None else entry.day_start_hour
    return DayRule(entry.zone or setting.zone, hour)


def fills(day: date, written: date) -> bool:
    """Whether something written on `written` still fills `day` (J4): on the day itself or the two after it."""
    return 0 <= (written - day).days <= BACKFILL_DAYS
