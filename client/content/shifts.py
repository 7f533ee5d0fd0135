"""Around a shift and at the end of a week, from a shell: what is taken along, what is put away, what a week held."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from client.ck1.bodies import Words
from client.content.days import now
from client.content.notes import note_words, write_note
from client.content.words import entry_words
from client.device import Client
from client.feeds.shown import Item
from client.trouble import BadRequest

CARDS = ("not-about-you", "smile", "listen", "my-part", "shake")
LIMIT = "b-limit-line"
ENOUGH = 3
"""Below so many calls a week shows nothing yet; `enough` says so."""
LISTS = {
    "w-proof": "proof",
    "w-good-line": "phrase",
    "w-teach": "for-somebody-new",
    "w-learn": "read-next",
    "w-mentor": "whom-to-ask",
    "w-scene": "follow-up",
    "w-only-work": "ask-work",
}
"""Questions of a week whose answer stands in a list of its own as well."""


def before_shift(
    client: Client,
    *,
    cards: Sequence[str] = CARDS,
    line: str | None = None,
    limit: str | None = None,
    **when: Any,
) -> str:
    """Write which points were looked at and the line to listen by; `limit`, the sentence that ends abuse, stands in an
    answer of its own, where a rough call looks for it. `when`: day, at, zone. The entry's item."""
    if strange := set(cards) - set(CARDS):
        raise BadRequest("bad-words", f"There is no card {', '.join(sorted(strange))}: {', '.join(CARDS)}.")
    when["at"] = when.get("at") or now()
    with client.store.together():
        item = client.write("before-shift", cards=list(cards), line=line, **when)
        if limit:
            client.write("before-shift", cards=[], line=limit, prompt={"id": LIMIT}, **when)
    return item


def after_shift(
    client: Client,
    *,
    good: Sequence[str] = (),
    parked: str | None = None,
    text: str | None = None,
    prompt: tuple[str, str] | None = None,
    **when: Any,
) -> str:
    """Close a shift: up to three things that went okay, what can wait (a next step for each line), a question answered.
    `when`: day, at, zone. The entry's item."""
    words: dict[str, Any] = {
        "good": list(good) or None,
        "parked": parked,
        "text": text,
        "prompt": _answered(prompt),
    }
    with client.store.together():
        item = client.write("after-shift", over=True, **words, **when)
        for one in (parked or "").splitlines():
            if one.strip():
                write_note(client, "follow-up", one.strip(), done=False)
    return item


def week_name(day: date) -> str:
    """The ISO week of a day, like 2026-W47."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def week_days(week: str) -> list[str]:
    """The seven days of a week, Monday first."""
    try:
        monday = date.fromisoformat(f"{week}-1")
    except ValueError as error:
        raise BadRequest("bad-words", f"“{week}” is no week. Try one like 2026-W47.") from error
    return [(monday + timedelta(days=n)).isoformat() for n in range(7)]


def week_of(client: Client, week: str) -> dict[str, Any]:
    """What a week held, by what is kept here: `calls`, `triggers` and `tools` by how often, the goals, the look at it
    (`look`, or None). Counts, never causes; below three calls `enough` is False."""
    days = set(week_days(week))
    entries = [entry for entry in client.items("entry") if entry.day in days]
    calls = [entry for entry in entries if entry.words.get("t") == "encounter"]
    triggers = Counter(str(one) for call in calls for one in _list(call.words.get("trigger")))
    look = _look(client, week)
    return {
        "iso_week": week,
        "calls": len(calls),
        "enough": len(calls) >= ENOUGH,
        "triggers": [{"id": one, "n": n} for one, n in triggers.most_common()],
        "tools": _tools(entries),
        "goals": _goals(client, days),
        "look": look.words if look else None,
    }


def look_at_week(
    client: Client,
    week: str,
    *,
    picked: Sequence[str] = (),
    share: bool | None = None,
    question: tuple[str, str] | None = None,
    at: datetime | None = None,
    zone: str | None = None,
) -> str:
    """Keep a look at a week: what was picked out of it, whether there is one thing to share (the sharing itself is
    `share`), and the answer to a question. One look a week: the same one is written anew. Its item."""
    week_days(week)
    said: Words = {"picked": list(picked) or None, "share": share}
    given = {name: value for name, value in said.items() if value is not None}
    kept = _look(client, week)
    with client.store.together():
        if kept:
            client.edit(kept.item, **given)
        item = kept.item if kept else client.keep("note", {"v": 1, "t": "week", "iso_week": week, **given})
        if question:
            _answer(client, question, at or now(), zone or client.zone)
    return item


def _answer(client: Client, question: tuple[str, str], at: datetime, zone: str) -> None:
    words = entry_words("after-shift", {"prompt": _answered(question)}, at=at, zone=zone)
    client.keep("entry", words, at=at, zone=zone)
    if kind := LISTS.get(question[0]):
        more: Mapping[str, object] = {"done": False} if kind == "follow-up" else {}
        client.keep("note", note_words(kind, question[1], dict(more)))


def _answered(question: tuple[str, str] | None) -> Words | None:
    return {"id": question[0], "answer": question[1]} if question else None


def _look(client: Client, week: str) -> Item | None:
    notes = client.items("note")
    return next(
        (one for one in notes if one.words.get("t") == "week" and one.words.get("iso_week") == week), None
    )


def _tools(entries: Sequence[Item]) -> list[dict[str, Any]]:
    done: defaultdict[str, list[object]] = defaultdict(list)
    for entry in entries:
        if entry.words.get("t") == "tool" and entry.words.get("technique"):
            done[str(entry.words["technique"])].append(entry.words.get("effect"))
    tools = [
        {
            "id": one,
            "n": len(effects),
            "rated": len([e for e in effects if e is not None]),
            "helped": effects.count(1),
        }
        for one, effects in done.items()
    ]
    return sorted(tools, key=lambda tool: (-int(str(tool["helped"])), str(tool["id"])))


def _goals(client: Client, days: set[str]) -> list[dict[str, Any]]:
    looked = {review.of for review in client.items("review") if review.day in days}
    active = [goal for goal in client.items("goal") if goal.words.get("state", "active") == "active"]
    return [{"item": one.item, "wish": one.words.get("wish"), "looked": one.item in looked} for one in active]


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []
