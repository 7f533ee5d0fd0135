"""Promise 3: consent is a key. A coach reads exactly the copies a live consent names, and the agent sees each opening.

Played with two folders of the Python client against the real server, with words that must be found nowhere on it.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from client import Client
from client.ck1.bodies import BUCKETS
from client.ck1.encoding import unb64
from client.sharing import coaching, giving, pairing
from client.sharing.giving import Terms
from client.trouble import BadRequest
from tests.addresses import every_address
from tests.conftest import PASSWORD, POSTGRES
from tests.postgres import binaries
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
    if POSTGRES:
        environment["PATH"] = f"{binaries()}{os.pathsep}{environment['PATH']}"
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
    copy = giving.share(ana, item, sam.account, Terms(days=7, backup=True, without=("feeling", "date")))
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
    assert [reply.words["text"] for reply in giving.replies_to(ana, copy)] == [REPLY]
    assert [event["event"] for event in giving.events(ana)][-2:] == ["consent", "delivered"]
    giving.take_back(ana, copy)
    ana.sync()
    assert coaching.inbox(sam) == []
    with pytest.raises(BadRequest):
        coaching.read(sam, copy)
    assert giving.events(ana)[-1]["event"] == "withdrawn"


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


def backup_of(server: Server) -> bytes:
    """What a backup holds that the operator makes now; of PostgreSQL unpacked, as text."""
    path = Path(manage(server, "backup").split(" holds")[0])
    if path.suffix != ".dump":
        return path.read_bytes()
    command = [binaries() / "pg_restore", "-f", "-", path]
    return subprocess.run(command, check=True, capture_output=True).stdout


def everything_given_to(client: Client) -> bytes:
    """Each answer that the server gives out about somebody: their own rows, lists, the ledger, whatever has an address."""
    query = {"account": client.account, "epoch": client.store.text("epoch"), "cursor": "0", "after": "0"}
    with client.session() as session:
        answers = [
            session._requests.get(session.server + address, params=asked, timeout=20)
            for address in every_address(client.account)
            for asked in ({}, query, {name: query[name] for name in ("account", "epoch", "cursor")})
        ]
    return b"\n".join(answer.content for answer in answers if answer.ok)


def test_not_a_word_of_it_is_in_a_backup_or_in_what_the_server_gives_out(
    taped: Server, two: tuple[Client, Client]
) -> None:
    ana, sam = two
    coaching.reply(sam, shared(ana, sam), REPLY)
    ana.sync()
    found = {"backup": backup_of(taped), "ana": everything_given_to(ana), "sam": everything_given_to(sam)}
    assert b"ana@example.org" in found["backup"]
    assert b'"ledger_events"' in found["ana"]
    code, root = ana.recovery_code(), ana.store.text("root")
    for secret in (WORDS, PRIVATE, REPLY, NAMES, f"{code} {code.replace('-', '')} {root}"):
        assert [place for place, content in found.items() if finds_in(secret, content)] == []


TOKEN = re.compile(rb"eyJ[\w-]+(?:\.[\w-]*){4}(?![\w.-])", re.ASCII)


def lengths_on_tape(server: Server) -> dict[str, set[int]]:
    """How many bytes lie sealed in the tokens that went over the wire, by their type."""
    found: dict[str, set[int]] = {}
    for token in set(TOKEN.findall((server.data / "traffic").read_bytes())):
        head, _key, _iv, sealed, _tag = token.decode().split(".")
        found.setdefault(json.loads(unb64(head))["typ"], set()).add(len(unb64(sealed)))
    return found


def test_whatever_the_length_of_words_only_the_steps_go_over_the_wire(
    taped: Server, two: tuple[Client, Client]
) -> None:
    ana, sam = two
    items = [ana.write("check-in", mood=3, text="x" * length) for length in (1, 150, 300, 700, 3_000, 19_000)]
    habit = ana.keep("habit", {"v": 1, "name": "Water, and a look out of the window"})
    ana.keep("tick", {"v": 1, "amount": 12, "at": "2026-11-20T08:00:00Z", "tz": "UTC"}, of=habit)
    ana.edit(items[2], text="y" * 1_111)
    ana.delete(items[3])
    for days, backup in ((1, True), (90, False)):
        copy = giving.share(ana, items[days % 3], sam.account, Terms(days=days, backup=backup))
        ana.sync()
        coaching.read(sam, copy)
        coaching.reply(sam, copy, "Thank you. " * days)
    ana.sync()
    found = lengths_on_tape(taped)
    assert len(found["ck1-body+jwe"]) >= 6
    assert found["ck1-body+jwe"] | found["ck1-reply+jwe"] <= set(BUCKETS)
    assert (len(found["ck1-slot+jwe"]), len(found["ck1-grant+jwe"])) == (1, 1), "as long, whatever they say"


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
        assert copy not in [one.item for one in coaching.inbox(sam)]
        for again in (lambda: coaching.read(sam, copy), lambda: coaching.reply(sam, copy, REPLY)):
            with pytest.raises(BadRequest):
                again()
        ana.sync()
        assert ("expired", copy) in [(event["event"], event.get("item")) for event in giving.events(ana)]
    finally:
        ahead.unlink()
    assert copy not in [one.item for one in coaching.inbox(sam)], "what is over stays over"


def test_nobody_can_share_for_longer_than_ninety_days(two: tuple[Client, Client]) -> None:
    ana, sam = two
    item = ana.write("bright-spot", bright="kind-customer", text=WORDS)
    with pytest.raises(BadRequest):
        giving.share(ana, item, sam.account, Terms(days=91))


def test_taking_back_is_one_step_offline_as_giving_is(two: tuple[Client, Client]) -> None:
    ana, sam = two
    copy = shared(ana, sam)
    url = ana.store.text("server")
    ana.store.put(server="http://localhost:9")
    giving.take_back(ana, copy)
    assert ana.store.unsent()
    ana.store.put(server=url)
    ana.sync()
    assert copy not in [one.item for one in coaching.inbox(sam)]
