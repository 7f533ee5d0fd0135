"""Ten times the load: `python -m tests.feeds.overload` prints how soon what is accepted is answered, and never fails for a time.

One person pushes without a pause; then ten times as many do as have a place at work.
"""

import statistics
import tempfile
import threading
from pathlib import Path

from api.shedding import WRITES_AT_ONCE
from tests.feeds.killing import Mortal, Writer

ALONE_S, CROWD_S = 5, 20
CROWD = 10 * WRITES_AT_ONCE - 1  # with the first one as many sign-ups as one address has in a minute
GOAL_S = 1.0


def together(writers: list[Writer], seconds: float) -> None:
    """All of them push for so long."""
    for writer in writers:
        writer.thread.start()
    threading.Event().wait(seconds)
    for writer in writers:
        writer.stop()


def p99(times: list[float]) -> float:
    """The time that one in a hundred takes longer than."""
    return statistics.quantiles(times, n=100)[-1]


def main() -> None:
    """Measures, prints, and looks whether everything acknowledged is there."""
    with tempfile.TemporaryDirectory() as data, Mortal(Path(data)) as server:
        alone = Writer(server)
        together([alone], ALONE_S)
        crowd = [Writer(server) for _ in range(CROWD)]
        together(crowd, CROWD_S)
        times = [one for writer in crowd for one in writer.accepted_s]
        refused = sum(writer.statuses.get(503, 0) for writer in crowd)
        bare = sum(writer.refused_bare for writer in crowd)
        for writer in [alone, *crowd]:
            writer.check()
    print(f"alone             {len(alone.accepted_s) / ALONE_S:7.0f} pushes a second")
    print(
        f"{CROWD} at once        {len(times) / CROWD_S:7.0f} accepted, {refused / CROWD_S:.0f} refused a second"
    )
    print(f"accepted, p99     {p99(times):7.2f} s   aim < {GOAL_S} s")
    print(f"refused without Retry-After: {bare}; acknowledged and lost: 0")


if __name__ == "__main__":
    main()
