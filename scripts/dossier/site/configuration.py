"""`mkdocs.yml` against the dossier it is for: its name, and settings of Material that the theme refuses."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict

from dossier.errors import Problem
from dossier.reading.lexicon import load_table
from dossier.seeds.settings import Settings

FILE = "mkdocs.yml"
_THEME = "dossier"


class Refused(BaseModel):
    """A setting that the theme does not keep to."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    instead: str
    """What would be right."""
    takes: tuple[str, ...] = ()
    """Values that say what the theme does anyhow."""
    refuses: str = ""
    """Of a list only the entries that begin so are refused."""


def make_ready() -> None:
    """Loads what reads a configuration, for a process that has time now and will read one."""
    import mkdocs.exceptions
    import mkdocs.utils.yaml  # noqa: F401


def configuration_problems(path: Path, settings: Settings) -> Iterator[Problem]:
    """What is wrong with a `mkdocs.yml`; nothing where there is none, or where the theme is another."""
    if not path.is_file():
        return
    from mkdocs.exceptions import ConfigurationError  # takes a fifth of a second
    from mkdocs.utils.yaml import yaml_load

    try:
        with path.open("rb") as file:
            config = yaml_load(file)
    except ConfigurationError as error:
        found = " ".join(str(error).split())
        yield Problem(file=str(path), found=found, expected="a configuration that MkDocs can read")
        return
    name = config.get("site_name")
    if name != settings.called:
        yield Problem(
            file=str(path),
            where="site_name",
            found=f"the site is called “{name}”, and in dossier.yaml “{settings.called}”",
            expected="one name: that of dossier.yaml (name, or else title)",
            example=f"site_name: {settings.called}",
        )
    theme = config.get("theme")
    if isinstance(theme, dict) and theme.get("name") == _THEME:
        yield from _refused(str(path), config)


def _refused(file: str, config: dict[str, Any]) -> Iterator[Problem]:
    for key, rule in load_table("material", dict[str, Refused], package="dossier.site").items():
        value = _at(config, key)
        for entry in value if isinstance(value, list) else [value]:
            if isinstance(entry, dict) and rule.refuses:
                entry = next(iter(entry))  # a plugin with its settings
            said = str(entry).lower() if isinstance(entry, bool) else str(entry)
            if entry is not None and said not in rule.takes and said.startswith(rule.refuses):
                yield Problem(
                    file=file,
                    where=key,
                    found=f"the theme does not have {said}"
                    if isinstance(value, list)
                    else "the theme does not keep to this setting",
                    expected=rule.instead,
                )


def _at(config: Any, key: str) -> Any:
    for part in key.split("."):
        config = config.get(part) if isinstance(config, dict) else None
    return config
