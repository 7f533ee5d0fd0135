"""Promise 1 needs the code that was reviewed: anybody can compare what a running site serves with a build."""

from collections.abc import Iterator, MutableMapping
from pathlib import Path

import pytest

from api.library.places import places_html
from client.builds import (
    BEGIN,
    END,
    HELP_PAGE,
    PAGE,
    build_from,
    build_in,
    hash_of_file,
    listed,
    strange_in_places,
)
from client.commands.command import main
from client.commands.verifying import POLICY
from journal.library import queries
from tests.api.library.test_site_pages import CHECKED
from tests.client.lying import Delivery, Liar, as_it_is, lying_at
from tests.frontend.test_serving import DIST, get, policy_of
from tests.server import Server

APP = next(path.name for path in sorted((DIST / "assets").glob("index-*.js")))


@pytest.fixture(scope="module")
def between(server: Server) -> Iterator[tuple[str, Liar]]:
    """A liar before the real server, and the address it is reached at."""
    with lying_at(server.url) as (address, liar):
        yield address, liar


def one_byte_of(name: str, *where: str) -> Delivery:
    """Changes one byte of one file: where it comes `packed`, `plain`, or both."""

    def change(path: str, headers: MutableMapping[str, str], content: bytes) -> bytes:
        if path != name or ("packed" if "Content-Encoding" in headers else "plain") not in where:
            return content
        headers.pop("Content-Encoding", None)
        built = (DIST / name.strip("/")).read_bytes()
        return built[:-2] + bytes([built[-2] ^ 1]) + built[-1:]

    return change


def with_header(name: str, value: str | None, only: str = "/") -> Delivery:
    """Sets a header of one answer, or takes it away."""

    def change(path: str, headers: MutableMapping[str, str], content: bytes) -> bytes:
        if path == only:
            headers.pop(name, None)
            headers.update({name: value} if value else {})
        return content

    return change


def page_with(more: bytes, only: str) -> Delivery:
    def change(path: str, headers: MutableMapping[str, str], content: bytes) -> bytes:
        if path != only:
            return content
        headers.pop("Content-Encoding", None)
        return (DIST / "index.html").read_bytes() + more

    return change


@pytest.fixture(scope="module")
def some(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A list of a few files of the build, as if it had no others."""
    build = build_in(DIST)
    few = {name: build[name] for name in (PAGE, HELP_PAGE, "sw.js", "theme.js", f"assets/{APP}")}
    path = tmp_path_factory.mktemp("list") / "some.sha256"
    path.write_text(listed(few))
    return path


def test_a_running_site_serves_what_was_built_and_it_takes_one_command_to_know(
    server: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["hashes", str(DIST)]) == 0
    published = tmp_path / "aftershift.sha256"
    published.write_text(capsys.readouterr().out)
    assert build_from(published.read_text()) == build_in(DIST)
    known = ["--hashes", str(published)]
    assert main(["--home", str(tmp_path / "none"), "verify", server.url, *known]) == 0
    said = capsys.readouterr()
    assert f"The same: {len(build_in(DIST))} files" in said.out
    assert said.err == ""
    assert not (tmp_path / "none").exists(), "it needs no folder of one's own"


def test_what_is_no_build_is_no_comparison(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], some: Path
) -> None:
    (tmp_path / "other").write_text(some.read_text() + "something else\n")
    for known in (["--build", str(tmp_path)], ["--hashes", str(tmp_path / "other")], ["--hashes", "none"]):
        assert main(["verify", "http://localhost:9", *known]) == 2
        assert "[no-build]" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("delivery", "said"),
    [
        (one_byte_of(f"/assets/{APP}", "packed", "plain"), f"/assets/{APP}: other bytes"),
        (one_byte_of("/sw.js", "packed", "plain"), "/sw.js: other bytes"),
        (one_byte_of("/sw.js", "packed"), "/sw.js: other bytes than in the build [gzip"),
        (one_byte_of("/theme.js", "plain"), "/theme.js: other bytes than in the build [identity"),
        (page_with(b"<script src=/assets/more.js></script>", "/journal"), "/journal: other bytes"),
        (with_header("Content-Security-Policy", None), "/: another content security policy: None"),
        (
            with_header("Content-Security-Policy", POLICY.replace("connect-src 'self'", "connect-src *")),
            "/: another content security policy",
        ),
        (with_header("Content-Security-Policy", None, only="/sw.js"), "/sw.js: another content security"),
        (with_header("Refresh", "0; url=https://example.org"), "/: the header refresh"),
        (with_header("Content-Type", "text/html; charset=iso-2022-jp"), "/: served as text/html"),
    ],
    ids=[
        "app",
        "worker",
        "worker, packed",
        "plain",
        "screen",
        "no policy",
        "policy",
        "its",
        "refresh",
        "type",
    ],
)
def test_one_changed_byte_or_header_is_told(
    between: tuple[str, Liar], some: Path, capsys: pytest.CaptureFixture[str], delivery: Delivery, said: str
) -> None:
    address, liar = between
    liar.delivery = delivery
    assert main(["verify", address, "--hashes", str(some)]) == 7
    *told, end = capsys.readouterr().err.splitlines()
    assert told, end
    assert all(line.startswith(said) for line in told), told
    assert end.endswith("[other-code]")
    liar.delivery = as_it_is
    assert main(["verify", address, "--hashes", str(some)]) == 0


def help_page_with(places: str) -> bytes:
    head, _, rest = (DIST / HELP_PAGE).read_text().partition(BEGIN)
    return f"{head}{BEGIN}{places}{END}{rest.partition(END)[2]}".encode()


def test_a_work_places_own_help_lines_are_no_other_code_and_anything_else_among_them_is() -> None:
    own = help_page_with(places_html([CHECKED], queries.copy("en")["safety"]))
    assert b"tel:" in own
    assert hash_of_file(HELP_PAGE, own) == build_in(DIST)[HELP_PAGE]
    assert strange_in_places(own) == []
    for strange in (
        "<script src=/assets/x.js></script>", "<p onclick=x>", "<a href='javascript:x'>", "<meta>", "<a href=/x>", "<!--x-->"
    ):  # fmt: skip
        assert strange_in_places(help_page_with(strange)), strange
    outside = own.replace(b"</body>", b"<script src=/assets/x.js></script></body>")
    assert hash_of_file(HELP_PAGE, outside) != build_in(DIST)[HELP_PAGE]


def test_the_policy_that_is_asked_for_is_the_one_the_server_and_the_preview_send(server: Server) -> None:
    asked = {words[0]: set(words[1:]) for words in map(str.split, POLICY.split(";"))}
    assert policy_of(get(server, "/")) == asked
    preview = (DIST.parent / "build" / "security-headers.ts").read_text()
    assert all(f'"{directive.strip()}",' in preview for directive in POLICY.split(";"))
