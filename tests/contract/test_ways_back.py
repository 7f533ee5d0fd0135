"""The samples of the ways back, whichever side made them: a link opens, a rotated account opens, a forgery does not."""

import json
from pathlib import Path

import pytest

from client.ck1 import keybags, keycards, keys, link, recovery, slots
from client.ck1.encoding import Refusal, b64, hash_of, unb64
from journal.keys.rules import NewVault, Wrap, check_keycards, check_link, check_successor

HERE = Path(__file__).parent
SAMPLES = sorted(HERE.glob("ways-back-*.json"))


@pytest.fixture(params=SAMPLES, ids=lambda path: path.stem)
def samples(request: pytest.FixtureRequest) -> dict:  # type: ignore[type-arg]
    content = json.loads(request.param.read_text(encoding="utf-8"))
    assert isinstance(content, dict)
    return content


def test_a_sampled_link_carries_the_root(samples: dict) -> None:  # type: ignore[type-arg]
    row, owner = samples["link"], samples["owner"]
    pair, shown = keys.key_pair(row["key"]), link.read_shown(row["shown"])
    assert (shown.session, shown.key) == (row["session"], pair.public)
    root, generation = link.open_link(row["token"], pair, row["session"], owner)
    assert (b64(root), generation) == (row["root"], row["generation"])
    assert check_link(row["token"], person=owner, session=row["session"]) == row["generation"]


def test_what_no_second_device_shows_is_refused(samples: dict) -> None:  # type: ignore[type-arg]
    assert samples["bad_shown"]
    for text in samples["bad_shown"]:
        with pytest.raises(Refusal):
            link.read_shown(text)


def test_a_sampled_rotation_opens_and_refuses_what_the_old_keys_did_not_know(samples: dict) -> None:  # type: ignore[type-arg]
    row = samples["rotation"]
    old, root = (keys.Root(unb64(text)) for text in row["roots"])
    keybag = keybags.open_keybag(row["keybag"], root, row["generation"])
    (past,) = keybag.earlier
    assert (past.gen, past.root, [b64(name) for name in sorted(past.known)]) == (1, old, row["known"])
    assert recovery.unwrap_root(row["wrap"], recovery.secret_of(row["code"]), samples["owner"]) == root
    ring = keybags.ring_with(keybag, root)
    for kept in row["revisions"]:
        assert slots.open_revision(kept["body"], kept["slot"], ring)[1] == kept["opens_to"]
    for forged in row["refused"]:
        with pytest.raises(Refusal) as refusal:
            slots.open_revision(forged["body"], forged["slot"], ring)
        assert refusal.value.code == "replayed-generation"


def test_the_server_takes_a_sampled_rotation(samples: dict) -> None:  # type: ignore[type-arg]
    row, owner = samples["rotation"], samples["owner"]
    first, second = row["keycards"]
    new = NewVault(2, row["keybag"], [Wrap("recovery:2", row["wrap"])], second)
    check_successor(new, person=owner, gen=1)
    assert check_keycards(new, person=owner, gen=1, before=first) == [(2, second)]
    assert keycards.open_keycard(second).prev == hash_of(first)
