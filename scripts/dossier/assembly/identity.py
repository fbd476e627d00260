"""What makes a record that record: the name, or the sentence and words of an article that tell of it.

Ids follow from titles, and titles from rules: they may change. An identity holds through that, so that an
address can stay with its record.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, assert_never
from unicodedata import normalize

from dossier.facts import EDITOR, Reported, cited, with_words
from dossier.model import Actor, Agreement, AnyRecord, Article, Claim, Dossier, Event, Evidence, Place, Quote
from dossier.reading.text.article import Article as ArticleText
from dossier.reading.text.masked import shape_of

SAME_ID = "same id:"
"""Begins a hint that says something only of a record with the same id."""
NAME = "name:"
"""Begins what says that a record is the bearer of a name."""
FOLDERS: dict[type[Article] | type[AnyRecord], str] = {
    Article: "articles",
    Actor: "actors",
    Place: "places",
    Event: "events",
    Agreement: "agreements",
    Quote: "quotes",
    Claim: "claims",
}
"""The section of the site, and of the data, that each kind of record stands in."""
RECORD_SECTIONS = tuple(section for kind, section in FOLDERS.items() if kind is not Article)
"""The sections of what is told of: all but the articles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """A record reduced to what tells it from others, and to what changes in it."""

    section: str
    id: str
    key: tuple[str, ...]
    """Each alone makes it that record."""
    hints: tuple[str, ...]
    """Each makes it likely; sure where it fits no other record."""
    articles: tuple[str, ...]
    """Ids of the articles it rests on."""
    digest: str
    """Of its facts, whoever read them and wherever in the article they stand."""
    edited: str
    """Of those that an editor gave."""


def identities(dossier: Dossier, texts: Sequence[ArticleText]) -> list[Identity]:
    """The identity of each record and article, in the dossier's order."""
    by_id = {text.id: text for text in texts}
    words = {
        passage.id: _words(by_id[passage.article], passage)
        for passage in dossier.evidence
        if passage.article in by_id
    }
    article_of = {passage.id: passage.article for passage in dossier.evidence}
    masked = {text.id for text in texts if text.mask is not None}
    passages = {passage.id: passage for passage in dossier.evidence if passage.article in by_id}
    found = [_of_article(article) for article in dossier.articles]
    bearers = Counter((type(each), folded(each.name.value)) for each in (*dossier.actors, *dossier.places))
    for record in dossier.records():
        anchors = _anchors(record)
        texts_of = {article_of[id] for id in cited(record) if id in article_of}
        is_masked = any(id in masked for id in texts_of)
        plain = with_words(record, _shape) if is_masked else record
        said = _plain(plain.model_dump(mode="json", exclude={"id"}, exclude_none=True), words)
        if isinstance(record, Actor | Place):
            alone = bearers[type(record), folded(record.name.value)] == 1
            key, hints = _names(record, article_of, alone=alone)
        else:
            traits = [_traits(record, passages[id], by_id[article_of[id]]) for id in anchors]
            key = tuple(each[0] for each in traits)
            hints = tuple(hint for each in traits for hint in each[1:])
        found.append(
            Identity(
                section=FOLDERS[type(record)],
                id=record.id,
                key=tuple(dict.fromkeys(key)),
                hints=tuple(dict.fromkeys(hints)),
                articles=tuple(sorted({article_of[id] for id in anchors})),
                digest=digest(said),
                edited=digest(list(_edited(said))),
            )
        )
    return found


def carried_traits(dossier: Dossier, text: ArticleText) -> dict[str, tuple[str, ...]]:
    """What makes the records of an article those records, to be found again where its words are hidden."""
    passages = {passage.id: passage for passage in dossier.evidence if passage.article == text.id}
    return {
        _place(record, passages[id]): _traits(record, passages[id], text)
        for record in dossier.records()
        if not isinstance(record, Actor | Place)
        for id in _anchors(record)
        if id in passages
    }


def _traits(record: AnyRecord, passage: Evidence, text: ArticleText) -> tuple[str, ...]:
    """What makes a record that record, by one passage that tells of it: its key, then hints."""
    carried = text.mask.traits.get(_place(record, passage)) if text.mask is not None else None
    if carried:
        return carried
    what, words = _what(record), _words(text, passage)
    sentence = digest(passage.article, _sentence(text, passage))
    return (
        f"words:{digest(sentence, words, *what)}",
        f"sentence:{digest(sentence, *what)}",
        f"passage:{digest(passage.article, words, *what)}",
        f"{SAME_ID}{digest(sentence)}",
    )


def _place(record: AnyRecord, passage: Evidence) -> str:
    """A record by a place that tells of it and by the shape of what tells it from others."""
    what = (shape_of(each) if isinstance(each, Reported) else each for each in _what(record))
    return digest(FOLDERS[type(record)], passage.start, passage.end, *what)


def _shape(words: Reported) -> Reported:
    return Reported(shape_of(words))


def digest(*values: object) -> str:
    """Twelve hexadecimal digits for a list of values."""
    return sha256("\x1f".join(map(repr, values)).encode()).hexdigest()[:12]


def folded(name: str) -> str:
    """A name without its case and its way of composing letters; accents stay."""
    return normalize("NFC", " ".join(name.casefold().split()))


def _of_article(article: Article) -> Identity:
    url = (f"url:{article.url}",) if article.url else ()
    file = () if article.url else (f"file:{article.id}",)
    facts = article.model_dump(mode="json", exclude={"id"}, exclude_none=True)
    return Identity(
        section=FOLDERS[Article],
        id=article.id,
        key=(f"sha256:{article.sha256}", *url),
        hints=(f"report:{digest(article.publisher, article.datePublished, article.headline)}", *file),
        articles=(article.id,),
        digest=digest(facts),
        edited="",
    )


def _names(
    record: Actor | Place, article_of: Mapping[str, str], *, alone: bool
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Its name, and its other names of several words, for a surname alone may be anybody's.

    Of namesakes each has its name in its articles; any name in an article is a hint, however short.
    """
    name = folded(record.name.value)
    articles = tuple(dict.fromkeys(article_of[id] for id in record.mentions if id in article_of))
    key = (f"{NAME}{name}",) if alone else tuple(named_in(name, article) for article in articles)
    aliases = [(folded(alias.value.text), alias.evidence) for alias in record.aliases]
    hints = [f"{NAME}{alias}" for alias, _ in aliases if " " in alias]
    hints += [named_in(alias, article_of[id]) for alias, ids in aliases for id in ids if id in article_of]
    return key or (f"{NAME}{name}",), tuple(hints)


def named_in(name: str, article: str) -> str:
    """What makes a record the bearer of a name in an article, as it may have another bearer in another."""
    return f"{NAME}{name}@{article}"


def traits_of(key: Iterable[str], articles: Iterable[str]) -> tuple[str, ...]:
    """What makes a record that record, with its name in each of its articles."""
    key, articles = tuple(key), tuple(articles)
    names = [trait.removeprefix(NAME) for trait in key if trait.startswith(NAME) and "@" not in trait]
    return (*key, *(named_in(name, article) for name in names for article in articles))


def _anchors(record: AnyRecord) -> tuple[str, ...]:
    """The passages that tell of it."""
    match record:
        case Quote():
            return record.passages
        case Claim():
            return record.evidence
        case Actor() | Place() | Event() | Agreement():
            return record.mentions
        case _:
            assert_never(record)


def _what(record: AnyRecord) -> tuple[str, ...]:
    """What tells it from other records of the same sentence: a claim about another is another claim."""
    match record:
        case Claim():
            target = record.target_as_reported.value if record.target_as_reported else ""
            return (record.kind.value, record.claimant_as_reported.value, target)
        case Event():
            return (record.type.value,)
        case Agreement():
            return (record.kind.value,)
        case _:
            return ()


def _words(text: ArticleText, passage: Evidence) -> str:
    """A passage's words; where they are hidden their digest, which does not depend on what is shown."""
    return text.text.text[passage.start : passage.end] if text.mask is None else passage.digest


def _sentence(text: ArticleText, passage: Evidence) -> str:
    """The same of its first sentence."""
    if text.mask is not None:
        return passage.sentences[0]
    sentence = text.text.sentence_at(passage.start)
    return " ".join(text.text.text[sentence.start : sentence.end].split())


def _plain(value: Any, words: Mapping[str, str]) -> Any:
    """The data with each passage's words for its id: a paragraph put in above changes no fact."""
    if isinstance(value, dict):
        return {name: _plain(each, words) for name, each in value.items()}
    if isinstance(value, list):
        return [_plain(each, words) for each in value]
    return words.get(value, value) if isinstance(value, str) else value


def _edited(value: Any) -> Iterator[Any]:
    """The facts that an editor gave."""
    if isinstance(value, dict):
        if value.get("read_by") == EDITOR:
            yield value
        else:
            for each in value.values():
                yield from _edited(each)
    elif isinstance(value, list):
        for each in value:
            yield from _edited(each)
