"""The same histories, played by the app itself (on an IndexedDB in memory) against the real server."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.contract.vectors import node
from tests.feeds.counts import few_or_many
from tests.feeds.histories import history
from tests.server import ROOT, running_server

pytestmark = [pytest.mark.sqlite_only, pytest.mark.long]
HISTORIES = few_or_many(500, 10_000)
WIDE = 5  # every so manieth plays all there is: two accounts on a phone, new keys, copies, a second tab
BUSY = (0, 1)  # seeds that leave this by 7 write in the middle of each sync; of FOUND only the last one does
# What the long runs have found is in every run.
FOUND = {"with-locks": (5170,), "without-locks": (2505, 3345, 7865, 8615, 1275)}
TABS = ("with-locks", "without-locks")  # some browsers keep no two tabs in order
SCRIPT = ROOT / "frontend/src/feeds/playHistories.ts"
RATES = dict.fromkeys(("RATE_ACCOUNT", "RATE_ADDRESS"), "1000000/min")


def kind(seed: int) -> dict[str, bool]:
    return {"wide": seed % WIDE == 0, "busy": seed % 7 in BUSY}


@pytest.mark.parametrize("tabs", TABS)
def test_the_app_loses_nothing_and_its_devices_agree(tmp_path: Path, tabs: str) -> None:
    usual = range(TABS.index(tabs), HISTORIES, len(TABS))
    seeds = [*usual, *(seed for seed in FOUND.get(tabs, ()) if seed not in usual)]
    file = tmp_path / "histories.json"
    file.write_text(json.dumps([{"seed": seed, "steps": history(seed), **kind(seed)} for seed in seeds]))
    application = "tests.feeds.controlled:application"
    with running_server(tmp_path / "data", application=application, environment=RATES) as server:
        command = [node(), str(SCRIPT), server.url, str(file), tabs]
        ran = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    lines = [json.loads(line) for line in ran.stdout.splitlines()]
    assert [line["seed"] for line in lines] == seeds
    broken = {line["seed"]: line["broken"] for line in lines if line["broken"]}
    assert not broken
    # Copies were given, and could be read.
    assert sum(line["served"] for line in lines) > len(seeds) / WIDE / 4
