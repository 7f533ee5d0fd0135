"""The one place where the server reads its clock; everything below is handed the time."""

from datetime import UTC, datetime


def now() -> datetime:
    """The instant, in UTC."""
    return datetime.now(UTC)


def instant_text(instant: datetime) -> str:
    """RFC 3339 in UTC to the second, for example `2026-11-21T22:10:00Z`."""
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
