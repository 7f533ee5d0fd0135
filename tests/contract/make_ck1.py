"""Make the project's own known answers, by the Python client: `python -m tests.contract.make_ck1`.

`ck1.json`         one whole story in the shape `vectors.py` opens: keys, revisions, recovery, a copy, a safety number
`ck1-python.json`  samples the TypeScript side opens: more shapes of revision, keybag, keycard, recovery codes good and bad

Each run makes fresh keys, so run it only when the shape of the files changes.
"""

import json
import uuid
from pathlib import Path

from client.ck1 import bodies, grants, keybags, keycards, keys, recovery, safety, slots
from client.ck1.bodies import Revision, Words
from client.ck1.encoding import b64
from client.ck1.keybags import Keybag
from client.ck1.slots import Ring

HERE = Path(__file__).parent
DAY = "2026-09-14"
ISSUED_AT = 1789344000
VALID_UNTIL = ISSUED_AT + 30 * 86_400
AT = {"at": "2026-09-14T19:40:00Z", "tz": "Europe/Warsaw"}
ENCOUNTER: Words = {"v": 1, "t": "encounter", "trigger": ["talked-down-to"], "intensity": 3}
STORY: tuple[Words, ...] = (
    ENCOUNTER | {"text": "He spelled out every word for me, slowly, as if I were new.", **AT},
    ENCOUNTER | {"feelings": ["humiliated"], "text": "Zażółć gęślą jaźń · 電話 · ☎️ · שלום", **AT},
    {"v": 1, "t": "check-in", "mood": 4, "text": "", **AT},
    {"v": 1, "t": "bright-spot", "bright": "had-my-back", "text": "Noor took the next one. " * 30, **AT},
)
COPY: Words = {"v": 1, "t": "encounter", "text": "He spelled out every word for me.", "backup": False}


def main() -> None:
    _write("ck1.json", story())
    _write("ck1-python.json", samples())


def story() -> dict[str, object]:
    """A whole account with one reader."""
    person, reader = _new_id(), _new_id()
    root, keybag = keys.new_root(), keybags.new_keybag(1)
    ring, other = slots.ring_of(root, 1), keybags.new_keybag(1)
    secret = recovery.new_secret()
    parties = [
        safety.Party(who, bag.enc.kid, bag.sig.kid) for who, bag in ((person, keybag), (reader, other))
    ]
    return {
        "format": "ck1",
        "owner": person,
        "root": b64(root),
        "generation": 1,
        "vault_key": b64(keys.derive(root, "ck1/vault/1")),
        "enc": keybag.enc.private.as_dict(private=True),
        "sig": keybag.sig.private.as_dict(private=True),
        "revisions": [_named(_revision(_entry(), words, ring)) for words in STORY],
        "recovery": {
            "code": recovery.code_of(secret),
            "secret": b64(secret),
            "wrap": recovery.wrap_root(root, secret, person, 1),
        },
        "copy": _copy(person, keybag, ring, reader, other),
        "safety_number": safety.safety_number(parties[0], parties[1]),
    }


def samples() -> dict[str, object]:
    """What one side seals and the other opens."""
    person, root, keybag = _new_id(), keys.new_root(), keybags.new_keybag(1)
    ring, secret = slots.ring_of(root, 1), recovery.new_secret()
    card = keycards.sign_keycard(person, 1, keybag.enc, keybag.sig, issued_at=ISSUED_AT, prev=None)
    return {
        "format": "ck1-samples",
        "made_by": "python",
        "owner": person,
        "root": b64(root),
        "generation": 1,
        "keybag": keybags.seal_keybag(keybag, root),
        "keycard": card,
        "enc_kid": keybag.enc.kid,
        "sig_kid": keybag.sig.kid,
        "wrap": recovery.wrap_root(root, secret, person, 2),
        "secret": b64(secret),
        "codes": _codes(secret),
        "bad_codes": _bad_codes(secret),
        "revisions": [_revision(revision, words, ring) for revision, words in _shapes()],
    }


def _shapes() -> list[tuple[Revision, Words]]:
    first, item = _entry(), _new_id()
    again = Revision(first.item, _new_id(), "entry", (first.rev,), None, DAY, DAY)
    gone = Revision(first.item, _new_id(), "entry", tuple(sorted((first.rev, again.rev))), deletion="forget")
    kept = Revision(item, _new_id(), "tick", (_new_id(),), _new_id(), DAY, DAY, "keep-day")
    off = Revision(_new_id(), _new_id(), "off", pub={"from": DAY, "to": "2026-09-16", "made_on": DAY})
    unknown = Revision(_new_id(), _new_id(), "kind-of-next-year")
    exact: Words = {"v": 1, "text": "x" * (1024 - len('{"v":1,"text":""}'))}
    rows: list[tuple[Revision, Words]] = [
        (first, STORY[0]),
        (again, STORY[1]),
        (gone, {"v": 1}),
        (kept, {"v": 1}),
        (off, {"v": 1}),
    ]
    return [*rows, (unknown, {"v": 2, "new": {"deep": [True, None, 1.5]}}), (_entry(), exact)]


def _codes(secret: bytes) -> list[dict[str, str]]:
    """Spellings of one code, as written and as people type it."""
    code = recovery.code_of(secret)
    lookalike = code.replace("0", "o").replace("1", "l")
    spaced = f"  {code.lower().replace('-', ' ')}\n"
    typographic = code.replace("-", "\u2013")
    return [
        {"code": spelling, "secret": b64(secret)} for spelling in (code, lookalike, spaced, typographic)
    ] + [{"code": recovery.code_of(edge), "secret": b64(edge)} for edge in (bytes(16), b"\xff" * 16)]


def _bad_codes(secret: bytes) -> list[dict[str, str]]:
    code = recovery.code_of(secret)
    typo = ("2" if code[7] != "2" else "3").join((code[:7], code[8:]))
    later = recovery._spelled(recovery._checked(b"\x02" + secret))
    return [
        {"code": "", "reason": "wrong-length"},
        {"code": code[:-1], "reason": "wrong-length"},
        {"code": f"{code}-0000", "reason": "wrong-length"},
        {"code": f"U{code[1:]}", "reason": "unknown-symbol"},
        {"code": f"\u0131{code[1:]}", "reason": "unknown-symbol"},
        {"code": f"{code[:3]}!{code[4:]}", "reason": "unknown-symbol"},
        {"code": typo, "reason": "wrong-checksum"},
        {"code": later, "reason": "unknown-version"},
    ]


def _copy(person: str, keybag: Keybag, ring: Ring, reader: str, other: Keybag) -> dict[str, object]:
    body = bodies.seal_body(Revision(_new_id(), _new_id(), "copy"), COPY)
    terms = grants.Terms(person, reader, _new_id(), ISSUED_AT, VALID_UNTIL, backup=False)
    return {
        "reader": reader,
        "reader_enc": other.enc.private.as_dict(private=True),
        "reader_sig": other.sig.private.as_dict(private=True),
        "consent": terms.consent,
        "body": body.token,
        "slot": slots.seal_slot(body, ring),
        "grant": grants.seal_grant(body, terms, other.enc.public, keybag.sig),
        "item": body.revision.item,
        "rev": body.revision.rev,
        "opens_to": COPY,
        "valid_until": VALID_UNTIL,
    }


def _revision(revision: Revision, words: Words, ring: Ring) -> dict[str, object]:
    body = bodies.seal_body(revision, words)
    header: dict[str, object] = {
        "item": revision.item,
        "rev": revision.rev,
        "parents": list(revision.parents),
    }
    header |= {"kind": revision.kind, "del": revision.deletion}
    named = {"of": revision.of, "day": revision.day, "written": revision.written, "pub": revision.pub}
    header |= {name: value for name, value in named.items() if value is not None}
    return {"body": body.token, "slot": slots.seal_slot(body, ring), "header": header, "opens_to": words}


def _named(row: dict[str, object]) -> dict[str, object]:
    """A revision's row as the story has it: of the header only what names the revision."""
    header = row["header"]
    assert isinstance(header, dict)
    return row | {"header": {name: header[name] for name in ("item", "rev", "kind")}}


def _entry() -> Revision:
    return Revision(_new_id(), _new_id(), "entry", day=DAY, written=DAY)


def _new_id() -> str:
    return str(uuid.uuid4())


def _write(name: str, content: dict[str, object]) -> None:
    path = HERE / name
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
