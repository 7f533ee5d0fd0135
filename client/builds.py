"""A build of the app as a list of hashes: what a site should serve, byte for byte. Pure, but for reading a folder."""

import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path

from client.trouble import BadRequest

PAGE, HELP_PAGE, SITE_WORDS = "index.html", "help.html", "site.json"
BEGIN, END = "<!--places-->", "<!--/places-->"
"""What stands between these on the help page is the work place's own."""
PRESSED = (".br", ".gz")
LINE = re.compile(r"([0-9a-f]{64}) [ *](\S(?:.*\S)?)\Z")
NOTE = (
    f"# {HELP_PAGE} is hashed without what stands between its two marks, and {SITE_WORDS} is left out: a work place puts its "
    "own help lines and words there.\n"
)
PLAIN_TAGS = {"a", "details", "h2", "h3", "h4", "li", "p", "section", "summary", "ul"}
PLAIN_ATTRIBUTES = {"class", "data-zones", "hidden", "href", "id", "name", "rel"}
PLAIN_LINKS = ("https://", "sms:", "tel:")

Build = dict[str, str]
"""The hash of each file, by its path."""


def build_in(folder: Path) -> Build:
    """The build that lies in a folder."""
    files = [path for path in folder.rglob("*") if path.is_file() and path.suffix not in PRESSED]
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
    if PAGE not in found:
        raise BadRequest("no-build", f"There is no build of the app in {folder}: it has no {PAGE}.")
    return {name: hash_of_file(name, found[name]) for name in sorted(found) if name != SITE_WORDS}


def listed(build: Build) -> str:
    """A build as it is published: lines as `sha256sum` writes them."""
    return NOTE + "".join(f"{build[name]}  {name}\n" for name in sorted(build))


def build_from(text: str) -> Build:
    """The build that a list tells of."""
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    matches = [LINE.match(line) for line in lines]
    found = {match[2]: match[1] for match in matches if match}
    if len(found) != len(lines) or PAGE not in found:
        raise BadRequest("no-build", "This is no list of the files of a build with their hashes.")
    return found


def hash_of_file(name: str, content: bytes) -> str:
    """The hash by which a file of the build is known."""
    return hashlib.sha256(_frame(content) if name == HELP_PAGE else content).hexdigest()


def strange_in_places(content: bytes) -> list[str]:
    """What a help page holds, where a work place puts its lines, that is no line: tags, attributes, links."""
    reader = _Places()
    reader.feed(_parts(content)[1])
    reader.close()
    return reader.strange


def _frame(content: bytes) -> bytes:
    head, _, tail = _parts(content)
    return f"{head}{BEGIN}{END}{tail}".encode()


def _parts(content: bytes) -> tuple[str, str, str]:
    head, _, rest = content.decode("utf-8", "backslashreplace").partition(BEGIN)
    places, _, tail = rest.partition(END)
    return head, places, tail


class _Places(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.strange: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in PLAIN_TAGS:
            self.strange.append(f"<{tag}>")
        self.strange += [name for name, _ in attrs if name not in PLAIN_ATTRIBUTES]
        links = [value or "" for name, value in attrs if name == "href"]
        self.strange += [link for link in links if not link.startswith(PLAIN_LINKS)]

    def handle_comment(self, data: str) -> None:
        self.strange.append(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self.strange.append(f"<!{decl}>")

    def unknown_decl(self, data: str) -> None:
        self.strange.append(f"<![{data}]>")

    def handle_pi(self, data: str) -> None:
        self.strange.append(f"<?{data}>")
