"""`vault/`, `vault/wraps/{kid}/`, `vault/rotate/`, `keycards/{person}/` and `link/{session}/`."""

from uuid import UUID

import msgspec
from django.http import HttpResponse
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.request import Request
from rest_framework.views import APIView

from api.access import person_of
from api.clock import now
from api.keys.inputs import (
    GenerationInput,
    LinkInput,
    RotateInput,
    VaultInput,
    WrapTokenInput,
    successor,
)
from api.keys.outputs import KeycardsOutput, LinkOutput, VaultOutput, vault
from api.people.recent import check_recent
from api.structs import json_answer, problems, read, schema_of
from journal.keys.actions import drop_wrap, put_wrap
from journal.keys.linking import leave_link, take_link
from journal.keys.queries import vault_of
from journal.keys.rules import Wrap
from journal.sharing.ending import make_first_vault, renew_keys
from journal.sharing.queries import keycards_for

_VAULT = schema_of(VaultOutput)
_STALE = "`stale-vault`: the vault is of another generation; `gen` tells which, null without a vault."


class Vault(APIView):
    """The signed-in person's vault."""

    body_limit_bytes = 4_400_000

    @extend_schema(
        summary="My vault: the sealed keybag and the wrapped roots",
        responses={200: _VAULT, **problems({404: "`no-vault`"})},
    )
    def get(self, request: Request) -> HttpResponse:
        """Nobody here can open it."""
        return json_answer(vault(vault_of(person_of(request))))

    @extend_schema(
        summary="Make my vault, once",
        request={"application/json": schema_of(VaultInput)},
        responses={
            201: _VAULT,
            200: OpenApiResponse(_VAULT, description="This very keybag was there already."),
            **problems({400: "A token is not what it has to be.", 409: "`vault-exists`: open that one."}),
        },
    )
    def post(self, request: Request) -> HttpResponse:
        """The keybag of generation 1, its wraps, and the keycard that goes with it."""
        given = read(request, VaultInput)
        person = person_of(request)
        new = make_first_vault(
            person=person,
            gen=given.gen,
            keybag=given.keybag,
            wraps=[Wrap(wrap.kid, wrap.token) for wrap in given.wraps],
            keycard=given.keycard,
            now=now(),
        )
        return json_answer(vault(vault_of(person)), 201 if new else 200)


class WrapOfVault(APIView):
    """One way back into the vault."""

    body_limit_bytes = 16_384

    @extend_schema(
        summary="Add or replace a way back",
        request={"application/json": schema_of(WrapTokenInput)},
        responses={
            201: OpenApiResponse(description="It is new."),
            200: OpenApiResponse(description="It took the place of another of that name."),
            **problems({400: "`bad-wrap`, or no strict token.", 409: _STALE}),
        },
    )
    def put(self, request: Request, kid: str) -> HttpResponse:
        """The wrap's own header names the same kid and this person."""
        given = read(request, WrapTokenInput)
        new = put_wrap(person=person_of(request), gen=given.gen, wrap=Wrap(kid, given.token))
        return json_answer(b"{}", 201 if new else 200)

    @extend_schema(
        summary="Take a way back away",
        request={"application/json": schema_of(GenerationInput)},
        responses={
            204: OpenApiResponse(description="It is gone."),
            **problems({404: "There is none of that name.", 409: _STALE}),
        },
    )
    def delete(self, request: Request, kid: str) -> HttpResponse:
        """The others stay."""
        drop_wrap(person=person_of(request), gen=read(request, GenerationInput).gen, kid=kid)
        return HttpResponse(status=204)


class Rotate(APIView):
    """New keys, after a device was lost."""

    body_limit_bytes = 4_600_000

    @extend_schema(
        summary="Replace my vault by one of the next generation",
        request={"application/json": schema_of(RotateInput)},
        responses={
            200: OpenApiResponse(_VAULT, description="It is the vault now, or was already."),
            **problems(
                {
                    400: "A token is not what it has to be.",
                    401: "`reauthenticate`: the password or a passkey was not given in the last five minutes.",
                    409: f"{_STALE} `feed-moved`: the feed is not where the device knew it; `head` tells where it is.",
                    410: "`feed-reset`: the feed began anew; `epoch` is the one to adopt.",
                }
            ),
        },
    )
    def post(self, request: Request) -> HttpResponse:
        """All or nothing: keybag, wraps and keycard, if generation, epoch and head are as the device knew them.

        What was shared with the old keys ends, and both sides of a pairing verify each other's keys again. Slots stay as they are. After a restore a device of a later generation puts its vault back this way:
        `vault.gen` is then more than one above `gen`, and `between` holds the keycards in between.
        """
        check_recent(request)
        given, person = read(request, RotateInput), person_of(request)
        renew_keys(
            person=person,
            gen=given.gen,
            epoch=given.epoch,
            head=given.head,
            new=successor(given),
            now=now(),
        )
        return json_answer(vault(vault_of(person)))


class Link(APIView):
    """The mailbox between two of my devices."""

    body_limit_bytes = 16_384

    @extend_schema(
        summary="Leave the root for my second device",
        request={"application/json": schema_of(LinkInput)},
        responses={
            201: OpenApiResponse(description="It waits there for two minutes."),
            200: OpenApiResponse(description="This very message was there already."),
            **problems(
                {
                    400: "`bad-link`, or no strict token.",
                    409: f"{_STALE} `link-used`: this session had a message already.",
                    429: "`too-many-links`: four wait already.",
                }
            ),
        },
    )
    def put(self, request: Request, session: str) -> HttpResponse:
        """Sealed to the key in the QR code of the second device, which no server sees."""
        given, person = read(request, LinkInput), person_of(request)
        new = leave_link(person=person, session=session, token=given.token, now=now())
        return json_answer(b"{}", 201 if new else 200)

    @extend_schema(
        summary="Take the message for this session, once",
        responses={
            200: schema_of(LinkOutput),
            **problems({404: "Not there yet, read before, over, or not mine."}),
        },
    )
    def get(self, request: Request, session: str) -> HttpResponse:
        """From then on it is gone."""
        token = take_link(person=person_of(request), session=session, now=now())
        return json_answer(msgspec.json.encode(LinkOutput(token)))


class Keycards(APIView):
    """Public keys."""

    @extend_schema(
        summary="Keycards of mine, of a coach, or of whom I am paired with as a coach",
        responses={200: schema_of(KeycardsOutput), **problems({404: "Not there, or not yours to see."})},
    )
    def get(self, request: Request, person: UUID) -> HttpResponse:
        """Oldest first; each names the hash of the one before."""
        cards = keycards_for(person_of(request), str(person))
        return json_answer(msgspec.json.encode(KeycardsOutput(cards)))
