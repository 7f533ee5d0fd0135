"""What `streaks/` takes."""

from datetime import date
from typing import Annotated

import msgspec


class StreaksQuery(msgspec.Struct, forbid_unknown_fields=True):
    """Which day it is."""

    today: Annotated[
        date,
        msgspec.Meta(
            description="My journal day, which only my device knows; not after the server's tomorrow."
        ),
    ]
