"""Tokens whose headers ask for weaker or for costlier work, one for each kind of token and each wish."""

import time
import zlib
from collections.abc import Iterator
from typing import Any

from client.ck1 import (
    bodies,
    consents,
    grants,
    invites,
    keybags,
    keycards,
    link,
    recovery,
    replies,
    slots,
    tokens,
)
from client.ck1.encoding import Refusal, b64, compact
from client.ck1.tokens import Shape

SEALED = {
    "body": bodies.SHAPE, "slot": slots.SHAPE, "grant": grants.SEALED_SHAPE, "reply": replies.SEALED_SHAPE,
    "keybag": keybags.SHAPE, "wrap": recovery.SHAPE, "link": link.SHAPE,
}  # fmt: skip
SIGNED = {
    "keycard": keycards.SHAPE, "consent": consents.SHAPE, "answer": invites.SHAPE,
    "signed grant": grants.SIGNED_SHAPE, "signed reply": replies.SIGNED_SHAPE,
}  # fmt: skip
ELSEWHERE: list[dict[str, Any]] = [
    {"crit": ["exp"]},
    {"jku": "https://keys.example.org"},
    {"x5u": "https://keys.example.org"},
    {"x5c": ["AA"]},
]
SEALED_WISHES: list[dict[str, Any]] = [
    {"alg": "PBES2-HS512+A256KW", "p2c": 100_000_000, "p2s": "AAAAAAAAAAA"},
    *({"alg": alg} for alg in ("RSA1_5", "RSA-OAEP", "A128KW", "A128GCMKW", "none")),
    *({"enc": enc} for enc in ("A128CBC-HS256", "A256CBC-HS512", "A128GCM")),
    {"zip": "DEF"},
    *ELSEWHERE,
]
SIGNED_WISHES: list[dict[str, Any]] = [
    *({"alg": alg} for alg in ("none", "HS256", "RS256", "ES512")),
    {"b64": False, "crit": ["b64"]},
    *ELSEWHERE,
]
BOMB = zlib.compress(bytes(64 * 2**20), 9)
"""64 MiB of nothing, as a header with `zip` would have it unpacked."""


class Untouched:
    """In place of a key: whoever begins to work with it has begun too early."""

    def __getattr__(self, name: str) -> Any:
        raise AssertionError(f"work was begun: {name}")


def every_weaker_token() -> Iterator[tuple[str, str, Shape]]:
    """(which, token, shape of its kind)."""
    for kinds, wishes, parts in ((SEALED, SEALED_WISHES, 5), (SIGNED, SIGNED_WISHES, 3)):
        for name, shape in kinds.items():
            for wish in wishes:
                content = b64(BOMB if "zip" in wish else bytes(256))
                header = {**shape.fixed, **dict.fromkeys(shape.required, "x"), **wish}
                middle = (
                    ["", b64(bytes(12)), content, b64(bytes(16))] if parts == 5 else [content, b64(bytes(64))]
                )
                yield f"{name}: {wish}", ".".join([b64(compact(header)), *middle]), shape


def refusal_of(token: str, shape: Shape) -> str:
    """The code by which it is refused before any key is touched."""
    opener = tokens.open_sealed if "enc" in shape.fixed else tokens.open_signed
    try:
        opener(token, Untouched(), shape)  # type: ignore[arg-type]  # that is the point
    except Refusal as refusal:
        return refusal.code
    return "opened"


def slowest_ms(rounds: int = 3) -> float:
    """How long the slowest refusal takes, each measured some times."""
    worst = 0.0
    for _which, token, shape in every_weaker_token():
        spent = []
        for _ in range(rounds):
            began = time.perf_counter()
            refusal_of(token, shape)
            spent.append(time.perf_counter() - began)
        worst = max(worst, min(spent))
    return worst * 1000
