"""The real settings, plus what lets a test break every view on purpose."""

from api.settings import *  # noqa: F403 - the real ones, whole
from api.settings import MIDDLEWARE as REAL

MIDDLEWARE = [*REAL, "tests.promises.faults.BreakOnDemand"]
