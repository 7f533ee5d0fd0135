"""The JSON Schemas of what is sealed and of what the server may see, and the samples both sides are held to."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from referencing import Registry, Resource

HERE = Path(__file__).parent
SHARED = "common"


@cache
def schemas() -> dict[str, Any]:
    """Every schema by its name, for example `entry-encounter`."""
    files = sorted((HERE / "schemas").glob("*.json"))
    return {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in files}


def samples(name: str) -> Any:
    """`{valid: [...], invalid: [{why, with? | without?}]}`; what is invalid changes the first valid one."""
    return json.loads((HERE / "items" / f"{name}.json").read_text(encoding="utf-8"))


def changed(sample: Mapping[str, Any], change: Mapping[str, Any]) -> dict[str, Any]:
    """The sample with a change of `samples(...)["invalid"]` applied."""
    left = {name: part for name, part in sample.items() if name not in change.get("without", [])}
    return left | change.get("with", {})


def form_of(kind: str, words: Mapping[str, Any]) -> str:
    """The name of the schema for the words of an item: by its kind and, for entries and notes, its type."""
    return f"{kind}-{words.get('t')}" if kind in {"entry", "note"} else kind


@cache
def validator(name: str) -> Draft202012Validator:
    """Checks one thing against the schema of this name."""
    resources = [Resource.from_contents(schema) for schema in schemas().values()]
    registry: Registry[Any] = Registry().with_resources((str(one.id()), one) for one in resources)
    return Draft202012Validator(schemas()[name], registry=registry)


def faults(name: str, thing: object) -> list[str]:
    """What is wrong with it; empty when nothing is."""
    return [f"{error.json_path}: {error.message[:200]}" for error in validator(name).iter_errors(thing)]
