"""What must hold on whatever is on the screen: at 320 pixels, at twice the text, from right to left, by day and by night."""

from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.axe import faults_by_day_and_night

NARROW: dict[str, Any] = {"viewport": {"width": 320, "height": 640}, "device_scale_factor": 1}
"""1280 pixels at 400 %."""
# Resolves when nothing has been drawn for a moment, so that a part that comes late is looked at too.
AT_REST = """() => new Promise((done) => {
  let last = performance.now();
  const watch = new MutationObserver(() => { last = performance.now(); });
  watch.observe(document, { childList: true, subtree: true });
  const began = last;
  const look = () => {
    const now = performance.now();
    if (now - last < 120 && now - began < 4000) return void setTimeout(look, 40);
    watch.disconnect();
    done();
  };
  setTimeout(look, 40);
})"""
MEASURE = """() => {
  const root = document.documentElement;
  const layer = [...document.querySelectorAll("dialog[open]")].at(-1) ?? document.body;
  const isSeen = (one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest(".unseen");
  const name = (one) => {
    const words = (one.getAttribute("aria-label") ?? one.textContent).trim().slice(0, 40);
    return `<${one.localName} class="${one.getAttribute("class") ?? ""}"> ${words}`;
  };
  const scrollsAside = (one) => {
    for (let at = one; at && at !== layer; at = at.parentElement) {
      if (["auto", "scroll"].includes(getComputedStyle(at).overflowX) && !at.matches("main, .sheet")) return true;
    }
    return false;
  };
  const beyond = () => [...layer.querySelectorAll("*:not(svg *)")].filter((one) => {
    const { left, right, width } = one.getBoundingClientRect();
    const isOut = width > 0 && (left < -1 || right > innerWidth + 1);
    const isDrawn = one.closest("svg[aria-hidden=true], .horizon > svg");
    return isOut && !isDrawn && isSeen(one) && !scrollsAside(one);
  }).map(name);
  const found = [];
  const both = [["100%", "ltr"], ["200%", "ltr"], ["200%", "rtl"], ["100%", "rtl"]];
  for (const [size, dir] of both) {
    root.style.fontSize = size;
    root.dir = dir;
    const out = beyond();
    if (out.length) found.push(`${size} ${dir}: beyond the edge: ${[...new Set(out)].slice(0, 6).join(" | ")}`);
  }
  root.style.fontSize = "";
  root.dir = "ltr";
  const controls = "button, a[href], input, select, textarea, summary, [role=switch]";
  for (const one of layer.querySelectorAll(controls)) {
    if (!isSeen(one) || getComputedStyle(one).display === "inline") continue;
    const { width, height } = (one.closest("label") ?? one).getBoundingClientRect();
    const least = one.matches(".button, .tile, .icon-button") ? 47.5 : 24;
    if (Math.min(width, height) < least) found.push(`too small, ${width} × ${height}: ${name(one)}`);
  }
  const headings = [...layer.querySelectorAll("h1")].filter(isSeen);
  if (headings.length !== 1) found.push(`${headings.length} first headings: ${headings.map(name).join(" | ")}`);
  if (!/\\S · Aftershift$/.test(document.title)) found.push(`the title is “${document.title}”`);
  if (layer.localName === "dialog" && !layer.contains(document.activeElement)) found.push("the focus is not in the sheet");
  return found;
}"""


def rest(page: Page) -> None:
    """Waits until the screen has come to rest."""
    page.evaluate(AT_REST)


def faults_of(page: Page) -> list[str]:
    """Everything that is wrong with the screen as it is; nothing is the right answer."""
    rest(page)
    found: list[str] = page.evaluate(MEASURE)
    return found + faults_by_day_and_night(page)


def show_sheet(page: Page, name: str, about: str = "") -> None:
    """Opens a sheet as the app itself does, in the history and in no address."""
    place = {"sheet": name, "step": "", "depth": 1, **({"about": about} if about else {})}
    page.evaluate(
        "(place) => { history.pushState({ place }, ''); dispatchEvent(new PopStateEvent('popstate')); }",
        place,
    )
    expect(page.get_by_role("dialog").get_by_role("heading", level=1)).to_be_visible()


def close_sheet(page: Page) -> None:
    """Back to the page it lies upon."""
    page.go_back()
    expect(page.get_by_role("dialog")).to_have_count(0)
