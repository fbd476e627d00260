"""A web page, saved or fetched, to its article: what it says of itself in JSON-LD and tags, and its text.

The article's text among menus and links is found by trafilatura, the metadata by extruct; what neither
finds is left to the user.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lxml import html
from lxml.etree import ParserError, _Element

from dossier.seeds.importing.extra import needed
from dossier.seeds.importing.flow import Flow, read_flow
from dossier.seeds.importing.lines import join_lines
from dossier.seeds.importing.material import Material, Original, refused, shortened
from dossier.seeds.importing.tables import markup
from dossier.seeds.importing.unseen import is_hidden

_OPEN_GRAPH = {
    "og:title": "headline",
    "og:site_name": "publisher",
    "og:url": "url",
    "article:published_time": "datePublished",
    "og:locale": "inLanguage",
}
_A_PHRASE = 25  # characters; what is shorter may stand in an article by chance
_MOST = 0.8  # of what was found must be found again
_SHOWN = 6  # short lines of a page
_A_SENTENCE = 80  # characters; what is left out and longer is shown word for word


def read_page(text: str, original: Original) -> Material:
    """The article of a page.

    Raises DossierError when no text of an article is found, or the libraries are missing.
    """
    try:
        tree = html.document_fromstring(text)
    except (ParserError, ValueError):
        tree = None
    if tree is None or tree.find("body") is None:  # a page cut off in its head has none
        raise refused(original.file, "this page is empty or can’t be read", "a saved page with an article")
    said, linked = _said(text, tree, original)
    hidden = _without_hidden(tree)
    flow, guessed = _article(tree, original, linked)
    rest = _rest(tree, flow, str(said.get("headline", "")))
    return Material(
        blocks=flow.blocks,
        said=said,
        left_out=(*hidden, *flow.left_out, *rest),
        guessed=(*guessed, *flow.guessed),
    )


def linked_articles(data: object) -> Iterator[Mapping[str, Any]]:
    """The articles in JSON-LD, however deep."""
    waiting = [data]
    while waiting:
        each = waiting.pop()
        if isinstance(each, Mapping):
            kind = each.get("@type", ())
            if markup().articles & {
                kind if isinstance(kind, str) else "",
                *(kind if isinstance(kind, list) else ()),
            }:
                yield each
                continue
            each = list(each.values())
        if isinstance(each, Sequence) and not isinstance(each, str):
            waiting.extend(reversed(each))


def _said(text: str, tree: _Element, original: Original) -> tuple[dict[str, object], Mapping[str, Any]]:
    """What a page says of itself, JSON-LD before Open Graph's tags before trafilatura's finds."""
    extruct = needed("extruct", "a page", original.file)
    try:
        found = extruct.extract(text, syntaxes=["json-ld", "microdata"], errors="ignore", uniform=True)
    except (ValueError, TypeError, LookupError):
        found = {}  # extruct gives up on some broken pages; the tags below remain
    article = next(linked_articles([found.get("json-ld"), found.get("microdata")]), {})
    wanted = ("headline", "author", "publisher", "datePublished", "url", "mainEntityOfPage", "inLanguage")
    said: dict[str, object] = {key: article[key] for key in wanted if article.get(key)}
    for meta in tree.iter("meta"):
        key = _OPEN_GRAPH.get(meta.get("property") or meta.get("name") or "")
        if key and meta.get("content"):
            said.setdefault(key, meta.get("content"))
    if tree.get("lang"):
        said.setdefault("inLanguage", tree.get("lang"))
    metadata = needed("trafilatura.metadata", "a page", original.file).extract_metadata(text)
    for key, value in (("headline", metadata.title), ("author", metadata.author), ("url", metadata.url)):
        if value:
            said.setdefault(key, value)
    if metadata.sitename and "publisher" not in said and " " in metadata.sitename:
        said["publisher"] = metadata.sitename
    return said, article


def _article(tree: _Element, original: Original, linked: Mapping[str, Any]) -> tuple[Flow, list[str]]:
    trafilatura = needed("trafilatura", "a page", original.file)
    markup = trafilatura.extract(
        html.tostring(tree, encoding="unicode"),
        output_format="html",
        include_comments=False,
        include_tables=False,
        include_formatting=True,
    )
    flow = _as_on_page(read_flow(_inside(markup)), tree) if markup else Flow((), (), ())
    told: list[str] = []
    body = linked.get("articleBody")
    if isinstance(body, str) and len(body) > 1.5 * sum(len(block.text) for block in flow.blocks):
        told.append("its text is what the page’s JSON-LD gives, which is longer than what the page shows")
        flow = Flow(join_lines(body).blocks, flow.left_out, flow.guessed)
    if not flow.blocks:
        told.append("the whole page without its menus is taken, since no article stands out on it")
        flow = _whole(tree)
    if not flow.blocks:
        raise refused(original.file, "no text of an article is on this page", "a page with an article’s text")
    return flow, told


def _as_on_page(found: Flow, tree: _Element) -> Flow:
    """The blocks of the page that trafilatura found, as they stand there: it may run several into one."""
    joined = " ".join(block.text for block in found.blocks)
    texts = {block.text for block in found.blocks}
    own = read_flow(html.tostring(tree, encoding="unicode")).blocks
    sure = [
        number
        for number, block in enumerate(own)
        if block.text in texts or (len(block.text) > _A_PHRASE and block.text in joined)
    ]
    if not sure:
        return found
    first, last = sure[0], sure[-1]
    while first and own[first - 1].text in joined:
        first -= 1
    while last + 1 < len(own) and own[last + 1].text in joined:
        last += 1
    taken = [block for block in own[first : last + 1] if block.text in joined]
    if sum(len(block.text) for block in taken) < _MOST * len(joined):
        return found
    return Flow(tuple(taken), found.left_out, found.guessed)


def _inside(markup: str) -> str:
    """The body of a page that trafilatura wrote."""
    body = html.document_fromstring(markup).find("body")
    return html.tostring(body, encoding="unicode") if body is not None else ""


def _whole(tree: _Element) -> Flow:
    whole = html.fromstring(html.tostring(tree, encoding="unicode"))
    for element in [*whole.iter(*markup().furniture)]:
        element.drop_tree()
    return read_flow(html.tostring(whole, encoding="unicode"))


def _without_hidden(tree: _Element) -> list[str]:
    told = []
    for element in [*tree.iter()]:
        if isinstance(element.tag, str) and element.tag != "html" and is_hidden(element):
            if line := " ".join(element.text_content().split()):
                told.append(f"hidden text: {shortened(line)}")
            if element.getparent() is not None:
                element.drop_tree()
        elif element.tag in ("del", "s", "strike") and element.getparent() is not None:
            told.append(f"struck-out words: {shortened(element.text_content())}")
            element.drop_tree()
    return told


def _rest(tree: _Element, taken: Flow, headline: str) -> list[str]:
    """What of the page is not in its article: sentences word for word, menus by their number."""
    have = " ".join([headline, *(block.text for block in taken.blocks)])
    rest = [
        block.text
        for block in read_flow(html.tostring(tree, encoding="unicode")).blocks
        if block.text not in have
    ]
    told = [f"text of the page: {shortened(line, 100)}" for line in rest if len(line) > _A_SENTENCE]
    short = [line for line in rest if len(line) <= _A_SENTENCE]
    if short:
        more = f" and {len(short) - _SHOWN} more" if len(short) > _SHOWN else ""
        told.append(f"short lines of the page: {', '.join(map(shortened, short[:_SHOWN]))}{more}")
    return told
