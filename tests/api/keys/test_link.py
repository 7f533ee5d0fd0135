"""`link/{session}/`: a root on its way to the second device; two minutes, one reader, once."""

import logging
import secrets
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from api.clock import now
from client.ck1 import keys
from journal.keys.models import Link
from tests.api.keys.rotating import fresh, new_keys, rotate
from tests.device import API, Device, signed_in
from tests.forge import b64, jwe, new_id

SHOWN = keys.new_key_pair().public


def message(person: str, session: str, /, size: int = 32, key: int = 40, **members: Any) -> str:
    """A message whose header is what `members` make of it."""
    header = {
        "alg": "ECDH-ES+A256KW",
        "enc": "A256GCM",
        "typ": "ck1-link+jwe",
        "own": person,
        "gen": 1,
        "session": session,
        "epk": SHOWN,
        **members,
    }
    return jwe({name: value for name, value in header.items() if value is not None}, key=key, size=size)


def new_session() -> str:
    """A name as a second device makes it."""
    return b64(secrets.token_bytes(16))


def put(device: Device, session: str, token: str) -> Any:
    """Leaves a message."""
    return device.http.put(f"{API}/link/{session}/", {"token": token}, format="json")


def get(device: Device, session: str) -> Any:
    """Asks for one."""
    return device.http.get(f"{API}/link/{session}/")


def left(device: Device, session: str) -> str:
    """A message that lies there now."""
    token = message(device.account, session)
    assert put(device, session, token).status_code == 201
    return token


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Any:
    """`later(seconds)`: the server's clock from then on."""

    def go(seconds: int) -> None:
        at: datetime = now() + timedelta(seconds=seconds)
        monkeypatch.setattr("api.keys.views.now", lambda: at)

    return go


@pytest.mark.parametrize(
    "session", [new_session(), b64(secrets.token_bytes(32)), new_id()], ids=["short", "long", "a UUID"]
)
def test_a_message_is_read_once(device: Device, session: str) -> None:
    assert get(device, session).status_code == 404
    token = left(device, session)
    second = Device(device.person, signed_in(device.person))
    answer = get(second, session)
    assert (answer.json(), answer["Cache-Control"]) == ({"token": token}, "no-store")
    for one in (device, second):
        assert get(one, session).status_code == 404
    assert token not in str(list(Link.objects.values()))


def test_nobody_else_reads_or_uses_it_up(device: Device, bens_device: Device) -> None:
    session = new_session()
    token = left(device, session)
    assert get(bens_device, session).status_code == 404
    assert put(bens_device, session, message(bens_device.account, session)).status_code == 201
    assert get(device, session).json() == {"token": token}


def test_signed_out_there_is_no_mailbox(client: Any, db: None) -> None:
    assert client.get(f"{API}/link/{new_session()}/").status_code == 401
    assert client.put(f"{API}/link/{new_session()}/").status_code == 401


@pytest.mark.parametrize(("seconds", "status"), [(118, 200), (121, 404)])
def test_it_lives_two_minutes_and_is_gone_then(device: Device, later: Any, seconds: int, status: int) -> None:
    session = new_session()
    left(device, session)
    later(seconds)
    assert get(device, session).status_code == status
    assert Link.objects.count() == (1 if status == 200 else 0)


def test_what_has_ended_goes_when_the_next_one_comes(device: Device, bens_device: Device, later: Any) -> None:
    for _ in range(3):
        left(device, new_session())
    later(121)
    left(bens_device, new_session())
    assert Link.objects.count() == 1


def test_the_same_message_again_is_fine_and_another_is_not(device: Device) -> None:
    session = new_session()
    token = left(device, session)
    assert put(device, session, token).status_code == 200
    for read in (False, True):
        if read:
            assert get(device, session).json() == {"token": token}
        answer = put(device, session, message(device.account, session))
        assert (answer.status_code, answer.json()["type"]) == (409, "/problems/link-used")
    assert get(device, session).status_code == 404


def test_there_are_only_a_few_at_a_time(device: Device, later: Any) -> None:
    for _ in range(4):
        left(device, new_session())
    session = new_session()
    answer = put(device, session, message(device.account, session))
    assert (answer.status_code, answer.json()["type"]) == (429, "/problems/too-many-links")
    assert 120 <= int(answer["Retry-After"]) <= 125
    later(125)
    left(device, session)


def test_a_root_that_is_over_is_not_carried(device: Device, ben: Any) -> None:
    session = new_session()
    answer = put(device, session, message(device.account, session, gen=2))
    assert (answer.status_code, answer.json()["type"], answer.json()["gen"]) == (
        409,
        "/problems/stale-vault",
        1,
    )
    without = Device(ben, signed_in(ben))
    assert put(without, session, message(without.account, session)).status_code == 409
    assert not Link.objects.exists()


def test_a_rotation_takes_waiting_messages_away(ana: Any) -> None:
    device, session = fresh(ana), new_session()
    left(device, session)
    card = device.http.get(f"{API}/keycards/{device.account}/").json()["keycards"][-1]
    assert rotate(device, new_keys(device.account, 2, prev=card)).status_code == 200
    assert get(device, session).status_code == 404
    assert not Link.objects.exists()


SESSION = new_session()
OFF_THE_CURVE = {**SHOWN, "y": b64(bytes(31) + b"\x01")}
WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "of somebody else": ({"own": new_id()}, "bad-link"),
    "for another session": ({"session": new_session()}, "bad-link"),
    "of 31 bytes": ({"size": 31}, "bad-link"),
    "of words": ({"size": 300}, "bad-link"),
    "to no point of the curve": ({"epk": OFF_THE_CURVE}, "bad-link"),
    "to a private key": ({"epk": {**SHOWN, "d": b64(bytes(32))}}, "bad-header"),
    "to another curve": ({"epk": {**SHOWN, "crv": "P-384"}}, "bad-header"),
    "to nobody": ({"epk": None}, "missing-header"),
    "without own": ({"own": None}, "missing-header"),
    "with a generation as text": ({"gen": "1"}, "bad-header"),
    "directly agreed": ({"alg": "ECDH-ES"}, "bad-header"),
    "in another cipher": ({"enc": "A128GCM"}, "bad-header"),
    "of another type": ({"typ": "ck1-root+jwe"}, "bad-header"),
    "with a kid": ({"kid": "x"}, "unknown-header"),
    "packed": ({"zip": "DEF"}, "unknown-header"),
    "with apu": ({"apu": "x"}, "unknown-header"),
    "with no wrapped key": ({"key": 0}, "malformed"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_no_message_is_refused(device: Device, name: str) -> None:
    change, code = WRONG[name]
    session = SESSION
    answer = put(device, session, message(device.account, session, **change))
    assert (answer.status_code, answer.json()["type"]) == (400, f"/problems/{code}")
    assert not Link.objects.exists()


@pytest.mark.parametrize("session", ["x", "a" * 21, "a" * 44, "a" * 21 + "=", "a" * 21 + ".", "%00" * 22])
def test_a_name_of_another_form_is_none(device: Device, session: str) -> None:
    assert put(device, session, message(device.account, session)).status_code in {400, 404}
    assert get(device, session).status_code == 404
    assert not Link.objects.exists()


def test_what_the_server_knows_shows_the_row_and_no_token(device: Device, bens_device: Device) -> None:
    session, bens = new_session(), new_session()
    token = left(device, session)
    left(bens_device, bens)
    known = device.http.get(f"{API}/me/what-you-know/")
    (row,) = known.json()["links"]
    assert (row["session"], row["token_bytes"]) == (session, len(token))
    assert [row["gen"] for row in known.json()["keycards"]] == [1]
    assert "eyJ" not in known.content.decode()
    assert bens not in known.content.decode()


def test_nothing_of_it_is_logged(device: Device, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    session = new_session()
    token = left(device, session)
    get(device, session)
    put(device, session, "no token")
    said = [record.getMessage() for record in caplog.records if record.name != "django.db.backends"]
    assert not [line for line in said if token in line or session in line]


def test_waiting_for_it_writes_nothing(device: Device) -> None:
    with CaptureQueriesContext(connection) as captured:
        get(device, new_session())
    asked = [query["sql"] for query in captured.captured_queries]
    assert len(asked) == 3
    assert all(sql.startswith("SELECT") for sql in asked)
