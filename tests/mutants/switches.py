"""What a check is rewritten to: it notes whether it refused, and does nothing while it is the one that is taken out."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Switches:
    """`removed`: the check that is taken out now; `fired`: those that refused something since this was emptied."""

    removed: str = ""
    fired: set[str] = field(default_factory=set)

    def check(self, name: str, value: Any, off: Any) -> Any:
        if name == self.removed:
            return off
        if bool(value) != bool(off):
            self.fired.add(name)
        return value

    def call(self, name: str, work: Callable[[], Any], instead: Callable[[], Any] = lambda: None) -> Any:
        if name == self.removed:
            return instead()
        try:
            return work()
        except BaseException:
            self.fired.add(name)
            raise

    def entries(self, names: dict[str, str], table: dict[str, Any]) -> dict[str, Any]:
        self.fired |= set(names.values())
        return {key: value for key, value in table.items() if names[key] != self.removed}


SWITCHES = Switches()
