"""From the address to the first thing that is saved, on a phone that has never seen the app: how many taps, and how long it takes."""

from dataclasses import dataclass

from playwright.sync_api import Page, expect

from tests.browser.flows import Thumb, rough_call_steps
from tests.browser.taps import SAVED_HERE

TAPS_AIM, SECONDS_AIM = 8, 60
BREATH_S = 30
READ_S = 2
"""How long somebody who has never seen it looks at a step before tapping."""


@dataclass(frozen=True)
class FirstRun:
    """What it took: taps, the wait until the first screen could be tapped, and all of it in a hand."""

    taps: int
    usable_s: float
    seconds: float
    with_breath_s: float


def first_run(page: Page) -> FirstRun:
    """Opens the address and puts a rough call down; nothing is agreed to, made or installed before."""
    page.goto("/")
    thumb = Thumb(page)
    expect(page.get_by_role("button", name="A rough call")).to_be_visible()
    usable_s = float(page.evaluate("performance.now()")) / 1000
    for step in rough_call_steps(thumb):
        if step == "settle":
            break
        thumb.wait(READ_S)
    expect(page.get_by_role("dialog").get_by_text(SAVED_HERE)).to_be_visible()
    in_hand = usable_s + thumb.seconds + READ_S
    return FirstRun(thumb.taps, usable_s, in_hand, in_hand + BREATH_S)


def said(took: FirstRun) -> str:
    """The figure in one line, beside what it is held against."""
    return (
        f"first run: {took.taps} taps of {TAPS_AIM}, {took.seconds:.0f} s of {SECONDS_AIM} s from the address to the first entry"
        f" ({took.with_breath_s:.0f} s with the whole breath); the first screen after {took.usable_s:.1f} s"
    )
