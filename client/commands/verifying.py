"""Does a running site serve the app that was built, and nothing else? Asked as a browser would, file by file.

It can be compared only by somebody who looks, from where they look: a site could give another file to one phone alone.
"""

import argparse
import secrets
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from client.builds import (
    HELP_PAGE,
    PAGE,
    Build,
    build_from,
    build_in,
    hash_of_file,
    listed,
    strange_in_places,
)
from client.commands.practice_options import Commands
from client.commands.telling import notice, say
from client.session import Served, Session
from client.trouble import Alarmed, BadRequest

BUILT = "frontend/dist"
SCREENS = ("", "journal", "sign-in", "sharing", "coach")
ENCODINGS = ("identity", "gzip, deflate, br")
"""A file may lie pressed beside itself; both are asked for."""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types aftershift"
)
DOES_MORE = (
    "clear-site-data", "content-security-policy-report-only", "link", "nel", "refresh", "report-to", "reporting-endpoints",
    "service-worker-allowed", "set-cookie", "sourcemap", "speculation-rules", "x-sourcemap",
)  # fmt: skip
"""Headers by which a browser would do more with a file than show it."""
TYPES = {".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".json": "application/json"}


def differences(site: str, build: Build) -> Iterator[str]:
    """Where a running site differs from a build, a line for each; none when it serves the build and its policy."""
    with closing(Session(site)) as session:
        for name, wanted in _asked_for(build):
            for encoding in ENCODINGS:
                told = _differences(name, session.file(f"/{quote(name)}", encoding), wanted, build)
                yield from (f"/{name}: {one} [{encoding}]" for one in told)


def add_verifying(commands: Commands) -> None:
    """`verify` and `hashes`."""
    verify = commands.add_parser(
        "verify", help="compare the app that a running site serves with a build: page, files, worker, policy"
    )
    verify.add_argument("site", metavar="URL", help="the site, as people type it")
    known = verify.add_mutually_exclusive_group()
    known.add_argument("--build", metavar="DIR", type=Path, default=Path(BUILT), help=f"default: {BUILT}")
    known.add_argument("--hashes", metavar="FILE", type=Path, help="the list published with a release")
    hashes = commands.add_parser("hashes", help="print the list of a build's files and hashes, to publish it")
    hashes.add_argument("build", metavar="DIR", nargs="?", type=Path, default=Path(BUILT), help=BUILT)


def _verify(options: argparse.Namespace) -> None:
    build = build_from(_read(options.hashes)) if options.hashes else build_in(options.build)
    found = list(differences(options.site, build))
    for line in found:
        notice(line)
    if found:
        raise Alarmed("other-code", f"{options.site} serves something else than this build.")
    say(
        f"The same: {len(build)} files, the page at every address that was tried, the worker, and the policy of each."
    )


def _hashes(options: argparse.Namespace) -> None:
    say(listed(build_in(options.build)).rstrip("\n"))


COMMANDS: dict[str, Callable[[argparse.Namespace], None]] = {"verify": _verify, "hashes": _hashes}
"""They need no folder of one's own."""


def _asked_for(build: Build) -> Iterator[tuple[str, str]]:
    """Each file, and the page at some screens, one of them made up: every address that is no file gives the page."""
    yield from build.items()
    for screen in (*SCREENS, secrets.token_hex(8)):
        yield screen, build[PAGE]


def _differences(name: str, served: Served, wanted: str, build: Build) -> Iterator[str]:
    if served.status != 200:
        yield f"status {served.status}"
        return
    if hash_of_file(name, served.content) != wanted:
        yield "other bytes than in the build"
    if name == HELP_PAGE and (strange := strange_in_places(served.content)):
        yield f"among the help lines: {', '.join(strange)}"
    yield from _in_headers(name if name in build else PAGE, served.headers)


def _in_headers(name: str, headers: Mapping[str, str]) -> Iterator[str]:
    told = headers.get("Content-Security-Policy")
    if told is None or _directives(told) != _directives(POLICY):
        yield f"another content security policy: {told}"
    yield from (f"the header {more}: {headers[more]}" for more in DOES_MORE if more in headers)
    kind, _, rest = headers.get("Content-Type", "").partition(";")
    wanted = TYPES.get(Path(name).suffix, kind)
    if kind.strip() != wanted or rest.strip().lower().replace('"', "") not in ("", "charset=utf-8"):
        yield f"served as {kind};{rest}"


def _directives(policy: str) -> list[tuple[str, ...]]:
    """In their order by name, each with its words; one that stands there twice stays twice."""
    return sorted(tuple(part.split()) for part in policy.split(";") if part.strip())


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadRequest("no-build", f"{path} cannot be read: {error}") from error
