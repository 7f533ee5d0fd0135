"""`/api/docs/`: the schema as a page, without a script."""

import functools
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe
from drf_spectacular.generators import SchemaGenerator

FIRST_WRITE = """\
from client import Client
me = Client("{site}", home="my-journal")
code = me.sign_up("you@example.org", "a-quiet-evening-7")   # your recovery code: keep it
me.write("encounter", trigger=["shouting"], intensity=4, text="They shouted before I said my name.")
print(me.sync())"""


@require_safe
def docs(request: HttpRequest) -> HttpResponseBase:
    """First a write that works, then every address, as the schema describes it."""
    page = {"first_write": FIRST_WRITE.format(site=settings.SITE_URL), "subjects": _subjects()}
    return render(request, "api/docs.html", page)


@require_safe
def style(request: HttpRequest) -> HttpResponseBase:
    """The page's style sheet: inline styles are not allowed here."""
    return render(request, "api/docs.css", content_type="text/css; charset=utf-8")


@functools.cache
def _subjects() -> list[dict[str, Any]]:
    """The schema's operations, grouped by the first word of their address, in the order of the URL conf."""
    schema: dict[str, Any] = SchemaGenerator().get_schema(request=None, public=True)  # type: ignore[no-untyped-call]  # untyped there
    subjects: dict[str, list[dict[str, Any]]] = {}
    for address, methods in schema["paths"].items():
        subject = address.removeprefix("/api/v1/").split("/")[0]
        for method, operation in methods.items():
            subjects.setdefault(subject, []).append(_operation(schema, method, address, operation))
    return [{"name": name, "operations": operations} for name, operations in subjects.items()]


def _operation(
    schema: dict[str, Any], method: str, address: str, operation: dict[str, Any]
) -> dict[str, Any]:
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema")
    return {
        "method": method.upper(),
        "address": address,
        "summary": operation.get("summary", ""),
        "description": operation.get("description", ""),
        "open": {} in operation.get("security", []),
        "parameters": operation.get("parameters", []),
        "takes": _members(schema, body),
        "answers": [
            {
                "status": status,
                "description": answer.get("description", ""),
                "members": _answer_members(schema, answer),
            }
            for status, answer in operation["responses"].items()
        ],
    }


def _answer_members(schema: dict[str, Any], answer: dict[str, Any]) -> list[dict[str, Any]]:
    content: dict[str, Any] = next(iter(answer.get("content", {}).values()), {})
    return _members(schema, content.get("schema"))


def _members(schema: dict[str, Any], shape: dict[str, Any] | None) -> list[dict[str, Any]]:
    """The named members of a shape: name, type, whether required, what it means."""
    resolved = _resolved(schema, shape or {})
    required = resolved.get("required", [])
    return [
        {
            "name": name,
            "type": _type(schema, part),
            "required": name in required,
            "means": part.get("description", ""),
        }
        for name, part in resolved.get("properties", {}).items()
    ]


def _resolved(schema: dict[str, Any], shape: dict[str, Any]) -> dict[str, Any]:
    if "$ref" not in shape:
        return shape
    found: dict[str, Any] = schema["components"]["schemas"][shape["$ref"].rsplit("/", 1)[-1]]
    return found


def _type(schema: dict[str, Any], part: dict[str, Any]) -> str:
    if part.get("type") == "array":
        return f"list of {_type(schema, part.get('items', {}))}"
    if "$ref" in part:
        return str(part["$ref"]).rsplit("/", 1)[-1]
    return str(part.get("format") or part.get("type") or "any")
