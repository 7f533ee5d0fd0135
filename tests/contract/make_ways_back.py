"""Make the samples of the ways back: `python -m tests.contract.make_ways_back` writes `ways-back-python.json`.

A link from one device to another, and an account that rotated once: what each side seals and the other has to open, or
to refuse. Each run makes fresh keys, so run it only when the shape changes. `test_ways_back.py` says what holds.
"""

import json
import uuid
from pathlib import Path

from client.ck1 import bodies, keybags, keycards, keys, link, recovery, slots
from client.ck1.bodies import Revision
from client.ck1.encoding import b64

HERE = Path(__file__).parent
DAY = "2026-09-21"
WORDS = {"v": 1, "t": "check-in", "mood": 4, "at": "2026-09-21T05:10:00Z", "tz": "America/Bogota"}


def main() -> None:
    owner = str(uuid.uuid4())
    content = {"format": "ck1-ways-back", "made_by": "python", "owner": owner}
    content |= {"link": linked(owner), "bad_shown": bad_shown(), "rotation": rotated(owner)}
    path = HERE / "ways-back-python.json"
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def linked(owner: str) -> dict[str, object]:
    """What the second device shows and keeps, and what the first leaves for it."""
    shown, pair = link.new_shown()
    root = keys.new_root()
    return {
        "shown": shown.text,
        "session": shown.session,
        "key": pair.private.as_dict(private=True),
        "generation": 2,
        "root": b64(root),
        "token": link.seal_link(root, 2, owner, shown),
    }


def bad_shown() -> list[str]:
    """Texts that are no code of a second device."""
    shown, _ = link.new_shown()
    start, session, x, y = shown.text.split(":")
    off_the_curve = b64(bytes(31) + b"\x01")
    parts = [
        ("CK1I", session, x, y),
        (start.lower(), session, x, y),
        (start, session[:-1], x, y),
        (start, f"{session[:-1]}=", x, y),
        (start, session * 2, x, y),
        (start, session, x, x),
        (start, session, x, off_the_curve),
        (start, session, x[:-1], y),
        (start, session, x, y, ""),
        (start, session, x),
        (start, session, x, f"{y} "),
    ]
    return ["", *(":".join(part) for part in parts)]


def rotated(owner: str) -> dict[str, object]:
    """Two generations: one revision known from the first, one of the second, and one that somebody slipped in."""
    roots = [keys.new_root(), keys.new_root()]
    first, ring = keybags.new_keybag(1), slots.ring_of(roots[0], 1)
    known, forged = _sealed(ring, "before"), _sealed(ring, "slipped in")
    name = slots.known_prefix(str(known["rev"]), bodies.committed_hash(str(known["body"])))
    second = keybags.renewed(first, roots[0], frozenset([name]))
    cards = [keycards.sign_keycard(owner, 1, first.enc, first.sig, issued_at=1, prev=None)]
    cards.append(keycards.sign_keycard(owner, 2, second.enc, second.sig, issued_at=2, prev=cards[0]))
    secret = recovery.new_secret()
    return {
        "generation": 2,
        "roots": [b64(root) for root in roots],
        "keybag": keybags.seal_keybag(second, roots[1]),
        "keycards": cards,
        "known": [b64(name)],
        "code": recovery.code_of(secret),
        "wrap": recovery.wrap_root(roots[1], secret, owner, 2),
        "revisions": [known, _sealed(keybags.ring_with(second, roots[1]), "after")],
        "refused": [forged],
    }


def _sealed(ring: slots.Ring, text: str) -> dict[str, object]:
    revision = Revision(str(uuid.uuid4()), str(uuid.uuid4()), "entry", day=DAY, written=DAY)
    words = {**WORDS, "text": text}
    body = bodies.seal_body(revision, words)
    return {
        "rev": revision.rev,
        "body": body.token,
        "slot": slots.seal_slot(body, ring),
        "opens_to": words,
    }


if __name__ == "__main__":
    main()
