"""Turtle's syntax: subjects with their triples, literals, addresses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from urllib.parse import quote

Triple = tuple[str, str]
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_NOT_IN_ADDRESSES = {ord(each): quote(each) for each in '<>"{}|^`\\ '} | {
    code: f"%{code:02X}" for code in range(32)
}


def written(prefixes: Mapping[str, str], blocks: Iterable[str], base: str | None = None) -> bytes:
    """A file of blocks; their relative addresses are meant from `base`, else from where the file is."""
    head = [f"@base <{base}> .\n"] if base else []
    head += [f"@prefix {name}: <{iri}> .\n" for name, iri in prefixes.items()]
    return "".join([*head, *(f"\n{block}" for block in blocks)]).encode()


def block(subject: str, triples: Iterable[Triple]) -> str:
    """All triples of one subject."""
    return f"{subject}\n  {_joined(triples, ' ;' + chr(10) + '  ')} .\n"


def blank(triples: Iterable[Triple]) -> str:
    """A node without a name, where it is used."""
    return f"[ {_joined(triples, ' ; ')} ]"


def address(iri: str) -> str:
    """An address, relative or not."""
    return f"<{iri.translate(_NOT_IN_ADDRESSES)}>"


def literal(value: object, datatype: str | None = None) -> str:
    """A value with its type; text without one."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return f'"{value!r}"^^xsd:double'
    if isinstance(value, date):
        return f'"{value.isoformat()}"^^xsd:date'
    text = "".join(_ESCAPES.get(each, each) for each in str(value))
    return f'"{text}"^^{datatype}' if datatype else f'"{text}"'


def _joined(triples: Iterable[Triple], separator: str) -> str:
    return separator.join(f"{name} {value}" for name, value in triples)
