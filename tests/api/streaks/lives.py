"""Made-up lives of a journal: entries, ticks, plans, edits, moves, deletions, and what arrives out of order.

What a life amounts to is said twice: by the server, and here, from nothing but the revisions and the pure rules.
"""

from datetime import date, timedelta
from random import Random
from typing import Any

from journal.streaks.answer import Answer, answer
from journal.streaks.schedules import (
    ALWAYS,
    DayOff,
    Timeline,
    Version,
    days_off,
    in_order_made,
    pattern_of,
    timeline,
)
from journal.streaks.stream import DAYS_AHEAD, Stream, days_done
from tests.contract.streaks_histories import _pattern
from tests.forge import Rev, header_of, sealed, tombstone

FIRST = date(2024, 1, 15)
LENGTH = 70
BARE: dict[str, Any] = {"day": None, "written": None}

Header = dict[str, Any]


def day(number: int) -> date:
    """A day of the life."""
    return FIRST + timedelta(days=number)


class Life:
    """Everything one person wrote. `write` gives some more revisions, in any order; a few stay behind for later."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.revs: list[Rev] = []
        self.waiting: list[Rev] = []
        self.habits: list[str] = []

    def write(self, count: int) -> list[Rev]:
        """So many more, and some that waited."""
        made = [self._something() for _ in range(count)]
        self.revs += made
        made += self.waiting
        self.random.shuffle(made)
        late = self.random.choice([0, 0, 1, 4])
        self.waiting, sent = made[:late], made[late:]
        return sent

    def sent(self) -> list[Header]:
        """The headers of what has arrived."""
        waiting = {rev["body"] for rev in self.waiting}
        return [header_of(rev) for rev in self.revs if rev["body"] not in waiting]

    def _something(self) -> Rev:
        acts = [self._entry] * 12 + [self._tick] * 12 + [self._change] * 6
        acts += [self._habit, self._schedule, self._off, self._note]
        return self.random.choice(acts)()

    def _dates(self) -> dict[str, str]:
        number = min(int(self.random.triangular(0, LENGTH, LENGTH)), LENGTH - 1)
        written = day(number + self.random.choice([0, 0, 0, 0, 1, 2, 3, 9]))
        return {"day": day(number).isoformat(), "written": written.isoformat()}

    def _entry(self) -> Rev:
        return sealed(**self._dates())

    def _tick(self) -> Rev:
        return sealed(kind="tick", of=self._any_habit(), **self._dates()) if self.habits else self._habit()

    def _habit(self) -> Rev:
        rev = sealed(kind="habit", **BARE)
        self.habits.append(header_of(rev)["item"])
        return rev

    def _schedule(self) -> Rev:
        made_on = day(self.random.randrange(LENGTH))
        pattern = _pattern(self.random, self.random.choice(["daily", "weekly"]))
        pub = {"pattern": pattern, "made_on": made_on.isoformat(), "n": self.random.randint(1, 3)}
        if pattern.get("week_start", 1) not in {1, 7}:
            pattern["week_start"] = 7
        if self.random.random() < 0.5:
            later = made_on + timedelta(days=self.random.randrange(-5, 15))
            pub["effective_from"] = later.isoformat()
        return sealed(kind="schedule", of=self._perhaps_habit(), pub=pub, **BARE)

    def _off(self) -> Rev:
        made = self.random.randrange(LENGTH)
        first = made + self.random.randrange(-6, 10)
        last = first + self.random.randrange(9)
        pub = {"from": day(first).isoformat(), "to": day(last).isoformat(), "made_on": day(made).isoformat()}
        return sealed(kind="off", of=self._perhaps_habit(), pub=pub, **BARE)

    def _note(self) -> Rev:
        return sealed(kind="note", **BARE)

    def _any_habit(self) -> str:
        return self.random.choice(self.habits)

    def _perhaps_habit(self) -> str | None:
        return self._any_habit() if self.habits and self.random.random() < 0.5 else None

    def _change(self) -> Rev:
        """An edit, a move or a deletion of something, perhaps of what was changed already."""
        if not self.revs:
            return self._entry()
        old = header_of(self.random.choice(self.revs))
        if old["del"] != "no":
            return self._entry()
        kept = {name: old[name] for name in ("item", "kind", "of", "day", "written", "pub") if name in old}
        below: dict[str, Any] = {**BARE, **kept, "parents": [old["rev"]]}
        return self.random.choice([self._edit, self._edit, self._move, self._keep_day, self._forget])(below)

    def _edit(self, below: Header) -> Rev:
        return sealed(**below)

    def _move(self, below: Header) -> Rev:
        return sealed(**{**below, **(self._dates() if below["day"] else {})})

    def _keep_day(self, below: Header) -> Rev:
        return tombstone("keep-day", **below)

    def _forget(self, below: Header) -> Rev:
        bare = {name: value for name, value in below.items() if name not in {"of", "pub"}}
        return tombstone("forget", **{**bare, **BARE})


def counted(sent: list[Header], today: date) -> tuple[Answer, dict[str, Answer]]:
    """Journaling, and each habit, by the rules alone."""
    named = {parent for header in sent for parent in header["parents"]}
    heads = [header for header in sent if header["rev"] not in named]
    base = _timeline(heads, None, ALWAYS)
    habits = sorted({header["item"] for header in _alive(heads, "habit")})
    return (
        answer(_stream(heads, "entry", None, base, today), today),
        {
            item: answer(_stream(heads, "tick", item, _timeline(heads, item, base), today), today)
            for item in habits
        },
    )


def _alive(heads: list[Header], kind: str) -> list[Header]:
    return [header for header in heads if header["kind"] == kind and header["del"] == "no"]


def _stream(heads: list[Header], kind: str, of: str | None, held: Timeline, today: date) -> Stream:
    marked = [one for one in heads if one["kind"] == kind and "day" in one and one.get("of") == of]
    done = days_done((date.fromisoformat(one["day"]), date.fromisoformat(one["written"])) for one in marked)
    off = [one["pub"] for one in _alive(heads, "off") if one.get("of") in {None, of}]
    ranges = [DayOff(*(date.fromisoformat(pub[name]) for name in ("from", "to", "made_on"))) for pub in off]
    until = max(today, done.last) + timedelta(days=DAYS_AHEAD)
    return Stream(done, held, days_off(ranges, until))


def _timeline(heads: list[Header], of: str | None, base: Timeline) -> Timeline:
    found = [one for one in _alive(heads, "schedule") if one.get("of") == of]
    return timeline(in_order_made([_version(one["item"], one["pub"]) for one in found]), base)


def _version(item: str, pub: Header) -> Version:
    since = date.fromisoformat(pub["effective_from"]) if "effective_from" in pub else None
    return Version(pattern_of(pub["pattern"]), date.fromisoformat(pub["made_on"]), since, pub["n"], item)
