"""What `leaving/` takes."""

import msgspec

from api.feeds.inputs import Account


class LeavingInput(msgspec.Struct, forbid_unknown_fields=True):
    """Whose account it is about."""

    account: Account
