"""The picture shown where a link to the site is shared: 1200 by 630 pixels, with title and counts."""

from __future__ import annotations

from io import BytesIO
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

from dossier.model import Dossier
from dossier.site.pages.wording import count

PATH = "assets/generated/share.png"
_SIZE = (1200, 630)
_PAPER = "#fbfaf6"
_INK = "#1f1b16"
_ACCENT = "#8a4413"
_QUIET = "#5d564d"
_LEFT = 88
_RIGHT = 1112
_TITLE_LINES = 4


class Told(NamedTuple):
    """What the picture tells."""

    called: str
    title: str
    """The latest article's headline."""
    counts: str
    """How much the dossier holds."""


def told(dossier: Dossier, called: str = "Dossier") -> Told:
    """What the picture of a dossier tells, whose site is called so."""
    articles = sorted(dossier.articles, key=lambda article: article.datePublished)
    title = articles[-1].headline if articles else "A knowledge base made from news articles"
    return Told(called, title, _counts(dossier))


def painted(told: Told) -> bytes:
    """A PNG picture of it; the same bytes for the same words."""
    image = Image.new("RGB", _SIZE, _PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 24, _SIZE[1]), fill=_ACCENT)
    name = ImageFont.load_default(44)
    draw.text((_LEFT, 72), _lines(draw, told.called, name)[0], font=name, fill=_ACCENT)
    font = ImageFont.load_default(64)
    for number, line in enumerate(_lines(draw, told.title, font)):
        draw.text((_LEFT, 164 + 78 * number), line, font=font, fill=_INK)
    draw.text((_LEFT, 520), told.counts, font=ImageFont.load_default(30), fill=_QUIET)
    buffer = BytesIO()
    image.quantize(16).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def _counts(dossier: Dossier) -> str:
    counts = (
        (len(dossier.articles), "article"),
        (len(dossier.actors), "actor"),
        (len(dossier.events), "event"),
        (len(dossier.quotes), "quotation"),
        (len(dossier.claims), "claim"),
    )
    return " · ".join(count(number, noun) for number, noun in counts if number)


def _lines(
    draw: ImageDraw.ImageDraw, text: str, font: ImageFont.FreeTypeFont | ImageFont.ImageFont
) -> list[str]:
    """The text broken into lines that fit, at most four; a word too long for a line is cut."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and draw.textlength(longer, font=font) <= _RIGHT - _LEFT:
            lines[-1] = longer
        else:
            lines.append(word[:30])
    if len(lines) > _TITLE_LINES:
        lines = [*lines[: _TITLE_LINES - 1], f"{lines[_TITLE_LINES - 1]} …"]
    return lines
