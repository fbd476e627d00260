"""What is written for people to work with, whole, as it was reviewed; UPDATE_GOLDEN=1 writes it anew."""

import os
import re
from pathlib import Path

import pytest

from dossier.editing.draft import write_draft
from dossier.readers.schema import prompt

GOLDEN = Path(__file__).parent / "golden"
_SCHEMA = re.compile(r"(\$schema=).*/(docs/data/)")
ARTICLE = """\
---
headline: Kowalczyk opens a quay
publisher: The Daily Example
datePublished: 2024-05-31
---
Kowalczyk opens a quay

Kowalczyk, who is the mayor, opened a quay in Limaport on Friday. “It is late,” said Ana Kowalczyk.

A mayor of old

“The quay will be open to all before the winter comes.” So Ivo Horvat, the head of the Harbour Workers’ Union
(HWU), wrote to Kowalczik. The HWU and Osterby agreed to set up a joint committee, Ivo
Horvat said. Gunmen killed at least three people on a bus near Osterby last week, and Fiji offered help.
"""
AUTHORITIES = """\
actors:
- name: Ivo Horvath
  names: [Ivo Horvath]
  description: A singer.
  source: his own page
places:
- name: Osterby
  names: [Osterby]
"""


def drafted(folder):
    """The first draft of an article, where an authority looks like one of its names."""
    (folder / "authorities.yaml").write_text(AUTHORITIES, encoding="utf-8")
    (folder / "quay.md").write_text(ARTICLE, encoding="utf-8")
    write_draft(folder / "quay.md")
    made = (folder / "quay.curation.yaml").read_text(encoding="utf-8")
    return _SCHEMA.sub(r"\1…/\2", made)  # where it lies from there


WRITTEN = {"draft.yaml": drafted, "prompt.txt": lambda _: prompt("quay", "The quay is open.")}


@pytest.mark.parametrize("name", WRITTEN)
def test_what_is_written_for_people_is_as_it_was_reviewed(name, tmp_path):
    text, golden = WRITTEN[name](tmp_path), GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")
