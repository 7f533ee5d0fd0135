"""Tokens as a device, or a mistaken one, would send them. The server opens nothing, so random bytes do for words."""

import base64
import hashlib
import json
import secrets
import uuid
from collections.abc import Mapping
from typing import Any

from client.ck1 import keybags, keycards, keys, recovery

Rev = dict[str, Any]

DAY = "2024-05-14"


def b64(data: bytes) -> str:
    """Base64url without padding."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def compact(value: Any) -> bytes:
    """JSON without spaces."""
    return json.dumps(value, separators=(",", ":")).encode()


def new_id() -> str:
    """A fresh UUIDv4."""
    return str(uuid.uuid4())


def hash_of(token: str) -> str:
    """SHA-256, base64url."""
    return b64(hashlib.sha256(token.encode()).digest())


def jwe(header: Mapping[str, Any] | bytes, *, key: int, size: int, iv: int = 12, tag: int = 16) -> str:
    """A token with this header and so many random bytes in each part."""
    raw = header if isinstance(header, bytes) else compact(header)
    return ".".join([b64(raw), *(b64(secrets.token_bytes(part)) for part in (key, iv, size, tag))])


def body_header(**members: Any) -> dict[str, Any]:
    """The header of an entry's first revision, or what `members` make of it; None takes a member away."""
    header = {
        "alg": "dir",
        "enc": "A256GCM",
        "typ": "ck1-body+jwe",
        "kid": b64(secrets.token_bytes(32)),
        "item": new_id(),
        "rev": new_id(),
        "parents": [],
        "kind": "entry",
        "day": DAY,
        "written": DAY,
        "del": "no",
        **members,
    }
    return {name: value for name, value in header.items() if value is not None}


def slot_for(body: str, item: str, rev: str, /, size: int = 138, **members: Any) -> str:
    """The slot of a body, or what `members` make of it."""
    header = {
        "alg": "A256KW",
        "enc": "A256GCM",
        "typ": "ck1-slot+jwe",
        "cty": "jwk+json",
        "kid": "gen:1",
        "item": item,
        "rev": rev,
        "cth": hash_of(body),
        **members,
    }
    return jwe({name: value for name, value in header.items() if value is not None}, key=40, size=size)


def sealed(size: int = 256, **members: Any) -> Rev:
    """A revision with its slot. `parents` are sorted here."""
    members["parents"] = sorted(members.get("parents", []))
    header = body_header(**members)
    body = jwe(header, key=0, size=size)
    return {"body": body, "slot": slot_for(body, header["item"], header["rev"])}


def tombstone(deletion: str, **members: Any) -> Rev:
    """A revision that takes the words of its ancestors away."""
    dates = {"day": None, "written": None} if deletion == "forget" else {}
    return sealed(**{"del": deletion, **dates, **members})


def header_of(rev: Rev) -> dict[str, Any]:
    """What a sealed revision says in clear."""
    part = rev["body"].split(".")[0]
    header: dict[str, Any] = json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))
    return header


def rev_of(rev: Rev) -> str:
    """The rev of a sealed or emptied revision."""
    return str(rev["rev"] if "rev" in rev else header_of(rev)["rev"])


def emptied(rev: Rev, *, keep_day: bool = True) -> Rev:
    """A sealed revision as it is once its words are gone."""
    header = header_of(rev)
    kept = ("of", "day", "written") if keep_day else ()
    return {
        **{name: header[name] for name in ("rev", "item", "kind", "parents", *kept) if name in header},
        "sha": hash_of(rev["body"]),
    }


def vault_for(person_id: str) -> dict[str, Any]:
    """A real first vault: keybag, one recovery wrap, keycard."""
    root, keybag = keys.new_root(), keybags.new_keybag(1)
    wrap = recovery.wrap_root(root, recovery.new_secret(), person_id, 1)
    card = keycards.sign_keycard(person_id, 1, keybag.enc, keybag.sig, issued_at=1_790_000_000, prev=None)
    return {
        "gen": 1,
        "keybag": keybags.seal_keybag(keybag, root),
        "wraps": [{"kid": "recovery:1", "token": wrap}],
        "keycard": card,
    }
