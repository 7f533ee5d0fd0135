"""Reads about vaults and keycards."""

from dataclasses import dataclass
from typing import Any

from django.db.models.functions import Length

from journal.errors import JournalError
from journal.keys.models import Keycard, Link, Vault, Wrap
from journal.keys.rules import PublicKeys, public_keys_in
from journal.keys.rules import Wrap as WrapToken
from journal.people.models import Person


class NoVault(JournalError):
    """This person has no vault yet."""

    code = "no-vault"


class NotFound(JournalError):
    """There is none, or it is not yours to see."""

    code = "not-found"


@dataclass(frozen=True, slots=True)
class OpenedByNobody:
    """A vault as it is handed out."""

    gen: int
    keybag: str
    wraps: tuple[WrapToken, ...]


def vault_of(person: Person) -> OpenedByNobody:
    """A person's vault with its wraps in the order of their names; raises NoVault."""
    vault = Vault.objects.filter(person=person).values_list("gen", "keybag").first()
    if vault is None:
        raise NoVault("There is no vault yet: make one with POST.")
    wraps = Wrap.objects.filter(vault_id=person.pk).order_by("kid").values_list("kid", "token")
    return OpenedByNobody(*vault, tuple(WrapToken(kid, token) for kid, token in wraps))


def keycards_of(person_id: str) -> list[str]:
    """The keycards of a person, oldest first."""
    return list(Keycard.objects.filter(person_id=person_id).order_by("gen").values_list("token", flat=True))


def public_keys_of(person_id: Any) -> PublicKeys | None:
    """A person's present public keys; None before there is a vault."""
    cards = Keycard.objects.filter(person_id=person_id).order_by("-gen").values_list("token", flat=True)
    token = cards.first()
    return None if token is None else public_keys_in(token)


def rows_about(person: Person) -> dict[str, list[dict[str, Any]]]:
    """Every row about a person's keys, tokens as their sizes."""
    vaults = Vault.objects.filter(person=person)
    wraps = Wrap.objects.filter(vault_id=person.pk).order_by("kid")
    keycards = Keycard.objects.filter(person=person).order_by("gen")
    links = Link.objects.filter(person=person).order_by("expires_at")
    return {
        "vaults": [dict(row) for row in vaults.values("gen", keybag_bytes=Length("keybag"))],
        "wraps": [dict(row) for row in wraps.values("kid", token_bytes=Length("token"))],
        "keycards": [dict(row) for row in keycards.values("gen", token_bytes=Length("token"))],
        "links": [dict(row) for row in links.values("session", "expires_at", token_bytes=Length("token"))],
    }
