"""Promise 1: the server knows when, never what."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from client import Client
from tests.addresses import every_address
from tests.conftest import PASSWORD
from tests.postgres import binaries
from tests.promises.canary import canary, finds, finds_in
from tests.promises.taping import taped_server
from tests.server import Server
from tests.visitor import Visitor

WORDS = canary("typed into the Python client")


@pytest.fixture(scope="module")
def taped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The real server, everything logged, every byte on tape."""
    with taped_server(tmp_path_factory.mktemp("taped")) as started:
        yield started


@pytest.fixture(scope="module")
def written(taped: Server, tmp_path_factory: pytest.TempPathFactory) -> Client:
    """Ana has written, corrected and deleted, all with the words that must not be found."""
    ana = Client(taped.url, home=tmp_path_factory.mktemp("ana"))
    ana.code = ana.sign_up("ana@example.org", PASSWORD)  # type: ignore[attr-defined]  # kept for the second device
    ana.write("encounter", trigger=["shouting"], intensity=4, text=WORDS)
    ana.write("bright-spot", bright="kind-customer", text=WORDS)
    ana.sync()
    return ana


def keys_of(device: Client) -> str:
    """What opens the words: the recovery code as it is shown and as it is typed, and the root."""
    code = device.recovery_code()
    return " ".join((code, code.replace("-", ""), code.replace("-", "").lower(), device.store.text("root")))


def break_every_view(server: Server, visitor: Visitor) -> int:
    """Makes every address fail, twice, with the words as close as they come; returns how many 500s that gave."""
    failed = 0
    for address in every_address():
        for method in ("GET", "POST", "PUT", "PATCH", "DELETE"):
            for how in ("after", "inside"):
                body = {"body": "x", "slot": "x"} if method in {"POST", "PUT", "PATCH"} else None
                answer = visitor.send(method, address, body, headers={"X-Break": how})
                failed += answer.status_code == 500
    return failed


def test_the_search_itself_finds_words_in_any_clothes(tmp_path: Path) -> None:
    (tmp_path / "plain").write_text(f"… {WORDS} …")
    (tmp_path / "wide").write_bytes(WORDS.encode("utf-16-le"))
    assert len(finds(WORDS, tmp_path)) >= 8
    assert finds(canary("other words"), tmp_path) == []


def test_the_words_are_nowhere_on_the_server_yet_the_second_device_reads_them(
    taped: Server, written: Client, tmp_path: Path
) -> None:
    visitor = Visitor(taped)
    visitor.sign_up()
    assert break_every_view(taped, visitor) >= len(every_address())
    second = Client(taped.url, home=tmp_path / "second")
    second.sign_in("ana@example.org", PASSWORD, recovery_code=written.code)  # type: ignore[attr-defined]  # see above
    second.sync()
    assert [found.words["text"] for found in second.items()] == [WORDS, WORDS]
    assert (taped.data / "traffic").stat().st_size > 10_000
    assert "Traceback" in taped.log.read_text()
    assert finds(WORDS, taped.data) == []
    assert finds(keys_of(written), taped.data) == []


@pytest.mark.postgres_only
def test_the_words_are_nowhere_in_a_dump(taped: Server, written: Client) -> None:
    dump = subprocess.run(
        [binaries() / "pg_dump", taped.database_url], check=True, capture_output=True
    ).stdout
    assert b"ana@example.org" in dump
    assert finds_in(WORDS, dump) == []
    assert finds_in(keys_of(written), dump) == []
