"""The words of an entry, checked before they are sealed: what a server cannot check afterwards."""

import re
from collections.abc import Callable
from datetime import datetime

from client.ck1.bodies import Words
from client.days import instant_text
from client.trouble import BadRequest

LIBRARY_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
OWN_ID = re.compile(r"custom-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z")
MOST_FEELINGS = 2
LONGEST_TEXT = 20_000
SCALE = range(1, 6)
EFFECTS = (-1, 0, 1)
NEEDED = {"encounter": ("trigger", "intensity"), "check-in": ("mood",), "bright-spot": ("bright",)}


def entry_words(kind: str, given: Words, *, at: datetime, zone: str) -> Words:
    """The words of one entry (page “Items”): `given` without what is None, with version, type, instant and zone."""
    if kind not in NEEDED:
        raise BadRequest("unknown-kind", f"“{kind}” is none of {', '.join(NEEDED)}.")
    words = {name: value for name, value in given.items() if value is not None}
    for name in NEEDED[kind]:
        if name not in words:
            raise BadRequest("missing-words", f"An entry of the kind “{kind}” needs its {name}.")
    for name, value in words.items():
        CHECKS.get(name, _anything)(name, value)
    return {"v": 1, "t": kind, **words, "at": instant_text(at), "tz": zone}


def _text(name: str, value: object) -> None:
    if not isinstance(value, str) or len(value) > LONGEST_TEXT:
        raise BadRequest("bad-words", f"“{name}” has to be text of at most {LONGEST_TEXT} characters.")
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise BadRequest("bad-words", f"“{name}” holds a sign that is no text.") from error


def _scale(name: str, value: object) -> None:
    if isinstance(value, bool) or value not in SCALE:
        raise BadRequest("bad-words", f"“{name}” goes from 1 to 5.")


def _effect(name: str, value: object) -> None:
    if isinstance(value, bool) or value not in EFFECTS:
        raise BadRequest("bad-words", f"“{name}” is -1, 0 or 1.")


def _id(name: str, value: object) -> None:
    own = isinstance(value, str) and value.startswith("custom-")
    if not isinstance(value, str) or not (OWN_ID if own else LIBRARY_ID).match(value):
        raise BadRequest(
            "bad-words", f"“{value}” is no {name}: these look like “left-alone” or “custom-<uuid>”."
        )


def _ids(name: str, value: object) -> None:
    if not isinstance(value, list) or not value:
        raise BadRequest("bad-words", f"“{name}” is a list with something in it.")
    for one in value:
        _id(name, one)


def _feelings(name: str, value: object) -> None:
    if value != []:
        _ids(name, value)
    if isinstance(value, list) and len(value) > MOST_FEELINGS:
        raise BadRequest("bad-words", f"At most {MOST_FEELINGS} feelings.")


def _anything(_name: str, _value: object) -> None:
    """Members this client does not know are kept as they are."""


CHECKS: dict[str, Callable[[str, object], None]] = {
    "trigger": _ids,
    "feelings": _feelings,
    "intensity": _scale,
    "after": _scale,
    "mood": _scale,
    "effect": _effect,
    "bright": _id,
    "technique": _id,
    "text": _text,
}
