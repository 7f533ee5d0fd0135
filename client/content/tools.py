"""Finished tools: an entry each, a tick of every habit linked to it, and what they were like for this person."""

from collections import defaultdict
from datetime import date, datetime
from statistics import mean
from typing import NamedTuple

from client.content.days import now
from client.content.practice import tick
from client.device import Client
from client.feeds.shown import Item


class Effect(NamedTuple):
    """What somebody made of a tool: how often it was rated, and the mean of -1, 0 and +1."""

    technique: str
    rated: int
    mean: float


def finish_tool(
    client: Client,
    technique: str,
    *,
    day: date | None = None,
    at: datetime | None = None,
    zone: str | None = None,
    **words: object,
) -> str:
    """Write that a tool was done (`seconds`, `effect`, `before`, `after`, `line`) and tick the habits linked to it
    that are not done yet on that day; the entry's item."""
    at, zone = at or now(), zone or client.zone
    with client.store.together():
        item = client.write("tool", technique=technique, day=day, at=at, zone=zone, **words)
        for habit in _waiting(client, technique, day or client.day(at, zone)):
            tick(client, habit.item, day=day, at=at, zone=zone)
    return item


def effects(client: Client) -> list[Effect]:
    """How each tool was rated, the most helpful first."""
    rated: defaultdict[str, list[int]] = defaultdict(list)
    for entry in client.items("entry"):
        technique, effect = entry.words.get("technique"), entry.words.get("effect")
        if entry.words.get("t") == "tool" and isinstance(technique, str) and isinstance(effect, int):
            rated[technique].append(effect)
    found = [Effect(technique, len(given), mean(given)) for technique, given in rated.items()]
    return sorted(found, key=lambda effect: (-effect.mean, -effect.rated, effect.technique))


def _waiting(client: Client, technique: str, day: date) -> list[Item]:
    done = {tick.of for tick in client.items("tick") if tick.day == day.isoformat()}
    return [
        habit
        for habit in client.items("habit")
        if habit.words.get("technique") == technique
        and not habit.words.get("archived")
        and habit.item not in done
    ]
