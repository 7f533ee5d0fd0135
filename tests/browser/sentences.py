"""What the app and its library say in one language, and what of it stands on a screen."""

import json
import re
from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Page

from tests.server import ROOT

CATALOGUES = ROOT / "frontend" / "src" / "language"
LIBRARY = ROOT / "journal" / "library" / "data"
SENTENCE = re.compile(r'(?:"[\w.-]+"|one|other):\s*"((?:[^"\\]|\\.)*)"')

ON_SCREEN = """() => {
  const seen = document.body.innerText.split("\\n");
  const heard = [...document.querySelectorAll("[aria-label], [placeholder], [title], [alt]")]
    .flatMap((one) => ["aria-label", "placeholder", "title", "alt"].map((name) => one.getAttribute(name)));
  const choices = [...document.querySelectorAll("option")].map((one) => one.textContent);
  return [...seen, ...heard, ...choices, document.title].filter(Boolean).map((one) => one.trim());
}"""

OUT_OF_SIGHT = """() => [...document.querySelectorAll("body *")]
  .filter((one) => !one.closest(".unseen, svg") && one.checkVisibility())
  .filter((one) => {
    const { left, right, width, height } = one.getBoundingClientRect();
    if (width === 0 || height === 0) return false;
    const isCut = one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX === "hidden";
    return right > innerWidth + 0.5 || left < -0.5 || isCut;
  })
  .map((one) => one.outerHTML.slice(0, 120))"""


def sentences_in(language: str) -> set[str]:
    """Every whole sentence and label of one language."""
    own = {
        text
        for file in (CATALOGUES / language).glob("*.ts")
        for text in SENTENCE.findall(file.read_text(encoding="utf-8"))
    }
    for file in (LIBRARY / language).glob("*.json"):
        own |= set(_texts(json.loads(file.read_text(encoding="utf-8"))))
    return {text for text in own if len(text) > 1}


def _texts(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        part = part.values()
    if isinstance(part, str):
        yield part
    elif not isinstance(part, int | float | None):
        for inner in part:
            yield from _texts(inner)


def left_over(page: Page, language: str, other: str) -> list[str]:
    """What a screen still says in one language while it speaks the other; what both say alike is in either."""
    foreign = sentences_in(language) - sentences_in(other)
    return [text for text in page.evaluate(ON_SCREEN) if text in foreign]


def out_of_sight(page: Page) -> list[str]:
    """What does not fit into the width of the phone, or is cut off in its box."""
    found: list[str] = page.evaluate(OUT_OF_SIGHT)
    return found
