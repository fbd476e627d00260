"""`dossier completion`: the script that lets a shell complete commands and options."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print what makes SHELL complete commands and options.

    For bash, in ~/.bashrc: eval "$(dossier completion bash)"; for zsh the same in ~/.zshrc; for fish: dossier
    completion fish > ~/.config/fish/completions/dossier.fish.
    """
    kind = get_completion_class(shell)
    if kind is None:
        raise click.ClickException(f"This version of click completes nothing in {shell}.")
    click.echo(kind(context.find_root().command, {}, "dossier", "_DOSSIER_COMPLETE").source())
