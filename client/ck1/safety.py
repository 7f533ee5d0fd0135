"""The safety number: 60 digits two people compare to know that each holds the other's real keys."""

import hashlib
from dataclasses import dataclass

DIGIT_GROUPS = 6
GROUP_BYTES = 5


@dataclass(frozen=True)
class Party:
    """A person by id, with the thumbprints of the two public keys."""

    person: str
    enc: str
    sig: str


def safety_number(one: Party, other: Party) -> str:
    """The number both see, in twelve groups of five, whoever asks."""
    first, second = sorted((one, other), key=lambda party: party.person)
    return " ".join(_fingerprint(first) + _fingerprint(second))


def _fingerprint(party: Party) -> list[str]:
    text = "\n".join(("ck1/fp", party.person, party.enc, party.sig))
    digest = hashlib.sha512(text.encode()).digest()
    groups = (
        digest[start : start + GROUP_BYTES] for start in range(0, DIGIT_GROUPS * GROUP_BYTES, GROUP_BYTES)
    )
    return [f"{int.from_bytes(group, 'big') % 100_000:05d}" for group in groups]
