"""The page that lists the checks: what stands there, and how it is written."""

import re
from collections.abc import Mapping, Sequence
from itertools import groupby

from tests.server import ROOT

PAGE = ROOT / "docs" / "verifier.md"
HEAD = "| in | the check | missed by |\n|---|---|---|\n"
NAME = re.compile(r"(\S+) (\S+): (.*)", re.DOTALL)
COUNT = re.compile(r"^[0-9 ]+ checks: .*$", re.MULTILINE)
ROW = re.compile(r"^\| `(\w+)` \| (`+)(.+?)\2 \| (.+) \|$")
BY_ITSELF = "no test by itself: "
Listed = dict[str, str]


def listed() -> Listed:
    """Each check that stands on the page, with what is said of it: the test that misses it, or why none does."""
    found: Listed = {}
    file = ""
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        if line.startswith("## `"):
            file = line[4:-1]
        elif match := ROW.match(line):
            found[f"{file} {match[1]}: {match[3].strip().replace(chr(92) + '|', '|')}"] = match[4]
    return found


def rendered(caught: Mapping[str, str], spared: Mapping[str, str]) -> str:
    """The page anew, with the same words above the list."""
    above = PAGE.read_text(encoding="utf-8").split("\n## `", maxsplit=1)[0].rstrip()
    said = {**caught, **{name: BY_ITSELF + why for name, why in spared.items()}}
    count = f"{len(said)} checks: {len(caught)} are missed by a test, {len(spared)} by none alone."
    return COUNT.sub(count, above) + "\n\n" + "\n".join(_sections(said))


def _sections(said: Mapping[str, str]) -> list[str]:
    files = groupby(said, key=lambda name: name.split(" ", 1)[0])
    return [f"## `{file}`\n\n{HEAD}{_rows(list(names), said)}" for file, names in files]


def _rows(names: Sequence[str], said: Mapping[str, str]) -> str:
    return "".join(_row(name, said[name]) for name in names)


def _row(name: str, test: str) -> str:
    match = NAME.match(name)
    assert match is not None, name
    code = match[3].replace("|", "\\|")
    ticks, space = ("``", " ") if "`" in code else ("`", "")
    return f"| `{match[2]}` | {ticks}{space}{code}{space}{ticks} | {test} |\n"
