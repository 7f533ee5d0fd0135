"""Requests and answers as msgspec Structs: the hot paths' way in and out.

Members nobody declared are refused, errors name the member, and the API's description shows the
very Struct that decodes.
"""

import functools
import re
from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec
from django.http import HttpResponse
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse
from rest_framework import serializers
from rest_framework.request import Request

from api.errors import Problem, harmless_name

Shape = TypeVar("Shape", bound=msgspec.Struct)

GREATEST_WHOLE = 2**53 - 1

_PROBLEM = {"$ref": "#/components/schemas/Problem"}

_WHERE = re.compile(r"(?P<what>.*) - at `(?P<path>\$[\w.\[\]]*)`", re.DOTALL)
_NO_SUCH = re.compile(r"Object contains unknown field `(?P<name>[^`]*).*", re.DOTALL)


def read(request: Request, shape: type[Shape]) -> Shape:
    """The request's body as a Struct; what does not fit is a 400 that names the member."""
    return _converted(request.data, shape, strict=True)


def read_query(request: Request, shape: type[Shape]) -> Shape:
    """The query parameters as a Struct; an unknown or repeated one is a problem."""
    given = request.query_params
    known = _names(shape)
    for name, values in given.lists():
        if len(values) > 1:
            raise Problem(400, "repeated-parameter", "A query parameter stands there twice.")
        if name not in known:
            raise Problem(
                400, "unknown-parameter", "There is a query parameter that this address does not know."
            )
    return _converted(given.dict(), shape, strict=False)


def json_answer(body: bytes | str, status: int = 200) -> HttpResponse:
    """An answer that is JSON already; nobody on the way may keep it."""
    answer = HttpResponse(body, status=status, content_type="application/json")
    answer["Cache-Control"] = "no-store"
    return answer


def schema_of(shape: Any) -> dict[str, Any]:
    """A Struct as OpenAPI writes it, whole."""
    (top,), parts = msgspec.json.schema_components([shape], ref_template="{name}")
    whole: dict[str, Any] = _inlined(top, parts)
    return whole


def parameters_of(shape: type[msgspec.Struct]) -> list[OpenApiParameter]:
    """A Struct's members as query parameters."""
    described = schema_of(shape)
    required = described.get("required", [])
    return [
        OpenApiParameter(name, member, required=name in required, description=member.get("description", ""))
        for name, member in described["properties"].items()
    ]


def problems(told: Mapping[int, str]) -> dict[Any, OpenApiResponse]:
    """Refusals for the API's description: a status and when it comes."""
    return {
        (status, "application/problem+json"): OpenApiResponse(_PROBLEM, description=when)
        for status, when in told.items()
    }


@functools.cache
def _names(shape: type[msgspec.Struct]) -> frozenset[str]:
    return frozenset(field.encode_name for field in msgspec.structs.fields(shape))


def _converted(given: Any, shape: type[Shape], *, strict: bool) -> Shape:
    try:
        return msgspec.convert(given, shape, strict=strict)
    except msgspec.ValidationError as error:
        raise serializers.ValidationError(_named(str(error))) from None


def _named(message: str) -> dict[str, list[str]]:
    """The member that is wrong, and why."""
    found = _WHERE.fullmatch(message)
    what, path = (found["what"], found["path"]) if found else (message, "$")
    path = path.removeprefix("$").removeprefix(".")
    if unknown := _NO_SUCH.fullmatch(what):
        name = harmless_name(unknown["name"])
        return {f"{path}.{name}".removeprefix("."): ["There is no such member."]}
    return {path or "non_field_errors": [what]}


def _inlined(node: Any, parts: Mapping[str, Any]) -> Any:
    """The schema with every reference replaced by what it names, in the words of OpenAPI 3.0."""
    if isinstance(node, list):
        return [_inlined(part, parts) for part in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        return _inlined(parts[node["$ref"]], parts)
    whole = {name: _inlined(part, parts) for name, part in node.items() if part not in (None, [])}
    either = whole.pop("anyOf", None)
    return whole if either is None else {**whole, **_nullable(either)}


def _nullable(ways: list[dict[str, Any]]) -> dict[str, Any]:
    """`X or null`, the one choice that our Structs have."""
    (way,) = (way for way in ways if way != {"type": "null"})
    return {**way, "nullable": True}
