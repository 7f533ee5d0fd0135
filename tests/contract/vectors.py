"""Open every piece of a file of known answers with both implementations.

`python -m tests.contract.vectors [FILE]` opens it with the Python client, then with the app's TypeScript. It exits
with 1 naming the first piece that fails (`revisions[2].body: …`), with 2 when there is no such file. Which pieces a
file holds is said by its `format`.
"""

import argparse
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from client.ck1.encoding import Refusal, object_of
from tests.contract import vectors_ck1
from tests.contract.pieces import Failure

HERE = Path(__file__).parent
OWN_FILE = HERE / "ck1.json"
TYPESCRIPT = HERE.parent.parent / "frontend/src/crypto/vectors.ts"

FORMATS: dict[str, Callable[[dict[str, object]], str]] = {"ck1": vectors_ck1.check}


def check(data: bytes) -> str:
    """Check a file's content with the Python client; a line about what was opened, or Failure."""
    try:
        content = object_of(data)
    except Refusal as refusal:
        raise Failure("file", refusal.sentence) from refusal
    name = content.get("format")
    if not isinstance(name, str) or name not in FORMATS:
        raise Failure("format", f"not one of {', '.join(FORMATS)}")
    return FORMATS[name](content)


def check_in_typescript(path: Path) -> int:
    """Let the app's own code open the same file; it prints the same kind of message. Its exit code."""
    beside = Path(sys.executable).parent / "node"
    node = str(beside) if beside.exists() else shutil.which("node") or "node"
    return subprocess.run([node, str(TYPESCRIPT), str(path.resolve())], check=False).returncode


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="vectors", description="Open a file of known answers with both sides."
    )
    parser.add_argument("file", nargs="?", type=Path, default=OWN_FILE, help="default: the project's own")
    path: Path = parser.parse_args(arguments).file
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
