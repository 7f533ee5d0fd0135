"""Opening a coach's replies: sealed to one's own keys, signed by whoever was pinned."""

from dataclasses import dataclass

from client.ck1 import keys, replies
from client.ck1.bodies import Revision, Words
from client.ck1.encoding import Refusal
from client.ck1.keys import KeyPair
from client.ck1.replies import Reply
from client.keys.vault import keybag_of, ring_of
from client.people.profile import pins_of
from client.store import Store


@dataclass(frozen=True)
class Mailbox:
    """The own encryption keys, those of earlier generations too; and the signing keys of pinned people, by person."""

    own: str
    encs: tuple[KeyPair, ...]
    signers: dict[str, list[dict[str, object]]]

    def revision(self, body: str) -> Revision:
        """What a reply says of itself, if it opens; who wrote it is not proved by this."""
        replies.open_sealed_reply(body, self.own, self.encs)
        return replies.read_reply_header(body)

    def words(self, body: str) -> tuple[Reply, Words]:
        """A reply that somebody pinned has signed; refused otherwise."""
        said, signed = replies.open_sealed_reply(body, self.own, self.encs)
        for signer in self.signers.get(said.reader, []):
            try:
                replies.check_reply(signed, signer)
            except Refusal:
                continue
            return said, said.words
        raise Refusal("forged-reply", "Nobody you have paired with has signed this.")


def mailbox_of(store: Store) -> Mailbox:
    """What opens the replies that come to this folder."""
    keybag = keybag_of(store)
    encs = (keybag.enc, *(past.enc for past in keybag.earlier)) if keybag else ()
    kept = store.get("signers")
    signers = kept if isinstance(kept, dict) else {}
    pinned = {person: pin.signers for person, pin in pins_of(store, ring_of(store)).items()}
    found = {one: [*signers.get(one, []), *pinned.get(one, [])] for one in {*signers, *pinned}}
    return Mailbox(store.text("account"), encs, found)


def remember_keys(store: Store, person: str, enc: dict[str, object], sig: dict[str, object]) -> None:
    """Keeps the public keys of somebody who was pinned: to seal to, and to know what they sign."""
    signers, encs = store.get("signers"), store.get("encs")
    known = signers if isinstance(signers, dict) else {}
    earlier = [one for one in known.get(person, []) if keys.thumbprint(one) != keys.thumbprint(sig)]
    store.put(signers={**known, person: [sig, *earlier]})
    store.put(encs={**(encs if isinstance(encs, dict) else {}), person: enc})
