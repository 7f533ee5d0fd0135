"""Promise 3 against somebody with the database in hand, and a coach who asks again in every way a browser knows."""

import secrets
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from email.utils import format_datetime
from typing import Any

import pytest

from client import Client
from client.ck1 import bodies, grants, keybags
from client.ck1.bodies import Sealed
from client.content.days import now
from client.feeds.writing import new_id
from client.sharing import coaching, giving, pairing
from client.sharing.giving import Terms
from client.trouble import Alarmed, BadRequest
from journal.feeds.models import Revision
from journal.sharing.models import Copy, Pairing
from tests.addresses import every_address
from tests.client.conftest import rough_call
from tests.promises.two import Two, coach_at

FAR = 4_000_000_000
LIBRARY = ("triggers", "feelings", "techniques", "prompts", "goal-templates", "drills", "library")
OUR_OWN_WORDS = {f"/api/v1/{name}/" for name in LIBRARY}
"""The same for everybody, and kept."""


def insert(two: Two, stored: Revision, grant: str) -> None:
    """A row that says that Sam may read this, with a consent that nobody has signed."""
    Copy.objects.create(
        owner_id=two.ana.account, reader_id=two.sam.account, item=stored.item, rev=stored.rev, sha=stored.sha,
        pairing=Pairing.objects.get(coach_id=two.sam.account), jti=new_id(), exp=FAR, shared_on=now().date(),
        grant=grant, consent="e30.e30.AA",
    )  # fmt: skip


def forged_grant(two: Two, stored: Revision) -> str:
    """What the server can make for Sam: sealed to the public key, about Ana, under the name of her key, around a key it
    made up."""
    body = bodies.Body(
        Sealed(str(stored.body)), bodies.read_header(str(stored.body)), secrets.token_bytes(32)
    )
    terms = grants.Terms(two.ana.account, two.sam.account, new_id(), 1_790_000_000, FAR, backup=True)
    servers_own = replace(keybags.new_keybag(1).sig, kid=two.anas_keys.sig.kid)
    return grants.seal_grant(body, terms, two.sams_keys.enc.public, servers_own)


def reads_nothing(two: Two, item: str) -> None:
    """The row is served, and Sam's client shows nothing of it and says why."""
    with two.sam.session() as session:
        assert item in [row["item"] for row in session.api("GET", "inbox/").members["results"]]  # type: ignore[union-attr,call-overload,index]
    assert coaching.inbox(two.sam) == []
    with pytest.raises(Alarmed) as alarm:
        coaching.read(two.sam, item)
    assert alarm.value.code == "not-what-was-sealed"


def test_a_grant_written_into_the_database_opens_no_entry(two: Two) -> None:
    item = rough_call(two.ana, "Never shared with anybody.")
    two.ana.sync()
    stored = Revision.objects.get(item=item)
    insert(two, stored, forged_grant(two, stored))
    reads_nothing(two, item)


def test_another_coachs_copy_is_not_opened_by_changing_whose_it_is(two: Two) -> None:
    kim = coach_at(two.devices, two.folder, "kim")
    pairing.pin(two.ana, pairing.invite(kim), name="Kim")
    pairing.accept(kim, name="Ana")
    item = giving.share(two.ana, rough_call(two.ana), kim.account, Terms())
    two.ana.sync()
    assert coaching.read(kim, item)[0] == "Ana"
    kims = Copy.objects.get(item=item)
    kims.reader_id, kims.pairing = two.sam.account, Pairing.objects.get(coach_id=two.sam.account)
    kims.save()
    reads_nothing(two, item)


def test_a_copy_served_after_its_time_is_not_opened(two: Two) -> None:
    """The administrator moves the end in the table; it stands in the grant that Ana signed, too."""
    copy = two.shared(days=1)
    later = now() + timedelta(days=2)
    assert coaching.read(two.sam, copy)[0] == "Ana"
    Copy.objects.filter(item=copy).update(exp=FAR)
    with pytest.raises(Alarmed, match="over"):
        coaching.read(two.sam, copy, at=later)


class Asking:
    """Sam's session in the hands of a program that sets any header; everything it was ever told."""

    def __init__(self, sam: Client) -> None:
        self._sam = sam
        self.told = b""

    def __call__(self, method: str, address: str, body: Any = None, **headers: str) -> Any:
        with self._sam.session() as session:
            own = session._headers(has_body=body is not None) | {
                name.replace("_", "-"): value for name, value in headers.items()
            }
            answer = session._requests.request(
                method, session.server + address, json=body, headers=own, timeout=20
            )
        self.told += repr(answer.headers).encode() + answer.content
        return answer


def marks(answer: Any) -> Iterator[dict[str, str]]:
    """Every way of saying: I have it already, tell me only whether it is still so."""
    last = format_datetime(now() - timedelta(hours=1), usegmt=True)
    yield {"If_None_Match": "*"}
    yield {"If_None_Match": answer.headers.get("ETag", '"1"'), "If_Modified_Since": last}
    yield {"If_Match": "*", "If_Range": last, "Range": "bytes=0-"}
    yield {"Cache_Control": "only-if-cached", "If_Modified_Since": last}


def test_after_a_take_back_no_mark_of_an_earlier_answer_brings_anything_back(two: Two) -> None:
    copy, ask = two.shared(), Asking(two.sam)
    address = f"/api/v1/copies/{copy}"
    before = ask("POST", f"{address}/open/", {"opening": new_id()})
    assert (before.status_code, before.headers["Cache-Control"]) == (200, "no-store")
    assert not {"etag", "last-modified"} & {name.lower() for name in before.headers}
    coaching.reply(two.sam, copy, "Thank you.")
    (reply,) = Revision.objects.filter(kind="reply")
    stored = Copy.objects.get(item=copy)
    tokens = [before.json()["body"], stored.grant, stored.consent, reply.body]
    tokens += [slot for slot in Revision.objects.values_list("slot", flat=True) if slot]
    giving.take_back(two.ana, copy)
    two.ana.sync()
    after = Asking(two.sam)
    for mark in marks(before):
        assert after("POST", f"{address}/open/", {"opening": new_id()}, **mark).status_code == 404
        assert after("POST", f"{address}/replies/", {"body": reply.body}, **mark).status_code == 404
        assert after("GET", "/api/v1/inbox/", **mark).json()["results"] == []
        for other in every_address(copy):
            assert after("GET", other, **mark).status_code != 304 or other in OUR_OWN_WORDS, other
    assert len(after.told) > 10_000
    assert [token for token in tokens if token and token.encode() in after.told] == []
    with pytest.raises(BadRequest):
        coaching.read(two.sam, copy)
