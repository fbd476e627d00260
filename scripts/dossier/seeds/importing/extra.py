"""The libraries that only some forms need, or one clear message that says how to install them."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from importlib import import_module
from importlib.metadata import requires
from typing import Any

from dossier.seeds.importing.material import refused

_TALKATIVE = ("trafilatura", "htmldate", "courlan", "extruct")  # what they log is told here, where it matters
_SILENT = logging.NullHandler()


def needed(module: str, what: str, file: str) -> Any:
    """A module of the extra `import`.

    Raises DossierError when it isn't installed; `what` is the form that needs it.
    """
    for name in _TALKATIVE:
        logging.getLogger(name).addHandler(_SILENT)
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        if error.name != module.split(".")[0]:
            raise
        raise refused(
            file,
            f"{what} needs {error.name}, which isn’t installed",
            "what reads pages, Word files and feeds beside the program",
            f"pip install {' '.join(_libraries())}",
        ) from None


def _libraries() -> Iterator[str]:
    """What the extra asks for; the program's own name may be another's where packages are had from."""
    for line in requires("dossier") or ():
        requirement, _, marker = line.partition(";")
        if marker.replace("'", '"').strip() == 'extra == "import"':
            yield f"'{requirement.strip()}'"
