"""One page's view of the catalogue: links, paragraph marks and values as they stand on that page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dossier.facts import EDITOR, REGISTER, Attribution, Sourced
from dossier.model import Actor, AnyRecord, Place
from dossier.site.pages import nouns, wording
from dossier.site.pages.addresses import relative
from dossier.site.pages.catalogue import Catalogue
from dossier.site.pages.composer import Sentence
from dossier.site.pages.document import EditorMark, Inline, Link, Mark, Note, Part

_MARKS_PER_FACT = 3
_READERS = {"rules": "read by rule", EDITOR: "added by an editor", "register": "from a register"}
_EDITOR = "about-the-data/#added-by-an-editor"


class Linker:
    """Makes what a page at one address needs to point at the others."""

    def __init__(self, catalogue: Catalogue, url: str) -> None:
        self.catalogue = catalogue
        self.url = url
        self.composed: dict[str, tuple[AnyRecord, Sentence]] = {}
        """Records with the sentences that were composed of them for this page."""

    def to(self, target: str) -> str:
        """Address of a page given from the site's root, as seen from here."""
        return relative(target, self.url)

    def link(self, id: str, text: str | None = None) -> Link:
        """A link to a record's page."""
        return Link(href=self.to(self.catalogue.url(id)), text=text or self.catalogue.title(id))

    def article(self, id: str) -> Link:
        """A link to an article's page."""
        return Link(href=self.to(self.catalogue.article_url(id)), text=self.catalogue.headline(id))

    def named(self, id: str | None, otherwise: str | None = None) -> Part:
        """A link to a record where there is one, else the words given."""
        if id is not None and id in self.catalogue.records:
            return self.link(id)
        return otherwise or id or ""

    def links(self, ids: Iterable[str]) -> Inline:
        """Links with commas between them."""
        parts: list[Part] = []
        for id in ids:
            parts += [", ", self.link(id)] if parts else [self.link(id)]
        return tuple(parts)

    def mark(self, evidence: str, of: Sourced | None = None, beside: Sequence[str] = ()) -> Mark:
        """The paragraph mark of a passage, as it supports one value or, without it, all that rest on it.

        Its words are also those of passages `beside` it in its paragraph that support the same.
        """
        passage = self.catalogue.evidence[evidence]
        href = f"{self.catalogue.article_url(passage.article)}#p{passage.paragraph}"
        archived = self.catalogue.articles[passage.article].archivedAt
        return Mark(
            href=self.to(href),
            text=self.catalogue.paragraph(evidence),
            exact=self.catalogue.excerpts([evidence, *beside], (of,) if of else ()),
            told=self._told(evidence, (of,) if of else self.catalogue.resting.get(evidence, ())),
            original=self.catalogue.original(evidence),
            archived=archived.url if archived else None,
        )

    def _told(self, evidence: str, values: Iterable[Sourced]) -> str:
        """Which article a passage is of; on whose word and by whom read, as far as all values agree."""
        article = self.catalogue.articles[self.catalogue.evidence[evidence].article]
        told = [f"{article.publisher}, {wording.day(article.datePublished)}"]
        told += [f"retracted on {wording.day(article.retracted.date)}"] if article.retracted else []
        words = {", according to ".join(map(self._name, reversed(value.according_to))) for value in values}
        readers = {_read_by(value) for value in values}
        if len(words) == 1:
            (word,) = words
            told.append(f"on the word of {word}" if word else "as the article reports it")
        told += readers if len(readers) == 1 else []
        return "; ".join(told)

    def _name(self, source: Attribution) -> str:
        return self.catalogue.name(source.actor, source.as_reported)

    def marks(self, evidence: Iterable[str], of: Sourced | None = None) -> tuple[Mark, ...]:
        """Paragraph marks in text order, one per paragraph and at most three."""
        by_paragraph: dict[tuple[str, str], list[str]] = defaultdict(list)
        for id in self.catalogue.in_text_order(evidence):
            passage = self.catalogue.evidence[id]
            by_paragraph[passage.article, passage.paragraph].append(id)
        first = list(by_paragraph.values())[:_MARKS_PER_FACT]
        return tuple(self.mark(id, of, beside if _are_one(of) else ()) for id, *beside in first)

    def fact(self, fact: Sourced | None, *parts: Part, said_by: str | None = None) -> Inline:
        """A value with whose word it is, apart from whoever says all of it, and where it comes from."""
        if fact is None:
            return parts
        others = [each for each in fact.according_to if not said_by or each.actor != said_by]
        return (*parts, *self.according_to(others, of_page=True), " ", *self.source(fact))

    def who(self, id: str | None, otherwise: str | None = None) -> Inline:
        """Somebody or a place as in a sentence, linked but on its own page: "the Board", "a witness"."""
        record = self.catalogue.records.get(id or "")
        if id is None or not isinstance(record, Actor | Place):
            return (nouns.unnamed(otherwise or id or "", self.catalogue.named_in),)
        name = record.name.value
        link: Part = name if self.url == self.catalogue.url(id) else self.link(id, name)
        article = nouns.definite(name, person=record.kind.value == "person")
        return (article, link) if article else (link,)

    def according_to(self, sources: Sequence[Attribution], *, of_page: bool = False) -> Inline:
        """Whose word something is, the innermost source first; nothing for the article's own.

        ", according to the A, according to B" where B tells what the A said. What is told `of_page`, of whom
        a page is about, is on its page "on their own word".
        """
        parts: list[Part] = []
        for source in reversed(sources):
            if of_page and source.actor and self.url == self.catalogue.url(source.actor):
                parts.append(", on their own word")
            else:
                parts += [", according to ", *self.who(source.actor, source.as_reported)]
        return tuple(parts)

    def kind(self, fact: Sourced, chip: Part, said_by: str | None = None) -> Inline:
        """What kind a record is of, and who describes it so, apart from whoever says all of it."""
        parts: list[Part] = [chip]
        for source in fact.according_to:
            if source.actor is None or source.actor != said_by:
                who = self.who(source.actor, source.as_reported)
                several = self.are_several(source.actor, source.as_reported)
                parts += [", as ", *who, " describe it" if several else " describes it"]
        return *parts, " ", *self.source(fact)

    def are_several(self, id: str | None, otherwise: str | None = None) -> bool:
        """Whether somebody stands with a plural verb; a body of an own name, "Harbour Lines", is one."""
        record = self.catalogue.records.get(id or "")
        if not isinstance(record, Actor | Place):
            return nouns.is_plural(otherwise or id or "")
        name, kind = record.name.value, record.kind.value
        if kind in ("person", "state"):
            return False
        is_own_name = kind == "organisation" and name.split()[-1][:1].isupper()
        is_own_name = is_own_name and nouns.ends_in_plural(name.split()[-1].lower())
        return (kind == "people" and name.endswith("s")) or (nouns.is_plural(name) and not is_own_name)

    def source(self, fact: Sourced) -> Inline:
        """Where a value comes from: paragraph marks, the editor's mark, the register's name."""
        parts: list[Part] = list(self.marks(fact.evidence, fact))
        if fact.read_by == EDITOR:
            parts.append(EditorMark(href=self.to(_EDITOR)))
        if fact.source:
            parts.append(Note(text=fact.source))
        if fact.read_by.startswith(REGISTER):
            parts.append(Note(text=f"from {fact.read_by.removeprefix(REGISTER)}"))
        return tuple(parts)

    def source_of_all(self, facts: Sequence[Sourced]) -> Inline:
        """The same of several values that one sentence tells: each paragraph once, with the words of all."""
        parts: dict[str, Part] = {}
        cited: dict[str, list[str]] = defaultdict(list)
        for fact in facts:
            for part in self.source(fact):
                key = part.href if isinstance(part, Mark) else repr(part)
                parts.setdefault(key, part)
            for id in fact.evidence if _are_one(fact) else ():
                cited[self.mark(id).href].append(id)
        return tuple(self._with_words_of(part, cited, facts) for part in parts.values())

    def _with_words_of(
        self, part: Part, cited: Mapping[str, Sequence[str]], facts: Sequence[Sourced]
    ) -> Part:
        """A mark with the words of all passages that facts cite of its paragraph, and those they report."""
        if not isinstance(part, Mark):
            return part
        ids = cited.get(part.href)
        if not ids:
            return part
        return replace(part, exact=self.catalogue.excerpts(ids, facts))


def _are_one(fact: Sourced | None) -> bool:
    """Whether the passages of a fact may be shown as one: words between them may deny what somebody says."""
    return fact is not None and (fact.read_by == EDITOR or not fact.according_to)


def _read_by(value: Sourced) -> str:
    """Who read it, as a mark tells it: "read by rule and by acme"."""
    first, *others = (value.read_by, *value.also_read_by)
    kind, _, name = first.partition(":")
    told = _READERS.get(kind) or f"read by {name}"
    return " and ".join([told, *(f"by {by.partition(':')[2] or 'rule'}" for by in others)])
