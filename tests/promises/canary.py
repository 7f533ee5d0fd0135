"""Words that must be found nowhere, and the search for them."""

import base64
import random
import string
from collections.abc import Iterator
from pathlib import Path

SMALLEST_FIND = 6


def canary(seed: str) -> str:
    """A sentence of four random words that nothing else contains; the same for the same seed."""
    chosen = random.Random(seed)
    return " ".join("".join(chosen.choices(string.ascii_lowercase, k=12)) for _ in range(4))


def traces(words: str) -> dict[str, bytes]:
    """What the words look like in the usual clothes, word by word."""
    found: dict[str, bytes] = {}
    for word in words.split():
        found[f"{word} in UTF-8"] = word.encode()
        found[f"{word} in UTF-16"] = word.encode("utf-16-le")
        for shift in range(3):
            coded = base64.urlsafe_b64encode(b"." * shift + word.encode())
            found[f"{word} in base64, shifted {shift}"] = coded[4 if shift else 0 : -4]
    return found


def finds(words: str, folder: Path) -> list[str]:
    """Where under `folder` any trace of the words lies: `<file>: <trace>`."""
    return [
        f"{path.relative_to(folder)}: {name}"
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        for name in _in_bytes(words, path.read_bytes())
    ]


def finds_in(words: str, content: bytes) -> list[str]:
    """The traces of the words in one piece of content."""
    return list(_in_bytes(words, content))


def _in_bytes(words: str, content: bytes) -> Iterator[str]:
    return (name for name, trace in traces(words).items() if len(trace) >= SMALLEST_FIND and trace in content)
