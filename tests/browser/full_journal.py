"""A journal that has been kept for years, written through the real API, and opened on a phone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import cycle
from pathlib import Path
from uuid import uuid4
from zoneinfo import ZoneInfo

from playwright.sync_api import Page, expect

from client.content.days import DAY_START_HOUR
from client.device import Client
from tests.browser.taps import PASSWORD, sign_in, unlock

ZONE = "Europe/Berlin"
SHIFT_HOUR, PATIENCE_MS = 12, 15_000
LINES = cycle(
    (
        "Loud from the first word. I kept the line calm and said what I can do.",
        "They wanted somebody else. I stayed kind, and put it through.",
        "The third one about the same bill. A glass of water before the next call.",
        "At the café counter he laughed, and then so did I.",
        "It was long. I said the time, and that I would ring back before five.",
    )
)
TRIGGERS = cycle(("shouting", "back-to-back", "every-offer-refused", "had-to-say-no"))


@dataclass(frozen=True)
class Written:
    """An entry to write."""

    kind: str
    at: datetime
    words: dict[str, object]


@dataclass(frozen=True)
class Kept:
    """What opens it."""

    email: str
    code: str


def today_there() -> datetime:
    """An instant of the journal day that it is on the phone: until four in the morning that is the evening before."""
    return datetime.now(ZoneInfo(ZONE)) - timedelta(hours=DAY_START_HOUR)


def years_of(server: str, home: Path, *, days: int, a_day: int, more: Sequence[Written] = ()) -> Kept:
    """So many days up to yesterday, each with so many entries: rough calls, and one that is no call at the end."""
    client, email = Client(server, home=home), f"{uuid4().hex}@example.org"
    code = client.sign_up(email, PASSWORD)
    yesterday = _noon(today_there()) - timedelta(days=1)
    with client.store.together():
        for back in range(days):
            for at in range(a_day):
                when = yesterday - timedelta(days=back) + timedelta(minutes=20 * at)
                _write(client, when.astimezone(UTC), last=at == a_day - 1)
        for one in more:
            client.write(one.kind, at=one.at, zone=ZONE, **one.words)
    client.sync()
    client.close()
    return Kept(email, code)


def a_year_ago(good: str, eased: str, hard: str) -> list[Written]:
    """Of the same day: something good, a call that eased, one that eased and hurts to meet again, and a tool."""
    now = _noon(today_there())
    is_leap_day = (now.month, now.day) == (2, 29)
    at = now.replace(year=now.year - (4 if is_leap_day else 1)).astimezone(UTC)
    call = {"intensity": 4, "after": 1}
    return [
        Written("bright-spot", at, {"bright": "kind-customer", "text": good}),
        Written("encounter", at, {"trigger": ["shouting"], "text": eased, **call}),
        Written("encounter", at, {"trigger": ["threat"], "text": hard, **call}),
        Written("tool", at, {"technique": "long-exhale", "seconds": 60}),
    ]


def _noon(at: datetime) -> datetime:
    return at.replace(hour=SHIFT_HOUR, minute=0, second=0, microsecond=0)


def _write(client: Client, at: datetime, *, last: bool) -> None:
    if last and at.day % 2:
        client.write("check-in", at=at, zone=ZONE, mood=1 + at.day % 5)
    elif last:
        client.write("bright-spot", at=at, zone=ZONE, bright="kind-customer", text=next(LINES))
    else:
        words = {
            "trigger": [next(TRIGGERS)],
            "intensity": 1 + (at.minute // 20 + at.day) % 5,
            "feelings": ["tense"],
        }
        client.write("encounter", at=at, zone=ZONE, text=next(LINES), **words)


def open_it(phone: Page, kept: Kept, *, patience_ms: float = PATIENCE_MS) -> None:
    """Signs in on this phone and opens it with the code."""
    sign_in(phone, kept.email)
    unlock(phone, kept.code)
    expect(phone.get_by_role("heading", name="Journal")).to_be_visible()
    expect(phone.locator("a.entry").first).to_be_visible(timeout=patience_ms)
