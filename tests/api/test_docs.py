"""The API described by its own schema, and the page that reads it aloud."""

import contextlib
import io
from pathlib import Path

import pytest
from django.test import Client
from drf_spectacular.generators import SchemaGenerator

from api.docs.views import FIRST_WRITE
from api.urls import v1
from tests.server import Server


def test_the_page_describes_every_address_and_needs_no_script() -> None:
    page = Client(headers={"host": "localhost"}).get("/api/docs/").content.decode()
    for route in v1:
        assert f"/api/v1/{route.pattern}".split("<")[0] in page
    assert "<script" not in page
    assert " style=" not in page


def test_the_schema_has_no_warning_and_no_unnamed_answer(capsys: pytest.CaptureFixture[str]) -> None:
    schema = SchemaGenerator().get_schema(request=None, public=True)
    assert "Warning" not in capsys.readouterr().err
    for address, methods in schema["paths"].items():
        for method, operation in methods.items():
            assert operation["summary"], (address, method)
            assert operation["responses"], (address, method)


def test_the_first_write_of_the_page_works(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(FIRST_WRITE.format(site=server.url), {})  # noqa: S102 - the page's own five lines, verbatim
    assert FIRST_WRITE.count("\n") == 4
    assert printed.getvalue()
