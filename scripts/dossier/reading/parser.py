"""Strings to rows of words with heads, labels, tags and lemmas; the only module that knows spaCy's pipeline.

The model is checked against the digests in `parser.yaml` when it loads. Parts of speech and lemmas come
from a table of (word, tag, label) already seen: they depend on nothing else, and asking spaCy each time
takes longer than parsing. The pipeline keeps each word it has met; after many it is loaded anew.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, NamedTuple
from unicodedata import combining, is_normalized, normalize

from dossier.errors import DossierError, Problem
from dossier.reading.lexicon import load_table
from dossier.reading.parse_cache import ParseCache
from dossier.reading.tree import Row, Tree

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

_BATCH = 128
_MOST_WORDS = 100_000
"""Different words a pipeline meets before it is loaded anew (a third of a second): what keeps memory flat."""
_FORMAT = 2
"""Of the cached rows: another number, another cache."""
_BARE = "dossier.bare.v1"
_COMMANDS = ("spacy.cli", "spacy.cli.info")
"""What spaCy imports for its own command line, downloads among it: a third of what its import takes."""

Key = tuple[str, str, str]


class Model(NamedTuple):
    """Shape of parser.yaml."""

    version: str
    packages: tuple[str, ...]
    install: str
    sha256: dict[str, str]
    lemmas: dict[str, str]

    @property
    def digest(self) -> str:
        """One name for all its files."""
        return hashlib.sha256("".join(f"{k} {v}\n" for k, v in self.sha256.items()).encode()).hexdigest()[:12]


def parse_strings(strings: Sequence[str]) -> list[tuple[Row, ...]]:
    """Rows of each string, in order; an empty tuple for an empty string.

    A letter with its accent apart is parsed as the one letter that the model knows.
    Raises DossierError when they must be parsed and the model isn't there, or isn't the one recorded.
    """
    whole = {string: _composed(string) for string in strings}
    parsed = _parse(list(whole.values()))
    rows = dict(zip(whole.values(), parsed, strict=True))
    return [_in(string, whole[string], rows[whole[string]]) for string in strings]


def _composed(string: str) -> str:
    """The string with each accent in its letter; as it is where letters run into others when composed."""
    if is_normalized("NFC", string):
        return string
    whole = normalize("NFC", string)
    return whole if whole == "".join(_letters(string)) else string


def _letters(string: str) -> Iterator[str]:
    """Each letter of a string, composed with the marks behind it."""
    start = 0
    for at in range(1, len(string) + 1):
        if at == len(string) or not combining(string[at]):
            yield normalize("NFC", string[start:at])
            start = at


def _in(string: str, whole: str, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Rows of a composed string with their places in the string as it was given."""
    if whole == string:
        return rows
    starts = [at for at, letter in enumerate(string) if not at or not combining(letter)]
    places = [start for start, letter in zip(starts, _letters(string), strict=True) for _ in letter] + [
        len(string)
    ]
    return tuple(row._replace(start=places[row.start], end=places[row.end]) for row in rows)


def _parse(strings: Sequence[str]) -> list[tuple[Row, ...]]:
    model = _model()
    cache_ = ParseCache(f"parses-{_FORMAT}-{model.digest}")
    found = cache_.find(strings)
    missing = list(dict.fromkeys(s for s in strings if s and s not in found))
    if missing:
        if _parser().full:
            _parser.cache_clear()
        made = dict(zip(missing, _parser().parse(missing), strict=True))
        cache_.store(made)
        found |= made
    return [found.get(string, ()) for string in strings]


@cache
def _model() -> Model:
    return load_table("parser", Model, "dossier.reading")


@cache
def _parser() -> _Parser:
    return _Parser(load_pipeline(_model()), _model().lemmas)


def load_parser() -> None:
    """Loads the model now, for whoever will have something to parse.

    Raises DossierError when it isn't there, or isn't the one recorded.
    """
    _parser()


def draw_tree(tree: Tree) -> str:
    """A tree as SVG, its words above their labels, heads joined to dependents."""
    from spacy import displacy

    words = [{"text": word.text, "tag": word.tag} for word in tree.words]
    arcs = [
        {
            "start": min(word.index, word.head.index),
            "end": max(word.index, word.head.index),
            "label": word.dep,
            "dir": "left" if word.index < word.head.index else "right",
        }
        for word in tree.words
        if word.head is not word
    ]
    options = {"compact": True, "distance": 90}
    drawn: str = displacy.render({"words": words, "arcs": arcs}, style="dep", manual=True, options=options)
    return drawn


def load_pipeline(model: Model) -> Language:
    """SpaCy's pipeline with the first of the packages that is installed.

    Raises DossierError when none is, or when one of its files isn't the one recorded.
    """
    package = next((name for name in model.packages if find_spec(name) is not None), None)
    if package is None:
        raise DossierError([_problem(model, model.packages[0], "the parser's model is not installed")])
    with _without_commands():
        module = import_module(package)
    home = Path(str(module.__file__)).parent / f"{package}-{model.version}"
    problems = [
        _problem(model, str(home / name), f"not the file recorded, but one with SHA-256 {found}")
        for name, expected in model.sha256.items()
        if (found := _digest(home / name)) != expected
    ]
    if problems:
        raise DossierError(problems)
    _register_bare_tokenizer()
    pipeline: Language = module.load(
        exclude=["ner", "senter"], config={"nlp": {"tokenizer": {"@tokenizers": _BARE}}}
    )
    return pipeline


def _register_bare_tokenizer() -> None:
    """A tokenizer without rules: the model brings its own, and those of the language would be for nothing."""
    from spacy.util import registry

    bare = import_module("spacy.tokenizer").Tokenizer
    registry.tokenizers(_BARE, func=lambda: lambda pipeline: bare(pipeline.vocab))


@contextmanager
def _without_commands() -> Iterator[None]:
    """Imports of spaCy, if not done before, without its command line; who asks for that later gets it."""
    stand_ins = {} if "spacy" in sys.modules else {name: ModuleType(name) for name in _COMMANDS}
    for module in stand_ins.values():
        vars(module).update(__path__=[], info=None)
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name in stand_ins:
            sys.modules.pop(name, None)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "(no such file)"


def _problem(model: Model, file: str, found: str) -> Problem:
    names = " or ".join(model.packages)
    return Problem(file=file, found=found, expected=f"{names} {model.version}", example=model.install)


class _Parser:
    """A loaded pipeline and the words whose part of speech and lemma it has been asked for."""

    def __init__(self, pipeline: Language, lemmas: dict[str, str]) -> None:
        self._pipeline = pipeline
        self._lemmas = lemmas
        self._known: dict[Key, tuple[str, str]] = {}
        self._parts: dict[Key, tuple[str, str, str]] = {}
        self._labels = frozenset(_asked_for(pipeline, "DEP"))
        self._words = frozenset(_asked_for(pipeline, "LOWER"))
        index = pipeline.get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]
        for part, words in index.items():
            index[part] = frozenset(words)  # given as lists of up to 57,000 words, and each word is looked up

    @property
    def full(self) -> bool:
        """Whether it has met so many words that another should take its place."""
        return len(self._pipeline.vocab) > _MOST_WORDS

    def parse(self, strings: Sequence[str]) -> list[tuple[Row, ...]]:
        """Rows of each string, in order."""
        found: list[tuple[Row, ...]] = []
        for first in range(0, len(strings), _BATCH):
            with self._pipeline.select_pipes(disable=["attribute_ruler", "lemmatizer"]):
                docs = list(self._pipeline.pipe(strings[first : first + _BATCH], batch_size=_BATCH))
            keys = [[self._key(word) for word in doc] for doc in docs]
            self._learn(keys)
            found += map(self._rows, docs, keys)
        return found

    def _learn(self, keys: Iterable[Iterable[Key]]) -> None:
        """Asks for part of speech and lemma of words not asked for before."""
        new = list(dict.fromkeys(key for each in keys for key in each if key not in self._known))
        kinds = [self._kind(key) for key in new]
        self._learn_parts(list(dict.fromkeys(kind for kind in kinds if kind not in self._parts)))
        doc = self._apart("lemmatizer", new, [self._parts[kind] for kind in kinds])
        for key, word in zip(new, doc, strict=True):
            lemma = self._lemmas.get(word.lower_) if key[1].startswith("VB") else None
            self._known[key] = (word.pos_, lemma or word.lemma_)

    def _learn_parts(self, kinds: Sequence[Key]) -> None:
        for kind, word in zip(kinds, self._apart("attribute_ruler", kinds), strict=True):
            self._parts[kind] = (word.pos_, str(word.morph), word.lemma_)

    def _apart(
        self, pipe: str, keys: Sequence[Key], parts: Sequence[tuple[str, str, str]] = ()
    ) -> list[Token]:
        """What a part of the pipeline makes of words, each apart from the others."""
        from spacy.tokens import Doc

        if not keys:
            return []
        mark: Key = (",", ",", "punct")
        words, tags, deps = zip(*(each for key in keys for each in (key, mark)), strict=True)
        had = [each for part in parts for each in (part, ("PUNCT", "PunctType=Comm", ","))]
        given: dict[str, Any] = dict(
            zip(("pos", "morphs", "lemmas"), map(list, zip(*had, strict=True)), strict=False)
        )
        doc = Doc(
            self._pipeline.vocab,
            words=list(words),
            tags=list(tags),
            deps=list(deps),
            heads=[0] * len(words),
            **given,
        )
        return list(self._pipeline.get_pipe(pipe)(doc))[::2]

    def _rows(self, doc: Doc, keys: Iterable[Key]) -> tuple[Row, ...]:
        return tuple(
            Row(word.idx, word.idx + len(word), word.head.i, word.dep_, word.tag_, *self._known[key])
            for word, key in zip(doc, keys, strict=True)
        )

    def _key(self, word: Token) -> Key:
        """What its part of speech and lemma depend on: a label that no rule asks for is as good as `dep`."""
        return (word.text, word.tag_, word.dep_ if word.dep_ in self._labels else "dep")

    def _kind(self, key: Key) -> Key:
        """What a word's part of speech depends on: a word that no rule asks for is as good as any."""
        text, tag, dep = key
        return (text if text.isspace() or text.lower() in self._words else "x", tag, dep)


def _asked_for(pipeline: Language, attribute: str) -> Iterator[str]:
    """The values of an attribute that the rules for parts of speech ask for."""
    ruler = pipeline.get_pipe("attribute_ruler")
    for rule in ruler.patterns:  # type: ignore[attr-defined]
        for word in (word for pattern in rule["patterns"] for word in pattern if attribute in word):
            asked = word[attribute]
            for values in [asked] if isinstance(asked, str) else asked.values():
                yield from [values] if isinstance(values, str) else values
