"""Markdown, with what site generators and note programs add to it, to blocks of text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from dossier.seeds.importing.flow import Flow, known_tags, read_flow
from dossier.seeds.importing.lines import without_page_feet
from dossier.seeds.importing.material import refused, shortened

# What is no Markdown, in the order it is taken out: pattern, its name for the user, what stays of it.
_ADDED: tuple[tuple[re.Pattern[str], str, str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"%%(?:(?!%%).)+%%", re.DOTALL), "a note to oneself", ""),
    (re.compile(r"\{% *comment *%\}(?:(?!\{%).)*\{% *endcomment *%\}", re.DOTALL), "a comment", ""),
    (
        re.compile(r"\{% *highlight\b[^{}]{0,80}%\}.*?\{% *endhighlight *%\}", re.DOTALL),
        "a block of code",
        "",
    ),
    (re.compile(r"\{#(?:(?!#\}).){1,400}#\}", re.DOTALL), "a comment", ""),
    (re.compile(r"\{\{[<%]?(?:(?!\}\}).){1,600}\}\}", re.DOTALL), "a shortcode", ""),
    (re.compile(r"\{%(?:(?!%\}).){1,600}%\}", re.DOTALL), "a shortcode", ""),
    (re.compile(r"\{:[^{}\n]{0,200}\}|(?<=\S) ?\{[.#][\w.#= \"'-]{1,120}\}"), "attributes", ""),
    (re.compile(r"^ *:{3,}.{0,80}$", re.MULTILINE), "a container’s mark", ""),
    (re.compile(r"!\[\[[^\[\]\n]{1,200}\]\]"), "an embedded file", ""),
    (
        re.compile(r"\[\[(?:[^\[\]\n|]{1,200}\|)?([^\[\]\n|]{1,200})\]\]"),
        "",
        lambda match: match[1].split("#")[0] or match[1].lstrip("#"),
    ),
    (re.compile(r"==(?=\S)([^=\n]{1,400}\S)=="), "", r"\1"),
    (re.compile(r" \^[A-Za-z0-9-]{1,40}$", re.MULTILINE), "an address within the note", ""),
    (re.compile(r"(?:(?:^|(?<=\s))#[A-Za-z][\w/-]{0,60}\s*)+$", re.MULTILINE), "tags", ""),
)

_ANGLE = re.compile(r"<(?=/?(?P<name>[A-Za-z][\w-]*)[\s/>])")


def read_markdown(text: str, file: str, running: Sequence[str] = ()) -> Flow:
    """The blocks of a Markdown text as a reader sees them; `file` is for messages, `running` may head a page.

    Raises DossierError for a comment that never ends.
    """
    opened = text.rfind("<!--")
    if opened >= 0 and "-->" not in text[opened:]:
        line = text.count("\n", 0, opened) + 1
        raise refused(
            file,
            "the comment opened here never ends",
            "--> behind it",
            "<!-- a note -->",
            f"line {line} of the text",
        )
    text, feet = without_page_feet(text, running)
    left_out = list(feet)
    text = re.sub(r"<!--.*?-->", partial(_note, left_out, "a comment"), text, flags=re.DOTALL)
    text = _ANGLE.sub(_escaped, text)
    for pattern, name, stays in _ADDED:
        if name:
            left_out += [f"{name}: {shortened(match.group())}" for match in pattern.finditer(text)]
        text = pattern.sub(stays, text)
    parser = MarkdownIt("commonmark", {"html": True}).enable(["strikethrough", "table"]).disable("code")
    parser.use(footnote_plugin)
    flow = read_flow(parser.render(text), wrapped=True)
    return Flow(flow.blocks, tuple(dict.fromkeys((*left_out, *flow.left_out))), flow.guessed)


def _escaped(match: re.Match[str]) -> str:
    """An angle bracket as text, where what it opens is no tag of HTML ("<Ana Novak>")."""
    return "<" if match["name"].lower() in known_tags() else "&lt;"


def _note(left_out: list[str], name: str, match: re.Match[str]) -> str:
    if match.group()[4:-3].strip():
        left_out.append(f"{name}: {shortened(match.group()[4:-3])}")
    return ""
