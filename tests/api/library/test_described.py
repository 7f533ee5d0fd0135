"""The API's own description of the library fits what it answers."""

from typing import Any

import pytest
from django.test import Client
from drf_spectacular.generators import SchemaGenerator
from jsonschema import Draft4Validator

WORDS = [
    "triggers",
    "feelings",
    "techniques",
    "prompts",
    "goal-templates",
    "drills",
    "library",
    "prompts/today",
]


@pytest.fixture(scope="module")
def described() -> Any:
    """The operations, by address."""
    return SchemaGenerator().get_schema(request=None, public=True)["paths"]


@pytest.mark.parametrize("name", WORDS)
def test_an_answer_has_the_described_shape(client: Client, described: Any, name: str) -> None:
    operation = described[f"/api/v1/{name}/"]["get"]
    schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
    asked = {"phase": "before-shift", "date": "2026-11-21"} if name == "prompts/today" else {}
    body = client.get(f"/api/v1/{name}/", asked).json()
    Draft4Validator(_closed(schema)).validate(body)


@pytest.mark.parametrize("name", WORDS)
def test_parameters_and_refusals_are_described(described: Any, name: str) -> None:
    operation = described[f"/api/v1/{name}/"]["get"]
    named = {parameter["name"]: parameter for parameter in operation["parameters"]}
    assert {"lang", "Accept-Language", "If-None-Match"} <= set(named)
    assert {name for name, one in named.items() if one.get("required")} <= {"phase", "date"}
    assert {"200", "304", "400"} <= set(operation["responses"])
    assert operation["summary"]
    assert "security" not in operation or operation["security"] in ([], [{}])


def _closed(schema: Any) -> Any:
    """The same schema, `nullable` understood, and with no members but the described."""
    if isinstance(schema, list):
        return [_closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {name: _closed(part) for name, part in schema.items() if name != "nullable"}
    if "properties" in schema and "type" in schema:
        inner.setdefault("additionalProperties", False)
    return {"anyOf": [inner, {"type": "null"}]} if schema.get("nullable") is True else inner
