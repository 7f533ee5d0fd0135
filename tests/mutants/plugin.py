"""For pytest (`-p tests.mutants.plugin`): runs each test, and then again for each check that refused something in it,
without that check, until one fails. What was found is written to the file that `MUTANTS_FOUND` names; `MUTANTS_WANTED` holds the names of
the checks that are looked for."""

import json
import os
import signal
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import pytest
from _pytest.runner import runtestprotocol

from tests.mutants.python_side import checks, install
from tests.mutants.switches import SWITCHES

install()

LONGEST_S = 60
QUICK_S = 0.5
MOST_TRIES = {True: 80, False: 3}
"""How often a check that no test misses is tried, in quick tests and in slow ones."""


class Stuck(BaseException):
    """Without the check it does not come to an end: that is missed too."""


class Hunt:
    """`caught` are checks with the test that misses each."""

    def __init__(self) -> None:
        wanted = json.loads(Path(os.environ["MUTANTS_WANTED"]).read_text(encoding="utf-8"))
        self.caught: dict[str, str] = {}
        self.left = [name for name in checks() if name in wanted]
        self._tries: Counter[tuple[str, bool]] = Counter()

    def run(self, item: pytest.Item, nextitem: pytest.Item | None) -> None:
        SWITCHES.removed = ""
        SWITCHES.fired.clear()
        began = time.monotonic()
        reports = runtestprotocol(item, nextitem=nextitem, log=True)
        is_quick = time.monotonic() - began < QUICK_S
        if any(report.failed for report in reports):
            return
        for name in sorted(SWITCHES.fired & set(self.left)):
            if self._tries[name, is_quick] < MOST_TRIES[is_quick]:
                self._tries[name, is_quick] += 1
                self._without(name, item, nextitem)
        SWITCHES.removed = ""

    def _without(self, name: str, item: pytest.Item, nextitem: pytest.Item | None) -> None:
        SWITCHES.removed = name
        with _not_for_ever():
            item._initrequest()  # type: ignore[attr-defined]
            reports = runtestprotocol(item, nextitem=nextitem or item, log=False)
        if any(report.failed for report in reports):
            self.caught[name] = item.nodeid
            self.left.remove(name)


@contextmanager
def _not_for_ever() -> Iterator[None]:
    def stop(_number: int, _frame: FrameType | None) -> None:
        raise Stuck

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(LONGEST_S)
    try:
        yield
    finally:
        signal.alarm(0)


HUNT = Hunt()


def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool:
    HUNT.run(item, nextitem)
    if not HUNT.left:
        item.session.shouldstop = "every check is missed by a test"
    return True


def pytest_runtest_teardown(item: pytest.Item) -> None:
    """What is done away with at the end runs with every check."""
    SWITCHES.removed = ""


def pytest_sessionfinish(session: pytest.Session) -> None:
    found = {"caught": HUNT.caught, "left": HUNT.left, "failed": session.testsfailed}
    Path(os.environ["MUTANTS_FOUND"]).write_text(json.dumps(found, indent=1), encoding="utf-8")
