"""`python -m tests.bench.audit`: Lighthouse's mobile audit of the pages anybody sees first; the median of three runs.

It has a folder and a lock file of its own, so that the app's stay small; the first time it is fetched from the registry.
"""

import json
import os
import statistics
import subprocess
import tempfile
from pathlib import Path

from tests.chromium import FLAGS, chromium
from tests.server import running_server

HERE = Path(__file__).parent / "lighthouse"
PAGES = ("/", "/sign-in", "/help.html")
RUNS, TRIES = 3, 6
AIMS = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}


def fetch() -> None:
    """Lighthouse by its lock file, where it is not there yet."""
    if not (HERE / "node_modules" / "lighthouse").exists():
        subprocess.run(["npm", "ci", "--silent", "--no-audit", "--no-fund"], cwd=HERE, check=True)


def audit(address: str) -> dict[str, float] | None:
    """One run: 0 to 100 for each of `AIMS`; None where Lighthouse itself fell over, as it does now and then."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = ["npx", "lighthouse", address, "--quiet", "--output=json", f"--output-path={report}"]
        command.append(f"--chrome-flags=--headless=new {' '.join(FLAGS)}")
        environment = {**os.environ, "CHROME_PATH": chromium()}
        ran = subprocess.run(command, cwd=HERE, env=environment, check=False, stderr=subprocess.DEVNULL)
        if ran.returncode or not report.exists():
            return None
        found = json.loads(report.read_text())
    if found.get("runtimeError"):
        return None
    return {name: 100 * (found["categories"][name]["score"] or 0) for name in AIMS}


def median_of(address: str) -> dict[str, float]:
    """The median of each category over `RUNS` runs."""
    runs: list[dict[str, float]] = []
    for _ in range(TRIES):
        if len(runs) < RUNS and (found := audit(address)):
            runs.append(found)
    if len(runs) < RUNS:
        raise RuntimeError(f"Lighthouse ran only {len(runs)} of {RUNS} times on {address}.")
    return {name: statistics.median(run[name] for run in runs) for name in AIMS}


def lines() -> list[str]:
    """A line for each page."""
    fetch()
    with tempfile.TemporaryDirectory() as data, running_server(Path(data)) as server:
        found = {page: median_of(server.url + page) for page in PAGES}
    return [
        f"Lighthouse {page.ljust(10)} "
        + "   ".join(f"{name} {score:3.0f} (aim {AIMS[name]})" for name, score in scores.items())
        for page, scores in found.items()
    ]


if __name__ == "__main__":
    print("\n".join(lines()))
