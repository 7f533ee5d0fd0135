"""Coming to hold each other's real keys: invite, pin, accept, compare, end."""

from dataclasses import dataclass

from client.ck1 import invites, keycards, keys, safety
from client.ck1.encoding import Refusal
from client.ck1.invites import Invite
from client.ck1.keybags import Keybag
from client.ck1.tokens import Header
from client.device import Client
from client.feeds.feed import not_understood
from client.keys.vault import keybag_of, ring_of
from client.people import profile
from client.people.profile import Pin
from client.session import Members, Session
from client.sharing.mailbox import remember_keys
from client.trouble import Alarmed, BadRequest, Locked, Refused

NOTICE = "notice"


@dataclass(frozen=True)
class Paired:
    """Somebody who was pinned. `lead`: the coach leads the agent's own team, and the work place allows it."""

    pin: Pin
    lead: bool


@dataclass(frozen=True)
class _About:
    """Who is being pinned: what they are called here, what they are to me, how the keys were verified."""

    person: str
    name: str
    role: str
    verified: str | None


def invite(client: Client, *, by_link: bool = False) -> str:
    """Opens an invitation (coaches): the text to show as a square code, or to send in a link's fragment."""
    keybag = own_keys(client)
    made = invites.new_invite(client.account, keybag.enc, keybag.sig)
    kept = _invites(client)
    client.store.put(invites={**kept, made.id: {"text": made.text, "by_link": by_link}})
    with client.session() as session:
        fine(session, "POST", "pairings/", {"invite": made.id})
    return made.text


def pin(client: Client, code: str, *, name: str, by_link: bool = False) -> Paired:
    """Accepts an invitation (agents): pins the coach's keys and answers with the own ones.

    Seen in the room the keys are verified by that; come by a link, only once the safety number was compared.
    """
    shown = _read(code)
    with client.session() as session:
        enc, sig = present_keys(session, shown.coach)
        if (keys.thumbprint(enc), keys.thumbprint(sig)) != (shown.enc, shown.sig):
            raise Alarmed(
                "other-keys", "The server shows other keys than this invitation. Nobody was pinned."
            )
        lead = _lead(fine(session, "GET", f"pairings/{shown.id}/"))
        keybag = own_keys(client)
        answer = invites.sign_accept(shown, client.account, keybag.enc, keybag.sig)
        fine(session, "PUT", f"pairings/{shown.id}/", {"accept": answer})
        fetch_notice(client, session)
    about = _About(shown.coach, name, "coach", verified=None if by_link else "qr")
    return Paired(_remember(client, about, enc, sig), lead)


def accept(client: Client, *, name: str) -> list[Paired]:
    """Looks who has answered the open invitations (coaches), and pins whoever proves to have been shown one."""
    found = []
    for invite_id, kept in _invites(client).items():
        with client.session() as session:
            answer = session.api("GET", f"pairings/{invite_id}/")
        token = answer.members.get("accept")
        if answer.ok and isinstance(token, str):
            found.append(_accepted(client, kept, token, name, lead=_lead(answer.members)))
        if not answer.ok or isinstance(token, str):
            left = {one: text for one, text in _invites(client).items() if one != invite_id}
            client.store.put(invites=left)
    return found


def safety_number(client: Client, person: str) -> str:
    """The number to compare aloud with somebody who was pinned."""
    pinned, keybag = pin_of(client, person), own_keys(client)
    own = safety.Party(client.account, keybag.enc.kid, keybag.sig.kid)
    return safety.safety_number(own, safety.Party(pinned.person, pinned.enc, pinned.sig))


def mark_same(client: Client, person: str) -> None:
    """The numbers were the same: from now on the keys count as verified."""
    pinned = pin_of(client, person).person
    profile.mark_pin(client.store, ring_of(client.store), client.account, pinned, verified="number")


def end(client: Client, person: str) -> None:
    """Ends every pairing with somebody; what was shared under it is served no more. The pin stays, to know old replies by."""
    with client.session() as session:
        results = fine(session, "GET", "pairings/").get("results")
        for row in results if isinstance(results, list) else []:
            if isinstance(row, dict) and person in (row.get("coach"), row.get("agent")):
                fine(session, "DELETE", f"pairings/{row['invite']}/")
    over = client.day().isoformat()
    profile.mark_pin(client.store, ring_of(client.store), client.account, person, ended=over)


def pin_of(client: Client, person: str) -> Pin:
    """Who was pinned, by id or by the name that was typed."""
    pins = profile.pins_of(client.store, ring_of(client.store))
    found = [one for one in pins.values() if person in (one.person, one.name)]
    if len(found) != 1:
        raise BadRequest("not-paired", f"You have not paired with “{person}”: use pin, or accept.")
    return found[0]


def verified_pin(client: Client, person: str) -> Pin:
    """Who was pinned and verified; nothing is shared with anybody else."""
    found = pin_of(client, person)
    if found.ended:
        raise BadRequest("not-paired", f"You and {found.name} are not paired any more: pair again.")
    if not found.verified:
        raise BadRequest(
            "not-verified", f"The keys of {found.name} are not verified: compare the safety number first."
        )
    return found


def present_keys(session: Session, person: str) -> tuple[Header, Header]:
    """The public keys somebody has now, as the server shows them: believed only where they are those pinned."""
    cards = fine(session, "GET", f"keycards/{person}/").get("keycards")
    if not isinstance(cards, list) or not cards:
        raise not_understood("keycards")
    try:
        card = keycards.open_keycard(str(cards[-1]))
    except Refusal as refusal:
        raise Alarmed("forged-keycard", "The server shows a keycard that nobody signed.") from refusal
    if card.person != person:
        raise Alarmed("forged-keycard", "The server shows another person's keycard.")
    return card.enc, card.sig


def own_keys(client: Client) -> Keybag:
    """The account's own key pairs."""
    keybag = keybag_of(client.store)
    if keybag is None:
        raise Locked(
            "locked", "This folder does not hold the account's keys. Sign in with a recovery code first."
        )
    return keybag


def fetch_notice(client: Client, session: Session) -> None:
    """Keeps the text that is shown before consent, in the person's language, so that sharing works without a network."""
    language = str(fine(session, "GET", "me/").get("language"))
    words = fine(session, "GET", "library/", lang=language).get("sharing")
    notice = words.get("notice") if isinstance(words, dict) else None
    if not isinstance(words, dict) or not isinstance(notice, dict) or "lang" not in notice:
        raise not_understood("notice")
    purposes = [row["id"] for row in words.get("purposes", []) if isinstance(row, dict)]
    client.store.put(**{NOTICE: {**notice, "purposes": purposes}})


def fine(session: Session, method: str, path: str, body: object = None, **query: str) -> Members:
    """One request that has to succeed."""
    answer = session.api(method, path, body, **query)
    if not answer.ok:
        raise Refused(answer.code or "refused", f"The server refused: {answer.detail}")
    return answer.members


def _read(code: str) -> Invite:
    try:
        return invites.read_invite(code.strip().rsplit("#", 1)[-1])
    except Refusal as refusal:
        raise BadRequest("bad-invite", refusal.sentence) from refusal


def _accepted(client: Client, kept: Members, token: str, name: str, *, lead: bool) -> Paired:
    try:
        answered = invites.open_accept(token, invites.read_invite(str(kept["text"])))
    except Refusal as refusal:
        raise Alarmed("forged-answer", f"Nobody was pinned: {refusal.sentence}") from refusal
    about = _About(answered.own, name, "agent", verified=None if kept.get("by_link") is True else "qr")
    return Paired(_remember(client, about, answered.enc, answered.sig), lead)


def _remember(client: Client, about: _About, enc: Header, sig: Header) -> Pin:
    thumbs = (keys.thumbprint(enc), keys.thumbprint(sig))
    made = Pin(
        about.person, about.name, *thumbs, about.verified, client.day().isoformat(),
        role=about.role, public={"enc": enc, "sig": sig},
    )  # fmt: skip
    with client.store.together():
        remember_keys(client.store, about.person, enc, sig)
        profile.set_pin(client.store, ring_of(client.store), client.account, made)
    return made


def _lead(members: Members) -> bool:
    return members.get("lead") is True


def _invites(client: Client) -> dict[str, Members]:
    kept = client.store.get("invites")
    return kept if isinstance(kept, dict) else {}
