"""Strings to rows of words with heads, labels, tags and lemmas; the only module that knows spaCy's pipeline.

The model is checked against the digests in `parser.yaml` when it loads. Parts of speech and lemmas come
from a table of (word, tag, label) already seen: they depend on nothing else, and asking spaCy each time
takes longer than parsing. Texts are read in a memory zone, so that the vocabulary doesn't grow.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache, cached_property
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dossier.errors import DossierError, Problem
from dossier.reading.lexicon import load_table
from dossier.reading.parse_cache import ParseCache
from dossier.reading.tree import Row

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_BATCH = 128
_MOST_KEYS = 60_000
"""Words the table of lemmas holds before it starts anew: what keeps memory flat."""
_FORMAT = 2
"""Of the cached rows: another number, another cache."""

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

    Raises DossierError when they must be parsed and the model isn't there, or isn't the one recorded.
    """
    model = _model()
    cache_ = ParseCache(f"parses-{_FORMAT}-{model.digest}")
    found = cache_.find(strings)
    missing = list(dict.fromkeys(s for s in strings if s and s not in found))
    if missing:
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


def load_pipeline(model: Model) -> Language:
    """SpaCy's pipeline with the first of the packages that is installed.

    Raises DossierError when none is, or when one of its files isn't the one recorded.
    """
    package = next((name for name in model.packages if find_spec(name) is not None), None)
    if package is None:
        raise DossierError([_problem(model, model.packages[0], "the parser's model is not installed")])
    module = import_module(package)
    home = Path(str(module.__file__)).parent / f"{package}-{model.version}"
    problems = [
        _problem(model, str(home / name), f"not the file recorded, but one with SHA-256 {found}")
        for name, expected in model.sha256.items()
        if (found := _digest(home / name)) != expected
    ]
    if problems:
        raise DossierError(problems)
    pipeline: Language = module.load(exclude=["ner", "senter"])
    return pipeline


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "(no such file)"


def _problem(model: Model, file: str, found: str) -> Problem:
    names = " or ".join(model.packages)
    return Problem(file=file, found=found, expected=f"{names} {model.version}", example=model.install)


class _Parser:
    """A loaded pipeline and the words whose lemma it has been asked for."""

    def __init__(self, pipeline: Language, lemmas: dict[str, str]) -> None:
        self._pipeline = pipeline
        self._lemmas = lemmas
        self._known: dict[Key, tuple[str, str]] = {}

    @cached_property
    def _tables(self) -> list[str]:
        return [name for name in self._pipeline.pipe_names if name in ("attribute_ruler", "lemmatizer")]

    def parse(self, strings: Sequence[str]) -> list[tuple[Row, ...]]:
        """Rows of each string, in order."""
        found: list[tuple[Row, ...]] = []
        for first in range(0, len(strings), _BATCH):
            with self._pipeline.memory_zone(), self._pipeline.select_pipes(disable=self._tables):
                docs = list(self._pipeline.pipe(strings[first : first + _BATCH], batch_size=_BATCH))
                self._learn(docs)
                found += map(self._rows, docs)
        return found

    def _learn(self, docs: Sequence[Doc]) -> None:
        """Asks for part of speech and lemma of words not asked for before, each apart from the others."""
        from spacy.tokens import Doc

        if len(self._known) > _MOST_KEYS:
            self._known.clear()
        new = list(
            dict.fromkeys(key for doc in docs for word in doc if (key := _key(word)) not in self._known)
        )
        if not new:
            return
        apart: list[Key] = [pair for key in new for pair in (key, (",", ",", "punct"))]
        words, tags, deps = (list(column) for column in zip(*apart, strict=True))
        doc = Doc(self._pipeline.vocab, words=words, tags=tags, deps=deps, heads=[0] * len(words))
        for name in self._tables:
            doc = self._pipeline.get_pipe(name)(doc)
        for key, word in zip(new, list(doc)[::2], strict=True):
            verb = key[1].startswith("VB")
            lemma = self._lemmas.get(word.lower_) if verb else None
            self._known[key] = (word.pos_, lemma or word.lemma_)

    def _rows(self, doc: Doc) -> tuple[Row, ...]:
        return tuple(
            Row(word.idx, word.idx + len(word), word.head.i, word.dep_, word.tag_, *self._known[_key(word)])
            for word in doc
        )


def _key(word: object) -> Key:
    return (word.text, word.tag_, word.dep_)  # type: ignore[attr-defined]
