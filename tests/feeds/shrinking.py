"""From a history that fails to a short one that fails in the same way; and what is said of it."""

from collections.abc import Callable

from tests.feeds.books import Broken
from tests.feeds.checks import play
from tests.feeds.histories import Step, history
from tests.feeds.world import World


def broken(world: World, steps: list[Step]) -> str | None:
    """Which invariant a history breaks in this world, if any."""
    try:
        play(world, steps)
    except Broken as trouble:
        return str(trouble)
    return None


def shrunk(make: Callable[[], World], steps: list[Step]) -> list[Step]:
    """Leaves out steps as long as the same invariant breaks. `make` gives a fresh world each time."""
    name = _name(broken(make(), steps))
    size = len(steps) // 2
    while size:
        for start in range(0, len(steps), size):
            fewer = steps[:start] + steps[start + size :]
            if _name(broken(make(), fewer)) == name:
                steps = fewer
                break
        else:
            size //= 2
    return steps


def told(seed: int, make: Callable[[], World]) -> str:
    """What somebody needs who looks for the reason."""
    steps = shrunk(make, history(seed))
    lines = [f"history {seed}: {broken(make(), steps)}", *(f"  {step}" for step in steps)]
    return "\n".join(lines)


def _name(trouble: str | None) -> str | None:
    return trouble and trouble.split(":")[0]
