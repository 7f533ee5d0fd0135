"""Too much at once: so many requests are at work, a few wait, the rest is refused before anything of it was read."""

import json
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event, Semaphore
from typing import Any

import pytest

from api.shedding import READS_AT_ONCE, WAITING, WRITES_AT_ONCE, Shedding

Said = tuple[str, dict[str, str], bytes]


class Slow:
    """An application that answers when it is let; it reads what it is sent."""

    def __init__(self) -> None:
        self.begun, self.may_end = Semaphore(0), Event()

    def __call__(self, environ: dict[str, Any], start: Any) -> list[bytes]:
        self.begun.release()
        assert self.may_end.wait(20)
        start("200 OK", [])
        return [environ["wsgi.input"].read()]


class Unread:
    """A body; `reads` tells how often somebody looked."""

    reads = 0

    def read(self) -> bytes:
        self.reads += 1
        return b"words"


@pytest.fixture
def slow() -> Iterator[Slow]:
    """Lets everybody go in the end."""
    application = Slow()
    yield application
    application.may_end.set()


@pytest.fixture
def callers() -> Iterator[ThreadPoolExecutor]:
    """As many as the server has threads."""
    with ThreadPoolExecutor(40) as pool:
        yield pool


def ask(door: Shedding, path: str, method: str, body: Unread) -> Said:
    """One request; its status, headers and body."""
    told: list[Any] = []
    answer = door(
        {"PATH_INFO": path, "REQUEST_METHOD": method, "wsgi.input": body}, lambda *said: told.extend(said)
    )
    return told[0], dict(told[1]), b"".join(answer)


@pytest.mark.parametrize(("method", "at_once"), [("POST", WRITES_AT_ONCE), ("GET", READS_AT_ONCE)])
def test_what_is_too_much_is_refused_unread_and_the_rest_is_answered(
    slow: Slow, callers: ThreadPoolExecutor, method: str, at_once: int
) -> None:
    door, bodies = Shedding(slow), [Unread() for _ in range(at_once + WAITING + 5)]
    asked: list[Future[Said]] = [callers.submit(ask, door, "/api/v1/x/", method, body) for body in bodies]
    for _ in range(at_once):
        assert slow.begun.acquire(timeout=20)
    refused = [one for one in asked if _is_over(one)][:5]
    assert len(refused) == 5
    for status, headers, body in (one.result() for one in refused):
        assert status.startswith("503")
        assert 2 <= int(headers["Retry-After"]) <= 6
        assert json.loads(body)["type"] == "/problems/busy"
    slow.may_end.set()
    served = [one.result() for one in asked if one.result()[0].startswith("200")]
    assert len(served) >= at_once
    assert sum(body.reads for body in bodies) == len(served)


def _is_over(asked: Future[Said]) -> bool:
    """Whether it was refused; what is at work is not over before it is let."""
    try:
        return asked.result(timeout=0.3)[0].startswith("503")
    except TimeoutError:
        return False


def test_files_and_the_state_of_health_are_answered_all_the_same(
    slow: Slow, callers: ThreadPoolExecutor
) -> None:
    door = Shedding(slow)
    for _ in range(WRITES_AT_ONCE + READS_AT_ONCE):
        callers.submit(ask, door, "/api/v1/x/", "POST", Unread())
    others = [
        callers.submit(ask, door, path, "GET", Unread()) for path in ("/", "/livez", "/readyz", "/api/v1/y/")
    ]
    slow.may_end.set()
    assert [one.result()[0] for one in others] == ["200 OK"] * 4
