"""The page of the commands, from what each says of itself: `python scripts/commands_page.py` writes it."""

from __future__ import annotations

from pathlib import Path

import click

from dossier.cli import main

PAGE = Path(__file__).parent.parent / "docs/commands.md"
_HEAD = """\
---
title: Commands
description: Each command of the program with its options, as it prints them itself, and the exit codes.
---

# Commands

What `dossier COMMAND --help` prints, command by command. Results go to standard output, messages to standard
error. Nothing is coloured, with or without `NO_COLOR`.

| Exit code | What it means |
|---|---|
| 0 | All is well |
| 1 | Something is wrong with what was given, or not as it should be; the messages say what |
| 2 | The command was used wrongly |
| 130 | Interrupted |
"""


def commands_page() -> str:
    """The page as Markdown."""
    # with the settings that a run has: click keeps the help option that it makes first
    whole = click.Context(main, info_name="dossier", **main.context_settings)
    parts = [_HEAD, _section(main, whole)]
    for name in sorted(main.commands):
        command = main.commands[name]
        parts.append(_section(command, click.Context(command, info_name=name, parent=whole)))
    return "\n".join(parts)


def _section(command: click.Command, context: click.Context) -> str:
    context.max_content_width = context.terminal_width = 100
    lines = [line.rstrip() for line in command.get_help(context).split("\n")]
    return "\n".join([f"## {context.command_path}", "", "```text", *lines, "```", ""])


if __name__ == "__main__":
    PAGE.write_text(commands_page(), encoding="utf-8")
