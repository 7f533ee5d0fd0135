"""`python -m tests.mutants [python] [typescript] [--write]`: every check of the verifier taken out once; see the package."""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.mutants.page import PAGE, listed, rendered
from tests.mutants.python_side import checks
from tests.mutants.spared import SPARED
from tests.server import ROOT

HERE = Path(__file__).resolve().parent
OTHERS = (
    "tests/client/test_pinned.py", "tests/client/test_answers.py", "tests/client/test_checking.py", "tests/client/test_made_up.py", "tests/client/test_lying_server.py",
    "tests/client/test_profile.py", "tests/client/test_rotation.py", "tests/client/test_sync.py",
    "tests/client/test_sync_trouble.py", "tests/client/test_sharing_story.py",
)  # fmt: skip
Found = dict[str, str]


def of_python(folder: Path, known: Found) -> Found:
    """First the tests that the page names, then, for what they do not miss, all that could."""
    named = sorted({said.strip("`") for said in known.values() if said.startswith("`tests/")})
    caught = _hunt(folder, named, list(known) or checks()) if named else {}
    left = [name for name in checks() if name not in caught and name not in SPARED]
    if left:
        formats = sorted(
            str(path.relative_to(ROOT)) for path in (ROOT / "tests/client").glob("test_ck1_*.py")
        )
        contract = (
            "tests/contract/test_ck1.py",
            "tests/contract/test_sharing.py",
            "tests/contract/test_ways_back.py",
        )
        caught |= _hunt(folder, [*formats, *contract, *OTHERS], left)
    return {name: caught[name] for name in checks() if name in caught}


def of_typescript(folder: Path, _known: Found) -> Found:
    found = folder / "typescript.json"
    subprocess.run(["node", str(HERE / "hunt.mjs"), str(found)], cwd=ROOT, check=True)
    caught = json.loads(found.read_text(encoding="utf-8"))["caught"]
    return {name: f'`{test["file"]}` "{test["title"]}"' for name, test in caught.items()}


def typescript_checks() -> list[str]:
    """The names of all checks of the app."""
    told = subprocess.run(["node", str(HERE / "list.mjs")], capture_output=True, text=True, check=True)
    names: list[str] = json.loads(told.stdout)
    return names


def _hunt(folder: Path, tests: list[str], wanted: list[str]) -> Found:
    found, only = folder / "python.json", folder / "wanted.json"
    only.write_text(json.dumps(wanted), encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "tests.mutants.plugin", "-p", "no:cacheprovider"]
    told = {**os.environ, "MUTANTS_FOUND": str(found), "MUTANTS_WANTED": str(only)}
    subprocess.run([*command, *tests], cwd=ROOT, env=told, check=False)
    caught: Found = json.loads(found.read_text(encoding="utf-8"))["caught"]
    return {name: f"`{test.split('[')[0]}`" for name, test in caught.items()}


SIDES = {"python": (checks, of_python), "typescript": (typescript_checks, of_typescript)}


def main(words: list[str]) -> int:
    """1 where a check can go and no test misses it, or where one that was said to be missed by none is."""
    began, said = time.monotonic(), listed()
    caught: Found = {}
    names: list[str] = []
    for side in [word for word in words if word in SIDES] or list(SIDES):
        all_of, hunt = SIDES[side]
        names += all_of()
        with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
            caught |= hunt(Path(folder), {name: said[name] for name in all_of() if name in said})
    left = [name for name in names if name not in caught and name not in SPARED]
    for name in names:
        print(f"{name}\n    {caught.get(name) or SPARED.get(name) or 'NO TEST MISSES IT'}")
    print(
        f"{len(names)} checks, {len(caught)} missed by a test, {len(left)} by none: {time.monotonic() - began:.0f} s"
    )
    if "--write" in words and not left:
        PAGE.write_text(
            rendered(caught, {name: SPARED[name] for name in names if name in SPARED}), encoding="utf-8"
        )
    return int(bool(left) or bool(set(SPARED) & set(caught)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
