"""The word lists and tables of the import, from the YAML files beside this module."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def load(name: str) -> Any:
    """What the table `name.yaml` holds, read once."""
    return yaml.safe_load(files(__package__).joinpath(f"{name}.yaml").read_text(encoding="utf-8"))


@cache
def words(name: str, key: str) -> frozenset[str]:
    """The words, parted by spaces, that stand under a key of a table."""
    return frozenset(load(name)[key].split())
