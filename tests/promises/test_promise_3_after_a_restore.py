"""Promise 3 after a backup was put back in which a copy is still out: what was taken back since stays taken back."""

from pathlib import Path

import pytest

from client import Client
from client.sharing import coaching, giving, pairing
from client.sharing.giving import Terms
from client.trouble import BadRequest
from tests.api.test_backup import manage, programs_are_found, restored
from tests.conftest import PASSWORD
from tests.server import Server, running_server

__all__ = ["programs_are_found"]


def shared(ana: Client, sam: Client, text: str) -> str:
    item = ana.write("bright-spot", bright="kind-customer", text=text)
    copy = giving.share(ana, item, sam.account, Terms())
    ana.sync()
    return copy


def cannot_read(sam: Client, copy: str) -> None:
    """Not in the list, not through the client, and not for one that asks without looking at the list."""
    assert copy not in [one.item for one in coaching.inbox(sam)]
    with pytest.raises(BadRequest):
        coaching.read(sam, copy)
    with sam.session() as session:
        opening = {"opening": "0b1d2e3f-4a5b-4c57-8a35-6f2a3c1e6d0b"}
        assert session.api("POST", f"copies/{copy}/open/", opening).status == 404


@pytest.mark.long
@pytest.mark.usefixtures("programs_are_found")
def test_a_copy_taken_back_since_the_backup_stays_taken_back(tmp_path: Path) -> None:
    with running_server(tmp_path / "data") as first:
        ana, sam = (Client(first.url, home=tmp_path / name) for name in ("ana", "sam"))
        for client, name in ((ana, "ana"), (sam, "sam")):
            client.sign_up(f"{name}@example.org", PASSWORD)
        manage(first, "coach", "sam@example.org")
        pairing.pin(ana, pairing.invite(sam), name="Sam")
        pairing.accept(sam, name="Ana")
        kept, gone = shared(ana, sam, "kept"), shared(ana, sam, "taken back")
        coaching.read(sam, gone)
        ana.sync()
        said = manage(first, "backup")
        giving.take_back(ana, gone)
        ana.sync()
        cannot_read(sam, gone)
        port = int(first.url.rsplit(":", 1)[1])
    database = restored(first, Path(said.split(" holds")[0]))
    manage(Server(first.url, first.data, first.log, first.process, database), "restored")
    with running_server(first.data, port=port, environment={"DATABASE_URL": database} if database else None):
        for copy in (kept, gone):
            cannot_read(sam, copy)
        assert ana.sync().alarms == []
        assert coaching.read(sam, kept)[1].words["text"] == "kept"
        cannot_read(sam, gone)
        assert ("withdrawn", gone) in [(one["event"], one.get("item")) for one in giving.events(ana)]
