"""`/livez`: the process answers. `/readyz`: it can take an entry."""

import shutil
import sqlite3

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from django.http.response import HttpResponseBase
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from api.backups import verified_at
from api.clock import now
from api.errors import problem_answer
from api.sqlite import may_lose_writes

SMALLEST_ROOM_BYTES = 64 * 1024 * 1024


@never_cache
@require_safe
def livez(request: HttpRequest) -> HttpResponseBase:
    """200 while the process serves."""
    return JsonResponse({"status": "ok"})


@never_cache
@require_safe
def readyz(request: HttpRequest) -> HttpResponseBase:
    """200 when a write goes through, the disk has room and SQLite is a sound one; else 503 with the reason.

    Says how old the last backup is that counts: whoever watches decides what is too old.
    """
    for reason in (_database_trouble(), _disk_trouble(), _version_trouble()):
        if reason:
            return problem_answer(request, 503, "not-ready", reason)
    return JsonResponse({"status": "ok", "backup_age_s": _backup_age_s()})


def _backup_age_s() -> int | None:
    """How old the last backup is that was read back; null if there is none."""
    made = verified_at(settings.DATA)
    return None if made is None else int((now() - made).total_seconds())


def _database_trouble() -> str | None:
    """Takes the write lock with a statement that changes a row of the migrations' table to itself."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("UPDATE django_migrations SET name = name WHERE id = 1")
    except DatabaseError:
        return "The database does not take writes."
    return None


def _disk_trouble() -> str | None:
    if shutil.disk_usage(settings.DATA).free < SMALLEST_ROOM_BYTES:
        return "The disk is nearly full."
    return None


def _version_trouble() -> str | None:
    if connection.vendor == "sqlite" and may_lose_writes(sqlite3.sqlite_version_info):
        return "This SQLite can lose writes."
    return None
