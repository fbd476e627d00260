"""Which of very many read articles make a dossier: a question in options, asked of Parquet by DuckDB."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args

import duckdb

from dossier.errors import DossierError, Problem
from dossier.vocabularies import AgreementKind, ClaimKind, event_types

_COLUMNS = "id, title, text, published, publisher, authors, url"
_EXAMPLE = "len(claims) > 2 AND publisher = 'The Norton Post'"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What articles must hold: one of each tuple that isn't empty, whatever its capital letters."""

    names: tuple[str, ...] = ()
    """Actors or places, by a name or another form that the article gives them."""
    places: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    """Of events, agreements or claims; with a claimant or target, of that claim."""
    claimants: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    """One claim must have both, where both are asked for."""
    after: date | None = None
    """The first day of publication."""
    before: date | None = None
    """The last."""
    where: str | None = None
    """A condition in SQL on the columns of the table."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked for."""
        return self == Question()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The articles that answer a question best."""

    rows: tuple[dict[str, Any], ...]
    """As `dossier import` reads them: id, title, text, published, publisher, author, url."""
    found: int
    """How many answer it at all."""


def kinds() -> frozenset[str]:
    """What `--kind` can be."""
    claims, agreements = get_args(get_args(ClaimKind)[0]), get_args(get_args(AgreementKind)[0])
    return frozenset((*event_types(), *agreements, *claims))


def select(question: Question, tables: Sequence[str], limit: int) -> Chosen:
    """The articles in Parquet files that answer a question, first those that name most often what is asked.

    An article that stands in several files counts once. No other file is opened, whatever `where` says.

    Raises DossierError when a file isn't such a table, or `where` is no condition.
    """
    with duckdb.connect() as base:
        return _Asked(base, question, list(tables), limit).chosen()


@dataclass(slots=True)
class _Asked:
    base: duckdb.DuckDBPyConnection
    question: Question
    tables: list[str]
    limit: int

    def chosen(self) -> Chosen:
        self._open()
        conditions, values = _conditions(self.question)
        score = _score(self.question, values)
        found = self._all(
            f"SELECT id, count(*) OVER () FROM (SELECT DISTINCT ON (id) id, published, {score} AS score "
            f"FROM articles WHERE {' AND '.join(conditions)}) "
            f"ORDER BY score DESC, published DESC NULLS LAST, id LIMIT {self.limit}",
            values,
        )
        wanted = [id for id, _ in found]
        texts = self._all(
            f"SELECT DISTINCT ON (id) {_COLUMNS} FROM articles WHERE id IN (SELECT unnest($ids))",
            {"ids": wanted},
        )
        rows = {row[0]: _given(row) for row in texts}
        return Chosen(rows=tuple(rows[id] for id in wanted), found=found[0][1] if found else 0)

    def _open(self) -> None:
        """Makes the files the table `articles`, and bars everything else.

        Raises DossierError.
        """
        for table in self.tables:
            self._check(table)
        self.base.execute("SET allowed_paths = $1", [self.tables])
        self.base.execute("SET enable_external_access = false")
        self.base.execute("SET lock_configuration = true")
        named = ", ".join(f"'{_escaped(table)}'" for table in self.tables)
        self.base.execute(f"CREATE VIEW articles AS SELECT * FROM read_parquet([{named}])")

    def _check(self, table: str) -> None:
        try:
            described = self.base.execute("SELECT * FROM read_parquet($1) LIMIT 0", [table]).description
        except duckdb.Error as error:
            raise DossierError([_no_table(table, str(error).splitlines()[0])]) from None
        missing = {"id", "text", "actors", "claims"} - {column[0] for column in described or ()}
        if missing:
            raise DossierError([_no_table(table, f"it has no column {', '.join(sorted(missing))}")])

    def _all(self, sql: str, values: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        try:
            if len(self.base.extract_statements(sql)) != 1:
                raise duckdb.ParserException("more than one statement")
            used = {name: value for name, value in values.items() if f"${name}" in sql}
            return self.base.execute(sql, used).fetchall()
        except duckdb.Error as error:
            if self.question.where is None:
                raise
            raise DossierError([_no_condition(self.question.where, error)]) from None


def _conditions(asked: Question) -> tuple[list[str], dict[str, Any]]:
    """What must hold of a row, as SQL, and the values it names."""
    values: dict[str, Any] = {
        "names": _folded(asked.names),
        "places": _folded(asked.places),
        "kinds": list(asked.kinds),
        "claimants": _folded(asked.claimants),
        "targets": _folded(asked.targets),
        "after": asked.after,
        "before": asked.before,
    }
    found = ["true"]
    if asked.names:
        found.append(f"({_named('actors', 'names')} OR {_named('places', 'names')})")
    if asked.places:
        found.append(_named("places", "places"))
    if asked.claimants or asked.targets:
        found.append(_claimed(asked))
    elif asked.kinds:
        found.append(f"({' OR '.join(_kind_of(*each) for each in _KINDS)})")
    if asked.after:
        found.append("published >= $after")
    if asked.before:
        found.append("published <= $before")
    if asked.where:
        found.append(f"(\n{asked.where}\n)")
    return found, values


_KINDS = (("events", "type"), ("agreements", "kind"), ("claims", "kind"))
_IS_NAMED = (
    "(lower(x.name) IN {asked} OR EXISTS (SELECT 1 FROM unnest(x.aliases) AS b(a) WHERE lower(a) IN {asked}))"
)


def _among(value: str) -> str:
    return f"(SELECT unnest(${value}))"


def _named(column: str, value: str) -> str:
    return f"EXISTS (SELECT 1 FROM unnest({column}) AS t(x) WHERE {_IS_NAMED.format(asked=_among(value))})"


def _kind_of(column: str, key: str) -> str:
    return f"EXISTS (SELECT 1 FROM unnest({column}) AS t(x) WHERE x.{key} IN {_among('kinds')})"


def _claimed(asked: Question) -> str:
    """That one claim has all that is asked of claims; a claimant or target may be meant by another form."""
    parts = [
        f"(lower(c.{key}) IN {_among(value)} OR EXISTS (SELECT 1 FROM unnest(actors) AS t(x) "
        f"WHERE x.name = c.{key} AND {_IS_NAMED.format(asked=_among(value))}))"
        for key, value in (("claimant", "claimants"), ("target", "targets"))
        if getattr(asked, value)
    ]
    if asked.kinds:
        parts.append(f"c.kind IN {_among('kinds')}")
    return f"EXISTS (SELECT 1 FROM unnest(claims) AS u(c) WHERE {' AND '.join(parts)})"


def _score(asked: Question, values: dict[str, Any]) -> str:
    """How often an article mentions what is asked for."""
    values["sought"] = _folded((*asked.names, *asked.places, *asked.claimants, *asked.targets))
    if not values["sought"]:
        return "0"
    counted = (
        "(SELECT coalesce(sum(len(x.mentions)), 0) FROM unnest({column}) AS t(x) WHERE "
        + _IS_NAMED.format(asked=_among("sought"))
        + ")"
    )
    return f"{counted.format(column='actors')} + {counted.format(column='places')}"


def _folded(names: Sequence[str]) -> list[str]:
    return [name.lower() for name in names]


def _given(row: tuple[Any, ...]) -> dict[str, Any]:
    id, title, text, published, publisher, authors, url = row
    said = {"title": title, "publisher": publisher, "url": url, "author": "; ".join(authors or ())}
    dated = {"published": published.isoformat()} if published else {}
    return {"id": id, "text": text, **dated, **{key: value for key, value in said.items() if value}}


def _escaped(path: str) -> str:
    return path.replace("'", "''")


def _no_table(table: str, why: str) -> Problem:
    return Problem(
        file=table,
        found=f"no table of read articles: {why}",
        expected="a folder that dossier extract --out wrote, or Parquet files of its folder articles",
        example="dossier select --name 'Ana Novak' read/ --out seeds",
    )


def _no_condition(where: str, error: duckdb.Error) -> Problem:
    return Problem(
        file="--where",
        found=f"“{where}” can’t be asked: {str(error).splitlines()[0]}",
        expected="a condition in DuckDB’s SQL on the columns of the table; no other file is opened",
        example=f'--where "{_EXAMPLE}"',
    )
