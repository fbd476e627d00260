"""What of a page is hidden from its reader or none of its text: comments, hidden parts, struck-out words."""

from __future__ import annotations

import re
from functools import cache

from lxml.etree import _Comment, _Element

from dossier.seeds.importing.material import shortened
from dossier.seeds.importing.tables import markup

_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|opacity\s*:\s*0(?![.\d])"
)
_NOTE_ID = re.compile(r"(?:foot|end)note-\d+")  # as Word files come
_NOTE_MARK = re.compile(r"\s*\[?(?:\d{1,3}|[*†‡a-z])\]?\s*")


def unseen(element: _Element) -> str | None:
    """What an element is when it is no text for readers: a phrase for the user, empty when not worth telling.

    None for an element whose text belongs to the article.
    """
    if isinstance(element, _Comment):
        return f"a comment: {shortened(element.text or '')}" if (element.text or "").strip() else ""
    if not isinstance(element.tag, str):
        return ""  # an instruction to a program, or an entity
    tag = element.tag.lower()
    if tag in markup().silent:
        return ""
    if what := _not_text().get(tag):
        return _told(what, element)
    if is_hidden(element):
        return _told("hidden text", element)
    if _is_note(element, tag):
        return _told("a note", element) if tag not in ("sup", "a") else ""
    return None


def _told(what: str, element: _Element) -> str:
    line = " ".join("".join(element.itertext()).split())
    alternatives = [str(image.get("alt")) for image in element.iter("img") if image.get("alt")]
    shown = line or "; ".join(alternatives)
    return f"{what}: {shortened(shown)}" if shown else ""


def is_hidden(element: _Element) -> bool:
    """True for an element that a browser or a screen reader's class keeps from being seen."""
    classes = _classes(element)  # one with a colon shows it again on some screens
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or bool(_HIDDEN_STYLE.search((element.get("style") or "").lower()))
        or (bool(classes & markup().hidden_classes) and not any(":" in name for name in classes))
    )


def _is_note(element: _Element, tag: str) -> bool:
    if _classes(element) & markup().note_classes or _NOTE_ID.fullmatch(element.get("id") or ""):
        return True
    return tag == "sup" and bool(_NOTE_MARK.fullmatch("".join(element.itertext())))


def _classes(element: _Element) -> frozenset[str]:
    return frozenset((element.get("class") or "").lower().split())


@cache
def _not_text() -> dict[str, str]:
    return {tag: what for what, tags in markup().not_text.items() for tag in tags}
