"""The search index, in parts that a browser loads as a query needs them.

Each part is a script that hands its data to `dossierSearch`, so that it loads from a host, from a folder and
under a strict policy alike:

- `index`: the pages' kinds with their ranges, the first entry of every part, the folding table;
- `terms`: word → where it stands. In names: [page, packed] pairs; in texts: [page * 16 + how often];
- `heads`: one or two letters → the pages whose names begin so; "~" and a letter → words for guesses;
- `shown`: address, title and other names of each page;
- `texts`: its text, section by section.

Pages are numbered so that those of a kind stand together, and within a kind those come first that most pages
link to. Page numbers in lists are differences from the one before.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from typing import Any, TypeVar

from dossier.site.finish.pages import FoundPage
from dossier.site.finish.words import stem, table, tokens

FOLDER = "search"
_Key = TypeVar("_Key")
_PART = 8_000
"""Characters of JSON in a part, about: three to five times as many as go over the wire."""
_TEXTS = 12_000
"""The same of texts, of which a search shows few."""
_HEADS = 40
_MOST = 15
_LETTERS = 255
_WEIGHTS = (1.0, 0.96, 0.8, 0.7, 0.5, 0.15, 0.6)
"""What a match of a name is worth: title, alias, “words” with their speaker, initials, headline, and the
sentence that opens a page (of a quotation its words, which its title has in part), words of the address."""
_LEAD, _ADDRESS = 5, 6
_ORDER = ("actors", "places", "events", "agreements", "quotes", "claims", "articles")
_PRIORS = {
    "actors": 10,
    "places": 10,
    "events": 10,
    "agreements": 10,
    "quotes": 2,
    "claims": 0,
    "articles": -4,
}
"""Where two pages match alike, the one about a thing comes before the one that quotes, claims or lists it."""
_ABOUT_SITE = -60
"""Pages about the site come last."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a page: its words, and the number of its weight."""

    words: tuple[str, ...]
    weight: int


def index_files(pages: Iterable[FoundPage], links: Mapping[str, int]) -> dict[str, str]:
    """The files of the index, by path from the site's root; `links` counts the links to each address."""
    ordered = sorted(pages, key=lambda page: (*_group(page), -links.get(page.url, 0), page.url))
    terms, heads = _collect(ordered)
    made: dict[str, str] = {}
    manifest: dict[str, Any] = {
        "count": len(ordered),
        "kinds": _kinds(ordered),
        "weights": _WEIGHTS,
        "words": table().for_browser(),
    }
    lists: dict[str, list[tuple[str | int, str]]] = {}
    for name, entries in (("terms", terms), ("heads", heads)):
        parts = _parts(sorted(entries.items(), key=_as_browsers_sort))
        lists[name] = [(first, _add(made, f"{name}{at}", text)) for at, (first, text) in enumerate(parts)]
    for name, values in (("shown", map(_shown, ordered)), ("texts", map(_texts, ordered))):
        chunks = _chunks(values, _TEXTS if name == "texts" else _PART)
        lists[name] = [(first, _add(made, f"{name}{at}", text)) for at, (first, text) in enumerate(chunks)]
    manifest["lists"] = lists
    files = {f"{FOLDER}/{name}": text for name, text in made.items()}
    files[f"{FOLDER}/index.js"] = f"dossierSearch.index({_json(manifest)});\n"
    return files


def _section(page: FoundPage) -> str:
    section, _, rest = page.url.partition("/")
    if page.section:
        return page.section
    return section if rest and section in _PRIORS else ""


def _group(page: FoundPage) -> tuple[int, str]:
    """Pages of one kind stand together."""
    section = _section(page)
    place = _ORDER.index(section) if section else len(_ORDER) + page.about_site
    return place, page.kind


def _kinds(pages: Sequence[FoundPage]) -> list[tuple[int, str, list[str], int]]:
    """First page, label, words and prior of each run of one kind."""
    found = []
    number = 0
    for (_, kind), group in groupby(pages, key=_group):
        members = list(group)
        section = _section(members[0])
        prior = _ABOUT_SITE if members[0].about_site else _PRIORS.get(section, -3)
        found.append((number, kind, [stem(token.word) for token in tokens(kind)], prior))
        number += len(members)
    return found


def names_of(page: FoundPage) -> list[Name]:
    """Title, aliases and their initials.

    Of “words” – speaker the words count for more, since the speaker has a page; an article's headline for
    less, since what it tells has pages.
    """
    section = _section(page)
    words, speaker = page.title, ""
    if page.title.startswith("“") and "” – " in page.title:
        words, _, speaker = page.title.rpartition(" – ")
    texts = [(words, 4 if section == "articles" else 0), *((name, 1) for name in page.names)]
    if speaker:
        texts.append((page.title, 2))
    if section in ("actors", "places"):
        for name in (page.title, *page.names):
            initials = "".join(token.word[0] for token in tokens(name))
            if 1 < len(initials) < 7:
                texts.append((initials, 3))
    if section in ("events", "agreements", "quotes"):
        texts.append((page.lead, _LEAD))
    if section in (
        "events",
        "agreements",
    ):  # a reader's words for it may be those that it was first called by
        texts.append((page.url.rstrip("/").rpartition("/")[2].replace("-", " "), _ADDRESS))
    return [Name(tuple(stem(token.word) for token in tokens(text)), weight) for text, weight in texts]


def _collect(pages: Sequence[FoundPage]) -> tuple[dict[str, list[Any]], dict[str, list[Any]]]:
    """The entries of both dictionaries: words, and beginnings of names."""
    in_names: dict[str, list[int]] = defaultdict(list)
    in_text: dict[str, list[int]] = defaultdict(list)
    begin: dict[str, dict[int, int]] = defaultdict(dict)
    last_name: Counter[str] = Counter()
    last_text: Counter[str] = Counter()
    for number, page in enumerate(pages):
        counts: Counter[str] = Counter()
        for section in page.sections:
            for text in (section.title, section.text):
                counts.update(_forms(text))
        for word, count in counts.items():
            in_text[word].append((number - last_text[word]) * (_MOST + 1) + min(count, _MOST))
            last_text[word] = number
        for position, name in enumerate(names_of(page)[: _MOST + 1]):
            letters = min(sum(map(len, name.words)), _LETTERS)
            for at, word in _placed(page, position, name):
                packed = ((position * 64 + min(at, 63)) * 256 + letters) * 8 + name.weight
                in_names[word] += [number - last_name[word], packed]
                last_name[word] = number
                if not page.about_site and name.weight not in (_LEAD, _ADDRESS):
                    for size in (1, 2):
                        best = begin[word[:size]]
                        best[number] = min(best.get(number, 99), name.weight * 2 + bool(at))
    return {
        word: [in_names.get(word, []), in_text.get(word, [])] for word in in_names.keys() | in_text.keys()
    }, _heads(begin, in_names.keys() | in_text.keys())


def _forms(text: str) -> Iterator[str]:
    for token in tokens(text):
        yield stem(token.word)
        yield from token.others


def _placed(page: FoundPage, position: int, name: Name) -> Iterator[tuple[int, str]]:
    """The words of a name, each with its place; then the forms that join several, at the first one's."""
    yield from enumerate(name.words)
    texts = (page.title, *page.names)
    if position >= len(texts):
        return
    found = tokens(texts[position])[: len(name.words)]
    for at, token in enumerate(found):
        yield from ((at, other) for other in token.others)
    if 1 < len(found) < 5:
        yield 0, "".join(token.word for token in found)


def _heads(begin: Mapping[str, Mapping[int, int]], words: Iterable[str]) -> dict[str, list[Any]]:
    heads: dict[str, list[Any]] = {}
    for head, best in begin.items():
        ranked = sorted(best, key=lambda number: (best[number], number))
        heads[head] = [len(ranked), ranked[:_HEADS]]
    by_letter: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        if len(word) > 3 and not word[0].isdigit():
            for letter in {word[0], word[1]}:
                by_letter[f"~{letter}"].append(word)
    return heads | {letter: [" ".join(group)] for letter, group in by_letter.items()}


def _shown(page: FoundPage) -> list[Any]:
    return [page.url, page.title, list(page.names)]


def _texts(page: FoundPage) -> list[Any]:
    return [[section.anchor, section.title, section.text] for section in page.sections]


def _parts(entries: Sequence[tuple[str, Any]]) -> Iterator[tuple[str, str]]:
    """First word and JSON of each part of a dictionary."""
    told = ((word, f"{_json(word)}:{_json(value)}") for word, value in entries)
    return ((first, f"{{{part}}}") for first, part in _together(told, _PART))


def _chunks(values: Iterable[list[Any]], most: int) -> Iterator[tuple[int, str]]:
    """Number of the first page and JSON of each part of what is kept by page."""
    return ((first, f"[{part}]") for first, part in _together(enumerate(map(_json, values)), most))


def _together(told: Iterable[tuple[_Key, str]], most: int) -> Iterator[tuple[_Key, str]]:
    """Texts joined by commas, as many as fit into a part, each part with the key of its first."""
    part: list[tuple[_Key, str]] = []
    size = 0
    for key, text in told:
        if part and size + len(text) > most:
            yield part[0][0], ",".join(each for _, each in part)
            part, size = [], 0
        part.append((key, text))
        size += len(text)
    if part:
        yield part[0][0], ",".join(each for _, each in part)


def _add(made: dict[str, str], part: str, text: str) -> str:
    """The name under which a part is kept: with a fingerprint of what is in it."""
    name = f"{part}.{sha256(text.encode()).hexdigest()[:8]}.js"
    made[name] = f"dossierSearch.part({_json(part)},{text});\n"
    return name


def _json(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _as_browsers_sort(entry: tuple[str, Any]) -> bytes:
    """Browsers compare strings by their UTF-16 units."""
    return entry[0].encode("utf-16-be")
