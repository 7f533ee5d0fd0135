"""The words of an entry, checked before they are sealed: what a server cannot check afterwards."""

import re
from collections.abc import Callable
from datetime import datetime

from client.ck1.bodies import ID, Words
from client.content.days import day_of, instant_of, instant_text
from client.trouble import BadRequest

LIBRARY_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
LONGEST_ID = 64
MOST_FEELINGS = 2
MOST_GOOD = 3
LONGEST_TEXT = 20_000
SCALE = range(1, 6)
EFFECTS = (-1, 0, 1)
CLOSINGS = ("step", "none", "prompt")
READY = ("yes", "minute", "person", "shift-over")
ASPECTS = ("words", "tone", "stake")
NEEDED: dict[str, tuple[str, ...]] = {
    "encounter": ("trigger", "intensity"),
    "check-in": ("mood",),
    "bright-spot": (),
    "tool": ("technique",),
    "before-shift": ("cards",),
    "after-shift": (),
}


def entry_words(kind: str, given: Words, *, at: datetime, zone: str) -> Words:
    """The words of one entry (page “Items”): `given` without what is None, with version, type, instant and zone."""
    if kind not in NEEDED:
        raise BadRequest("unknown-kind", f"“{kind}” is none of {', '.join(NEEDED)}.")
    words = {name: value for name, value in given.items() if value is not None}
    _check(kind, words, words)
    return {"v": 1, "t": kind, **words, "at": instant_text(at), "tz": zone}


def edited_words(shown: Words, changes: Words) -> Words:
    """The words of an item with some changed; None takes one away, and every other member stays as it is."""
    if shown.get("v") != 1:
        raise BadRequest("later-version", "A newer app wrote this. Here it can be read, not changed.")
    given = {name: value for name, value in changes.items() if value is not None}
    words = {name: value for name, value in shown.items() if name not in changes} | given
    _check(str(shown.get("t")), words, given)
    return words


def _check(kind: str, words: Words, given: Words) -> None:
    for name in NEEDED.get(kind, ()):
        if name not in words:
            raise BadRequest("missing-words", f"An entry of the kind “{kind}” needs its {name}.")
    for name, value in given.items():
        CHECKS.get(name, _anything)(name, value)


def _text(name: str, value: object) -> None:
    if not isinstance(value, str) or len(value) > LONGEST_TEXT:
        raise BadRequest("bad-words", f"“{name}” has to be text of at most {LONGEST_TEXT} characters.")
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise BadRequest("bad-words", f"“{name}” holds a sign that is no text.") from error


def _good(name: str, value: object) -> None:
    if not isinstance(value, list):
        raise BadRequest("bad-words", f"“{name}” is a list.")
    if len(value) > MOST_GOOD:
        raise BadRequest("bad-words", f"At most {MOST_GOOD} things that went okay.")
    for one in value:
        _text(name, one)


def _scale(name: str, value: object) -> None:
    if not _is_whole(value) or value not in SCALE:
        raise BadRequest("bad-words", f"“{name}” goes from 1 to 5.")


def _seconds(name: str, value: object) -> None:
    if not _is_whole(value) or value < 0:  # type: ignore[operator] # a whole number by now
        raise BadRequest("bad-words", f"“{name}” is a whole number from 0 on.")


def _effect(name: str, value: object) -> None:
    if not _is_whole(value) or value not in EFFECTS:
        raise BadRequest("bad-words", f"“{name}” is -1, 0 or 1.")


def _id(name: str, value: object) -> None:
    if not isinstance(value, str) or len(value) > LONGEST_ID or not _is_id(value):
        raise BadRequest(
            "bad-words", f"“{value}” is no {name}: these look like “left-alone” or “custom-<uuid>”."
        )


def _triggers(name: str, value: object) -> None:
    _ids(name, value)
    if not value:
        raise BadRequest("bad-words", "At least one trigger.")


def _feelings(name: str, value: object) -> None:
    _ids(name, value)
    if isinstance(value, list) and len(value) > MOST_FEELINGS:
        raise BadRequest("bad-words", f"At most {MOST_FEELINGS} feelings.")


def _ids(name: str, value: object) -> None:
    if not isinstance(value, list):
        raise BadRequest("bad-words", f"“{name}” is a list.")
    for one in value:
        _id(name, one)
    if len(set(value)) != len(value):
        raise BadRequest("bad-words", f"“{name}” names one twice.")


def _prompt(name: str, value: object) -> None:
    if not isinstance(value, dict):
        raise BadRequest("bad-words", f"“{name}” is an id with an answer.")
    _id(name, value.get("id"))
    _text("answer", value.get("answer", ""))


def _close(name: str, value: object) -> None:
    if not isinstance(value, dict) or value.get("kind") not in CLOSINGS:
        raise BadRequest("bad-words", f"“{name}” is one of {', '.join(CLOSINGS)}, with a text.")
    _text("text", value.get("text", ""))


def _one_of(known: tuple[str, ...]) -> Callable[[str, object], None]:
    def check(name: str, value: object) -> None:
        if value not in known:
            raise BadRequest("bad-words", f"“{name}” is one of {', '.join(known)}.")

    return check


def _yes_or_no(name: str, value: object) -> None:
    if not isinstance(value, bool):
        raise BadRequest("bad-words", f"“{name}” is true or false.")


def _day(name: str, value: object) -> None:
    if not isinstance(value, str) or day_of(value).isoformat() != value:
        raise BadRequest("bad-words", f"“{name}” is a day like 2026-11-21.")


def _instant(name: str, value: object) -> None:
    if not isinstance(value, str) or not value.endswith("Z"):
        raise BadRequest("bad-words", f"“{name}” is an instant like 2026-11-21T22:10:00Z.")
    instant_of(value)


def _ours(name: str, _value: object) -> None:
    raise BadRequest("bad-words", f"“{name}” is written by the client itself.")


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_id(value: str) -> bool:
    own = value.removeprefix("custom-")
    return bool(LIBRARY_ID.match(value) if own == value else ID.match(own))


def _anything(_name: str, _value: object) -> None:
    """Members this client does not know are kept as they are."""


CHECKS: dict[str, Callable[[str, object], None]] = {
    "trigger": _triggers,
    "feelings": _feelings,
    "intensity": _scale,
    "before": _scale,
    "after": _scale,
    "seconds": _seconds,
    "mood": _scale,
    "effect": _effect,
    "bright": _id,
    "technique": _id,
    "drill": _id,
    "prompt": _prompt,
    "ready": _one_of(READY),
    "aspect": _one_of(ASPECTS),
    "close": _close,
    "cards": _ids,
    "good": _good,
    "parked": _text,
    "over": _yes_or_no,
    "carried": _yes_or_no,
    "shift_on": _day,
    "changed_at": _instant,
    "text": _text,
    "line": _text,
    **dict.fromkeys(("v", "t", "at", "tz"), _ours),
}
