"""`vault/` and `vault/wraps/{kid}/`: made once, checked without being opened, and one's own."""

from typing import Any

import pytest

from client.ck1 import keybags, keys, recovery
from journal.keys.models import Keycard, Vault, Wrap
from tests.device import API, Device, signed_in
from tests.forge import b64, jwe, new_id, vault_for

BOX = {"alg": "A256KW", "enc": "A256GCM"}


def post(person: Any, body: Any) -> Any:
    """Offers a vault."""
    return signed_in(person).post(f"{API}/vault/", body, format="json")


def keybag(**members: Any) -> str:
    """A keybag whose header is what `members` make of it."""
    header = {**BOX, "typ": "ck1-keybag+jwe", "cty": "json", "kid": "gen:1", **members}
    return jwe({name: value for name, value in header.items() if value is not None}, key=40, size=500)


def wrap(person: str, /, size: int = 32, **members: Any) -> str:
    """A wrapped root whose header is what `members` make of it."""
    header = {**BOX, "typ": "ck1-root+jwe", "kid": "recovery:1", "own": person, **members}
    return jwe({name: value for name, value in header.items() if value is not None}, key=40, size=size)


def rows() -> tuple[int, int, int]:
    """How many vaults, wraps and keycards there are."""
    return Vault.objects.count(), Wrap.objects.count(), Keycard.objects.count()


def test_a_vault_is_made_once_with_its_keycard(ana: Any) -> None:
    body = vault_for(str(ana.pk))
    made = post(ana, body)
    assert (made.status_code, rows()) == (201, (1, 1, 1))
    kept = {name: body[name] for name in ("gen", "keybag", "wraps")}
    assert made.json() == signed_in(ana).get(f"{API}/vault/").json() == kept
    assert post(ana, body).status_code == 200
    assert rows() == (1, 1, 1)


def test_another_keybag_is_refused_and_the_first_stays(ana: Any) -> None:
    body = vault_for(str(ana.pk))
    post(ana, body)
    answer = post(ana, vault_for(str(ana.pk)))
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/vault-exists")
    assert signed_in(ana).get(f"{API}/vault/").json()["keybag"] == body["keybag"]
    assert rows() == (1, 1, 1)


def test_a_vault_may_have_no_way_back_yet(ana: Any) -> None:
    assert post(ana, {**vault_for(str(ana.pk)), "wraps": []}).status_code == 201


def test_no_vault_is_404_and_nobody_elses_is_shown(device: Device, ben: Any) -> None:
    answer = signed_in(ben).get(f"{API}/vault/")
    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/no-vault")


def test_signed_out_there_is_no_vault(client: Any, db: None) -> None:
    assert client.get(f"{API}/vault/").status_code == 401
    assert client.get(f"{API}/keycards/{new_id()}/").status_code == 401


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"gen": 2}, "bad-header"),
        ({"gen": 0}, "invalid"),
        ({"gen": "1"}, "invalid"),
        ({"words": "x"}, "invalid"),
        ({"keybag": "They shouted."}, "malformed"),
        ({"keybag": keybag(zip="DEF")}, "unknown-header"),
        ({"keybag": keybag(cty=None)}, "missing-header"),
        ({"keybag": keybag(kid="gen:2")}, "bad-header"),
        ({"keybag": keybag(alg="PBES2-HS256+A128KW")}, "bad-header"),
        ({"keybag": keybag(typ="ck1-body+jwe")}, "bad-header"),
        ({"keycard": "a.b.c"}, "malformed"),
        ({"keycard": ""}, "invalid"),
        ({"wraps": [{"kid": "recovery:1"}]}, "invalid"),
    ],
)
def test_what_is_no_vault_is_refused_whole(ana: Any, change: dict[str, Any], code: str) -> None:
    answer = post(ana, {**vault_for(str(ana.pk)), **change})
    assert (answer.status_code, answer.json()["type"]) == (400, f"/problems/{code}")
    assert rows() == (0, 0, 0)


def bad_wraps(own: str) -> dict[str, tuple[str, str, str]]:
    """A name, a token, and the code that refuses them."""
    return {
        "of somebody else": ("recovery:1", wrap(new_id()), "bad-wrap"),
        "under another name": ("recovery:2", wrap(own), "bad-wrap"),
        "of a device": ("device", wrap(own, kid="device"), "bad-wrap"),
        "number 0": ("recovery:0", wrap(own, kid="recovery:0"), "bad-wrap"),
        "of 31 bytes": ("recovery:1", wrap(own, size=31), "bad-wrap"),
        "without own": ("recovery:1", wrap(own, own=None), "missing-header"),
        "with a salt": ("recovery:1", wrap(own, p2s="x"), "unknown-header"),
        "of words": ("recovery:1", "They shouted.", "malformed"),
    }


@pytest.mark.parametrize("name", bad_wraps(""))
def test_a_wrap_that_is_none_is_refused_with_its_vault(ana: Any, name: str) -> None:
    kid, token, code = bad_wraps(str(ana.pk))[name]
    answer = post(ana, {**vault_for(str(ana.pk)), "wraps": [{"kid": kid, "token": token}]})
    assert (answer.status_code, answer.json()["type"]) == (400, f"/problems/{code}")
    assert rows() == (0, 0, 0)


@pytest.mark.parametrize("name", bad_wraps(""))
def test_a_wrap_that_is_none_is_refused_alone(device: Device, name: str) -> None:
    kid, token, code = bad_wraps(device.account)[name]
    before = list(Wrap.objects.values())
    body = {"gen": 1, "token": token}
    answer = device.http.put(f"{API}/vault/wraps/{kid}/", body, format="json")
    assert (answer.status_code, answer.json()["type"]) == (400, f"/problems/{code}")
    assert list(Wrap.objects.values()) == before


def test_two_wraps_of_one_name_are_refused(ana: Any) -> None:
    twice = [{"kid": "recovery:1", "token": wrap(str(ana.pk))}] * 2
    assert post(ana, {**vault_for(str(ana.pk)), "wraps": twice}).json()["type"] == "/problems/bad-wrap"
    assert rows() == (0, 0, 0)


def test_there_are_only_so_many_ways_back(device: Device) -> None:
    for number in range(2, 26):
        token = wrap(device.account, kid=f"recovery:{number}")
        address = f"{API}/vault/wraps/recovery:{number}/"
        answer = device.http.put(address, {"gen": 1, "token": token}, format="json")
        assert answer.status_code == (201 if number <= 24 else 400)
    assert Wrap.objects.count() == 24


def test_a_new_code_is_added_and_the_old_one_goes(ana: Any) -> None:
    http, person = signed_in(ana), str(ana.pk)
    root, bag = keys.new_root(), keybags.new_keybag(1)
    assert post(ana, {**vault_for(person), "keybag": keybags.seal_keybag(bag, root)}).status_code == 201
    token = recovery.wrap_root(root, recovery.new_secret(), person, 2)
    address = f"{API}/vault/wraps/recovery:2/"
    assert http.put(address, {"gen": 1, "token": token}, format="json").status_code == 201
    assert http.put(address, {"gen": 1, "token": token}, format="json").status_code == 200
    assert [one["kid"] for one in http.get(f"{API}/vault/").json()["wraps"]] == ["recovery:1", "recovery:2"]
    gone = http.delete(f"{API}/vault/wraps/recovery:1/", {"gen": 1}, format="json")
    assert (gone.status_code, gone.content) == (204, b"")
    assert [one["token"] for one in http.get(f"{API}/vault/").json()["wraps"]] == [token]
    assert http.delete(f"{API}/vault/wraps/recovery:1/", {"gen": 1}, format="json").status_code == 404


def test_a_passkey_is_another_way_back(device: Device) -> None:
    kid = f"passkey:{b64(bytes(32))}"
    token = wrap(device.account, kid=kid)
    answer = device.http.put(f"{API}/vault/wraps/{kid}/", {"gen": 1, "token": token}, format="json")
    assert answer.status_code == 201


@pytest.mark.parametrize("who", ["with a vault", "without one"])
def test_a_device_of_another_generation_changes_no_way_back(device: Device, ben: Any, who: str) -> None:
    person, gen = (device.person, 1) if who == "with a vault" else (ben, None)
    body = {"gen": 2, "token": wrap(str(person.pk), kid="recovery:2")}
    for answer in (
        signed_in(person).put(f"{API}/vault/wraps/recovery:2/", body, format="json"),
        signed_in(person).delete(f"{API}/vault/wraps/recovery:1/", {"gen": 2}, format="json"),
    ):
        assert (answer.status_code, answer.json()["type"]) == (409, "/problems/stale-vault")
        assert answer.json()["gen"] == gen
    assert Wrap.objects.count() == 1


def test_nobody_takes_away_anybody_elses_way_back(device: Device, bens_device: Device) -> None:
    bens_device.http.delete(f"{API}/vault/wraps/recovery:1/", {"gen": 1}, format="json")
    assert [row.vault_id for row in Wrap.objects.all()] == [device.person.pk]
