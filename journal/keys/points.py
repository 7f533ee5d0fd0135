"""Public keys of P-256, and whether one of them signed a token. Pure."""

from typing import Literal

import msgspec
from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import ECKey

from journal.errors import JournalError
from journal.keys.tokens import Hash


class PublicKey(msgspec.Struct, forbid_unknown_fields=True):
    """A P-256 public JWK."""

    kty: Literal["EC"]
    crv: Literal["P-256"]
    x: Hash
    y: Hash


def point_of(key: PublicKey, refusal: type[JournalError]) -> ECKey:
    """The key, if its point lies on the curve."""
    try:
        point = ECKey.import_key({"kty": key.kty, "crv": key.crv, "x": key.x, "y": key.y})
        point.public_key  # noqa: B018 - the point is computed, and refused off the curve, only when asked for
    except (JoseError, ValueError):
        raise refusal("A key is no point of P-256.") from None
    return point


def check_signed(token: str, key: ECKey, refusal: JournalError) -> None:
    """Checks that this key signed a compact token (ES256); raises the refusal."""
    try:
        jws.deserialize_compact(token, key, algorithms=["ES256"])
    except (JoseError, ValueError):
        raise refusal from None
