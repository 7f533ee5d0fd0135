"""The person's own settings: one sealed item whose id is the person's. Here: who was pinned, and how far the ledger goes.

Two devices may write it apart. Heads are merged by key; a pin on which they differ counts as not verified. What another
client has put in is kept.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from client.ck1.bodies import Revision, Words
from client.ck1.ledger import START, Place
from client.ck1.slots import Ring, open_revision
from client.ck1.tokens import Header
from client.feeds import writing
from client.feeds.rows import Row, heads
from client.store import Store
from client.trouble import BadRequest

KIND = "profile"
VERIFIED = ("qr", "number")
OF_ONE_PAIRING = ("verified", "keys", "was", "ended", "changed")


@dataclass(frozen=True)
class Pin:
    """The keys of somebody one has paired with, by their thumbprints. `name` was typed when pairing.

    `public`: those keys themselves, `enc` and `sig`; `was`: keys that signed before them. `ended`: on which day it was over.
    """

    person: str
    name: str
    enc: str
    sig: str
    verified: str | None
    on: str
    role: str | None = None
    ended: str | None = None
    public: Header = field(default_factory=dict)
    was: tuple[Header, ...] = ()

    @property
    def trusted(self) -> bool:
        """Whether the keys were compared, and the two are still paired: nothing is shared with anybody else."""
        return self.verified is not None and self.ended is None

    @property
    def signers(self) -> list[Header]:
        """What has signed for this person: the present key, and those before it."""
        return [key for key in (_members(self.public, "sig"), *self.was) if key]

    def words(self) -> Words:
        """As it lies in the profile."""
        said: Words = {"name": self.name, "enc": self.enc, "sig": self.sig, "on": self.on}
        more = {"verified": self.verified, "role": self.role, "keys": self.public, "was": list(self.was)}
        return said | {name: value for name, value in more.items() if value}


def profile_of(store: Store, ring: Ring) -> Words:
    """The profile as it stands, merged where two devices wrote it apart; empty when there is none."""
    found = [_opened(row, ring) for row in _heads(store)]
    merged: Words = {}
    for words in reversed(found):
        merged |= {name: _both(merged.get(name), value) for name, value in words.items()}
    merged["pins"] = _merged_pins([_members(words, "pins") for words in found])
    furthest = max(
        (_members(words, "ledger") for words in found), key=lambda told: _place(told).n, default={}
    )
    if _place(furthest).n:
        merged["ledger"] = furthest
    return merged | _tools_in(found) if found else {}


def pins_of(store: Store, ring: Ring) -> dict[str, Pin]:
    """Everybody who was pinned, by id."""
    pins = _members(profile_of(store, ring), "pins")
    return {person: _pin(person, words) for person, words in pins.items() if isinstance(words, dict)}


def ledger_places(store: Store, ring: Ring) -> list[tuple[Place, str]]:
    """How far the devices of this account have followed the ledger, by every head, each with the epoch it was in."""
    told = [_members(_opened(row, ring), "ledger") for row in _heads(store)]
    return [(_place(one), str(one.get("epoch") or "")) for one in told]


def change(store: Store, ring: Ring, account: str, made: Callable[[Words], Words]) -> None:
    """Writes the profile anew, below all its heads, with the members that are made of it as it stands.

    No other process writes in this folder meanwhile, so that nothing it has just noted is undone.
    """
    if not account:
        raise BadRequest("no-account", "First sign up or in: the profile is the account's.")
    with store.together():
        parents = tuple(sorted(row.rev for row in _heads(store)))
        now = profile_of(store, ring)
        revision = Revision(account, writing.new_id(), KIND, parents)
        store.save(writing.sealed(revision, {"v": 1, **now, **made(now)}, ring))


def set_pin(store: Store, ring: Ring, account: str, pin: Pin) -> None:
    """Pins somebody's keys in place of what was pinned before; older ones are kept to know old replies by."""

    def over(before: Words) -> Words:
        known = _pin(pin.person, before)
        older = known.signers if known.verified and known.sig != pin.sig else list(known.was)
        kept = {name: value for name, value in before.items() if name not in OF_ONE_PAIRING}
        return kept | pin.words() | ({"was": older} if older else {})

    _change_pin(store, ring, account, pin.person, over)


def mark_pin(store: Store, ring: Ring, account: str, person: str, **words: object) -> None:
    """Notes something about somebody who was pinned; all else that is known of them stays."""
    _change_pin(store, ring, account, person, lambda before: before | words)


def _change_pin(store: Store, ring: Ring, account: str, person: str, made: Callable[[Words], Words]) -> None:
    def with_pin(now: Words) -> Words:
        pins = _members(now, "pins")
        return {"pins": {**pins, person: made(_members(pins, person))}}

    change(store, ring, account, with_pin)


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
            kept = pin if _same_keys(before, pin) else _unverified(before)
            merged[person] = _over_if_any(kept, before, pin)
    return merged


def _tools_in(found: Sequence[Words]) -> Words:
    """What any head puts into the kit, but for what one of them took out of it."""
    dropped = _listed(found, "dropped_tools")
    pinned = [tool for tool in _listed(found, "pinned_tools") if tool not in dropped]
    tools = {"pinned_tools": pinned, "dropped_tools": dropped}
    return {name: kept for name, kept in tools.items() if any(name in words for words in found)}


def _listed(found: Sequence[Words], name: str) -> list[object]:
    joined: list[object] = []
    for words in found:
        value = words.get(name)
        joined += [one for one in value if one not in joined] if isinstance(value, list) else []
    return joined


def _over_if_any(kept: object, *heads: object) -> object:
    """A pairing that is over on one of the devices is over, and for the reason that one knows."""
    said = [head for head in heads if isinstance(head, dict) and head.get("ended")]
    why = {name: head[name] for head in reversed(said) for name in ("ended", "changed") if head.get(name)}
    return {**kept, **why} if isinstance(kept, dict) else kept


def _same_keys(one: object, other: object) -> bool:
    if not isinstance(one, dict) or not isinstance(other, dict):
        return False
    return all(one.get(name) == other.get(name) for name in ("enc", "sig", "verified"))


def _unverified(pin: object) -> Words:
    return {name: value for name, value in pin.items() if name != "verified"} if isinstance(pin, dict) else {}


def _pin(person: str, words: Words) -> Pin:
    name, enc, sig, on = (str(words.get(member) or "") for member in ("name", "enc", "sig", "on"))
    verified, was = words.get("verified"), words.get("was")
    return Pin(
        person, name, enc, sig, str(verified) if verified in VERIFIED else None, on,
        role=_text(words, "role"), ended=_text(words, "ended"), public=_members(words, "keys"),
        was=tuple(key for key in was if isinstance(key, dict)) if isinstance(was, list) else (),
    )  # fmt: skip


def _both(one: object, other: object) -> object:
    """What two heads say of the same thing: lists by name are joined, of anything else the later one holds."""
    return {**one, **other} if isinstance(one, dict) and isinstance(other, dict) else other


def _text(words: Words, name: str) -> str | None:
    value = words.get(name)
    return value if isinstance(value, str) and value else None


def _place(told: Words) -> Place:
    n, last = told.get("n"), told.get("hash")
    return Place(n, last) if isinstance(n, int) and isinstance(last, str) else START


def _members(words: Words, name: str) -> Words:
    value = words.get(name)
    return value if isinstance(value, dict) else {}
