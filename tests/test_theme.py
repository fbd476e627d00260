"""The stylesheet: what it styles is on some page."""

import re
from pathlib import Path

import dossier

PACKAGE = Path(dossier.__file__).parent
STYLES = PACKAGE / "site/theme/assets/dossier.css"
MADE_OF_TWO = re.compile(r"is-[a-z]+|no-js|md-.+")
"""States put together from a word and a value, and Material's own classes."""


def test_every_class_that_is_styled_is_written_somewhere():
    css = re.sub(r"/\*.*?\*/", "", STYLES.read_text(encoding="utf-8"), flags=re.DOTALL)
    styled = set(re.findall(r"\.(-?[a-zA-Z_][\w-]*)(?=[^{}]*\{)", css))
    kinds = {".py", ".jinja", ".html", ".js", ".yaml", ".xml"}
    files = [path for path in PACKAGE.rglob("*") if path.suffix in kinds]
    written = set(re.findall(r"[\w-]+", "\n".join(path.read_text(encoding="utf-8") for path in files)))
    families = {name for name in written if name.endswith("--")}
    unused = {
        name
        for name in styled - written
        if not MADE_OF_TWO.fullmatch(name) and f"{name.partition('--')[0]}--" not in families
    }
    assert unused == set()
