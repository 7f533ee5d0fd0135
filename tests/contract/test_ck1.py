"""Known answers and samples of the sealing format, opened by the Python client."""

import json
from pathlib import Path

import pytest

from client.ck1 import keybags, keycards, keys, recovery, slots
from client.ck1.encoding import Refusal, b64, unb64
from tests.contract import vectors
from tests.contract.pieces import Failure

HERE = Path(__file__).parent
SHARED = HERE.parent.parent.parent / "shared/vectors/ck1.json"
KNOWN_ANSWERS = [path for path in (HERE / "ck1.json", SHARED) if path.exists()]
SAMPLES = [path for path in (HERE / "ck1-python.json", HERE / "ck1-typescript.json") if path.exists()]


@pytest.fixture(params=SAMPLES, ids=lambda path: path.stem)
def samples(request: pytest.FixtureRequest) -> dict[str, object]:
    content = json.loads(request.param.read_text(encoding="utf-8"))
    assert isinstance(content, dict)
    return content


@pytest.mark.parametrize("path", KNOWN_ANSWERS, ids=lambda path: path.parent.name)
def test_every_piece_of_the_known_answers_opens(path: Path) -> None:
    assert "safety number" in vectors.check(path.read_bytes())


@pytest.mark.parametrize("start", range(7))
def test_one_changed_byte_fails(start: int) -> None:
    """Every 13th byte, in seven parts so that they can run side by side."""
    data = (HERE / "ck1.json").read_bytes()
    for place in range(start * 13, len(data), 91):
        if data[place : place + 1].isspace():
            continue
        changed = data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]
        with pytest.raises(Failure):
            vectors.check(changed)


@pytest.mark.parametrize(
    ("path", "where"),
    [
        (("root",), "vault_key"),
        (("vault_key",), "vault_key"),
        (("enc", "d"), "enc"),
        (("revisions", 2, "body"), "revisions[2].body"),
        (("revisions", 1, "slot"), "revisions[1].slot"),
        (("revisions", 0, "header", "rev"), "revisions[0].header.rev"),
        (("revisions", 3, "opens_to", "text"), "revisions[3].opens_to"),
        (("recovery", "code"), "recovery.code"),
        (("recovery", "wrap"), "recovery.wrap"),
        (("copy", "grant"), "copy.grant"),
        (("copy", "body"), "copy.body"),
        (("copy", "consent"), "copy.consent"),
        (("safety_number",), "safety_number"),
    ],
)
def test_the_piece_that_fails_is_named(path: tuple[str | int, ...], where: str) -> None:
    content = json.loads((HERE / "ck1.json").read_text(encoding="utf-8"))
    holder = content
    for name in path[:-1]:
        holder = holder[name]
    holder[path[-1]] = holder[path[-1]][:-2] + ("AA" if holder[path[-1]][-2:] != "AA" else "QA")
    with pytest.raises(Failure) as failure:
        vectors.check(json.dumps(content).encode())
    assert failure.value.where == where


def test_a_file_of_another_format_is_refused() -> None:
    for data in (b"", b"[]", b'{"format":"ck9"}', b"{}"):
        with pytest.raises(Failure):
            vectors.check(data)


def test_sampled_revisions_open(samples: dict) -> None:  # type: ignore[type-arg]
    ring = slots.ring_of(keys.Root(unb64(samples["root"])), samples["generation"])
    for row in samples["revisions"]:
        revision, words = slots.open_revision(row["body"], row["slot"], ring)
        assert words == row["opens_to"]
        found = {
            "item": revision.item,
            "rev": revision.rev,
            "parents": list(revision.parents),
            "kind": revision.kind,
        }
        found |= {
            "del": revision.deletion,
            "of": revision.of,
            "day": revision.day,
            "written": revision.written,
        }
        found["pub"] = revision.pub
        assert {name: value for name, value in found.items() if value is not None} == row["header"]


def test_sampled_keys_open(samples: dict) -> None:  # type: ignore[type-arg]
    root = keys.Root(unb64(samples["root"]))
    keybag = keybags.open_keybag(samples["keybag"], root, samples["generation"])
    assert (keybag.enc.kid, keybag.sig.kid) == (samples["enc_kid"], samples["sig_kid"])
    card = keycards.open_keycard(samples["keycard"])
    assert (card.person, card.enc, card.sig) == (samples["owner"], keybag.enc.public, keybag.sig.public)
    assert recovery.unwrap_root(samples["wrap"], unb64(samples["secret"]), samples["owner"]) == root


def test_sampled_recovery_codes_are_read_and_refused_alike(samples: dict) -> None:  # type: ignore[type-arg]
    for row in samples["codes"]:
        assert b64(recovery.secret_of(row["code"])) == row["secret"]
    for row in samples["bad_codes"]:
        with pytest.raises(Refusal) as refusal:
            recovery.secret_of(row["code"])
        assert refusal.value.code == row["reason"], row
