"""How much a command says: `--quiet`, `--verbose`, and a bar with the time left where work is long.

Results go to standard output, everything about them to standard error. Nothing is coloured, so NO_COLOR has
nothing to ask for.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Collection, Iterator
from contextlib import AbstractContextManager
from typing import Any, TypeVar

import click

T = TypeVar("T")

_KEY = "dossier.quiet"
_MANY = 3  # articles; fewer are read before a bar says anything


def voice_options() -> list[click.Parameter]:
    """`--quiet` and `--verbose`, as every command has them."""
    return [
        click.Option(
            ["-q", "--quiet"],
            is_flag=True,
            expose_value=False,
            callback=_set_quiet,
            help="Print nothing but what is asked for and what is wrong.",
        ),
        click.Option(
            ["-v", "--verbose"],
            is_flag=True,
            expose_value=False,
            callback=_set_verbose,
            help="Print each step, too.",
        ),
    ]


def say(message: object) -> None:
    """Prints what was done, unless the user wants quiet."""
    if not _quiet():
        click.echo(message)


def note(message: object) -> None:
    """Prints on standard error what the user should know, unless the user wants quiet."""
    if not _quiet():
        click.echo(message, err=True)


def bar(length: int, label: str) -> AbstractContextManager[Any]:
    """A bar on standard error that shows how much is done and the time left; hidden where nobody looks."""
    hidden = _quiet() or not sys.stderr.isatty()
    return click.progressbar(length=length, label=label, file=sys.stderr, hidden=hidden)


def counted(items: Collection[T], label: str) -> Iterator[T]:
    """The items, with a bar while they are gone through."""
    with bar(len(items), label) as shown:
        for item in items:
            yield item
            shown.update(1)


def listen(context: click.Context) -> None:
    """Shows how far the pipeline is, from what it logs, until the command ends."""
    _attach(_Progress(), context)


class _Progress(logging.Handler):
    """A bar from records that say how many are `done` and of how many."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: Any = None

    def emit(self, record: logging.LogRecord) -> None:
        done, of = getattr(record, "done", 0), getattr(record, "of", 0)
        if of < _MANY:
            return
        if self._shown is None:
            self._shown = bar(of, "Reading").__enter__()
        self._shown.update(done - self._shown.pos)
        if done >= of:
            self._shown.__exit__(None, None, None)
            self._shown = None


def _attach(handler: logging.Handler, context: click.Context) -> None:
    logger = logging.getLogger("dossier")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    context.find_root().call_on_close(lambda: logger.removeHandler(handler))


def _quiet() -> bool:
    context = click.get_current_context(silent=True)
    return bool(context and context.find_root().meta.get(_KEY))


def _set_quiet(context: click.Context, parameter: click.Parameter, value: bool) -> None:  # noqa: ARG001 (click's)
    if value:
        context.find_root().meta[_KEY] = True


def _set_verbose(context: click.Context, parameter: click.Parameter, value: bool) -> None:  # noqa: ARG001 (click's)
    if value:
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(logging.Formatter("%(relativeCreated)7.0f ms  %(message)s"))
        _attach(handler, context)
