"""What a page asks of the dossier, noted as it is drawn: it need not be drawn again while the answers stay.

A question is its kind and what it is about: `("titles", "ana-novak")`. `answers` has the answer to each.
"""

from __future__ import annotations

from collections.abc import Callable, ItemsView, Iterator, KeysView, Mapping, ValuesView
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar, cast, overload

from dossier.model import Dossier
from dossier.site.pages.document import Page

Question = tuple[str, str]
_V = TypeVar("_V")
_D = TypeVar("_D")
ALL = "*"
"""What a question about every key of a table is about."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A page that can be drawn."""

    path: str
    """Under docs/."""
    make: Callable[[], Page]
    asks: tuple[Question, ...] = ()
    """What it is drawn from in any case."""
    given: str = ""
    """What was decided about it before, such as which records a part of a list holds."""


class Notes:
    """The questions asked while somebody listens; what is asked otherwise is not kept."""

    def __init__(self) -> None:
        self._asked: set[Question] | None = None

    def note(self, kind: str, about: str) -> None:
        """Keeps a question."""
        if self._asked is not None:
            self._asked.add((kind, about))

    @contextmanager
    def listening(self) -> Iterator[set[Question]]:
        """The questions asked from now on."""
        before, self._asked = self._asked, set()
        try:
            yield self._asked
        finally:
            self._asked = before


class Table(dict[str, _V]):
    """A lookup that notes the keys it is asked for, whether it has them or not."""

    def __init__(self, notes: Notes, kind: str, values: Mapping[str, _V], has: str | None = None) -> None:
        super().__init__(values)
        self._notes, self._kind, self._has = notes, kind, has or kind

    def __getitem__(self, key: str) -> _V:
        self._notes.note(self._kind, key)
        return super().__getitem__(key)

    @overload
    def get(self, key: Any, default: None = None) -> _V | None: ...

    @overload
    def get(self, key: Any, default: _D) -> _V | _D: ...

    def get(self, key: Any, default: Any = None) -> Any:
        """The value of a key; the default where it has none."""
        self._notes.note(self._kind, str(key))
        return super().get(key, default)

    def __contains__(self, key: object) -> bool:
        self._notes.note(self._has, str(key))
        return super().__contains__(key)

    def __iter__(self) -> Iterator[str]:
        self._notes.note(self._kind, ALL)
        return super().__iter__()

    def __len__(self) -> int:
        self._notes.note(self._kind, ALL)
        return super().__len__()

    def keys(self) -> KeysView[str]:  # type: ignore[override]
        """Every key."""
        self._notes.note(self._kind, ALL)
        return cast(KeysView[str], super().keys())

    def values(self) -> ValuesView[_V]:  # type: ignore[override]
        """Every value."""
        self._notes.note(self._kind, ALL)
        return cast(ValuesView[_V], super().values())

    def items(self) -> ItemsView[str, _V]:  # type: ignore[override]
        """Every key with its value."""
        self._notes.note(self._kind, ALL)
        return cast(ItemsView[str, _V], super().items())


class _Sections:
    """A dossier that notes which of its sections are looked through."""

    def __init__(self, dossier: Dossier, notes: Notes) -> None:
        self._dossier, self._notes = dossier, notes

    def __getattr__(self, name: str) -> Any:
        self._notes.note("section", name)
        return getattr(self._dossier, name)


def sections(dossier: Dossier, notes: Notes) -> Dossier:
    """The dossier itself to whoever reads its sections, each of which is a question."""
    return cast(Dossier, _Sections(dossier, notes))
