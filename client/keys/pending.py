"""A rotation under way: kept here before it is offered, so that wherever this is cut off it has happened or it has not.

Which of the two, the vault's keybag decides. A request that got lost may still arrive; it is forgotten only once it
can no longer succeed: the vault is of another generation, or the feed has moved on.
"""

from dataclasses import dataclass
from datetime import datetime

from client.ck1 import keybags, keycards, keys, recovery
from client.ck1.encoding import Refusal, b64, unb64
from client.ck1.keybags import Keybag
from client.ck1.keys import Root
from client.ck1.slots import generation_of, known_prefix
from client.feeds.feed import not_understood
from client.keys import vault
from client.session import Members, Session
from client.store import Store
from client.trouble import Alarmed, Locked, Refused

CAME_FIRST = ("stale-vault", "feed-moved", "feed-reset")
TRIES = 5


@dataclass(frozen=True)
class Pending:
    """What is offered; the root and the code it is about; all keycards, the new one too."""

    request: Members
    root: Root
    code: str
    cards: list[str]

    @property
    def vault(self) -> Members:
        return _members(self.request, "vault")


def is_pending(store: Store) -> bool:
    """Whether a rotation was begun in this folder and is not settled."""
    return store.get("pending") is not None


def pending_of(store: Store) -> Pending | None:
    """The rotation that was begun in this folder."""
    kept = store.get("pending")
    if not isinstance(kept, dict):
        return None
    return Pending(_members(kept, "request"), Root(unb64(kept["root"])), kept["code"], list(kept["cards"]))


def prepare(store: Store, session: Session, person: str, at: datetime) -> Pending:
    """New keys that know everything acknowledged so far, kept in this folder. Right after a sync."""
    found, opened = vault.mine(store, session)
    cards = vault.cards_in(vault.with_cards(session, found, person))
    _check_last(cards, person, opened.keybag)
    root, secret = keys.new_root(), recovery.new_secret()
    keybag = keybags.renewed(opened.keybag, opened.root, _known(store, opened.keybag.gen))
    number = max(vault.recovery_wraps(found), default=0) + 1
    card = keycards.sign_keycard(
        person, keybag.gen, keybag.enc, keybag.sig, issued_at=int(at.timestamp()), prev=cards[-1]
    )
    wraps = [{"kid": f"recovery:{number}", "token": recovery.wrap_root(root, secret, person, number)}]
    request: Members = {
        "gen": opened.keybag.gen,
        "epoch": store.text("epoch"),
        "head": store.number("cursor"),
        "vault": {"gen": keybag.gen, "keybag": keybags.seal_keybag(keybag, root), "wraps": wraps},
        "keycard": card,
    }
    made = Pending(request, root, recovery.code_of(secret), [*cards, card])
    store.put(pending={"request": request, "root": b64(root), "code": made.code, "cards": made.cards})
    return made


def offer(store: Store, session: Session, pending: Pending) -> bool:
    """Whether the server has taken it; if something came first it is settled, and forgotten unless it had happened."""
    answer = session.api("POST", "vault/rotate/", pending.request)
    if answer.ok:
        _adopt(store, pending)
        return True
    if answer.code in CAME_FIRST and settle(store, vault.fetch(session)):
        return True
    store.put(pending=None)
    if answer.code not in CAME_FIRST:
        raise Refused(answer.code or "refused", f"The server did not take the new keys: {answer.detail}")
    return False


def settle(store: Store, found: Members | None) -> bool:
    """Whether the vault, read just now, is the one that was pending; then this folder has its root."""
    pending = pending_of(store)
    if pending is None or found is None:
        return False
    if found.get("keybag") == pending.vault.get("keybag"):
        _adopt(store, pending)
        return True
    if _is_over(store, found, pending.request):
        store.put(pending=None)
    return False


def put_back(store: Store, session: Session, generation: int) -> None:
    """Give a server that was restored to an earlier generation (0: to none) the keys of this folder back."""
    kept = store.get("vault")
    if not isinstance(kept, dict) or vault.generation_in(kept) <= generation:
        raise Locked(
            "no-vault", "The server has lost this account's keys. Sync once from the device that made them."
        )
    if vault.generation_in(kept) == vault.FIRST_GENERATION:
        vault.offer(session, kept)
        return
    request, answer_code = _back(store, kept, generation), ""
    for _ in range(TRIES):
        answer = session.api("POST", "vault/rotate/", request)
        answer_code = answer.code
        if answer.ok:
            return
        if answer_code not in ("feed-moved", "feed-reset"):
            break
        request |= {name: answer.members[name] for name in ("epoch", "head") if name in answer.members}
    raise Refused(answer_code or "refused", "The server does not take the keys back that it has lost.")


def _back(store: Store, kept: Members, generation: int) -> Members:
    cards = vault.cards_in(kept)
    return {
        "gen": generation,
        "epoch": store.text("epoch") or "unknown",
        "head": store.number("cursor"),
        "vault": {name: kept[name] for name in ("gen", "keybag", "wraps")},
        "keycard": cards[-1],
        "between": cards[generation:-1],
    }


def _adopt(store: Store, pending: Pending) -> None:
    opened = vault.open_with_root(pending.vault, pending.root)
    if opened is None:
        raise not_understood("vault")
    with store.together():
        vault.adopt(store, opened, pending.code, {**pending.vault, "keycards": pending.cards})
        store.put(pending=None)


def _is_over(store: Store, found: Members, request: Members) -> bool:
    """Whether the request can no longer succeed, even if it arrived now. The feed was read before the vault."""
    head = request["head"]
    moved = not isinstance(head, int) or store.number("cursor") > head
    return moved or store.text("epoch") != request["epoch"] or found.get("gen") != request["gen"]


def _known(store: Store, generation: int) -> frozenset[bytes]:
    """The names of what was acknowledged under a generation."""
    rows = [row for row in store.all() if row.sent_once and row.slot is not None]
    return frozenset(
        known_prefix(row.rev, row.sha) for row in rows if generation_of(row.slot or "") == generation
    )


def _check_last(cards: list[str], person: str, keybag: Keybag) -> None:
    """The keycard the new one will follow has to be our own."""
    try:
        last = keycards.open_keycard(cards[-1])
    except Refusal as refusal:
        raise Alarmed("forged-keycard", "The server shows a keycard that nobody signed.") from refusal
    ours = (person, keybag.gen, keybag.sig.public, keybag.enc.public)
    if (last.person, last.gen, last.sig, last.enc) != ours:
        raise Alarmed(
            "forged-keycard", "The server shows another keycard as yours. The keys stay as they are."
        )


def _members(holder: Members, name: str) -> Members:
    value = holder.get(name)
    if not isinstance(value, dict):
        raise not_understood(name)
    return value
