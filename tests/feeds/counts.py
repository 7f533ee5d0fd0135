"""How many: few in `make test`, many in `make soak`, which sets SOAK."""

import os

SOAK = bool(os.environ.get("SOAK"))


def few_or_many(few: int, many: int) -> int:
    """The number for this run."""
    return many if SOAK else few
