"""Actors that have an entry in a list instead of a page: named once, and nothing else is told of them.

A list holds those whose names begin with one letter. An address that was published with a page keeps it, and
the address of an entry answers for good: where the actor has a page by now, the list leads on to it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from dossier.assembly.ledger import Ledger
from dossier.facts import EDITOR, leaves, refers_to
from dossier.model import Actor, Dossier
from dossier.site.pages import leads, wording
from dossier.site.pages.addresses import page_path
from dossier.site.pages.asking import Drawing
from dossier.site.pages.catalogue import Catalogue
from dossier.site.pages.collation import initial, sort_key
from dossier.site.pages.document import Chip, Inline, Link, Page, Part
from dossier.site.pages.filing import anchored, filed_name
from dossier.site.pages.frame import listing, section
from dossier.site.pages.linker import Linker
from dossier.site.pages.sections import index_page

FROM = 50
"""Articles from which on some actors have an entry only."""
_TIES = ("holds_role_in", "held_role_in", "organ_of")
"""Relations that an entry's own sentence tells."""
_LIST = "lists/named-once-{}/"
Leads = Sequence[tuple[str, str | None]]
"""Addresses at which nothing stands any more, each with the one to go on to."""


def entries_of(dossier: Dossier, ledger: Ledger) -> dict[str, str]:
    """By id, the address of the list of each actor that has an entry."""
    if len(dossier.articles) < FROM:
        return {}
    actors = [line for line in ledger if line.section == "actors"]
    kept = {line.id for line in actors if line.has_page}
    kept |= {line.to.split("/")[1] for line in ledger if line.to}
    kept |= set(_told_of(dossier))
    lists = {line.id: line.entry for line in actors if line.entry}
    return {
        actor.id: lists.get(actor.id) or _list_of(actor)
        for actor in dossier.actors
        if actor.id not in kept and len(actor.mentions) == 1 and not _is_edited(actor)
    }


class Entered:
    """Gives each actor that has an entry the address of its list; the same actor is given it once."""

    def __init__(self, entries: Mapping[str, str]) -> None:
        self._entries = entries
        self._made: dict[str, tuple[Actor, Actor]] = {}
        """By id, an actor without and with it."""

    def __call__(self, dossier: Dossier) -> Dossier:
        """The dossier with these addresses."""
        if not self._entries:
            return dossier
        return dossier.model_copy(update={"actors": tuple(map(self._entered, dossier.actors))})

    def _entered(self, actor: Actor) -> Actor:
        entry = self._entries.get(actor.id)
        if entry is None:
            return actor
        known = self._made.get(actor.id)
        if known is None or known[0] is not actor:
            known = self._made[actor.id] = (actor, actor.model_copy(update={"entry": entry}))
        return known[1]


def _told_of(dossier: Dossier) -> Iterator[str]:
    """Ids of what any other record is about, says, names or asks about."""
    for record in dossier.records():
        yield from refers_to(record)
    for doubt in dossier.doubts:
        yield from doubt.records
    for relation in dossier.relations:
        yield relation.object
        if relation.predicate not in _TIES:
            yield relation.subject


def _is_edited(actor: Actor) -> bool:
    """Whether an editor gave anything of it."""
    return actor.noindex or any(fact.read_by == EDITOR for _, fact in leaves(actor, ""))


def _list_of(actor: Actor) -> str:
    letter = initial(filed_name(actor)).lower()
    return _LIST.format(letter if letter.isascii() and letter.isalnum() else ord(letter))


def entry_pages(catalogue: Catalogue, left: Leads) -> list[Drawing]:
    """The lists, by letter; `left` are addresses that nothing stands at, those of entries among them."""
    actors: dict[str, list[Actor]] = defaultdict(list)
    for actor in sorted(catalogue.dossier.actors, key=lambda a: (sort_key(filed_name(a)), a.id)):
        if actor.entry:
            actors[actor.entry].append(actor)
    moved: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for address, to in left:
        url, mark, id = address.partition("#")
        if mark:
            actors.setdefault(url, [])
            moved[url] += [(id, to)] if to else []
    return [
        Drawing(
            page_path(url),
            partial(_entries, catalogue, url, tuple(actors[url]), tuple(sorted(moved[url]))),
            given=repr(([actor.id for actor in actors[url]], sorted(moved[url]))),
        )
        for url in sorted(actors)
    ]


def entry_lists(linker: Linker, actors: Iterable[Actor]) -> Inline:
    """Links to the lists that hold these actors, each by its letter."""
    letters: dict[str, str] = {}
    for actor in actors:
        if actor.entry:
            letters.setdefault(actor.entry, initial(filed_name(actor)))
    parts: list[Part] = []
    for url, letter in sorted(letters.items(), key=lambda each: sort_key(each[1])):
        parts += [" ", Link(href=linker.to(url), text=letter)]
    return tuple(parts)


def _entries(
    catalogue: Catalogue, url: str, actors: Sequence[Actor], moved: Sequence[tuple[str, str]]
) -> Page:
    linker = Linker(catalogue, url)
    letter = _letter(url)
    title = f"Actors named once: {letter}"
    count = wording.sentence_case(wording.counted(len(actors), "actor"))
    opening = (
        f"{count} whose name begins with {letter} {'is' if len(actors) == 1 else 'are'} named once in these "
        "articles, and nothing else is told of them."
        if actors
        else f"No actor whose name begins with {letter} is named only once by now."
    )
    lines = [_line(linker, actor) for actor in actors]
    there: list[Inline] = [
        ("Told on another page now: ", Link(href=linker.to(to), text=_called(catalogue, to), id=id))
        for id, to in moved
        if to.split("/")[1] in catalogue.records
    ]
    return index_page(
        linker,
        title,
        opening,
        [
            section("all-entries", "Named once", listing(lines, "entries")),
            section("told-elsewhere", "Told elsewhere by now", listing(there)),
        ],
        members=[catalogue.url(actor.id) for actor in actors],
        within="actors/",
    )


def _line(linker: Linker, actor: Actor) -> Inline:
    """An entry: the sentence that would open its page, its kind, and where it is named."""
    words = anchored(leads.with_link(linker, actor), actor.id)
    kind = Chip(kind=actor.kind.value, text=linker.catalogue.kind_label(actor))
    articles = [linker.article(id) for id in linker.catalogue.passages_by_article(actor)]
    return (*words, " ", kind, " ", *linker.marks(actor.mentions), " ", *articles)


def _called(catalogue: Catalogue, address: str) -> str:
    return catalogue.title(address.split("/")[1])


def _letter(url: str) -> str:
    last = url.rstrip("/").rpartition("-")[2]
    return last.upper() if len(last) == 1 else chr(int(last)).upper()
