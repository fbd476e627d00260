"""How fast the search is: on the built site, and on a made-up one of many articles.

    python scripts/search_bench.py SITE [--articles 2000]

Types queries letter by letter into the dialog of SITE's home page in a headless Chromium (the variable
CHROMIUM names it), and prints what the first search loads and how long a letter takes: first typed as a
reader does, with the processor slowed four times, by the clock from the key to the letter and to its
results painted (on a machine with nothing else to do); then in processor time of the page's thread, which
other programs on the machine don't lengthen as much: with the results drawn, and what asking alone takes. A
slowed processor slows the page's thread and not the worker that searches. The made-up pages take the place of
SITE's own in a copy of it.
"""

from __future__ import annotations

import argparse
import gzip
import os
import random
import shutil
import statistics
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from playwright.sync_api import CDPSession, Page, Response, sync_playwright

from dossier.site.finish.pages import FoundPage, Section
from dossier.site.finish.search_index import index_files
from screenshots import serving

_SLOWER = 4
_SYLLABLES = "ka lo mi ra ne shu tor vel bas dun far gol hin jar kel mon pur sel tan ul yas bri"
_COMMON = (
    "the a of in to and said on for that with by from at after before over against government talks border "
    "minister president army police attack agreement letter group people city port trade security officials "
    "killed wounded signed agreed blamed denied announced visited met week month year"
)
_KINDS = {"actors": "Person", "places": "City"}
_PER_ARTICLE = {
    "events": ("Attack", 5),
    "agreements": ("Agreement", 2),
    "quotes": ("Quotation", 6),
    "claims": ("Accusation", 4),
}
_TYPED = (
    "president", "border attack", "agreement on trade", "said the minister", "killed in the city",
    "security officials denied", "“signed a letter”", "armed group", "police",
)  # fmt: skip
_A_LETTER = """async (text) => {
    document.querySelector(".search__input").value = text;
    await dossier.runSearch();
    document.querySelector(".search__results").getBoundingClientRect(); // laid out as well
}"""
_WATCH = """() => {
    const dialog = document.getElementById("search"), field = dialog.querySelector("input");
    window.letters = [];
    const painted = (then) => requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = then;
        channel.port2.postMessage(0);
    });
    field.addEventListener("input", (event) => {
        const letter = { typed: event.timeStamp, query: field.value.trim() };
        window.letters.push(letter);
        painted(() => (letter.painted = performance.now() - letter.typed));
    }, true);
    new MutationObserver(() => {
        const letter = window.letters.at(-1);
        if (letter?.query !== dialog.dataset.query || letter.found) return;
        letter.found = 1;
        painted(() => (letter.found = performance.now() - letter.typed));
    }).observe(dialog, { attributes: true, attributeFilter: ["data-query"] });
}"""
_GAP = 150
"""Milliseconds between two keys, as of a fast typist."""
_ALONE = """async (text) => {
    await (await dossierSearch.engine()).ask({ number: 0, query: text, limit: 20, view: 8, kind: "" });
}"""


class _Maker:
    """Made-up names and sentences, the same in every run."""

    def __init__(self) -> None:
        self._random = random.Random(17)
        self._syllables = _SYLLABLES.split()
        self._common = _COMMON.split()
        self._words = [self._word() for _ in range(20_000)]

    def _word(self) -> str:
        return "".join(self._random.choice(self._syllables) for _ in range(self._random.randint(2, 4)))

    def name(self) -> str:
        """Two capitalised words."""
        return f"{self._word().title()} {self._word().title()}"

    def one_of(self, things: Sequence[str]) -> str:
        """One of the things, the first ones far more often."""
        return things[min(int(self._random.paretovariate(0.8)) - 1, len(things) - 1)]

    def sentence(self, words: int) -> str:
        """Common words, and rarer ones between them."""
        return " ".join(
            self._random.choice(self._common) if self._random.random() < 0.6 else self.one_of(self._words)
            for _ in range(words)
        )


def made_up_pages(articles: int) -> Iterator[FoundPage]:
    """Pages of a dossier of so many articles: 18 to an article, and the actors and places they share."""
    maker = _Maker()
    actors = [maker.name() for _ in range(articles * 3 // 2)]
    places = [maker.name().split()[0] for _ in range(articles // 3)]
    for section, names in (("actors", actors), ("places", places)):
        for number, name in enumerate(names):
            yield _page(f"{section}/x{number}/", name, _KINDS[section], maker.sentence(25))
    for article in range(articles):
        yield _page(f"articles/x{article}/", maker.sentence(9).capitalize(), "Article", maker.sentence(30))
        for section, (kind, count) in _PER_ARTICLE.items():
            for number in range(count):
                actor, place = maker.one_of(actors), maker.one_of(places)
                title = f"{kind} by {actor} in {place}"
                if section == "quotes":
                    title = f"“{maker.sentence(9)} …” – {actor}"
                text = f"{maker.sentence(30)} {actor} {maker.sentence(8)} {place}."
                yield _page(f"{section}/x{article}-{number}/", title, kind, text)


def _page(url: str, title: str, kind: str, text: str) -> FoundPage:
    return FoundPage(url=url, title=title, kind=kind, sections=[Section("", "", text)])


def measure(page: Page, address: str) -> str:
    """What the first search loads and how long letters take, in one line."""
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer) if "/search" in answer.url else None)
    page.goto(address)
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.keyboard.press("/")
    page.keyboard.type("k")
    page.locator(".search__results a").first.wait_for()
    first = _weight(answers)
    rounds = [
        sorted(
            _letter(page, session, what, text[:length])
            for text in _TYPED
            for length in range(1, len(text) + 1)
        )
        for what in (_A_LETTER, _A_LETTER, _ALONE)
    ]
    page.wait_for_load_state("networkidle")
    told = [_told(times) for times in rounds]
    return (
        f"first search loads {first / 1000:.0f} kB; {len(rounds[0])} letters typed: {told[0]}, "
        f"{_weight(answers) / 1000:.0f} kB loaded in all; typed again: {told[1]}; asking alone: {told[2]}"
    )


def typed(page: Page, address: str) -> str:
    """How long a letter takes to be painted, and its results, with the processor slowed, in one line."""
    page.goto(address)
    page.keyboard.press("/")
    page.locator("dialog.search").wait_for()
    page.evaluate(_WATCH)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": _SLOWER})
    told = []
    for when in ("first", "again"):
        page.evaluate("window.letters.length = 0")
        for text in _TYPED:
            for letter in text:
                page.keyboard.type(letter)
                page.wait_for_timeout(_GAP)
            page.wait_for_timeout(4 * _GAP)
            page.locator(".search__input").fill("")
        letters = [letter for letter in page.evaluate("window.letters") if letter["query"]]
        seen = {
            name: sorted(letter[name] for letter in letters if name in letter)
            for name in ("painted", "found")
        }
        told.append(
            f"typed {when}: 95 of 100 letters painted within {_most(seen['painted']):.0f} ms, "
            f"{len(seen['found'])} of {len(letters)} answered before the next, 95 of 100 of them within "
            f"{_most(seen['found']):.0f} ms"
        )
    return "; ".join(told)


def _most(times: Sequence[float]) -> float:
    """What 95 of 100 of the sorted times don't exceed."""
    return times[int(len(times) * 0.95)]


def _told(times: Sequence[float]) -> str:
    most = _most(times)
    return (
        f"half at most {statistics.median(times):.0f} ms, 95 of 100 at most {most:.0f} ms "
        f"(four times slower {_SLOWER * most:.0f} ms), the longest {times[-1]:.0f} ms"
    )


def _letter(page: Page, session: CDPSession, what: str, text: str) -> float:
    """Milliseconds of processor time that the text's last letter takes."""
    before = _spent(session)
    page.evaluate(what, text)
    return _spent(session) - before


def _spent(session: CDPSession) -> float:
    metrics = session.send("Performance.getMetrics")["metrics"]
    return 1000 * float(next(each["value"] for each in metrics if each["name"] == "TaskDuration"))


def _weight(answers: list[Response]) -> int:
    """Bytes over the wire, packed as a host would."""
    return sum(len(gzip.compress(answer.body(), 9)) for answer in answers)


def with_made_up_index(site: Path, folder: Path, articles: int) -> int:
    """A copy of the site whose search knows the made-up pages; gives their number."""
    shutil.copytree(site, folder, ignore=shutil.ignore_patterns("*.zip"))
    pages = list(made_up_pages(articles))
    old = next((folder / "search").glob("index.*.js"))
    for part in (folder / "search").iterdir():
        part.unlink()
    for path, text in index_files(pages, {}).items():
        (folder / path).write_text(text, encoding="utf-8")
    (folder / "search" / "index.js").rename(old)
    return len(pages)


def main() -> None:
    """Measures both sites and prints a line for each."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("site", type=Path)
    parser.add_argument("--articles", type=int, default=2000)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        large = Path(place) / "site"
        count = with_made_up_index(args.site, large, args.articles)
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM"), args=["--no-sandbox"]
        )
        for name, site in (("the built site", args.site), (f"{count} made-up pages", large)):
            with serving(site) as address:
                print(f"{name}, slowed {_SLOWER} times: {typed(browser.new_page(), address)}")
                print(f"{name}: {measure(browser.new_page(), address)}")
        browser.close()


if __name__ == "__main__":
    main()
