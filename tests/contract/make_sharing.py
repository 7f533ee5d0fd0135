"""Make the samples of sharing: `python -m tests.contract.make_sharing` writes `sharing-python.json`.

An invitation with its answer, a consent, a reply, a ledger: what one side signs and seals and the other has to open.
Each run makes fresh keys, so run it only when the shape changes. `vectors_sharing.py` says what holds.
"""

import json
import uuid
from pathlib import Path

from client.ck1 import consents, invites, keybags, ledger, replies
from client.ck1.encoding import compact, hash_of
from client.ck1.keybags import Keybag

HERE = Path(__file__).parent
DAY_S = consents.DAY_S
GIVEN_AT = 20_700 * DAY_S
WORDS = {
    "v": 1,
    "text": "Dziękuję. That was rough, and none of it was yours. ☎️",
    "kind_reply": None,
    "state": "looking",
}


def main() -> None:
    own, reader = (str(uuid.uuid4()) for _ in range(2))
    mine, sams = keybags.new_keybag(1), keybags.new_keybag(1)
    content: dict[str, object] = {"format": "ck1-sharing", "made_by": "python", "own": own, "reader": reader}
    for name, bag in (("own", mine), ("reader", sams)):
        content |= {f"{name}_enc": bag.enc.private.as_dict(private=True)}
        content |= {f"{name}_sig": bag.sig.private.as_dict(private=True)}
    consent = _consent(own, reader, mine, sams)
    content |= {"invite": _invite(own, reader, mine, sams), "consent": consent}
    content |= {"reply": _reply(own, reader, mine, sams), "ledger": _ledger(own, reader)}
    path = HERE / "sharing-python.json"
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _invite(own: str, reader: str, mine: Keybag, sams: Keybag) -> dict[str, object]:
    shown = invites.new_invite(reader, sams.enc, sams.sig)
    start, coach, enc, sig, nonce = shown.text.split(":")
    wrong = [
        ("CK1L", coach, enc, sig, nonce),
        (start, coach.upper(), enc, sig, nonce),
        (start, coach[:-1], enc, sig, nonce),
        (start, coach, f"{enc[:-1]}B", sig, nonce),
        (start, coach, enc, sig[:-1], nonce),
        (start, coach, enc, sig, nonce[:-1]),
        (start, coach, enc, sig, f"{nonce[:-1]}B"),
        (start, coach, enc, sig, nonce, ""),
        (start, coach, enc, sig),
        (start, coach, enc, sig, f"{nonce} "),
    ]
    accept = invites.sign_accept(shown, own, mine.enc, mine.sig)
    bad = ["", *(":".join(part) for part in wrong)]
    return {"text": shown.text, "id": shown.id, "accept": accept, "bad": bad}


def _consent(own: str, reader: str, mine: Keybag, sams: Keybag) -> dict[str, object]:
    scope = consents.Scope(str(uuid.uuid4()), str(uuid.uuid4()), hash_of("a body"))
    notice = consents.Notice("1", "en", hash_of("a notice"))
    given = consents.Consent(
        str(uuid.uuid4()), own, reader, GIVEN_AT, GIVEN_AT + 30 * DAY_S, sams.enc.kid, "qr", "be-heard", scope, notice
    )  # fmt: skip
    token = consents.sign_consent(given, mine.sig)
    says = {"jti": given.jti, "exp": given.valid_until, "purpose": given.purpose, "cth": scope.cth}
    return {"token": token, "says": says}


def _reply(own: str, reader: str, mine: Keybag, sams: Keybag) -> dict[str, object]:
    item, rev, of = (str(uuid.uuid4()) for _ in range(3))
    said = replies.Reply(own, reader, item, rev, of, GIVEN_AT + 4_711, dict(WORDS))
    return {"token": replies.seal_reply(said, mine.enc.public, sams.sig), "of": of, "opens_to": WORDS}


def _ledger(own: str, reader: str) -> dict[str, object]:
    events = [
        compact({"n": n + 1, "own": own, "on": "2026-09-04", "event": event, "reader": reader}).decode()
        for n, event in enumerate(("consent", "delivered", "withdrawn"))
    ]
    place, _ = ledger.follow(ledger.START, events, own)
    return {"events": events, "hash": place.hash}


if __name__ == "__main__":
    main()
