"""Open every piece of a file of known answers with both implementations.

`python -m tests.contract.vectors [FILE …]` opens each with our Python, then with the app's TypeScript. It exits with
1 naming the first piece that fails (`revisions[2].body: …`), with 2 when there is no such file. Which pieces a file
holds is said by its `format`; streak vectors are known by their shape.
"""

import argparse
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from client.ck1.encoding import Refusal, object_of
from tests.contract import streaks_vectors, vectors_ck1, vectors_sharing
from tests.contract.pieces import Failure

HERE = Path(__file__).parent
SHARING = [HERE / "sharing-python.json", HERE / "sharing-typescript.json"]
OWN_FILES = [HERE / "ck1.json", *SHARING, HERE / "streaks.json"]
TYPESCRIPT = HERE.parent.parent / "frontend/src"


class Format(NamedTuple):
    """How a file is checked: our Python, and the app's script that does the same."""

    check: Callable[[dict[str, object]], str]
    script: Path


FORMATS = {
    "ck1": Format(vectors_ck1.check, TYPESCRIPT / "crypto/vectors.ts"),
    "ck1-sharing": Format(vectors_sharing.check, TYPESCRIPT / "crypto/vectors.ts"),
    "streaks": Format(streaks_vectors.check, TYPESCRIPT / "streaks/vectors.ts"),
}


def check(data: bytes) -> str:
    """Check a file's content with our Python; a line about what was opened, or Failure."""
    content = _content(data)
    return _format_of(content).check(content)


def check_in_typescript(path: Path) -> int:
    """Let the app's own code open the same file; it prints the same kind of message. Its exit code."""
    script = _format_of(_content(path.read_bytes())).script
    return subprocess.run([node(), str(script), str(path.resolve())], check=False).returncode


def node() -> str:
    """The node that runs the app's scripts: the one installed beside this Python, else any."""
    beside = Path(sys.executable).parent / "node"
    return str(beside) if beside.exists() else shutil.which("node") or "node"


def _content(data: bytes) -> dict[str, object]:
    try:
        return object_of(data)
    except Refusal as refusal:
        raise Failure("file", refusal.sentence) from refusal


def _format_of(content: dict[str, object]) -> Format:
    name = content.get("format", "streaks" if streaks_vectors.is_streaks(content) else None)
    if not isinstance(name, str) or name not in FORMATS:
        raise Failure("format", f"not one of {', '.join(FORMATS)}")
    return FORMATS[name]


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="vectors", description="Open a file of known answers with both sides."
    )
    parser.add_argument("files", nargs="*", type=Path, default=OWN_FILES, help="default: the project's own")
    files: list[Path] = parser.parse_args(arguments).files
    for path in files:
        if code := _check_on_both_sides(path):
            return code
    return 0


def _check_on_both_sides(path: Path) -> int:
    if not path.is_file():
        print(f"vectors: there is no file {path}", file=sys.stderr)
        return 2
    try:
        print(f"python: {check(path.read_bytes())}", flush=True)
    except Failure as failure:
        print(f"python: {failure}", file=sys.stderr)
        return 1
    return check_in_typescript(path)


if __name__ == "__main__":
    sys.exit(main())
