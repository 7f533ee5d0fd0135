"""Picking a prompt, by the server's Python; `frontend/src/prompts/picking.test.ts` asks the app's the same."""

import json

from tests.contract.make_prompts import FILE, known_answers


def test_the_known_answers_are_what_the_server_picks() -> None:
    assert json.loads(FILE.read_text(encoding="utf-8")) == known_answers()
