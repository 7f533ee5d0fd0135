"""The real application behind a tape recorder: every byte that comes and goes lands in DATA/traffic.

Served by the tests as `tests.promises.recording:application`. Its clock is so many days ahead as DATA/days-ahead says.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta, tzinfo
from io import BytesIO
from pathlib import Path
from typing import Any

from django.core.wsgi import get_wsgi_application

from api import clock

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.promises.settings"
TAPE = Path(os.environ["DATA"]) / "traffic"
AHEAD = Path(os.environ["DATA"]) / "days-ahead"


class _Ahead(datetime):
    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]  # plain again, as everybody expects
        days = int(AHEAD.read_text()) if AHEAD.exists() else 0
        return datetime.now(tz) + timedelta(days=days)


clock.datetime = _Ahead  # type: ignore[misc]  # the one place where the server reads it
_real = get_wsgi_application()


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """Hands on what came, tapes it and the answer."""
    body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
    environ["wsgi.input"] = BytesIO(body)
    _tape(
        repr(sorted((name, value) for name, value in environ.items() if isinstance(value, str))).encode(),
        body,
    )

    def start(status: str, headers: list[tuple[str, str]], error: Any = None) -> Any:
        _tape(status.encode(), repr(headers).encode())
        return start_response(status, headers, error)

    return _taped(_real(environ, start))


def _taped(answer: Iterable[bytes]) -> Iterator[bytes]:
    try:
        for part in answer:
            _tape(part)
            yield part
    finally:
        if close := getattr(answer, "close", None):
            close()


def _tape(*parts: bytes) -> None:
    with TAPE.open("ab") as tape:
        tape.write(b"\n".join(parts) + b"\n")
