"""What a person has told their phone about looks: more contrast, less motion, the phone's own colours."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.axe import bring_axe
from tests.browser.seeded import Person, signed_in
from tests.browser.soundness import close_sheet, rest, show_sheet
from tests.browser.taps import open_app

Phone = Callable[..., Page]
ADDRESSES = ("/", "/journal", "/patterns", "/tools", "/goals", "/me", "/sharing", "/about")
SHEETS = (("rough-call", ""), ("breathe", ""), ("check-in", ""), ("week", ""), ("notes", "proof"))
LOOKS = ("light", "dark")
# WCAG 1.4.6, seven to one, in the look that is set; what is greyed out because it cannot be tapped is not counted.
TOO_PALE = """async (look) => {
  document.documentElement.dataset.look = look;
  for (const one of document.getAnimations()) if (one.effect.getTiming().iterations < 9) one.finish();
  const { violations } = await axe.run(document, { runOnly: ["color-contrast-enhanced"], resultTypes: ["violations"] });
  return violations.flatMap(({ nodes }) => nodes.map(({ html, any }) => `${look} ${any[0].data.contrastRatio}: ${html}`));
}"""
# Everything that takes longer than a moment to change, or changes by itself.
MOVING = """() => {
  const longest = (times) => Math.max(...times.split(",").map((time) => parseFloat(time) * (time.endsWith("ms") ? 1 : 1000)));
  const slow = [...document.querySelectorAll("body *")].filter((one) => {
    const style = getComputedStyle(one);
    return style.transitionProperty !== "none" && longest(style.transitionDuration) > 1;
  });
  const moving = document.getAnimations()
    .filter((one) => one.effect.getComputedTiming().duration > 1)
    .filter((one) => one.effect.getKeyframes().some((frame) => frame.transform || frame.translate || frame.scale));
  return [...slow, ...moving.map((one) => one.effect.target)].map((one) => one.outerHTML.slice(0, 80));
}"""
# Controls of which nothing but their words is left: no edge, no line below, no mark that is filled with a colour.
EDGELESS = """() => {
  const shows = (one) => {
    const style = getComputedStyle(one);
    return ["Top", "Bottom"].some((side) => style[`border${side}Style`] !== "none" && parseFloat(style[`border${side}Width`]) > 0)
      || style.outlineStyle !== "none" || style.textDecorationLine.includes("underline");
  };
  const controls = [...document.querySelectorAll("button, input:not([type=radio], [type=checkbox]), textarea, select")];
  const inTheOpen = controls.filter((one) => one.checkVisibility() && !one.closest(".unseen"));
  return inTheOpen.filter((one) => !shows(one) && !one.querySelector("svg")).map((one) => one.outerHTML.slice(0, 90));
}"""


def everywhere(page: Page, look: Callable[[], list[str]]) -> dict[str, list[str]]:
    """What is found on the main screens and in some sheets, by where it is."""
    found = {}
    for address in ADDRESSES:
        open_app(page, address)
        rest(page)
        found[address] = look()
    open_app(page)
    for name, about in SHEETS:
        show_sheet(page, name, about)
        rest(page)
        found[name] = look()
        close_sheet(page)
    return {where: faults for where, faults in found.items() if faults}


@pytest.mark.long
def test_wished_looks_are_kept_on_every_main_screen(phone: Phone, past: tuple[Person, Person]) -> None:
    agent, _ = past
    page = phone()
    bring_axe(page)
    signed_in(page, agent)
    page.emulate_media(contrast="more")
    pale = everywhere(page, lambda: [fault for look in LOOKS for fault in page.evaluate(TOO_PALE, look)])
    page.emulate_media(contrast="no-preference", reduced_motion="reduce")
    moving = everywhere(page, lambda: page.evaluate(MOVING))
    page.emulate_media(reduced_motion="no-preference", forced_colors="active")
    edgeless = everywhere(page, lambda: page.evaluate(EDGELESS))
    assert [pale, moving, edgeless] == [{}, {}, {}]
