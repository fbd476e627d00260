"""Pages to their Markdown, each drawn again only when an answer to what it asked of the dossier is another.

This is the one place that decides what is stale. A page is kept with the questions it asked (`pages.asking`);
all others (`stood`) the digests of the answers (`pages.answers`), of what was decided about it before, of the
settings and, by the file's name, of the program. Each question is answered once, and a page that none asks
for again is not even read. What can't be read is drawn again.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from itertools import chain, islice
from typing import NamedTuple, Protocol

from dossier.beside import beside, shared
from dossier.reading.digest_cache import DigestCache, digest, digest_of_bytes
from dossier.reading.edition import edition
from dossier.site.pages.addresses import url_of
from dossier.site.pages.answers import Answers, Told
from dossier.site.pages.asking import Drawing
from dossier.site.pages.document import Page
from dossier.site.pages.notices import plain
from dossier.site.render import render
from dossier.site.stood import Group, Numbers, Questions, StoodPage, group_of, is_of, now_of, questions_of

_NAME = "pages"
_ALL = digest("all questions")
"""What all pages asked is kept under this."""
_GROUPS = 64
"""Pages are known in so many groups, by digests of their paths; where one is drawn its group is kept anew."""
_AHEAD = 50
"""Pages that are unpacked at once where one is asked for: mostly whoever asks wants all."""
_SEVERAL = 4
"""Pages of which half are worth a process."""
_AT_ONCE = 1_000
"""Pages that are drawn before they are kept: what another process drew is held twice for a moment."""
_DRAWS = ("site", "exports", "assembly", "seeds", "facts.py", "model.py")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page as it is written."""

    page: Page
    """Without blocks, sections, citation and linked data: what lists and feeds tell of it."""
    digest: bytes
    """Of its Markdown, so that nobody unpacks it who only asks whether it is another."""
    _packed: bytes | Callable[[], bytes] = field(compare=False, repr=False)
    """The Markdown packed, or what finds it: of all pages the texts would take more than all else."""

    @property
    def text(self) -> bytes:
        """Its Markdown."""
        return zlib.decompress(self._packed) if isinstance(self._packed, bytes) else self._packed()


class _Place(Protocol):
    """Where pages are kept, by digests of their paths, and what is known of all."""

    def find(self, digests: Sequence[bytes]) -> dict[bytes, bytes]: ...

    def store(self, made: Mapping[bytes, bytes], *, anew: bool = False) -> None: ...

    def remove_others(self, names: str) -> None: ...


class _Held:
    """The same for as long as this process holds it."""

    def __init__(self) -> None:
        self.rows: dict[bytes, bytes] = {}

    def find(self, digests: Sequence[bytes]) -> dict[bytes, bytes]:
        return {key: self.rows[key] for key in digests if key in self.rows}

    def store(self, made: Mapping[bytes, bytes], *, anew: bool = False) -> None:  # noqa: ARG002
        self.rows |= made

    def remove_others(self, names: str) -> None:
        """There are none."""


class _Task(NamedTuple):
    """A page to be drawn, or to be found as it was."""

    drawing: Drawing
    day: date | None
    given: bytes
    """Digest of what was decided about it before."""


_Text = tuple[StoodPage, bytes]
"""A page drawn now, and its Markdown packed."""


class _Made(NamedTuple):
    """A group of pages of which some were drawn, whose questions don't have their numbers yet."""

    stood: Sequence[StoodPage]
    drawn: Sequence[StoodPage]


class Drawer:
    """Draws pages, and keeps them for the next time and, where it has a file, for the next build."""

    def __init__(self, file: DigestCache | None = None) -> None:
        self._kept: _Place = file or _Held()
        self._told = Told()
        self._drawn: dict[str, Drawn] = {}
        """By path, the pages as they were drawn last, in order."""
        self._edition: object = None
        """Of the answers to which they were drawn."""
        self._known_by = b""
        """By which questions and answers the groups of pages were kept then."""
        self._paths: list[str] = []
        """Of the pages that were drawn last, in order."""
        self._order: dict[str, int] = {}
        """By path, its place among these."""
        self._ahead: dict[str, bytes] = {}
        """By path, Markdown that is likely to be asked for next."""
        self.drawn: list[str] = []
        """Paths of the pages that were drawn and not kept from before."""

    @classmethod
    def keeping(cls) -> Drawer:
        """One that knows what the last build of this program drew."""
        return cls(DigestCache(f"{_NAME}-{edition(*_DRAWS)}", _NAME))

    def draw(
        self, drawings: Sequence[Drawing], answers: Answers, dates: Mapping[str, date], common: str
    ) -> list[Drawn]:
        """The pages, in order; `dates` has by address the day of the last change, `common` concerns all."""
        answers.told = self._told
        questions, stale = self._asked_again(answers)
        self._paths = [drawing.path for drawing in drawings]
        self._order = {path: place for place, path in enumerate(self._paths)}
        before, self._drawn, self._ahead = self._drawn, {}, {}
        by_group: dict[int, list[_Task]] = defaultdict(list)
        for drawing in drawings:
            day = dates.get(url_of(drawing.path))
            given = digest(f"{common}\n{day}\n{drawing.given}")
            by_group[digest(drawing.path)[0] % _GROUPS].append(_Task(drawing, day, given))
        rows = self._kept.find([*map(_key, by_group)])
        groups = {
            number: self._standing(group_of(rows.get(_key(number)), self._known_by), tasks, stale, before)
            for number, tasks in by_group.items()
        }
        numbers = Numbers()
        drawn = self._taken([task for _, tasks in groups.values() for task in tasks], answers, numbers)
        made = {
            number: _Made(stood, list(islice(drawn, len(tasks)))) if tasks else None
            for number, (stood, tasks) in groups.items()
        }
        if stale or any(made.values()):
            self._keep(questions, made, rows, numbers, answers)
        self._edition = answers.edition
        answers.settle()
        return [self._drawn[path] for path in self._paths]

    def _asked_again(self, answers: Answers) -> tuple[Questions, frozenset[int]]:
        """All questions with the answers that they get now, and the numbers of those that get another.

        Only those are asked that may, where nobody else has kept other pages meanwhile.
        """
        questions = questions_of(self._row(_ALL))
        edition, among = answers.since or (None, None)
        is_last = edition is self._edition and questions.known_by == self._known_by
        if answers.since is None:
            answers.ahead()
        self._known_by = questions.known_by
        return questions.asked_again(answers.digests, among if edition is not None and is_last else None)

    def _standing(
        self, group: Group, tasks: Sequence[_Task], stale: frozenset[int], before: Mapping[str, Drawn]
    ) -> tuple[list[StoodPage], list[_Task]]:
        """The pages of a group that are as they were, where some are not; and those that are to be drawn."""
        stood, others = [], []
        for task in tasks:
            drawing, day, given = task
            path = drawing.path
            page = group.standing(path, given, stale)
            if page is None:
                others.append(task)
                continue
            stood.append(page)
            found = Drawn(page.page, page.digest, partial(self._text, drawing, day, page.digest))
            last = before.get(path)
            self._drawn[path] = last if last is not None and last == found else found
        return (stood, others) if others else ([], [])

    def _taken(self, tasks: Sequence[_Task], answers: Answers, numbers: Numbers) -> Iterator[StoodPage]:
        """Draws pages, and keeps their Markdown."""
        pages = []
        for first in range(0, len(tasks), _AT_ONCE):
            drawn = _drawn(tasks[first : first + _AT_ONCE], answers, numbers)
            for page, text in drawn:
                path = page.page.path
                pages.append(page)
                self._drawn[path] = Drawn(page.page, page.digest, text)
                self.drawn.append(path)
            self._kept.store({digest(page.page.path): text for page, text in drawn}, anew=True)
        return iter(pages)

    def _keep(
        self,
        questions: Questions,
        made: Mapping[int, _Made | None],
        rows: Mapping[bytes, bytes],
        numbers: Numbers,
        answers: Answers,
    ) -> None:
        """Keeps what is known of all pages, with the answers that they got; `rows` were kept of their groups.

        A group is of one row of questions: those that were written without it are of none.
        """
        known_by = self._known_by
        questions, become = questions.with_more(numbers, answers.digests)

        def group(number: int) -> Group:
            each = made[number]
            if each is None:
                return group_of(rows.get(_key(number)), known_by)
            return Group((*each.stood, *(page.renumbered(become) for page in each.drawn)))

        again = None
        if questions.is_wasteful:
            asked = bytearray(questions.count)
            for place in chain.from_iterable(page.asked for each in made for page in group(each)):
                asked[place] = 1
            questions, again = questions.without(asked)
        kept = {_ALL: questions.row}
        for number, each in made.items():
            row = rows.get(_key(number)) if each is None and again is None else None
            if row is not None:
                if is_of(row, known_by):
                    kept[_key(number)] = now_of(row, questions)
            elif again is None:
                kept[_key(number)] = group(number).packed(questions)
            else:
                pages = Group(page.renumbered(again) for page in group(number))
                kept[_key(number)] = pages.packed(questions)
        self._kept.store(kept, anew=True)
        self._known_by = questions.known_by

    def _row(self, key: bytes) -> bytes | None:
        """What is kept under a key."""
        return self._kept.find([key]).get(key)

    def _text(self, drawing: Drawing, day: date | None, known: bytes) -> bytes:
        """The Markdown of a page that stands, of a known digest; drawn again if it can't be read."""
        row = self._row_of(drawing.path)
        with suppress(zlib.error):
            text = zlib.decompress(row)
            if digest_of_bytes(text) == known:
                return text
        text = render(_dated(drawing.make(), day)).encode()
        self._kept.store({digest(drawing.path): zlib.compress(text, 1)}, anew=True)
        self.drawn.append(drawing.path)
        return text

    def _row_of(self, path: str) -> bytes:
        """What is kept of a page's Markdown; empty where nothing is."""
        if path not in self._ahead:
            at = self._order[path]
            keys = {digest(each): each for each in self._paths[at : at + _AHEAD]}
            self._ahead = {keys[key]: row for key, row in self._kept.find(list(keys)).items()}
        return self._ahead.pop(path, b"")

    def keep(self) -> None:
        """Leaves what was drawn to the next build, and nothing of what other programs drew."""
        if self.drawn:
            self._kept.remove_others(f"{_NAME}-*")


def _key(group: int) -> bytes:
    """What is known of a group of pages is kept under this."""
    return digest(f"group {group}")


def _dated(page: Page, day: date | None) -> Page:
    return replace(page, updated=day or page.updated, changed=day) if page.updated else page


def _drawn(tasks: Sequence[_Task], answers: Answers, numbers: Numbers) -> list[_Text]:
    """Pages drawn now, in order; of several each here or on another core, if there is one, as either is free.

    What a process that ended had taken is drawn at the end.
    """
    if len(tasks) < _SEVERAL:
        return [_page_drawn(*task, answers, numbers) for task in tasks]
    with shared(len(tasks)) as free:

        def apart() -> tuple[dict[int, _Text], Numbers]:
            asked = Numbers()
            return {place: _page_drawn(*tasks[place], answers, asked) for place in free}, asked

        latter = beside(apart)
        here = {place: _page_drawn(*tasks[place], answers, numbers) for place in free}
        others, asked = latter()
    become = numbers.taking(asked)
    here |= {place: (page.renumbered(become), text) for place, (page, text) in others.items()}
    return [here.get(place) or _page_drawn(*task, answers, numbers) for place, task in enumerate(tasks)]


def _page_drawn(
    drawing: Drawing, day: date | None, given: bytes, answers: Answers, numbers: Numbers
) -> _Text:
    """A page drawn now, and its Markdown packed."""
    with answers.catalogue.notes.listening() as asked:
        page = drawing.make()
    page = _dated(page, day)
    text = render(page).encode()
    bare = replace(
        page,
        blocks=(),
        sections=(),
        citation=None,
        linked_data={},
        names=(),
        notices=tuple((plain(notice),) for notice in page.notices),
    )
    asks = numbers.of(sorted({*drawing.asks, *asked}))
    return StoodPage(given, digest_of_bytes(text), bare, asks), zlib.compress(text, 1)
