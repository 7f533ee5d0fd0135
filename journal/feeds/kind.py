"""What each kind of item lets the server see. Pure. The subjects fill in the table (`journal/kinds.py`)."""

import json
import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from journal.keys.tokens import BadHeader, MissingHeader

Belonging = Literal["none", "may", "must"]

# Facts in clear are names, numbers and dates: no space, so no sentence.
_FACT = re.compile(r"[A-Za-z0-9_.:+/-]{0,128}")


@dataclass(frozen=True, slots=True)
class Kind:
    """What stands in the clear for one kind: whether it has a day, what it belongs to, its facts in `pub`.

    `of`: an item of this kind belongs to another one never, perhaps, or always.
    `pub`: the facts' names; those in `pub_may` can be left out. `listed`: whether list addresses show it.
    """

    name: str
    dated: bool = False
    of: Belonging = "none"
    pub: frozenset[str] = frozenset()
    pub_may: frozenset[str] = frozenset()
    listed: bool = field(default=True)


def check_facts(
    kind: Kind | None,
    *,
    deletion: str,
    of: str | None,
    day: date | None,
    written: date | None,
    pub: str | None,
) -> None:
    """Checks what stands in the clear against the kind (None: unknown here, kept as it is).

    Raises MissingHeader or BadHeader.
    """
    if deletion == "forget":
        if of or day or written or pub:
            raise BadHeader("What forgets carries no day, written, of or pub.")
    elif kind is not None:
        _check_dated(kind, day, written)
        _check_belonging(kind, of)
        if deletion == "no" or pub is not None:
            _check_pub(kind, pub)


def _check_dated(kind: Kind, day: date | None, written: date | None) -> None:
    if kind.dated and not (day and written):
        raise MissingHeader("This kind has day and written.")
    if not kind.dated and (day or written):
        raise BadHeader("This kind has neither day nor written.")


def _check_belonging(kind: Kind, of: str | None) -> None:
    if kind.of == "must" and of is None:
        raise MissingHeader("This kind belongs to another item: of.")
    if kind.of == "none" and of is not None:
        raise BadHeader("This kind belongs to no other item.")


def _check_pub(kind: Kind, pub: str | None) -> None:
    if pub is None:
        if kind.pub:
            raise MissingHeader("This kind has its facts in pub.")
        return
    facts: dict[str, Any] = json.loads(pub)
    if not kind.pub:
        raise BadHeader("This kind has no facts in clear.")
    if not kind.pub <= set(facts) <= kind.pub | kind.pub_may:
        raise BadHeader(f"The facts of this kind are {', '.join(sorted(kind.pub))}.")
    if not all(_is_fact(fact) for fact in facts.values()):
        raise BadHeader("A fact in clear is a name, a number or a date, never a sentence.")


def _is_fact(value: Any) -> bool:
    """Whether a value of `pub` holds no text that could be a sentence."""
    if isinstance(value, dict):
        return all(_FACT.fullmatch(name) and _is_fact(part) for name, part in value.items())
    if isinstance(value, list):
        return all(_is_fact(part) for part in value)
    return not isinstance(value, str) or _FACT.fullmatch(value) is not None
