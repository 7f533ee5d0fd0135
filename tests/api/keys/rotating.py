"""New keys as a device would make them, and a person who has just given the password again."""

from dataclasses import dataclass
from typing import Any

from client.ck1 import keybags, keycards, keys, recovery
from tests.conftest import PASSWORD
from tests.device import API, Device, signed_in

LOGIN = "/_allauth/browser/v1/auth/login"


@dataclass
class Keys:
    """A vault of some generation, as a device that made it keeps it."""

    gen: int
    vault: dict[str, Any]
    keycard: str


def new_keys(person: str, gen: int, *, prev: str | None, issued_at: int = 1_790_000_000) -> Keys:
    """A real vault with one recovery wrap, and the keycard that follows `prev`."""
    root, bag = keys.new_root(), keybags.new_keybag(gen)
    wrap = recovery.wrap_root(root, recovery.new_secret(), person, gen)
    wraps = [{"kid": f"recovery:{gen}", "token": wrap}]
    card = keycards.sign_keycard(person, gen, bag.enc, bag.sig, issued_at=issued_at, prev=prev)
    return Keys(gen, {"gen": gen, "keybag": keybags.seal_keybag(bag, root), "wraps": wraps}, card)


def fresh(person: Any) -> Device:
    """A device whose vault is made, and whose person has just signed in with the password."""
    device = Device(person, signed_in(person))
    device.http.logout()
    answer = device.http.post(LOGIN, {"email": person.email, "password": PASSWORD}, format="json")
    assert answer.status_code == 200, answer.content
    first = new_keys(device.account, 1, prev=None)
    made = device.http.post(f"{API}/vault/", {**first.vault, "keycard": first.keycard}, format="json")
    assert made.status_code in {201, 409}, made.content
    device.epoch = device.changes(0).json()["epoch"]
    return device


def cards_of(device: Device) -> list[str]:
    """The keycards the server hands out, oldest first."""
    found: list[str] = device.http.get(f"{API}/keycards/{device.account}/").json()["keycards"]
    return found


def vault_of(device: Device) -> dict[str, Any]:
    """The vault the server hands out."""
    found: dict[str, Any] = device.http.get(f"{API}/vault/").json()
    return found


def asked(device: Device, new: Keys, **members: Any) -> dict[str, Any]:
    """The request that rotates to these keys, or what `members` make of it."""
    head = device.http.get(f"{API}/me/what-you-know/").json()["feeds"][0]["head"]
    standing = {"gen": new.gen - 1, "epoch": device.epoch, "head": head}
    return {**standing, "vault": new.vault, "keycard": new.keycard, **members}


def rotate(device: Device, new: Keys, **members: Any) -> Any:
    """Sends it."""
    return device.http.post(f"{API}/vault/rotate/", asked(device, new, **members), format="json")
