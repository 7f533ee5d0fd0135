"""The vault: making it, opening it with a root or a recovery code, and what this folder keeps of it.

Nothing is pushed before this folder's root has opened the account's keybag.
"""

from dataclasses import dataclass
from datetime import datetime

from client.ck1 import keybags, keycards, keys, recovery, slots
from client.ck1.encoding import Refusal, b64, unb64
from client.ck1.keybags import Keybag
from client.ck1.keys import Root
from client.ck1.slots import Ring
from client.feeds.feed import not_understood
from client.feeds.writing import reslotted
from client.session import Answer, Members, Session
from client.store import Store
from client.trouble import Locked, Refused

FIRST_GENERATION = 1
FIRST_WRAP = 1


@dataclass(frozen=True)
class Unlocked:
    """A root that has opened the account's keybag."""

    root: Root
    keybag: Keybag
    token: str

    @property
    def ring(self) -> Ring:
        return keybags.ring_with(self.keybag, self.root)


def root_of(store: Store) -> Root:
    """This folder's root, made at its first use."""
    kept = store.text("root")
    if kept:
        return Root(unb64(kept))
    root = keys.new_root()
    store.put(root=b64(root))
    return root


def ring_of(store: Store) -> Ring:
    """The keys this folder seals and opens with, before and after there is an account."""
    root, token = root_of(store), store.text("keybag")
    if not token:
        return slots.ring_of(root, FIRST_GENERATION)
    return keybags.ring_with(keybags.open_keybag(token, root, store.number("gen")), root)


def keybag_of(store: Store) -> Keybag | None:
    """The account's private keys, once this folder's root has opened them."""
    token = store.text("keybag")
    return keybags.open_keybag(token, root_of(store), store.number("gen")) if token else None


def fetch(session: Session) -> Members | None:
    """The account's vault, or None when it has none yet."""
    answer = session.api("GET", "vault/")
    if answer.code == "no-vault":
        return None
    return _fine(answer).members


def create(store: Store, session: Session, person: str, at: datetime) -> str:
    """Make this folder's root the account's, under a new recovery code; the code.

    What is sent is kept first, so that after a lost answer the same vault is offered again and not a second one.
    """
    vault, code = store.get("vault"), store.text("recovery_code")
    if not isinstance(vault, dict) or store.text("vault_of") != person:
        vault, code = _new_vault(root_of(store), person, int(at.timestamp()))
        store.put(vault=vault, vault_of=person, recovery_code=code)
    offer(session, vault)
    store.put(keybag=vault["keybag"], gen=vault["gen"])
    return code


def offer(session: Session, vault: Members) -> None:
    """Offer the first vault of an account; the same one again is fine."""
    members = {name: vault[name] for name in ("gen", "keybag", "wraps")}
    answer = session.api("POST", "vault/", {**members, "keycard": cards_in(vault)[0]})
    if not answer.ok:
        raise Refused(answer.code or "refused", f"The server did not take the keys: {answer.detail}")


def with_cards(session: Session, vault: Members, person: str) -> Members:
    """A vault as this folder keeps it, to give it back to a server that was restored: with all keycards."""
    cards = _fine(session.api("GET", f"keycards/{person}/")).members.get("keycards")
    if not isinstance(cards, list) or not cards:
        raise not_understood("keycards")
    return {**vault, "keycards": cards}


def cards_in(vault: Members) -> list[str]:
    """The keycards of a vault as this folder keeps it, oldest first."""
    cards = vault.get("keycards")
    return [str(card) for card in cards] if isinstance(cards, list) else []


def generation_in(vault: Members | None) -> int:
    """The generation of a vault, 0 of none."""
    generation = vault.get("gen") if vault else None
    return generation if isinstance(generation, int) else 0


def open_with_root(vault: Members, root: Root) -> Unlocked | None:
    """The vault opened with a root, or None when the root is another's."""
    generation, token = vault.get("gen"), vault.get("keybag")
    if not isinstance(generation, int) or not isinstance(token, str):
        raise not_understood("vault")
    try:
        return Unlocked(root, keybags.open_keybag(token, root, generation), token)
    except Refusal:
        return None


def open_with_code(vault: Members, code: str, person: str) -> Unlocked:
    """The vault opened with a recovery code."""
    try:
        secret = recovery.secret_of(code)
    except Refusal as refusal:
        raise Locked("code-typo", refusal.sentence) from refusal
    for token in recovery_wraps(vault).values():
        root = _unwrapped(token, secret, person)
        opened = open_with_root(vault, root) if root else None
        if opened:
            return opened
    raise Locked(
        "code-wrong", "This code is well written, but it is not this account's. Nothing was changed."
    )


def recovery_wraps(vault: Members) -> dict[int, str]:
    """The recovery wraps by number, the newest first."""
    found: dict[int, str] = {}
    rows = vault.get("wraps")
    for row in rows if isinstance(rows, list) else []:
        match = recovery.WRAP_NAME.match(str(row.get("kid"))) if isinstance(row, dict) else None
        if match:
            found[int(match[1])] = str(row.get("token"))
    return dict(sorted(found.items(), reverse=True))


def mine(store: Store, session: Session) -> tuple[Members, Unlocked]:
    """The account's vault, opened with this folder's root."""
    vault = fetch(session)
    opened = vault and open_with_root(vault, root_of(store))
    if not vault or not opened:
        raise Locked(
            "locked", "This folder does not hold the account's keys. Sign in with a recovery code first."
        )
    return vault, opened


def add_recovery_code(store: Store, session: Session, person: str) -> str:
    """A new recovery code beside those there are; the code."""
    vault, opened = mine(store, session)
    number = max(recovery_wraps(vault), default=0) + 1
    secret = recovery.new_secret()
    code = recovery.code_of(secret)
    body = {"gen": opened.keybag.gen, "token": recovery.wrap_root(opened.root, secret, person, number)}
    answer = session.api("PUT", f"vault/wraps/recovery:{number}/", body)
    if not answer.ok:
        raise Refused(answer.code, f"The server did not take the new code: {answer.detail}")
    store.put(recovery_code=code)
    return code


def adopt(store: Store, unlocked: Unlocked, code: str | None, kept: Members | None = None) -> None:
    """Make an opened vault this folder's. What it wrote under a root of its own gets slots under the vault's;
    bodies and revs stay, and the slots of what was ever acknowledged do too. `kept` is what `with_cards` gives."""
    with store.together():
        rows = [row for row in store.unsent() if not row.sent_once and row.slot is not None]
        own = ring_of(store)
        store.save(*(reslotted(row, own, unlocked.ring) for row in rows))
        store.put(root=b64(unlocked.root), keybag=unlocked.token, gen=unlocked.keybag.gen)
        store.put(vault=kept, recovery_code=code)


def _new_vault(root: Root, person: str, at: int) -> tuple[Members, str]:
    keybag, secret = keybags.new_keybag(FIRST_GENERATION), recovery.new_secret()
    card = keycards.sign_keycard(person, FIRST_GENERATION, keybag.enc, keybag.sig, issued_at=at, prev=None)
    wrap = recovery.wrap_root(root, secret, person, FIRST_WRAP)
    vault: Members = {
        "gen": FIRST_GENERATION,
        "keybag": keybags.seal_keybag(keybag, root),
        "wraps": [{"kid": f"recovery:{FIRST_WRAP}", "token": wrap}],
        "keycards": [card],
    }
    return vault, recovery.code_of(secret)


def _unwrapped(token: str, secret: bytes, person: str) -> Root | None:
    try:
        return recovery.unwrap_root(token, secret, person)
    except Refusal:
        return None


def _fine(answer: Answer) -> Answer:
    if not answer.ok:
        raise Refused(answer.code or "refused", f"The server refused: {answer.detail}")
    return answer
