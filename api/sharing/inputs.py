"""What the addresses of sharing take."""

from typing import Annotated
from uuid import UUID

import msgspec

from api.feeds.inputs import Account
from api.keys.inputs import Generation
from api.structs import GREATEST_WHOLE

Signed = Annotated[str, msgspec.Meta(min_length=1, max_length=8_192)]
Body = Annotated[str, msgspec.Meta(min_length=1, max_length=100_000)]
Slot = Annotated[str, msgspec.Meta(min_length=1, max_length=2_000)]
Epoch = Annotated[
    str, msgspec.Meta(min_length=1, max_length=64, description="The feed's epoch as last read.")
]


class InviteInput(msgspec.Struct, forbid_unknown_fields=True):
    """A new invitation."""

    invite: Annotated[
        str,
        msgspec.Meta(
            max_length=64, description="HKDF(nonce, “ck1/invite/id”) in base64url; the nonce is never sent."
        ),
    ]


class AcceptInput(msgspec.Struct, forbid_unknown_fields=True):
    """An agent's answer."""

    accept: Annotated[Signed, msgspec.Meta(description="ck1-accept+jws {own, reader, enc, sig, mac}")]


class CopyInput(msgspec.Struct, forbid_unknown_fields=True):
    """A copy with what lets one coach read it."""

    account: Account
    epoch: Epoch
    gen: Generation
    body: Annotated[Body, msgspec.Meta(description="ck1-body+jwe of kind “copy”, without parents")]
    slot: Annotated[Slot, msgspec.Meta(description="My own access to it.")]
    grant: Annotated[Signed, msgspec.Meta(description="ck1-grant+jwe: the coach's access.")]
    consent: Annotated[Signed, msgspec.Meta(description="ck1-consent+jws by my present key.")]


class OpeningInput(msgspec.Struct, forbid_unknown_fields=True):
    """One opening, by a name that the device makes; the same again counts once."""

    opening: UUID


class ReplyInput(msgspec.Struct, forbid_unknown_fields=True):
    """A reply."""

    body: Annotated[
        Body, msgspec.Meta(description="ck1-reply+jwe, sealed to the key of whoever shared the copy")
    ]


class TombstoneInput(msgspec.Struct, forbid_unknown_fields=True):
    """The tombstone of a copy (`del: forget`)."""

    body: Body
    slot: Slot


class LedgerQuery(msgspec.Struct, forbid_unknown_fields=True):
    """Which part of my ledger."""

    account: Account
    epoch: Epoch
    after: Annotated[
        int, msgspec.Meta(ge=0, le=GREATEST_WHOLE, description="The number of events already followed.")
    ] = 0


class SyncedInput(msgspec.Struct, forbid_unknown_fields=True):
    """A device's word that everything it holds is on the server in this epoch."""

    account: Account
    epoch: Epoch
