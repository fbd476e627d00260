"""An original to its articles: its form found, and the one module that reads it called."""

from __future__ import annotations

from dossier.seeds.importing.encoding import decode
from dossier.seeds.importing.feed import read_feed
from dossier.seeds.importing.forms import form_of_bytes, form_of_text
from dossier.seeds.importing.head import split_head
from dossier.seeds.importing.lines import join_lines
from dossier.seeds.importing.markdown import read_markdown
from dossier.seeds.importing.material import Material, Original
from dossier.seeds.importing.metadata import read_metadata
from dossier.seeds.importing.page import read_page
from dossier.seeds.importing.rows import Rows, read_json, read_lines, read_table
from dossier.seeds.importing.word import read_word


def read_original(original: Original, encoding: str | None) -> Rows:
    """Each article or list of names of an original, or why one can't be read.

    Raises DossierError when nothing of it can be; OtherForm when its form is none of ours.
    """
    if form_of_bytes(original) == "word":
        yield read_word(original)
        return
    text = decode(original, encoding)
    form = form_of_text(original, text)
    match form:
        case "feed":
            yield from read_feed(original)
        case "page":
            yield read_page(text, original)
        case "table":
            yield from read_table(text, original.file)
        case "lines":
            yield from read_lines(text, original.file)
        case "json":
            yield from read_json(text, original.file)
        case _:
            head = split_head(text, original.file)
            known = read_metadata(head.said).values
            running = [known[key] for key in ("publisher", "headline") if key in known]
            if form == "plain":
                joined = join_lines(head.body, running)
                yield Material(
                    blocks=joined.blocks, said=head.said, left_out=joined.left_out, guessed=joined.guessed
                )
                return
            flow = read_markdown(head.body, original.file, running)
            yield Material(blocks=flow.blocks, said=head.said, left_out=flow.left_out, guessed=flow.guessed)
