"""A demo account: six weeks of one agent's sealed entries and practice, written through the real API as any device writes them."""

import json
import os
import random
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from client.ck1.bodies import Words
from client.content.days import journal_day, now, zone_here, zone_of
from client.demo.practice import practise
from client.demo.words import GOOD, MOODS, ROUGH, Good, Mood, Rough
from client.device import Client
from client.feeds.meeting import Report
from client.people import accounts
from client.trouble import Refused, SignInNeeded

EMAIL = "demo.agent@example.org"
CREDENTIALS = "credentials.json"
SEED = 20_260_914
WEEKS = 6
# The hour a shift starts on each day from Monday on, None on a day without one: earlies, lates, nights.
EARLY = (7, 7, 7, 7, 7, None, None)
LATE = (None, 13, 13, 13, 13, 13, None)
NIGHT = (22, 22, 22, 22, None, None, None)
ROTA = (EARLY, LATE, NIGHT, EARLY, LATE, NIGHT)
SHIFT_HOURS = 8
MIDDAY = 11
PLAIN_WORDS = (
    "amber", "basil", "cedar", "daisy", "ember", "fern", "ginger", "harbor", "island", "juniper", "kettle", "lantern",
    "meadow", "nutmeg", "olive", "pebble", "quilt", "river", "saffron", "thistle", "umber", "velvet", "willow", "yarrow",
)  # fmt: skip


@dataclass(frozen=True)
class Made:
    email: str
    password: str
    recovery_code: str
    report: Report


@dataclass(frozen=True)
class Planned:
    """An entry to write: its kind, when, for which day, and the words."""

    kind: str
    at: datetime
    day: date
    words: Words


def make(client: Client, *, at: datetime | None = None, zone: str | None = None) -> Made:
    """Sign the demo agent up and write the six weeks that end now; a second time, only say who it was."""
    zone = zone or zone_here()
    sign_up_as(client, EMAIL, zone)
    with client.store.together():
        if not client.store.get("demo_written"):
            for entry in plan(at or now(), zone):
                client.write(entry.kind, day=entry.day, at=entry.at, zone=zone, **entry.words)
            practise(client, at or now(), zone, WEEKS * 7)
            client.store.put(demo_written=True)
    report = client.sync() if client.store.unsent() else Report()
    kept = credentials(client)
    return Made(kept["email"], kept["password"], client.recovery_code(), report)


def plan(until: datetime, zone: str) -> list[Planned]:
    """Six weeks of entries that end at `until`, the same at each call: a rough call or two on most working days, now
    and then something good, a check-in on some days off; and a few days with nothing at all."""
    dice = random.Random(SEED)
    today = journal_day(until, zone)
    days = [today - timedelta(days=back) for back in reversed(range(WEEKS * 7))]
    works = [day for day in days if _shift_start(day) is not None]
    rests = [day for day in days if _shift_start(day) is None]
    rough = dice.sample(works, len(works) - 3)
    rough += dice.sample(rough, len(ROUGH) - len(rough))
    moods = dice.sample(rests, len(rests) // 2)
    moods += dice.sample(rough, len(MOODS) - len(moods))
    entries = _placed(dice, "encounter", rough, ROUGH, zone)
    entries += _placed(dice, "bright-spot", dice.sample(rough, len(GOOD)), GOOD, zone)
    entries += _placed(dice, "check-in", moods, MOODS, zone)
    return sorted((entry for entry in entries if entry.at <= until), key=lambda entry: entry.at)


def _placed(
    dice: random.Random, kind: str, days: list[date], told: Sequence[Rough | Good | Mood], zone: str
) -> list[Planned]:
    """What is told in its order, on the days given."""
    moments = sorted((_moment(dice, day, zone), day) for day in days)
    return [Planned(kind, at, day, _words(row)) for (at, day), row in zip(moments, told, strict=True)]


def _words(row: Rough | Good | Mood) -> Words:
    words: Words = {
        name: list(value) if isinstance(value, tuple) else value for name, value in row._asdict().items()
    }
    if isinstance(row, Rough):
        words["trigger"] = [row.trigger]
    return words


def _moment(dice: random.Random, day: date, zone: str) -> datetime:
    """An instant within the day's shift, or about noon; after midnight it is still the shift's day."""
    start = _shift_start(day)
    local = datetime.combine(day, time(MIDDAY if start is None else start), tzinfo=zone_of(zone))
    return (local + timedelta(minutes=dice.randrange(20, SHIFT_HOURS * 60))).astimezone(UTC)


def _shift_start(day: date) -> int | None:
    week = (day.toordinal() - 1) // 7
    return ROTA[week % len(ROTA)][day.weekday()]


def sign_up_as(client: Client, email: str, zone: str | None = None) -> None:
    """Makes the account of a demo person, unless this folder has it already."""
    kept = credentials(client, email)
    if client.store.text("keybag"):
        return
    try:
        client.sign_up(kept["email"], kept["password"])
    except Refused:
        _come_back(client, kept, email)
    with client.session() as session:
        accounts.set_zone(session, zone or zone_here())


def _come_back(client: Client, kept: dict[str, str], email: str) -> None:
    """The address is taken: by this folder before it was interrupted, or by another demo on the same server."""
    try:
        client.sign_in(kept["email"], kept["password"], adopt=True)
    except SignInNeeded:
        other = {**kept, "email": email.replace("@", f".{secrets.randbelow(10_000):04d}@")}
        _keep(client.store.home / CREDENTIALS, other)
        client.sign_up(other["email"], other["password"])


def credentials(client: Client, email: str = EMAIL) -> dict[str, str]:
    """Who the demo person of this folder is; made up at the first call."""
    path = client.store.home / CREDENTIALS
    if path.exists():
        kept: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
        return kept
    password = "-".join(secrets.choice(PLAIN_WORDS) for _ in range(4)) + f"-{secrets.randbelow(90) + 10}"
    return _keep(path, {"email": email, "password": password})


def _keep(path: Path, credentials: dict[str, str]) -> dict[str, str]:
    """Readable by this user alone from the first moment, and never half written."""
    fresh = path.with_suffix(".new")
    with open(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:  # noqa: PTH123
        json.dump(credentials, file)
    fresh.replace(path)
    return credentials
