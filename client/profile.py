"""The person's own settings: one sealed item whose id is the person's. Here: who was pinned, and how far the ledger goes.

Two devices may write it apart. Heads are merged by key; a pin on which they differ counts as not verified.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from client import writing
from client.ck1.bodies import Revision, Words
from client.ck1.ledger import START, Place
from client.ck1.slots import Ring, open_revision
from client.rows import Row, heads
from client.store import Store
from client.trouble import BadRequest

KIND = "profile"
VERIFIED = ("qr", "number")


@dataclass(frozen=True)
class Pin:
    """The keys of somebody one has paired with, by their thumbprints. `name` was typed when pairing."""

    person: str
    name: str
    enc: str
    sig: str
    verified: str | None
    on: str

    def words(self) -> Words:
        """As it lies in the profile."""
        said: Words = {"name": self.name, "enc": self.enc, "sig": self.sig, "on": self.on}
        return said | ({"verified": self.verified} if self.verified else {})


def profile_of(store: Store, ring: Ring) -> Words:
    """The profile as it stands, merged where two devices wrote it apart; empty when there is none."""
    found = [_opened(row, ring) for row in _heads(store)]
    merged: Words = {}
    for words in reversed(found):
        merged |= words
    merged["pins"] = _merged_pins([_members(words, "pins") for words in found])
    copies: Words = {}
    for words in reversed(found):
        copies |= _members(words, "copies")
    if copies:
        merged["copies"] = copies
    furthest = max((_place(words) for words in found), key=lambda place: place.n, default=START)
    if furthest.n:
        merged["ledger"] = {"n": furthest.n, "hash": furthest.hash}
    return merged if found else {}


def pins_of(store: Store, ring: Ring) -> dict[str, Pin]:
    """Everybody who was pinned, by id."""
    pins = _members(profile_of(store, ring), "pins")
    return {person: _pin(person, words) for person, words in pins.items() if isinstance(words, dict)}


def ledger_place(store: Store, ring: Ring) -> Place:
    """How far some device of this account has followed the ledger."""
    return _place(profile_of(store, ring))


def change(store: Store, ring: Ring, account: str, **words: object) -> None:
    """Writes the profile anew with these members, below all its heads."""
    if not account:
        raise BadRequest("no-account", "First sign up or in: the profile is the account's.")
    parents = tuple(sorted(row.rev for row in _heads(store)))
    revision = Revision(account, writing.new_id(), KIND, parents)
    store.save(writing.sealed(revision, {"v": 1, **profile_of(store, ring), **words}, ring))


def set_pin(store: Store, ring: Ring, account: str, pin: Pin) -> None:
    """Pins somebody, in place of what was pinned before."""
    pins = _members(profile_of(store, ring), "pins")
    change(store, ring, account, pins={**pins, pin.person: pin.words()})


def _heads(store: Store) -> list[Row]:
    rows = [row for row in store.all() if row.kind == KIND]
    return [row for row in heads(rows) if row.body is not None and not row.is_tombstone]


def _opened(row: Row, ring: Ring) -> Words:
    return open_revision(row.body or "", row.slot or "", ring)[1]


def _merged_pins(found: Iterable[Words]) -> Words:
    merged: Words = {}
    for pins in found:
        for person, pin in pins.items():
            before = merged.get(person, pin)
            merged[person] = pin if _same_keys(before, pin) else _unverified(before)
    return merged


def _same_keys(one: object, other: object) -> bool:
    if not isinstance(one, dict) or not isinstance(other, dict):
        return False
    return all(one.get(name) == other.get(name) for name in ("enc", "sig", "verified"))


def _unverified(pin: object) -> Words:
    return {name: value for name, value in pin.items() if name != "verified"} if isinstance(pin, dict) else {}


def _pin(person: str, words: Words) -> Pin:
    name, enc, sig, on = (str(words.get(member) or "") for member in ("name", "enc", "sig", "on"))
    verified = words.get("verified")
    return Pin(person, name, enc, sig, str(verified) if verified in VERIFIED else None, on)


def _place(words: Words) -> Place:
    kept = _members(words, "ledger")
    n, last = kept.get("n"), kept.get("hash")
    return Place(n, last) if isinstance(n, int) and isinstance(last, str) else START


def _members(words: Words, name: str) -> Words:
    value = words.get(name)
    return value if isinstance(value, dict) else {}
