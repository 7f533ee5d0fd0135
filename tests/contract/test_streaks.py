"""Known answers to the streak rules, by the server's Python; `frontend/src/streaks/*.test.ts` asks the app's."""

import copy
import json
import random
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.contract import vectors
from tests.contract.pieces import Failure
from tests.contract.streaks_histories import history
from tests.contract.streaks_vectors import outcome, strength_of

HERE = Path(__file__).parent
OWN = HERE / "streaks.json"
SHARED = HERE.parent.parent.parent / "shared/vectors/streaks.json"
SCRIPT = HERE.parent.parent / "frontend/src/streaks/vectors.ts"
CONTENT: dict[str, Any] = json.loads(OWN.read_text(encoding="utf-8"))


def with_vectors(one: list[Any], scores: list[Any]) -> bytes:
    return json.dumps(CONTENT | {"vectors": one, "score_vectors": scores}).encode()


@pytest.mark.parametrize(
    "path", [path for path in (OWN, SHARED) if path.exists()], ids=lambda path: path.parent.name
)
def test_every_vector_comes_out(path: Path) -> None:
    assert "come out" in vectors.check(path.read_bytes())


def test_our_own_vectors_leave_nothing_out() -> None:
    """Every vector says all that can be said of it, and has an id and a reason of its own."""
    every = CONTENT["vectors"] + CONTENT["score_vectors"]
    assert len({vector["id"] for vector in every}) == len(every) >= 116
    assert all(vector["why"] for vector in every)
    for vector in CONTENT["vectors"]:
        assert vector["expect"].keys() == outcome(vector).keys()


@pytest.mark.parametrize("vector", CONTENT["vectors"], ids=lambda vector: vector["id"])
def test_a_changed_expectation_fails_by_name(vector: dict[str, Any]) -> None:
    for name, value in vector["expect"].items():
        changed = copy.deepcopy(vector)
        changed["expect"][name] = (
            (not value) if isinstance(value, bool) else value + (1 if isinstance(value, int) else "Z")
        )
        with pytest.raises(Failure) as failure:
            vectors.check(with_vectors([changed], []))
        assert failure.value.where == f"{vector['id']}.expect.{name}"


@pytest.mark.parametrize("vector", CONTENT["score_vectors"], ids=lambda vector: vector["id"])
def test_a_changed_score_fails_by_name(vector: dict[str, Any]) -> None:
    for step in (0.0001, -0.0001):
        with pytest.raises(Failure) as failure:
            vectors.check(with_vectors([], [vector | {"expect": vector["expect"] + step}]))
        assert failure.value.where == f"{vector['id']}.expect"


@pytest.mark.parametrize("name", CONTENT["options"])
def test_another_constant_fails_by_name(name: str) -> None:
    content = CONTENT | {"options": CONTENT["options"] | {name: CONTENT["options"][name] + 1}}
    with pytest.raises(Failure) as failure:
        vectors.check(json.dumps(content).encode())
    assert failure.value.where == f"options.{name}"


def test_a_file_that_says_nothing_is_refused() -> None:
    one = CONTENT["vectors"][0]
    for content in (
        with_vectors([], []),
        with_vectors([one | {"expect": {}}], []),
        with_vectors([{"id": "x"}], []),
    ):
        with pytest.raises(Failure):
            vectors.check(content)


def test_both_sides_count_two_hundred_made_up_histories_alike(tmp_path: Path) -> None:
    chance = random.Random(20250602)
    histories = [history(chance, f"h{number}") for number in range(200)]
    file = tmp_path / "histories.json"
    file.write_text(json.dumps({"vectors": histories}), encoding="utf-8")
    command = [vectors.node(), str(SCRIPT), "--outcomes", str(file)]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    for facts, line in zip(histories, lines, strict=True):
        phone = json.loads(line)
        assert phone.pop("strength") == pytest.approx(strength_of(facts), abs=1e-9)
        assert phone == {"id": facts["id"]} | outcome(facts), facts
