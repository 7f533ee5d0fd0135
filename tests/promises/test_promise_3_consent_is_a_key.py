"""Promise 3: consent is a key. A coach reads exactly the copies a live consent names, and the agent sees each opening.

Played with two folders of the Python client against the real server, with words that must be found nowhere on it.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from client import Client, coaching, pairing, sharing
from client.sharing import Terms
from client.trouble import BadRequest
from tests.conftest import PASSWORD
from tests.promises.canary import canary, finds, finds_in
from tests.promises.taping import taped_server
from tests.server import ROOT, Server

WORDS = canary("shared with a coach")
PRIVATE = canary("never shared with anybody")
REPLY = canary("what the coach replied")
NAMES = canary("what they call each other")


@pytest.fixture(scope="module")
def taped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The real server, everything logged, every byte on tape."""
    with taped_server(tmp_path_factory.mktemp("taped")) as started:
        yield started


@pytest.fixture(scope="module")
def two(taped: Server, tmp_path_factory: pytest.TempPathFactory) -> tuple[Client, Client]:
    """Ana, and Sam who was made a coach by the operator's command; paired in the room."""
    ana, sam = (Client(taped.url, home=tmp_path_factory.mktemp(name)) for name in ("ana", "sam"))
    for client, name in ((ana, "ana"), (sam, "sam")):
        client.sign_up(f"{name}@example.org", PASSWORD)
    manage(taped, "coach", "sam@example.org")
    first, second = NAMES.split()[:2]
    pairing.pin(ana, pairing.invite(sam), name=first)
    pairing.accept(sam, name=second)
    return ana, sam


def manage(server: Server, *words: str) -> str:
    """One of the operator's commands, on the server's own database."""
    inherited = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    environment = {**inherited, "DATA": str(server.data), "DATABASE_URL": server.database_url}
    done = subprocess.run(
        [sys.executable, "manage.py", *words],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def shared(ana: Client, sam: Client) -> str:
    """A copy of something Ana wrote, in which other things were left out."""
    ana.write("check-in", mood=1, text=PRIVATE)
    item = ana.write("encounter", trigger=["shouting"], intensity=5, feelings=["shaken"], text=WORDS)
    copy = sharing.share(ana, item, sam.account, Terms(days=7, backup=True, without=("feeling", "date")))
    ana.sync()
    return copy


def test_a_coach_reads_exactly_what_a_live_consent_names(two: tuple[Client, Client]) -> None:
    ana, sam = two
    copy = shared(ana, sam)
    waiting = coaching.inbox(sam)
    assert [(one.item, one.backup) for one in waiting] == [(copy, True)]
    _name, read = coaching.read(sam, copy)
    assert read.words == {
        "v": 1,
        "t": "encounter",
        "trigger": ["shouting"],
        "intensity": 5,
        "text": WORDS,
        "backup": True,
    }
    coaching.reply(sam, copy, REPLY)
    ana.sync()
    assert [reply.words["text"] for reply in sharing.replies_to(ana, copy)] == [REPLY]
    assert [event["event"] for event in sharing.events(ana)][-2:] == ["consent", "delivered"]
    sharing.take_back(ana, copy)
    ana.sync()
    assert coaching.inbox(sam) == []
    with pytest.raises(BadRequest):
        coaching.read(sam, copy)
    assert sharing.events(ana)[-1]["event"] == "withdrawn"


def test_not_a_word_of_it_is_anywhere_on_the_server_or_on_the_coachs_disk(
    taped: Server, two: tuple[Client, Client]
) -> None:
    ana, sam = two
    copy = shared(ana, sam)
    coaching.read(sam, copy)
    coaching.reply(sam, copy, REPLY)
    ana.sync()
    assert (taped.data / "traffic").stat().st_size > 10_000
    for words in (WORDS, PRIVATE, REPLY, NAMES):
        assert finds(words, taped.data) == []
        assert finds(words, Path(ana.store.home)) == []
        assert finds(words, Path(sam.store.home)) == []


def test_the_server_never_sees_what_proves_an_invitation(taped: Server, two: tuple[Client, Client]) -> None:
    _ana, sam = two
    code = pairing.invite(sam)
    nonce = code.rsplit(":", 1)[1]
    assert finds_in(nonce, (taped.data / "traffic").read_bytes()) == []


def test_expired_is_over_for_the_coach_without_anybody_doing_anything(
    taped: Server, two: tuple[Client, Client]
) -> None:
    ana, sam = two
    copy = shared(ana, sam)
    coaching.read(sam, copy)
    ahead = taped.data / "days-ahead"
    try:
        ahead.write_text("6")
        assert copy in [one.item for one in coaching.inbox(sam)]
        ahead.write_text("7")
        assert coaching.inbox(sam) == []
        for again in (lambda: coaching.read(sam, copy), lambda: coaching.reply(sam, copy, REPLY)):
            with pytest.raises(BadRequest):
                again()
        ana.sync()
        assert ("expired", copy) in [(event["event"], event.get("item")) for event in sharing.events(ana)]
    finally:
        ahead.unlink()
    assert copy not in [one.item for one in coaching.inbox(sam)], "what is over stays over"


def test_nobody_can_share_for_longer_than_ninety_days(two: tuple[Client, Client]) -> None:
    ana, sam = two
    item = ana.write("bright-spot", bright="kind-customer", text=WORDS)
    with pytest.raises(BadRequest):
        sharing.share(ana, item, sam.account, Terms(days=91))


def test_taking_back_is_one_step_offline_as_giving_is(two: tuple[Client, Client]) -> None:
    ana, sam = two
    copy = shared(ana, sam)
    url = ana.store.text("server")
    ana.store.put(server="http://localhost:9")
    sharing.take_back(ana, copy)
    assert ana.store.unsent()
    ana.store.put(server=url)
    ana.sync()
    assert copy not in [one.item for one in coaching.inbox(sam)]
