"""New entries into a curation file as text, so that what an editor wrote is kept byte for byte."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

import yaml

from dossier.errors import DossierError, Problem

_HEADER = """\
# yaml-language-server: $schema={schema}
#
# What the text of this article does not say, and what the rules read wrongly.
#
# Each entry quotes the words it is about, exactly as the article has them. An entry with nothing but
# `words` changes nothing: fill in a line and take its # away to use it, or delete the entry. An entry
# whose words no longer stand in the article stops the build.
#
# A line says what it rests on: the entry's `because` gives exact words of the article that say it, one or
# several pieces ([these words, and these]), or its `source` says where else it is from. Or by line:
#   description: {value: Mayor of Osterby., because: the mayor of Osterby}
#
# In every section:  id: the page's name   ·   drop: why it does not belong here (it is then left out)
#                    merge: [words of other findings that are the same]   ·   paragraph: number, when the
#                    words stand in several   ·   add: true, for something the rules did not find
"""

SECTIONS = {
    "actors": """\
# People, states, bodies and groups.
#   name         the name for its page, when the article's is not the usual one
#   description  one neutral line that defines it; also what readers see on hovering over a link
#   kind         person, state, government_body, organisation, armed_group, alliance or people
#   country, organ_of   ids of states    ·    wikidata   its Q number
#   aliases      other spellings: [{text: Kiev, type: transliteration}]; another name with because or source
""",
    "places": """\
# Places.
#   name, description, wikidata, aliases   as for actors    ·    country, part_of   ids
#   kind         country, city, province, region, border, port or place
#   geo          {lat: 50.45, lon: 30.52, gazetteer: GeoNames}, or source: where the numbers are from
""",
    "events": """\
# What is reported to have happened.
#   title        neutral; never names who did an act of violence (that is a claim)
#   type         attack, visit, meeting, statement, announcement, letter, press_conference …
#   description  one neutral line
#   date         {words: last week, kind: within, edtf: "[2019-04-15..2019-04-21]", precision: week,
#                rule: how it was resolved}; kind is on, during, within, before or after
#   place, part_of, follows   ids    ·    participants   [{actor: id, role: visitor, words: exact words}]
""",
    "agreements": """\
# What was agreed, pledged, planned or announced.
#   title        neutral    ·    subject   one line on what it is about
#   kind         joint_force, committee, infrastructure, pledge, investment, treaty, ceasefire or other
#   status       pledged, announced, planned, agreed, signed, in_force or unknown    ·    status_as_reported
#                the article's words for it
#   parties      [{actor: id, role: party, words: exact words}]    ·    announced_by   id
""",
    "quotes": """\
# Quotations whose speaker the rules were not sure of.
#   speaker      id of the actor who said it; leave it out when the text does not tell
#   occasion     id of the event at which it was said    ·    about   [ids it is about]
""",
}


def header(schema: str) -> str:
    """How a curation file begins; `schema` is the address or relative path of its JSON Schema."""
    return _HEADER.replace("{schema}", schema)


def quoted(text: str) -> str:
    """Text as a YAML string in quotation marks."""
    return json.dumps(text, ensure_ascii=False)


def insert_entries(before: str, added: Mapping[str, Sequence[str]], file: str) -> str:
    """The curation file `before` with these entries, each some whole lines, at the head of their sections.

    Raises DossierError when a section is written in brackets, where no entry can be put in.
    """
    lines = before.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    node = yaml.compose(before, Loader=yaml.SafeLoader)
    present = {key.value: (key, value) for key, value in node.value} if node else {}
    at: list[tuple[int, str]] = []
    for section, entries in added.items():
        if section not in present:
            at.append((len(lines), f"\n{SECTIONS[section]}{section}:\n\n" + "\n".join(entries)))
            continue
        key, value = present[section]
        if isinstance(value, yaml.SequenceNode) and value.flow_style:
            raise DossierError([_in_brackets(file, section, value.start_mark.line + 1)])
        empty = not isinstance(value, yaml.SequenceNode)
        line = key.end_mark.line + 1 if empty else value.start_mark.line
        indent = "" if empty else " " * value.start_mark.column
        block = "\n".join(entries) + "\n"
        at.append((line, "".join(f"{indent}{row}" if row.strip() else row for row in block.splitlines(True))))
    made: list[str] = []
    done = 0
    for line, block in sorted(at, key=lambda place: place[0]):
        made += [*lines[done:line], block]
        done = line
    return "".join([*made, *lines[done:]])


def _in_brackets(file: str, section: str, line: int) -> Problem:
    return Problem(
        file=file,
        where=f"line {line}",
        found=f"the section {section} is written in brackets, so nothing can be added to it",
        expected="one entry under the other; for an empty section, its name alone",
        example=f"{section}:\n- words: some words of the article",
    )
