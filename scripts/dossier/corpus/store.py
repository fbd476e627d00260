"""A folder of findings in parts, wherever fsspec reaches: each file is there whole or not at all.

    findings/NAME.jsonl     what `dossier extract` writes, a line an article
    articles/NAME.parquet   the same as a table, with the articles (`schema`)
    left-out/NAME.jsonl     articles that can't be read, and why, where there are any
    parts.jsonl             the parts of the last run, in the order of the corpora

NAME is the digest of what was read, and the edition of rules and model that read it.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Sequence
from contextlib import suppress
from io import BytesIO
from typing import Any

import fsspec
import pyarrow as pa
import pyarrow.parquet as pq

_PARTS = "parts.jsonl"


class Store:
    """The folder."""

    def __init__(self, folder: str) -> None:
        self._system, self._home = fsspec.core.url_to_fs(folder)

    def has(self, name: str) -> bool:
        """Whether a part was read; the findings are written last."""
        return bool(self._system.isfile(self._path("findings", name, "jsonl")))

    def counts(self, name: str) -> tuple[int, int]:
        """How many articles of a part were read, and how many left out."""
        with self._system.open(self._path("articles", name, "parquet"), "rb") as stream:
            read = pq.ParquetFile(stream).metadata.num_rows
        return read, len(self.left_out(name))

    def left_out(self, name: str) -> list[str]:
        """Why articles of a part were left out, a message each."""
        path = self._path("left-out", name, "jsonl")
        if not self._system.isfile(path):
            return []
        lines = self._system.cat_file(path).decode("utf-8").splitlines()
        return [str(json.loads(line)["trouble"]) for line in lines]

    def add(self, name: str, findings: Sequence[str], articles: pa.Table, troubles: Sequence[str]) -> None:
        """Writes a part: its findings as lines of JSON, its articles, and what was wrong with others."""
        packed = BytesIO()
        pq.write_table(articles, packed, compression="zstd", use_dictionary=["edition", "publisher"])
        if troubles:
            self._put(self._path("left-out", name, "jsonl"), _lines([{"trouble": why} for why in troubles]))
        self._put(self._path("articles", name, "parquet"), packed.getvalue())
        self._put(self._path("findings", name, "jsonl"), "".join(f"{row}\n" for row in findings).encode())

    def list_parts(self, rows: Sequence[dict[str, Any]]) -> None:
        """Writes which parts a run was about, and removes what writers that were stopped left behind."""
        self._put(f"{self._home}/{_PARTS}", _lines(rows))
        for kind in ("findings", "articles", "left-out"):
            for path in self._system.glob(f"{self._home}/{kind}/.*.new"):
                if any(f".{row['name']}." in path for row in rows):
                    with suppress(FileNotFoundError):
                        self._system.rm_file(path)

    def tables(self) -> list[str] | None:
        """Paths of the Parquet files of the last run; None in a folder that no run has finished."""
        path = f"{self._home}/{_PARTS}"
        if not self._system.isfile(path):
            return None
        rows = map(json.loads, self._system.cat_file(path).decode("utf-8").splitlines())
        names = dict.fromkeys(row["name"] for row in rows)
        return [self._system.unstrip_protocol(self._path("articles", name, "parquet")) for name in names]

    def _path(self, kind: str, name: str, ending: str) -> str:
        return f"{self._home}/{kind}/{name}.{ending}"

    def _put(self, path: str, data: bytes) -> None:
        """Writes aside and renames, so that whoever looks sees all of it or nothing."""
        folder, _, file = path.rpartition("/")
        self._system.makedirs(folder, exist_ok=True)
        aside = f"{folder}/.{file}.{uuid.uuid4().hex[:8]}.new"
        self._system.pipe_file(aside, data)
        self._system.mv(aside, path)


def _lines(rows: Sequence[dict[str, Any]]) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()
