"""What `vault/` takes."""

from typing import Annotated

import msgspec

Generation = Annotated[int, msgspec.Meta(ge=1, le=999_999_999, description="The vault's generation, from 1.")]
Token = Annotated[str, msgspec.Meta(min_length=1, max_length=4_200_000)]


class WrapInput(msgspec.Struct, forbid_unknown_fields=True):
    """The root, wrapped for one way back."""

    kid: Annotated[str, msgspec.Meta(max_length=1_400, description="recovery:<n> or passkey:<credential id>")]
    token: Token


class VaultInput(msgspec.Struct, forbid_unknown_fields=True):
    """The first vault of an account."""

    gen: Generation
    keybag: Token
    wraps: Annotated[list[WrapInput], msgspec.Meta(max_length=24, description="May be empty.")]
    keycard: Token


class WrapTokenInput(msgspec.Struct, forbid_unknown_fields=True):
    """A wrapped root for the name in the address."""

    gen: Generation
    token: Token


class GenerationInput(msgspec.Struct, forbid_unknown_fields=True):
    """The generation the device knows."""

    gen: Generation
