"""What axe finds on a page, and what is wider than the window."""

from __future__ import annotations

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

# Rules that the page breaks, each with its elements; the long list of what it keeps isn't sent here.
_VIOLATIONS = """async (only) => {
    const asked = only.length ? { runOnly: only } : { rules: { "target-size": { enabled: true } } };
    const { violations } = await axe.run({ resultTypes: ["violations"], ...asked });
    return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 160))]);
}"""
ALL: tuple[str, ...] = ()
COLOUR = ("color-contrast", "link-in-text-block")
"""The rules that a change of colours alone can break."""
# Elements wider than the window, unless something around them scrolls.
TOO_WIDE = """() => [...document.querySelectorAll("body *")].filter((element) => {
    if (element.getBoundingClientRect().right <= innerWidth + 1) return false;
    if (element.closest(".skip, .sr, dialog:not([open])")) return false;
    for (let around = element.parentElement; around !== document.body; around = around.parentElement) {
        if (/auto|scroll|hidden/.test(getComputedStyle(around).overflowX)) return false;
    }
    return true;
}).map((element) => element.outerHTML.slice(0, 120))"""


def problems_of(page: Page, place: str, rules: tuple[str, ...] = ALL) -> dict[str, list[str]]:
    """What is wrong with the page as it stands now, by axe's rules: the place and the rule → the elements."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found = {f"{place}: {rule}": elements for rule, elements in page.evaluate(_VIOLATIONS, list(rules))}
    if wide := page.evaluate(TOO_WIDE):
        found[f"{place}: wider than the window"] = wide
    return found
