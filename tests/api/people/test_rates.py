"""Rates are counted per account and per address, and nobody talks or crowds a count away."""

from typing import Any

import pytest
from allauth.core.internal.httpkit import get_client_ip
from django.core.cache import cache
from django.test import Client, RequestFactory

from api.access import Rate

ALLAUTH = "/_allauth/browser/v1"


def asked_from(address: str, forwarded: str) -> Any:
    """A request from an address that says it comes from another."""
    return RequestFactory().get("/", REMOTE_ADDR=address, headers={"x-forwarded-for": forwarded})


def test_whom_a_request_says_it_is_from_is_not_believed() -> None:
    request = asked_from("192.0.2.7", "198.51.100.1")
    assert Rate().get_ident(request) == "192.0.2.7"
    assert get_client_ip(request) == "192.0.2.7"


def test_behind_a_proxy_it_is_the_address_that_the_proxy_saw(settings: Any) -> None:
    settings.REST_FRAMEWORK = {**settings.REST_FRAMEWORK, "NUM_PROXIES": 1}
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    request = asked_from("10.0.0.1", "198.51.100.1, 192.0.2.7")
    assert Rate().get_ident(request).strip() == "192.0.2.7"
    assert get_client_ip(request) == "192.0.2.7"


@pytest.mark.django_db
def test_many_others_do_not_make_it_forget_failed_sign_ins(ana: Any) -> None:
    client = Client(headers={"host": "localhost"})
    wrong = {"email": ana.email, "password": "not-my-password"}

    def sign_in() -> str:
        answer = client.post(f"{ALLAUTH}/auth/login", wrong, content_type="application/json")
        return str(answer.json()["errors"][0]["code"])

    while sign_in() != "too_many_login_attempts":
        pass
    for other in range(2_000):
        cache.set(f"another-{other}", [], 300)
    assert sign_in() == "too_many_login_attempts"
