"""Whether the person at the door has just shown again who they are."""

from allauth.account import app_settings
from allauth.account.authentication import get_authentication_records
from rest_framework.request import Request

from api.access import Session
from api.clock import now
from api.errors import Problem


class Reauthenticate(Problem):
    """The session is too old for this: the password or a passkey is asked for again."""

    auth_header = Session.REALM

    def __init__(self) -> None:
        super().__init__(
            401,
            "reauthenticate",
            "Give the password or a passkey again (`auth/reauthenticate`), then repeat this.",
        )


def check_recent(request: Request) -> None:
    """Lets pass who gave a password or a passkey in the last minutes (`ACCOUNT_REAUTHENTICATION_TIMEOUT`, 300 s).

    A code from a mailbox is not enough: whoever holds the lost phone may read its mail. Raises Reauthenticate.
    """
    oldest = now().timestamp() - app_settings.REAUTHENTICATION_TIMEOUT
    records = get_authentication_records(request._request, request.user)  # noqa: SLF001 - DRF has no other name for it
    if not any(record["at"] > oldest and _is_strong(record) for record in records):
        raise Reauthenticate


def _is_strong(record: dict[str, object]) -> bool:
    return record.get("method") == "password" or record.get("type") == "webauthn"
