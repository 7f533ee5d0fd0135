"""Every piece of a ck1 file: keys, revisions, recovery, a copy with its grant, the safety number."""

from dataclasses import dataclass

from client.ck1 import grants, keys, recovery, safety, slots
from client.ck1.bodies import ID, Revision, Words
from client.ck1.encoding import b64, unb64
from client.ck1.keys import KeyPair
from tests.contract.pieces import Failure, members, piece, rows, same, text, whole

HEADER_MEMBERS = {
    "item": "item",
    "rev": "rev",
    "kind": "kind",
    "of": "of",
    "day": "day",
    "written": "written",
}
HEADER_MEMBERS |= {"del": "deletion", "parents": "parents", "pub": "pub"}


@dataclass(frozen=True)
class Owner:
    person: str
    root: keys.Root
    ring: slots.Ring
    enc: KeyPair
    sig: KeyPair


def check(content: dict[str, object]) -> str:
    """Check a whole ck1 file; a line about what was opened."""
    owner = _owner(content)
    revisions = rows(content, "revisions")
    for index, row in enumerate(revisions):
        _check_revision(row, f"revisions[{index}].", owner)
    _check_recovery(members(content, "recovery"), owner)
    reader = _check_copy(members(content, "copy"), owner)
    parties = (safety.Party(owner.person, owner.enc.kid, owner.sig.kid), reader)
    same("safety_number", text(content, "safety_number"), safety.safety_number(*parties))
    return f"keys, {len(revisions)} revisions, recovery, a copy with its grant and the safety number open"


def _owner(content: dict[str, object]) -> Owner:
    person, generation = _id(content, "owner"), whole(content, "generation")
    with piece("root"):
        root = keys.Root(unb64(text(content, "root")))
        keys.symmetric(root)
    derived = keys.derive(root, f"ck1/vault/{generation}")
    same("vault_key", text(content, "vault_key"), b64(derived))
    enc, sig = (_pair(content, name, "") for name in ("enc", "sig"))
    return Owner(person, root, slots.ring_of(root, generation), enc, sig)


def _check_revision(row: dict[str, object], where: str, owner: Owner) -> None:
    revision, words = _open(row, where, owner)
    header = members(row, "header", where)
    for name in ("item", "rev", "kind", *header):
        if name not in HEADER_MEMBERS:
            raise Failure(f"{where}header.{name}", "is no member of a body's header")
        same(f"{where}header.{name}", header.get(name), getattr(revision, HEADER_MEMBERS[name]))
    same(f"{where}opens_to", members(row, "opens_to", where), words)


def _open(row: dict[str, object], where: str, owner: Owner) -> tuple[Revision, Words]:
    body, slot = text(row, "body", where), text(row, "slot", where)
    with piece(f"{where}slot"):
        slots.open_slot(slot, owner.ring)
    with piece(f"{where}body"):
        return slots.open_revision(body, slot, owner.ring)


def _check_recovery(row: dict[str, object], owner: Owner) -> None:
    where = "recovery."
    with piece(f"{where}secret"):
        secret = unb64(text(row, "secret", where))
        code = recovery.code_of(secret)
    same(f"{where}code", text(row, "code", where), code)
    with piece(f"{where}code"):
        same(f"{where}code", b64(recovery.secret_of(code.lower())), b64(secret))
    with piece(f"{where}wrap"):
        root = recovery.unwrap_root(text(row, "wrap", where), secret, owner.person)
    same(f"{where}wrap", b64(root), b64(owner.root))


def _check_copy(row: dict[str, object], owner: Owner) -> safety.Party:
    where = "copy."
    person = _id(row, "reader", where)
    enc, sig = (_pair(row, name, where) for name in ("reader_enc", "reader_sig"))
    own_words = _open(row, where, owner)[1]
    until = whole(row, "valid_until", where)
    reader = grants.Reader(person, enc, owner.person, owner.sig.public)
    with piece(f"{where}grant"):
        read = grants.open_copy(text(row, "body", where), text(row, "grant", where), reader, now=until - 1)
    same(f"{where}valid_until", until, read.terms.valid_until)
    same(f"{where}consent", text(row, "consent", where), read.terms.consent)
    same(f"{where}item", text(row, "item", where), read.revision.item)
    same(f"{where}rev", text(row, "rev", where), read.revision.rev)
    same(f"{where}opens_to", members(row, "opens_to", where), read.words)
    same(f"{where}slot", own_words, read.words)
    return safety.Party(person, enc.kid, sig.kid)


def _id(holder: dict[str, object], name: str, where: str = "") -> str:
    value = text(holder, name, where)
    if not ID.match(value):
        raise Failure(f"{where}{name}", "is no UUIDv4 in lower case")
    return value


def _pair(holder: dict[str, object], name: str, where: str) -> KeyPair:
    with piece(f"{where}{name}"):
        return keys.key_pair(members(holder, name, where))
