"""The checks of an inventory of facts, asked of a dossier's data; its head says what a check means."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_SECTIONS = ("articles", "actors", "places", "events", "agreements", "quotes", "claims", "relations")


class Asking:
    """A dossier's data with the names and selectors of an inventory."""

    def __init__(self, data: dict[str, Any], table: dict[str, Any], texts: dict[str, str]) -> None:
        self.data = data
        self.table = table
        self.texts = texts
        """By article: its text, for wordings of which the data shows the first and last words."""
        self.records = {each["id"]: each for s in _SECTIONS if s != "relations" for each in data[s]}

    def holds(self, check: dict[str, Any]) -> bool:
        """Whether a record of the data answers a check."""
        if "record" in check:
            chosen = self.chosen(self.table["records"][check["record"].removeprefix("@")])
        else:
            chosen = self.chosen(check)
        for record in chosen:
            if not all(self.fits(record.get(field), asked) for field, asked in check["has"].items()):
                continue
            if "by" not in check or all(
                self.said_by(record if "predicate" in record else record.get(field), asked, check["by"])
                for field, asked in check["has"].items()
            ):
                return True
        return False

    def answers(self, check: dict[str, Any]) -> list[dict[str, Any]]:
        """The facts of the data that answer a check, of each record that does; a relation is one fact."""
        named = check.get("record")
        chosen = self.chosen(self.table["records"][named.removeprefix("@")] if named else check)
        found = []
        for record in chosen:
            if not all(self.fits(record.get(field), asked) for field, asked in check["has"].items()):
                continue
            for field, asked in check["has"].items():
                held = record if "predicate" in record else record.get(field)
                each = [
                    fact for fact in (held if isinstance(held, list) else [held]) if isinstance(fact, dict)
                ]
                found += [
                    fact
                    for fact in each
                    if "predicate" in fact or isinstance(asked, dict | list) or self.fits(fact, asked)
                ]
        return found

    def chosen(self, selector: dict[str, Any]) -> list[dict[str, Any]]:
        """The records of a section of which all conditions hold."""
        conditions = selector.get("that", {})
        return [
            record
            for record in self.data[selector["in"]]
            if all(self.fits(record.get(field), asked) for field, asked in conditions.items())
        ]

    def fits(self, value: Any, asked: Any) -> bool:
        """Whether a field's value, or one of several, is what is asked."""
        value = self.in_full(value)
        if asked is None:
            return value in (None, [], "")
        if isinstance(asked, list):
            return any(self.fits(value, each) for each in asked)
        if isinstance(asked, dict) and "all" in asked:
            return all(self.fits(value, each) for each in asked["all"])
        if isinstance(value, list):
            return any(self.fits(each, asked) for each in value)
        if value is None:
            return False
        if isinstance(asked, dict):
            return self._of_fields(value, asked)
        if isinstance(asked, str) and asked.startswith("@"):
            return self._is_record(value, asked.removeprefix("@"))
        if isinstance(asked, int) and isinstance(value, int | float):
            return value == asked
        return any(each.casefold() == str(asked).casefold() for each in self.forms(value))

    def in_full(self, fact: Any) -> Any:
        """The value of a fact; of words that are shortened, those of the passages it rests on."""
        value = unwrapped(fact)
        if isinstance(value, str) and " …" in value and isinstance(fact, dict):
            return " … ".join(self.passage(each) for each in fact["evidence"])
        return value

    def passage(self, id: str) -> str:
        """The article's words under the id of an evidence."""
        article, _, place = id.rpartition(":")
        start, end = map(int, place.split("-"))
        return self.texts[article][start:end]

    def _of_fields(self, value: Any, asked: dict[str, Any]) -> bool:
        if "contains" in asked:
            wanted = asked["contains"] if isinstance(asked["contains"], list) else [asked["contains"]]
            return any(str(w).casefold() in form.casefold() for w in wanted for form in self.forms(value))
        if isinstance(value, dict):
            known = value
            main = next((f for f in ("actor", "value", "text", "title") if f in value), None)
            if not set(asked) & set(value) and main is not None:
                return self._of_fields(unwrapped(value[main]), asked)
        else:
            known = self.records.get(str(value), {})
        return all(self.fits(known.get(field), each) for field, each in asked.items())

    def _is_record(self, value: Any, handle: str) -> bool:
        if isinstance(value, dict):
            inner = [value.get(f) for f in ("actor", "place", "object", "text", "as_reported")]
            return any(self._is_record(unwrapped(each), handle) for each in inner if each)
        if handle in self.table["names"]:
            return any(
                form.casefold() == name.casefold()
                for name in self.table["names"][handle]
                for form in self.forms(value)
            )
        return str(value) in {record["id"] for record in self.chosen(self.table["records"][handle])}

    def forms(self, value: Any) -> Iterator[str]:
        """The words of a value: its own, and the names of the record it refers to."""
        if isinstance(value, dict):
            for field in ("value", "text", "edtf", "as_reported", "title", "actor"):
                if field in value:
                    yield from self.forms(unwrapped(value[field]))
            return
        yield str(value)
        record = self.records.get(str(value))
        if record is not None and "name" in record:
            yield str(unwrapped(record["name"]))
            for alias in record.get("aliases", []):
                yield str(unwrapped(alias).get("text"))

    def said_by(self, fact: Any, asked: Any, by: str) -> bool:
        """Whether the fact that answers says whose word it is."""
        if isinstance(fact, dict) and "predicate" in fact:  # a relation is one fact
            return any(self._is_record(s.get("actor"), by.removeprefix("@")) for s in sources(fact))
        facts = fact if isinstance(fact, list) else [fact]
        return any(
            self.fits(each, asked)
            and any(self._is_record(source.get("actor"), by.removeprefix("@")) for source in sources(each))
            for each in facts
        )


def sources(fact: Any) -> list[dict[str, Any]]:
    """Whose word a fact is."""
    return list(fact.get("according_to") or []) if isinstance(fact, dict) else []


def unwrapped(fact: Any) -> Any:
    """The value of a fact; anything else as it is."""
    if isinstance(fact, dict) and "value" in fact and "read_by" in fact:
        return fact["value"]
    return fact
