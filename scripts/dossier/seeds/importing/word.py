"""A Word file (.docx) to blocks, by mammoth: paragraphs, headings and lists, no notes or comments."""

from __future__ import annotations

from io import BytesIO
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile

from dossier.seeds.importing.extra import needed
from dossier.seeds.importing.flow import read_flow
from dossier.seeds.importing.material import Material, Original, refused


def read_word(original: Original) -> Material:
    """The article of a Word file.

    Raises DossierError when it is damaged, or mammoth is missing.
    """
    mammoth = needed("mammoth", "a Word file", original.file)
    try:
        markup = mammoth.convert_to_html(BytesIO(original.data)).value
    except (BadZipFile, KeyError, ExpatError, ValueError, AttributeError, EOFError) as error:
        raise refused(
            original.file,
            f"this Word file is damaged ({type(error).__name__})",
            "one that Word or LibreOffice opens",
        ) from None
    flow = read_flow(markup)
    return Material(blocks=flow.blocks, left_out=flow.left_out, guessed=flow.guessed)
