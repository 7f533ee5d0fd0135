"""The built app as the server hands it out: fresh where it must be, for ever where it may, and nothing inline."""

import gzip
import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from journal.library.queries import languages
from tests.server import ROOT, Server

DIST = ROOT / "frontend" / "dist"
POLICY = {
    "default-src": {"'none'"},
    "script-src": {"'self'"},
    "style-src": {"'self'"},
    "img-src": {"'self'", "blob:"},
    "font-src": {"'self'"},
    "connect-src": {"'self'"},
    "manifest-src": {"'self'"},
    "worker-src": {"'self'"},
    "base-uri": {"'none'"},
    "form-action": {"'self'"},
    "frame-ancestors": {"'none'"},
    "require-trusted-types-for": {"'script'"},
    "trusted-types": {"aftershift"},
}
FIRST_LOAD_BYTES = 60_000


def get(server: Server, address: str) -> requests.Response:
    """An answer as a browser would see it, redirects not followed."""
    return requests.get(f"{server.url}{address}", allow_redirects=False, timeout=20)


def policy_of(answer: requests.Response) -> dict[str, set[str]]:
    """The directives of the answer's content security policy."""
    directives = (part.split() for part in answer.headers["Content-Security-Policy"].split(";"))
    return {words[0]: set(words[1:]) for words in directives if words}


@pytest.mark.parametrize(
    "address", ["/", "/journal", "/sw.js", "/help.html", "/api/v1/me/", "/api/docs/", "/nothing.here"]
)
def test_every_answer_carries_the_whole_policy(server: Server, address: str) -> None:
    assert policy_of(get(server, address)) == POLICY


@pytest.mark.parametrize("address", ["/", "/journal", "/sign-in", "/deep/link"])
def test_every_screen_is_the_same_fresh_page(server: Server, address: str) -> None:
    answer = get(server, address)
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-cache")
    assert answer.text == (DIST / "index.html").read_text()


@pytest.mark.parametrize(
    "address", ["/assets/gone-12345678.js", "/assets/", "/llms.txt", "/../manage.py", "/api/x"]
)
def test_what_is_not_there_is_a_404_and_never_the_app(server: Server, address: str) -> None:
    assert get(server, address).status_code == 404


def test_hashed_files_last_for_ever_and_the_worker_is_asked_for_each_time(server: Server) -> None:
    asset = next((DIST / "assets").glob("*.js"))
    assert "immutable" in get(server, f"/assets/{asset.name}").headers["Cache-Control"]
    for address in ("/sw.js", "/help.html", "/manifest.webmanifest", "/theme.js"):
        assert get(server, address).headers["Cache-Control"] == "no-cache", address
    assert get(server, "/manifest.webmanifest").headers["Content-Type"] == "application/manifest+json"


def test_the_page_holds_nothing_inline() -> None:
    page = (DIST / "index.html").read_text()
    assert re.findall(r"<script(?![^>]*\ssrc=)[^>]*>", page) == []
    assert "<style" not in page
    assert " style=" not in page


def test_help_is_a_page_with_no_script_but_our_own_and_no_unchecked_number(server: Server) -> None:
    page = (DIST / "help.html").read_text()
    assert get(server, "/help.html").text == page
    assert len(re.findall(r'<script type="module" src="/assets/help-[^"]{8}\.js"></script>', page)) == 1
    assert page.count("<script") == 1
    assert "tel:" not in page
    assert "Your local emergency number works from any phone" in page


def first_load() -> list[Path]:
    """The scripts and styles that the page itself asks for, with what those scripts import at once."""
    page = (DIST / "index.html").read_text()
    waiting = [DIST / found for found in re.findall(r'(?:src|href)="/([^"]+\.(?:js|css))"', page)]
    loaded: list[Path] = []
    while waiting:
        file = waiting.pop()
        if file not in loaded:
            loaded.append(file)
            waiting += [file.parent / name for name in _imports(file)]
    return loaded


def _imports(file: Path) -> Iterator[str]:
    if file.suffix == ".js":
        yield from re.findall(r'(?:from|import)\s*"\./([^"]+\.js)"', file.read_text())


def test_the_first_load_stays_below_60_kilobytes() -> None:
    sizes = {file.name: len(gzip.compress(file.read_bytes(), 9)) for file in first_load()}
    assert len(sizes) >= 3
    assert sum(sizes.values()) <= FIRST_LOAD_BYTES, sizes


@pytest.mark.parametrize(
    ("file", "address"), [("triggers", "triggers"), ("prompts", "prompts"), ("techniques", "techniques")]
)
def test_the_app_ships_the_words_that_the_server_serves(server: Server, file: str, address: str) -> None:
    shipped = [json.loads(one.read_text())[file] for one in (DIST / "assets").glob(f"{file}-*.json")]
    for lang in languages():
        assert get(server, f"/api/v1/{address}/?lang={lang}").json()[file] in shipped


@pytest.mark.long
def test_two_clean_builds_are_the_same_byte_for_byte(tmp_path: Path) -> None:
    builds = []
    for name in ("one", "two"):
        command = [
            "npx",
            "vite",
            "build",
            "--logLevel",
            "warn",
            "--outDir",
            str(tmp_path / name),
            "--emptyOutDir",
        ]
        subprocess.run(command, cwd=ROOT / "frontend", check=True)
        files = (file for file in (tmp_path / name).rglob("*") if file.is_file())
        builds.append({str(file.relative_to(tmp_path / name)): file.read_bytes() for file in files})
    assert builds[0] == builds[1]
    assert "index.html" in builds[0]
