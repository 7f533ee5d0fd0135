"""Writes about vaults and keycards."""

from collections.abc import Sequence

from django.db import transaction

from journal.errors import JournalError
from journal.keys.models import Keycard, Link, Vault
from journal.keys.models import Wrap as WrapRow
from journal.keys.queries import NotFound
from journal.keys.rules import (
    FIRST_GENERATION,
    MOST_WRAPS,
    BadWrap,
    NewVault,
    Wrap,
    check_keybag,
    check_keycard,
    check_keycards,
    check_wrap,
    check_wraps,
)
from journal.keys.tokens import BadHeader
from journal.people.models import Person


class VaultExists(JournalError):
    """The person has another vault already; theirs has to be opened instead."""

    code = "vault-exists"


class StaleVault(JournalError):
    """The generation is not the vault's. `gen` tells which one is, or null when there is no vault."""

    code = "stale-vault"


def make_vault(*, person: Person, gen: int, keybag: str, wraps: Sequence[Wrap], keycard: str) -> bool:
    """Makes a person's first vault with its keycard; `False` when this very keybag is there already.

    Raises VaultExists for another keybag, and the token errors of `rules`.
    """
    if gen != FIRST_GENERATION:
        raise BadHeader("The first vault is of generation 1.")
    check_keybag(keybag, gen=gen)
    check_wraps(wraps, person=str(person.pk))
    check_keycard(keycard, person=str(person.pk), gen=gen, before=None)
    with transaction.atomic():
        kept = _locked_keybag(person)
        if kept is None:
            vault = Vault.objects.create(person=person, gen=gen, keybag=keybag)
            WrapRow.objects.bulk_create(
                WrapRow(vault=vault, kid=wrap.kid, token=wrap.token) for wrap in wraps
            )
            Keycard.objects.create(person=person, gen=gen, token=keycard)
    if kept not in (None, keybag):
        raise VaultExists("There is a vault already: open that one.")
    return kept is None


def locked_vault(person: Person) -> tuple[int, str]:
    """The generation and keybag, locked until the caller's transaction ends; 0 and nothing when there is none."""
    Person.objects.select_for_update().only("pk").get(pk=person.pk)
    kept = Vault.objects.select_for_update().filter(person=person).values_list("gen", "keybag").first()
    return kept or (0, "")


def replace_vault(*, person: Person, gen: int, new: NewVault) -> None:
    """Puts a vault in the place of the one of generation `gen`, which the caller has locked and checked.

    Its wraps replace all there are, its keycards are added, and no message with an older root stays behind.
    """
    before = Keycard.objects.filter(person=person).order_by("-gen").values_list("token", flat=True).first()
    cards = check_keycards(new, person=str(person.pk), gen=gen, before=before)
    vaults = Vault.objects.filter(person=person)
    if not vaults.update(gen=new.gen, keybag=new.keybag):
        vaults.create(person=person, gen=new.gen, keybag=new.keybag)
    WrapRow.objects.filter(vault_id=person.pk).delete()
    WrapRow.objects.bulk_create(
        WrapRow(vault_id=person.pk, kid=wrap.kid, token=wrap.token) for wrap in new.wraps
    )
    Keycard.objects.bulk_create(
        Keycard(person=person, gen=generation, token=card) for generation, card in cards
    )
    Link.objects.filter(person=person).delete()


def put_wrap(*, person: Person, gen: int, wrap: Wrap) -> bool:
    """Adds a way back, or replaces the one of that name; `True` when it is new. Raises StaleVault, BadWrap."""
    check_wrap(wrap, person=str(person.pk))
    with transaction.atomic():
        check_generation(person, gen)
        others = WrapRow.objects.filter(vault_id=person.pk).exclude(kid=wrap.kid).count()
        if others >= MOST_WRAPS:
            raise BadWrap(f"There can be no more than {MOST_WRAPS} wraps.")
        _row, new = WrapRow.objects.update_or_create(
            vault_id=person.pk, kid=wrap.kid, defaults={"token": wrap.token}
        )
    return new


def drop_wrap(*, person: Person, gen: int, kid: str) -> None:
    """Takes a way back away; raises StaleVault, or NotFound when there is none of that name."""
    with transaction.atomic():
        check_generation(person, gen)
        dropped, _rows = WrapRow.objects.filter(vault_id=person.pk, kid=kid).delete()
    if not dropped:
        raise NotFound("There is no wrap of that name.")


def _locked_keybag(person: Person) -> str | None:
    """The keybag, with the person's row locked, so that two devices cannot both make the first vault."""
    Person.objects.select_for_update().only("pk").get(pk=person.pk)
    return Vault.objects.filter(person=person).values_list("keybag", flat=True).first()


def check_generation(person: Person, gen: int) -> None:
    """Locks the vault and checks that it is of this generation; raises StaleVault."""
    kept = Vault.objects.select_for_update().filter(person=person).values_list("gen", flat=True).first()
    if kept != gen:
        raise StaleVault("The vault is of another generation.", gen=kept)
