"""Notes: proof, phrases, next steps, facts, asks for work, tools and triggers of one's own. Their words, checked before
they are sealed."""

import re
from collections.abc import Callable
from datetime import datetime

from client.ck1.bodies import Words
from client.content.words import CHECKS
from client.device import Client
from client.feeds.shown import Item
from client.trouble import BadRequest

MAIN: dict[str, str] = {
    "proof": "text",
    "phrase": "text",
    "follow-up": "text",
    "lesson": "text",
    "scene": "text",
    "read-next": "text",
    "fact": "said",
    "ask-work": "happens",
    "for-somebody-new": "text",
    "whom-to-ask": "name",
    "own-tool": "name",
    "own-trigger": "name",
}
"""The kinds of note to write, and the member that holds what it is."""
ALSO: dict[str, frozenset[str]] = {
    "phrase": frozenset({"drill"}),
    "follow-up": frozenset({"due", "done"}),
    "lesson": frozenset({"done"}),
    "scene": frozenset({"done"}),
    "read-next": frozenset({"done"}),
    "fact": frozenset({"on", "channel", "witnesses"}),
    "ask-work": frozenset({"does", "helps", "whom", "asked_on", "state", "reason"}),
    "whom-to-ask": frozenset({"what", "done"}),
    "own-tool": frozenset({"tool_kind", "seconds", "steps"}),
    "own-trigger": frozenset({"group", "safety"}),
}
TOOL_KINDS = ("breath", "body", "mind", "social", "break")
ASK_STATES = ("mine", "shared", "looking", "done", "cannot", "let-go")
"""Where an ask for work stands, as whoever asked says it; `shared`: somebody was asked."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")
_LOCAL = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d\Z")


def write_note(client: Client, kind: str, text: str, **more: object) -> str:
    """Write a note of a kind (`MAIN`), with what else belongs to it (`ALSO`); its item. Nothing of it is for the
    server to read: neither the kind of note nor when it is due."""
    words = note_words(kind, text, more)
    if kind == "fact":
        words.setdefault("on", client.day().isoformat())
    return client.keep("note", words)


def note_words(kind: str, text: str, more: Words) -> Words:
    """The words of a note, or a refusal."""
    if kind not in MAIN:
        raise BadRequest("unknown-kind", f"“{kind}” is none of {', '.join(MAIN)}.")
    return {"v": 1, "t": kind, **_main(kind, text), **_more(kind, more)}


def change_note(client: Client, item: str, text: str | None = None, **more: object) -> str:
    """Write a note anew with some of it changed: its words, or what else belongs to its kind; the new rev."""
    found = next((note for note in notes(client) if note.item == item), None)
    kind = str(found.words.get("t")) if found else ""
    if kind not in MAIN:
        raise BadRequest("no-such-item", f"There is no note {item} in this folder.")
    return client.edit(item, **(_main(kind, text) if text is not None else {}), **_more(kind, more))


def _main(kind: str, text: str) -> Words:
    CHECKS["text"](MAIN[kind], text)
    if not text.strip():
        raise BadRequest("bad-words", "It needs some words.")
    return {MAIN[kind]: text}


def _more(kind: str, more: Words) -> Words:
    given = {name: value for name, value in more.items() if value is not None and value != []}
    if strange := given.keys() - ALSO.get(kind, frozenset()):
        raise BadRequest("bad-words", f"A note of the kind “{kind}” has no {', '.join(sorted(strange))}.")
    for name, value in given.items():
        _check(name, value)
    if "tool_kind" in given:
        given["kind"] = given.pop("tool_kind")
    return given


def notes(client: Client, kind: str | None = None) -> list[Item]:
    """The notes kept here, all or those of a kind, opened; needs no network."""
    return [item for item in client.items("note") if kind is None or item.words.get("t") == kind]


def line_of(note: Item) -> str:
    """A note in one line."""
    kind = str(note.words.get("t"))
    text = note.words.get(MAIN.get(kind, "text")) or note.words.get("iso_week") or ""
    said = "".join(f" · {before}{note.words[name]}" for name, before in _SAID.items() if note.words.get(name))
    done = " · done" if note.words.get("done") is True else ""
    return f"{note.item}  {kind}: {text}{said}{done}{' · not sent yet' if note.unsent else ''}"


def _check(name: str, value: object) -> None:
    if name == "steps" and isinstance(value, list):
        for step in value:
            CHECKS["text"](name, step)
    elif name in _TEXTS:
        CHECKS["text"](name, value)
    elif name in {"group", "drill"}:
        CHECKS["technique"](name, value)
    elif not _PLAIN[name](value):
        raise BadRequest("bad-words", f"“{value}” will not do for {name}.")


def _is_moment(value: object, *forms: tuple[re.Pattern[str], str]) -> bool:
    return isinstance(value, str) and any(form.match(value) and _is_real(value, as_) for form, as_ in forms)


def _is_real(value: str, form: str) -> bool:
    try:
        datetime.strptime(value, form)  # noqa: DTZ007 - a time on the person's own clock has no zone
    except ValueError:
        return False
    return True


_TEXTS = frozenset({"channel", "witnesses", "does", "helps", "whom", "reason", "what"})
_SAID = {
    "what": "",
    "due": "for ",
    "state": "",
    "whom": "asked of ",
    "asked_on": "on ",
    "reason": "they said: ",
}
"""What a line of a note tells beside its words, and the words before it."""
_AT_DAY = (_DAY, "%Y-%m-%d")
_AT_MINUTE = (_LOCAL, "%Y-%m-%dT%H:%M")
_PLAIN: dict[str, Callable[[object], bool]] = {
    "due": lambda value: _is_moment(value, _AT_MINUTE),
    "on": lambda value: _is_moment(value, _AT_DAY, _AT_MINUTE),
    "done": lambda value: isinstance(value, bool),
    "seconds": lambda value: isinstance(value, int) and value >= 1,
    "tool_kind": lambda value: value in TOOL_KINDS,
    "safety": lambda value: value == "not-okay",
    "asked_on": lambda value: _is_moment(value, _AT_DAY),
    "state": lambda value: value in ASK_STATES,
}
