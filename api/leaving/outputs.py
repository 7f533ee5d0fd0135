"""What `leaving/` answers."""

from datetime import date
from typing import Annotated

import msgspec


class LeavingOutput(msgspec.Struct):
    """Whether somebody leaves, and when."""

    erase_on: Annotated[
        date | None,
        msgspec.Meta(
            description="The day (UTC) from which nothing of me is here; null while nobody asked for that."
        ),
    ]
