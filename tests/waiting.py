"""Waiting for another process. Whoever asks without a breath takes the processor from what is waited for."""

import threading
import time
from collections.abc import Callable

PATIENCE_S = 60
BREATH_S = 0.01


def wait_until(holds: Callable[[], bool], patience_s: float = PATIENCE_S) -> None:
    """Returns when it holds; raises TimeoutError when it still does not after so many seconds."""
    end, never = time.monotonic() + patience_s, threading.Event()
    while not holds():
        if time.monotonic() > end:
            raise TimeoutError(f"not after {patience_s} s")
        never.wait(BREATH_S)
