"""Recovery codes: as a tired person types them, and with every slip caught."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from client.ck1 import keys, recovery
from client.ck1.encoding import Refusal
from client.ck1.tokens import seal

secrets_of_16 = st.binary(min_size=16, max_size=16)
PERSON = "6f2a3c1e-6d0b-4f57-9a35-0c1d2e3f4a5b"


def refused(code: str) -> str:
    with pytest.raises(Refusal) as refusal:
        recovery.secret_of(code)
    return refusal.value.code


@given(secrets_of_16)
def test_a_code_gives_its_secret_back(secret: bytes) -> None:
    code = recovery.code_of(secret)
    assert [len(group) for group in code.split("-")] == [4] * 8
    assert recovery.secret_of(code) == secret


@given(secrets_of_16, st.data())
def test_case_grouping_and_lookalikes_do_not_matter(secret: bytes, data: st.DataObject) -> None:
    written = ""
    for sign in recovery.code_of(secret).replace("-", ""):
        spellings = sign + sign.lower() + {"0": "Oo", "1": "IiLl"}.get(sign, "")
        written += data.draw(st.sampled_from(spellings)) + data.draw(
            st.sampled_from(["", " ", "-", "\n", "\u2014"])
        )
    assert recovery.secret_of(written) == secret


@given(secrets_of_16, st.integers(0, 31), st.sampled_from(recovery.SYMBOLS))
def test_one_wrong_sign_is_caught(secret: bytes, place: int, sign: str) -> None:
    code = recovery.code_of(secret).replace("-", "")
    typed = code[:place] + sign + code[place + 1 :]
    if typed != code:
        assert refused(typed) == "wrong-checksum"


@given(secrets_of_16, st.integers(0, 30))
def test_two_neighbours_exchanged_are_caught(secret: bytes, place: int) -> None:
    code = recovery.code_of(secret).replace("-", "")
    typed = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    if typed != code:
        assert refused(typed) == "wrong-checksum"


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("", "wrong-length"),
        ("0" * 31, "wrong-length"),
        ("0" * 33, "wrong-length"),
        ("U" * 32, "unknown-symbol"),
        ("0" * 31 + "!", "unknown-symbol"),
        ("\u0131" + "1" * 31, "unknown-symbol"),
        ("\u0660" * 32, "unknown-symbol"),
        (recovery._spelled(recovery._checked(b"\x02" + bytes(16))), "unknown-version"),
    ],
)
def test_what_is_no_code_says_why(code: str, reason: str) -> None:
    assert refused(code) == reason


@given(secrets_of_16)
def test_the_root_comes_back_through_the_code(secret: bytes) -> None:
    root = keys.new_root()
    wrap = recovery.wrap_root(root, secret, PERSON, 1)
    assert recovery.unwrap_root(wrap, recovery.secret_of(recovery.code_of(secret)), PERSON) == root


def test_another_code_or_another_persons_wrap_opens_nothing() -> None:
    secret, root = recovery.new_secret(), keys.new_root()
    other = "0b1d2e3f-4a5b-4c57-8a35-6f2a3c1e6d0b"
    wrap = recovery.wrap_root(root, secret, PERSON, 1)
    for wrong, person in ((recovery.new_secret(), PERSON), (secret, other)):
        with pytest.raises(Refusal):
            recovery.unwrap_root(wrap, wrong, person)


@pytest.mark.parametrize(
    "changes", [{"own": "0b1d2e3f-4a5b-4c57-8a35-6f2a3c1e6d0b"}, {"kid": "passkey:1"}, {"kid": "recovery:0"}]
)
def test_a_wrap_that_says_something_else_of_itself_is_refused(changes: dict[str, str]) -> None:
    secret, root = recovery.new_secret(), keys.new_root()
    header: dict[str, object] = {**recovery.SHAPE.fixed, "kid": "recovery:1", "own": PERSON, **changes}
    wrap = seal(header, root, keys.symmetric(recovery.wrap_key(secret, PERSON)), recovery.SHAPE)
    with pytest.raises(Refusal) as refusal:
        recovery.unwrap_root(wrap, secret, PERSON)
    assert refusal.value.code == "bad-header"
