"""Every vector of a streaks file, and its scores, by the rules in `journal/streaks`.

`python -m tests.contract.streaks_vectors FILE` prints what comes out of each vector, one JSON line each.
"""

import json
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

from journal.streaks import closing, daily, filing, weekly
from journal.streaks.day import Setting, setting_at
from journal.streaks.filing import Entry
from journal.streaks.history import History, Leave, ScheduleChange, stream_at, today_at
from journal.streaks.schedules import Pattern, pattern_of
from journal.streaks.stream import Stream
from journal.streaks.strength import score, strength
from tests.contract.pieces import Failure

Holder = dict[str, Any]

SCHEMA_VERSION = 1
OPTIONS = {
    "backfill_days": filing.BACKFILL_DAYS,
    "pause_earn_every": daily.GRACE.earn_every,
    "pause_cap": daily.GRACE.cap,
    "week_pause_earn_every": weekly.WEEK_GRACE.earn_every,
    "week_pause_cap": weekly.WEEK_GRACE.cap,
    "skew_tolerance_s": filing.SKEW_TOLERANCE.seconds,
    "short_day_hours": closing.SHORT_DAY_HOURS,
    "shift_anchor_max_hours": filing.SHIFT_ANCHOR_MAX.days * 24,
}
# Scores are written down to four decimals.
HALF_A_STEP = 0.000_05 + 1e-9


def is_streaks(content: Holder) -> bool:
    """Whether a file has the shape of streak vectors."""
    return "vectors" in content or "score_vectors" in content


def check(content: Holder) -> str:
    """Check a file's content; a line about what was counted, or Failure."""
    vectors, scores = _rows(content, "vectors"), _rows(content, "score_vectors")
    if content.get("schema_version") != SCHEMA_VERSION:
        raise Failure("schema_version", f"is not {SCHEMA_VERSION}")
    if not vectors and not scores:
        raise Failure("vectors", "are none")
    _check_expected("options", OPTIONS, content.get("options", OPTIONS))
    for vector in vectors:
        _checked(vector, _check_vector)
    for vector in scores:
        _checked(vector, _check_score)
    return f"{len(vectors)} streaks and {len(scores)} scores come out"


def outcome(vector: Holder) -> Holder:
    """What comes out of a vector, under the names of its expectations."""
    history, now = history_of(vector), _instant(vector["now"])
    stream, asked = stream_at(history, now), today_at(history, now)
    return (_weeks if vector["kind"] == "weekly" else _days)(stream, asked, setting_at(history.settings, now))


def history_of(vector: Holder) -> History:
    """The facts of a vector."""
    week_start = vector.get("week_start", 1)
    return History(
        tuple(Setting(one["tz"], one["day_start_hour"], _maybe(one, "from")) for one in vector["settings"]),
        tuple(_entry(one) for one in vector["entries"]),
        tuple(
            ScheduleChange(
                _pattern(one["pattern"], week_start),
                _maybe(one, "made_at"),
                _maybe_day(one, "effective_from"),
            )
            for one in vector.get("schedule", [])
        ),
        tuple(
            Leave(_day(one["from"]), _day(one.get("to", one["from"])), _maybe(one, "made_at"))
            for one in vector.get("days_off", [])
        ),
    )


def strength_of(vector: Holder) -> float:
    """The strength that a vector's stream has."""
    history, now = history_of(vector), _instant(vector["now"])
    return strength(stream_at(history, now), today_at(history, now))


def _days(stream: Stream, asked: date, setting: Setting) -> Holder:
    streak = daily.daily(stream, asked)
    return _numbers(streak) | {"day_closes_at": _text(closing.closes_at(streak.today, setting))}


def _weeks(stream: Stream, asked: date, setting: Setting) -> Holder:
    streak = weekly.weekly(stream, asked)
    week = {"week_done": streak.week_done, "week_target": streak.week_target}
    return (
        _numbers(streak) | week | {"week_closes_at": _text(closing.closes_at(streak.week_ends_on, setting))}
    )


def _numbers(streak: Any) -> Holder:
    numbers = {
        name: getattr(streak, name) for name in ("current", "longest", "pauses_held", "state", "at_risk")
    }
    return {"today": streak.today.isoformat()} | numbers


def _check_vector(vector: Holder) -> None:
    _check_expected(f"{vector['id']}.expect", outcome(vector), vector["expect"])


def _check_score(vector: Holder) -> None:
    found = score(vector["values"], vector.get("per_week"), vector.get("start", 0.0))
    if not abs(found - vector["expect"]) <= HALF_A_STEP:
        raise Failure(f"{vector['id']}.expect", f"{vector['expect']} expected, {found:.4f} comes out")


def _check_expected(where: str, found: Holder, expected: Holder) -> None:
    if not expected:
        raise Failure(where, "expects nothing")
    for name, value in expected.items():
        if name not in found:
            raise Failure(f"{where}.{name}", "is not known")
        if json.dumps(found[name]) != json.dumps(value):
            raise Failure(f"{where}.{name}", f"{value!r} expected, {found[name]!r} comes out")


def _checked(vector: Holder, check_one: Any) -> None:
    where = str(vector.get("id", "a vector without id"))
    try:
        check_one(vector)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise Failure(where, f"cannot be read ({type(error).__name__}: {error})") from error


def _entry(facts: Holder) -> Entry:
    return Entry(
        facts["id"],
        _instant(facts["occurred_at"]),
        _maybe(facts, "received_at"),
        _maybe(facts, "client_now"),
        _maybe(facts, "shift_start_at"),
        _maybe_day(facts, "journal_day"),
        facts.get("tz"),
        facts.get("day_start_hour"),
        _maybe(facts, "deleted_at"),
        facts.get("keep_mark", True),
    )


def _pattern(facts: Holder, week_start: int) -> Pattern:
    return pattern_of({"week_start": week_start} | facts)


def _rows(content: Holder, name: str) -> list[Holder]:
    rows = content.get(name, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise Failure(name, "is no list of objects")
    return rows


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _maybe(facts: Holder, name: str) -> datetime | None:
    return _instant(facts[name]) if facts.get(name) else None


def _maybe_day(facts: Holder, name: str) -> date | None:
    return _day(facts[name]) if facts.get(name) else None


def _text(instant: datetime) -> str:
    return instant.strftime("%Y-%m-%dT%H:%M:%SZ")


def main(path: str) -> None:
    """Prints the outcome of every vector in a file, with its strength."""
    for vector in _rows(json.loads(Path(path).read_text(encoding="utf-8")), "vectors"):
        print(json.dumps({"id": vector["id"], **outcome(vector), "strength": strength_of(vector)}))


if __name__ == "__main__":
    main(sys.argv[1])
