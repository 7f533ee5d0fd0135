"""The session store: Django's own in the database, read by one statement that need not be built anew."""

import copy
import functools
from typing import Any

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.db import connection

from api.clock import now

_LOAD = "SELECT session_data FROM django_session WHERE session_key = %s AND expire_date > %s"


class SessionStore(DatabaseStore):
    """Reads a session at every request; everything else is Django's."""

    def load(self) -> dict[str, Any]:
        """The session's values; empty, and without its key, when it is over or never was."""
        with connection.cursor() as cursor:
            cursor.execute(_LOAD, [self.session_key, connection.ops.adapt_datetimefield_value(now())])
            row = cursor.fetchone()
        if row is None:
            self._session_key = None
            return {}
        return copy.deepcopy(_values(row[0]))


@functools.lru_cache(maxsize=2048)
def _values(signed: str) -> dict[str, Any]:
    """What a signed text says, which is the same each time."""
    values: dict[str, Any] = DatabaseStore().decode(signed)
    return values
