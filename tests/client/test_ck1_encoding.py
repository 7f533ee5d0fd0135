"""Strict base64url and strict JSON."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from client.ck1.encoding import Refusal, b64, compact, object_of, unb64


@given(st.binary(max_size=100))
def test_bytes_have_one_spelling(data: bytes) -> None:
    text = b64(data)
    assert unb64(text) == data
    for other in (f"{text}=", f"{text}\n", f" {text}"):
        with pytest.raises(Refusal):
            unb64(other)


@pytest.mark.parametrize("text", ["QR", "QUJ", "A", "QQ==", "a+b/", "ä", "QUI=", "QU I"])
def test_another_spelling_is_refused(text: str) -> None:
    with pytest.raises(Refusal):
        unb64(text)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"7",
        b"[]",
        b"null",
        b'{"a":1,"a":2}',
        b'{"a":{"b":1,"b":1}}',
        b'{"a":NaN}',
        b'{"a":-Infinity}',
        b"{'a':1}",
        b"{}{}",
        b"\xff",
        b'{"a":' * 100_000,
    ],
    ids=range(12),
)
def test_what_is_no_strict_object_is_refused(data: bytes) -> None:
    with pytest.raises(Refusal):
        object_of(data)


@pytest.mark.parametrize("value", ["\ud800", float("nan"), {"a": float("inf")}])
def test_what_json_cannot_say_is_refused(value: object) -> None:
    with pytest.raises(Refusal):
        compact(value)
