"""What axe finds in a page, by the rules of WCAG 2.2 AA and its own best practice."""

from pathlib import Path

from playwright.sync_api import Page

AXE = Path(__file__).parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]
# What moves is brought to its end first: half faded in, everything is too pale.
RUN = """async (runOnly) => {
  for (const one of document.getAnimations()) if (one.effect.getTiming().iterations < 9) one.finish();
  const { violations } = await axe.run(document, { runOnly, resultTypes: ["violations"] });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
}"""


def bring_axe(page: Page) -> None:
    """Puts axe into every page from the next load on, past the page's own policy."""
    page.context.add_init_script(path=AXE)


def faults_in(page: Page) -> list[str]:
    """The rules that are broken on the screen as it is, each with where."""
    found: list[str] = page.evaluate(RUN, TAGS)
    return found


def faults_by_day_and_night(page: Page) -> list[str]:
    """The same in both looks; by night only what a look can change."""
    found = []
    for look, rules in (("light", TAGS), ("dark", COLOURS)):
        page.evaluate("(look) => { document.documentElement.dataset.look = look }", look)
        found += [f"{look}: {fault}" for fault in page.evaluate(RUN, rules)]
    return found
