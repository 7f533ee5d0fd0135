"""JOSE compact tokens with an exact header: the shape each kind of token has, sealing, opening, signing, checking.

The header is read by our own strict reader before `joserfc` sees the token, so a doubled member or a member that no
shape names never reaches it. Algorithms are fixed by the shape, never taken from the token.
"""

from dataclasses import dataclass

from joserfc import jwe, jws
from joserfc.errors import JoseError
from joserfc.jwk import ECKey, OctKey
from joserfc.registry import HeaderParameter

from client.ck1.encoding import Refusal, object_of, unb64

Header = dict[str, object]

JWE_PARTS = 5
JWS_PARTS = 3


class RoomyEncryption(jwe.JWERegistry):
    """joserfc's limits, widened to what this format needs: 16 parents, bodies of 64 KiB, long-lived keybags."""

    max_protected_header_length = 16_384
    max_ciphertext_length = 8 * 1024 * 1024


@dataclass(frozen=True)
class Shape:
    """What the header of one kind of token holds: `fixed` members with their values, others by name, nothing else."""

    fixed: dict[str, str]
    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()

    def registry(self) -> RoomyEncryption:
        """What joserfc may accept for this kind of token: our members, the two algorithms, nothing else."""
        own = {
            name: HeaderParameter(name, _any) for name in (*self.required, *self.optional) if name != "epk"
        }
        return RoomyEncryption(header_registry=own, algorithms=[self.fixed["alg"], self.fixed["enc"]])

    def check(self, header: Header) -> None:
        """Refuse a header that does not have exactly this shape."""
        for name in (*self.fixed, *self.required):
            if name not in header:
                raise Refusal("missing-header", f"The header lacks “{name}”.")
        unknown = sorted(set(header) - set(self.fixed) - set(self.required) - set(self.optional))
        if unknown:
            raise Refusal(
                "unknown-header", f"The header holds “{unknown[0]}”, which this kind of token does not have."
            )
        for name, value in self.fixed.items():
            if header[name] != value:
                raise Refusal("bad-header", f"“{name}” is not “{value}”.")


@dataclass(frozen=True)
class Opened:
    header: Header
    content: bytes


def header_of(token: str, shape: Shape) -> Header:
    """The header of a token, checked against the shape but not yet against any key."""
    parts = token.split(".")
    if len(parts) != (JWE_PARTS if "enc" in shape.fixed else JWS_PARTS):
        raise Refusal("malformed", "This is no compact token.")
    decoded = [unb64(part) for part in parts]
    header = object_of(decoded[0])
    shape.check(header)
    return header


def seal(header: Header, content: bytes, key: OctKey | ECKey, shape: Shape) -> str:
    """A JWE around `content`, its header checked against the shape first (an `epk` is added by the sealing)."""
    shape.check(header if "epk" not in shape.required else {**header, "epk": None})
    return jwe.encrypt_compact(dict(header), content, key, registry=shape.registry())


def open_sealed(token: str, key: OctKey | ECKey, shape: Shape) -> Opened:
    """The header and content of a JWE; refused unless the header is exact and the key is the right one."""
    header = header_of(token, shape)
    try:
        opened = jwe.decrypt_compact(token, key, registry=shape.registry())
    except (JoseError, ValueError, AssertionError) as error:
        raise Refusal("does-not-open", "This does not open with this key.") from error
    return Opened(header, opened.plaintext or b"")


def sign(header: Header, content: bytes, key: ECKey, shape: Shape) -> str:
    """A JWS over `content`."""
    shape.check(header)
    return jws.serialize_compact(dict(header), content, key, algorithms=[shape.fixed["alg"]])


def open_signed(token: str, key: ECKey, shape: Shape) -> Opened:
    """The header and content of a JWS; refused unless `key` signed it."""
    header = header_of(token, shape)
    try:
        opened = jws.deserialize_compact(token, key, algorithms=[shape.fixed["alg"]])
    except (JoseError, ValueError) as error:
        raise Refusal("bad-signature", "This was not signed by that key.") from error
    return Opened(header, opened.payload)


def text_member(members: Header, name: str) -> str:
    """A member that has to be text."""
    value = members.get(name)
    if not isinstance(value, str):
        raise Refusal("malformed", f"“{name}” is missing or is no text.")
    return value


def whole_member(members: Header, name: str) -> int:
    """A member that has to be a whole number from 0 up."""
    value = members.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise Refusal("malformed", f"“{name}” is missing or is no whole number.")
    return value


def object_member(members: Header, name: str) -> Header:
    """A member that has to be an object."""
    value = members.get(name)
    if not isinstance(value, dict):
        raise Refusal("malformed", f"“{name}” is missing or is no object.")
    return value


def _any(_value: object) -> None:
    """joserfc asks for a validator; each module checks its own members after the shape."""
