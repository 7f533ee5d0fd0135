"""What `vault/` and `link/` take."""

from typing import Annotated

import msgspec

from journal.keys.rules import NewVault, Wrap

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


class NextVaultInput(msgspec.Struct, forbid_unknown_fields=True):
    """The vault that takes the other's place."""

    gen: Generation
    keybag: Token
    wraps: Annotated[
        list[WrapInput], msgspec.Meta(max_length=24, description="They replace all there are. May be empty.")
    ]


class RotateInput(msgspec.Struct, forbid_unknown_fields=True):
    """A rotation: where the device stands, and the new keys."""

    gen: Annotated[
        int,
        msgspec.Meta(
            ge=0, le=999_999_999, description="The vault's generation; 0 when the server has lost it."
        ),
    ]
    epoch: Annotated[str, msgspec.Meta(min_length=1, max_length=64)]
    head: Annotated[
        int, msgspec.Meta(ge=0, le=2**53 - 1, description="The feed's head that the keybag knows.")
    ]
    vault: NextVaultInput
    keycard: Token
    between: Annotated[
        list[Token],
        msgspec.Meta(
            max_length=32,
            description="After a restore: the keycards of the generations that the server lacks, oldest first.",
        ),
    ] = []


class LinkInput(msgspec.Struct, forbid_unknown_fields=True):
    """A root, sealed to the key that the second device shows."""

    token: Annotated[str, msgspec.Meta(min_length=1, max_length=4_096)]


def successor(given: RotateInput) -> NewVault:
    """The new vault as the domain knows it."""
    vault = given.vault
    wraps = [Wrap(wrap.kid, wrap.token) for wrap in vault.wraps]
    return NewVault(vault.gen, vault.keybag, wraps, given.keycard, given.between)
