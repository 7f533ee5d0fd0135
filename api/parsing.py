"""Strict JSON: one meaning or none.

Refused: duplicate keys, NUL, half a surrogate pair, NaN and Infinity, more than 64 levels, and a
body larger than the view allows (`view.body_limit_bytes`, default 256 KiB).
"""

import json
from collections.abc import Mapping
from typing import IO, Any

from rest_framework.exceptions import ParseError
from rest_framework.parsers import BaseParser

from api.errors import Problem

DEFAULT_LIMIT_BYTES = 256 * 1024
DEEPEST = 64


def strict_json(raw: bytes) -> Any:
    """The value of one strict JSON text; raises ParseError with the reason."""
    try:
        value = json.loads(raw.decode("utf-8"), object_pairs_hook=_once, parse_constant=_no_constant)
    except (UnicodeDecodeError, RecursionError):
        raise ParseError("The body is not JSON in UTF-8 of a sensible depth.") from None
    except ValueError as error:
        raise ParseError(f"The body is not strict JSON: {_harmless(error)}.") from None
    _look_through(value)
    return value


class _Refused(ValueError):
    """A JSON text that is well formed, yet refused."""


def _harmless(error: ValueError) -> str:
    """The reason without a piece of what was sent."""
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg.lower()} at character {error.pos}"
    return str(error) if isinstance(error, _Refused) else "a number is too long"


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise _Refused("a member stands in it twice")
    return members


def _no_constant(_name: str) -> None:
    raise _Refused("NaN and Infinity are no JSON")


def _look_through(value: Any) -> None:
    """Refuses what a database or another JSON reader would choke on, without recursion."""
    level = [value]
    for _depth in range(DEEPEST + 1):
        level = [part for node in level for part in _parts(node)]
        if not level:
            return
    raise ParseError(f"The body is deeper than {DEEPEST} levels.")


def _parts(node: Any) -> list[Any]:
    if isinstance(node, str):
        _check_text(node)
        return []
    if isinstance(node, dict):
        for key in node:
            _check_text(key)
        return list(node.values())
    return node if isinstance(node, list) else []


def _check_text(text: str) -> None:
    if "\x00" in text:
        raise ParseError("The body holds a NUL character.")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise ParseError("The body holds half a surrogate pair.") from None


class StrictJson(BaseParser):
    """DRF's parser for `application/json`, as strict as this module says."""

    media_type = "application/json"

    def parse(
        self,
        stream: IO[bytes],
        media_type: str | None = None,
        parser_context: Mapping[str, Any] | None = None,
    ) -> Any:
        """Reads no more than the view allows."""
        context = parser_context or {}
        limit = getattr(context.get("view"), "body_limit_bytes", DEFAULT_LIMIT_BYTES)
        raw = stream.read(limit + 1)
        if len(raw) > limit:
            raise Problem(413, "too-large", f"The body is larger than {limit} bytes.")
        return strict_json(raw)
