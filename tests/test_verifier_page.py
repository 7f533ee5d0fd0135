"""`docs/verifier.md` lists every check of the verifier, as it stands in the source today, with a test that is there."""

import re

from tests.mutants.__main__ import typescript_checks
from tests.mutants.page import BY_ITSELF, COUNT, PAGE, listed
from tests.mutants.python_side import checks
from tests.server import ROOT

PYTHON = re.compile(r"`(tests/\S+\.py)::(test_\w+)`")
TYPESCRIPT = re.compile(r'`(frontend/src/\S+\.test\.ts)` ".+"')


def test_the_page_lists_every_check_there_is_and_no_other() -> None:
    there = [*checks(), *typescript_checks()]
    assert len(there) == len(set(there))
    assert sorted(listed()) == sorted(there), "`python -m tests.mutants --write` (long) finds them anew"


def test_the_page_counts_them() -> None:
    said = listed().values()
    none = sum(one.startswith(BY_ITSELF) for one in said)
    count = COUNT.search(PAGE.read_text(encoding="utf-8"))
    assert count
    assert count[0] == f"{len(said)} checks: {len(said) - none} are missed by a test, {none} by none alone."


def test_each_test_that_is_named_is_there() -> None:
    for name, said in listed().items():
        if python := PYTHON.fullmatch(said):
            assert f"def {python[2]}(" in (ROOT / python[1]).read_text(encoding="utf-8"), name
        elif typescript := TYPESCRIPT.fullmatch(said):
            assert (ROOT / typescript[1]).is_file(), name
        else:
            assert said.startswith(BY_ITSELF), name
            assert len(said) > len(BY_ITSELF) + 10, name
