"""What `vault/` and `keycards/` answer."""

import msgspec

from journal.keys.queries import OpenedByNobody


class WrapOutput(msgspec.Struct):
    """The root, wrapped for one way back."""

    kid: str
    token: str


class VaultOutput(msgspec.Struct):
    """A vault with its ways back."""

    gen: int
    keybag: str
    wraps: list[WrapOutput]


class KeycardsOutput(msgspec.Struct):
    """Keycards, oldest first."""

    keycards: list[str]


class LinkOutput(msgspec.Struct):
    """The message, this once."""

    token: str


def vault(kept: OpenedByNobody) -> bytes:
    """The JSON of a vault."""
    wraps = [WrapOutput(wrap.kid, wrap.token) for wrap in kept.wraps]
    return msgspec.json.encode(VaultOutput(kept.gen, kept.keybag, wraps))
