"""How the library's answers look: the domain's own shapes, word for word what the app bundles."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, TypedDict

from drf_spectacular.plumbing import resolve_type_hint

from journal.library.rules import Phase, Prompt, content_hash


class PromptToday(TypedDict):
    """The prompt of one day and phase."""

    phase: Phase
    date: dt.date
    prompt: Prompt


def words_schema(shape: Any) -> dict[str, Any]:
    """The OpenAPI schema of one answer: `language`, `version` and the members of `shape`."""
    schema: dict[str, Any] = _tidied(resolve_type_hint(shape))  # type: ignore[no-untyped-call]
    language = {"type": "string", "description": "The language of the words."}
    version = {"type": "string", "description": "Changes with any of the words; also the ETag."}
    schema["properties"] = {"language": language, "version": version, **schema["properties"]}
    schema["required"] = ["language", "version", *schema["required"]]
    return schema


def words_answer(language: str, words: Mapping[str, Any]) -> dict[str, Any]:
    """The members of one answer."""
    return {"language": language, "version": content_hash([language, words])[:32], **words}


def _tidied(schema: Any) -> Any:
    """The same schema with `required` in one order, so that it is the same text at each start."""
    if isinstance(schema, list):
        return [_tidied(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    tidy = {name: _tidied(part) for name, part in schema.items()}
    if isinstance(names := tidy.get("required"), list):
        tidy["required"] = sorted(names)
    return tidy
