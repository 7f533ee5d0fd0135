"""Made-up histories, in the shape of the streak vectors but without expectations: everything that life may do."""

from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

Holder = dict[str, Any]

ZONES = [
    "Europe/Berlin",
    "America/New_York",
    "America/Los_Angeles",
    "Asia/Tokyo",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "America/Sao_Paulo",
    "+05:30",
]
# Around clock changes, a skipped date, a leap day, a new year.
STARTS = [
    date(2011, 12, 10),
    date(2018, 10, 20),
    date(2024, 2, 10),
    date(2025, 3, 1),
    date(2025, 10, 5),
    date(2024, 12, 1),
]


def history(random: Random, name: str) -> Holder:
    """One history, and an instant at which it is asked about."""
    start = datetime.combine(random.choice(STARTS), datetime.min.time(), UTC)
    days = random.choice([1, 5, 12, 30, 60, 60, 400])
    kind = random.choice(["daily", "daily", "weekly"])
    share = random.choice([0.2, 0.6, 0.9, 0.97])
    return {
        "id": name,
        "kind": kind,
        "week_start": random.choice([1, 1, 7, 3]),
        "settings": _settings(random, start, days),
        "schedule": _schedule(random, start, days, kind),
        "days_off": [_leave(random, start, days) for _ in range(random.choice([0, 0, 1, 3]))],
        "entries": _entries(random, start, days, share),
        "now": _text(start + timedelta(days=days, seconds=random.randrange(86_400))),
    }


def _settings(random: Random, start: datetime, days: int) -> list[Holder]:
    moves = sorted(random.sample(range(days * 1440), min(random.choice([0, 0, 1, 2]), days)))
    instants = [None, *(start + timedelta(minutes=move) for move in moves)]
    return [
        {"tz": random.choice(ZONES), "day_start_hour": random.choice([0, 1, 2, 4, 4, 12])}
        | ({"from": _text(instant)} if instant else {})
        for instant in instants
    ]


def _schedule(random: Random, start: datetime, days: int, kind: str) -> list[Holder]:
    versions = [{"pattern": _pattern(random, kind)}] if random.random() < 0.8 else []
    for minute in sorted(random.randrange(days * 1440) for _ in range(random.choice([0, 0, 1, 3]))):
        made_at = start + timedelta(minutes=minute)
        version = {"pattern": _pattern(random, kind), "made_at": _text(made_at)}
        if random.random() < 0.5:
            version["effective_from"] = _day(made_at, random.randrange(-5, 15))
        versions.append(version)
    return versions


def _pattern(random: Random, kind: str) -> Holder:
    if kind == "weekly" and random.random() < 0.85:
        moved = {"week_start": random.randrange(1, 8)} if random.random() < 0.2 else {}
        return {"type": "times-per-week", "n": random.randrange(1, 8)} | moved
    weekdays = sorted(random.sample(range(1, 8), random.randrange(1, 8)))
    cycle = "".join(random.choice("1110") for _ in range(random.randrange(1, 12)))
    anchor = date(2020, 1, 1) + timedelta(days=random.randrange(4000))
    return random.choice(
        [
            {"type": "every-day"},
            {"type": "none"},
            {"type": "weekly", "days": weekdays},
            {"type": "rotation", "anchor": anchor.isoformat(), "cycle": cycle},
        ]
    )


def _leave(random: Random, start: datetime, days: int) -> Holder:
    made_at = start + timedelta(minutes=random.randrange(days * 1440))
    first = random.randrange(-6, 10)
    leave = {"from": _day(made_at, first), "made_at": _text(made_at)}
    return leave | ({"to": _day(made_at, first + random.randrange(12))} if random.random() < 0.8 else {})


def _entries(random: Random, start: datetime, days: int, share: float) -> list[Holder]:
    entries = []
    for day in range(days + 1):
        while random.random() < share:
            entries.append(_entry(random, start + timedelta(days=day), len(entries)))
            if random.random() < 0.8:
                break
    again = [dict(entry) for entry in entries if random.random() < 0.05]
    random.shuffle(again)
    return entries + again


def _entry(random: Random, day: datetime, number: int) -> Holder:
    at = day + timedelta(seconds=random.randrange(86_400))
    entry: Holder = {"id": f"e{number}", "occurred_at": _text(at)}
    for chance, some_facts in [
        (0.2, lambda: _arrival(random, at)),
        (0.15, lambda: {"shift_start_at": _text(at - timedelta(hours=random.choice([-2, 0, 8, 24, 25])))}),
        (0.15, lambda: {"journal_day": _day(at, random.randrange(-4, 2))}),
        (0.1, lambda: {"tz": random.choice(ZONES)}),
        (0.05, lambda: {"day_start_hour": random.randrange(13)}),
        (0.1, lambda: {"deleted_at": _text(at + timedelta(hours=30)), "keep_mark": random.random() < 0.5}),
    ]:
        entry |= some_facts() if random.random() < chance else {}
    return entry


def _arrival(random: Random, at: datetime) -> Holder:
    received_at = at + timedelta(minutes=random.choice([-600, -3, 0, 2, 90, 4000]))
    skew = timedelta(seconds=random.choice([-90_000, -300, 60, 301]))
    clock = {"client_now": _text(received_at + skew)} if random.random() < 0.5 else {}
    return {"received_at": _text(received_at)} | clock


def _day(instant: datetime, days: int) -> str:
    return (instant + timedelta(days=days)).date().isoformat()


def _text(instant: datetime) -> str:
    return instant.strftime("%Y-%m-%dT%H:%M:%SZ")
