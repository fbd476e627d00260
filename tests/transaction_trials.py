"""A process to be killed: changes a folder from one tree to the other and back, until it ends.

Arguments: the folder, and for how many seconds it rests after each change.
"""

import sys
import time
from pathlib import Path

from dossier.site.transaction import held
from dossier.site.writer import write_files

FOLDERS = ("actors", "events", "quotes", "claims/deep")


def page(text: str) -> bytes:
    return f"---\ntitle: {text}\ngenerated: true\n---\n{text}\n".encode() * 20


def tree(name: str) -> dict[str, bytes]:
    """Files by path: some in both trees, some in one only, in folders that come and go."""
    own = {f"{folder}/{name}-{number}.md": page(name) for folder in FOLDERS for number in range(8)}
    shared = {f"{folder}/shared-{number}.md": page(name) for folder in FOLDERS[:2] for number in range(8)}
    return own | shared | {f"{name}/only.md": page(name), "data/dossier.json": name.encode(), "feed.xml": b""}


if __name__ == "__main__":
    docs, pause = Path(sys.argv[1]), float(sys.argv[2])
    print("ready", flush=True)
    while True:
        for name in ("first", "second"):
            with held(docs, wait=60):  # a reader may be looking
                write_files(tree(name), docs)
            time.sleep(pause)
