"""A thousand requests made up from the schema: no 5xx, and every answer in a shape that the schema names."""

import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from drf_spectacular.generators import SchemaGenerator
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.server import Server, running_server
from tests.visitor import Visitor

REQUESTS = 1000
WITHOUT_RATES = {"RATE_ACCOUNT": "1000000/min", "RATE_ADDRESS": "1000000/min"}


@pytest.fixture(scope="module")
def unhurried() -> Iterator[Server]:
    """A server that does not count requests."""
    with (
        tempfile.TemporaryDirectory() as folder,
        running_server(Path(folder), environment=WITHOUT_RATES) as started,
    ):
        yield started


def operations() -> list[Any]:
    """Every operation of the schema that the server itself would publish."""
    schema = schemathesis.openapi.from_dict(SchemaGenerator().get_schema(request=None, public=True))
    return [result.ok() for result in schema.get_all_operations()]


def fuzz(operation: Any, visitor: Visitor, examples: int) -> Counter[int]:
    """Sends that many made-up requests; returns how often each status came."""
    statuses: Counter[int] = Counter()
    both = schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE
    strategies = [operation.as_strategy(generation_mode=mode) for mode in both]

    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=strategies[0] | strategies[1])
    def send(case: Any) -> None:
        headers = {"X-CSRFToken": visitor.session.cookies.get("csrftoken", ""), "Origin": visitor.url}
        case.cookies = {}  # the visitor's own session, not a made-up one
        answer = case.call(base_url=visitor.url, session=visitor.session, headers=headers)
        statuses[answer.status_code] += 1
        assert answer.status_code < 500, f"{case.as_curl_command()} → {answer.status_code}"
        checks = [status_code_conformance, content_type_conformance, response_schema_conformance]
        case.validate_response(answer, checks=checks)

    send()
    return statuses


@pytest.mark.long
def test_no_made_up_request_breaks_the_server(unhurried: Server) -> None:
    visitor = Visitor(unhurried)
    visitor.sign_up()
    every = operations()
    statuses: Counter[int] = Counter()
    for operation in every:
        statuses += fuzz(operation, visitor, REQUESTS // len(every) + 1)
    assert sum(statuses.values()) >= REQUESTS
    assert {200, 400} <= set(statuses)
    assert "Traceback" not in unhurried.log.read_text()
