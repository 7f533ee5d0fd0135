"""From instants to a stream: everything a device knows, as it was known at one instant (C1, C2, J1-J8, S2, S3)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from journal.streaks.closing import short_days
from journal.streaks.day import DAY, Setting, journal_day, setting_at
from journal.streaks.filing import Entry, filed
from journal.streaks.marks import Marks
from journal.streaks.schedules import DayOff, Pattern, Version, days_off, timeline
from journal.streaks.stream import DAYS_AHEAD, Stream, days_done


@dataclass(frozen=True, slots=True)
class ScheduleChange:
    """A version of the schedule. `made_at` None: from the beginning."""

    pattern: Pattern
    made_at: datetime | None = None
    effective_from: date | None = None


@dataclass(frozen=True, slots=True)
class Leave:
    """Days off, both included, marked at an instant. `made_at` None: always known."""

    first: date
    last: date
    made_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class History:
    """The facts of one stream. Settings in the order of time, changes in the order they were made."""

    settings: tuple[Setting, ...]
    entries: tuple[Entry, ...] = ()
    schedule: tuple[ScheduleChange, ...] = ()
    leave: tuple[Leave, ...] = ()

    def at(self, now: datetime) -> "History":
        """What of it was known at an instant."""
        return History(
            tuple(one for one in self.settings if one.since is None or one.since <= now) or self.settings[:1],
            tuple(_current(one for one in self.entries if one.known_at <= now)),
            tuple(one for one in self.schedule if one.made_at is None or one.made_at <= now),
            tuple(one for one in self.leave if one.made_at is None or one.made_at <= now),
        )


def today_at(history: History, now: datetime) -> date:
    """J1 of now; a stream's `today` may be later."""
    return journal_day(now, setting_at(history.settings, now))


def stream_at(history: History, now: datetime) -> Stream:
    """The stream of days that a history amounts to at an instant."""
    known = history.at(now)
    done = _days_done(known, now)
    versions = [Version(one.pattern, _day(one.made_at, known), one.effective_from) for one in known.schedule]
    until = max(done.last, today_at(known, now)) + DAYS_AHEAD * DAY
    off = [DayOff(one.first, one.last, _day(one.made_at, known)) for one in known.leave]
    if done:
        off += [DayOff(day, day) for day in short_days(done.first, until, known.settings)]
    return Stream(done, timeline(versions), days_off(off, until))


def _day(instant: datetime | None, history: History) -> date | None:
    return today_at(history, instant) if instant else None


def _days_done(known: History, now: datetime) -> Marks:
    marks = [one for one in known.entries if one.keep_mark or one.deleted_at is None or one.deleted_at > now]
    places = [filed(one, known.settings) for one in marks]
    return days_done((one.day, one.written) for one in places)


def _current(entries: Iterable[Entry]) -> Iterable[Entry]:
    """The revision of each item that was known last; the same one twice is one."""
    latest: dict[str, Entry] = {}
    for entry in entries:
        held = latest.get(entry.item)
        if held is None or held.known_at <= entry.known_at:
            latest[entry.item] = entry
    return latest.values()
