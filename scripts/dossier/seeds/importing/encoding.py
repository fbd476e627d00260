"""Bytes to text: UTF-8, or what the user or the file itself says; never a guess."""

from __future__ import annotations

import re

from dossier.seeds.encodings import marked_encoding, unix_lines, unmarked_encoding
from dossier.seeds.importing.material import Original, refused

_META = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"\A\s*<\?xml[^>]{0,200}encoding\s*=\s*[\"']([A-Za-z0-9_-]{2,40})", re.IGNORECASE)


def decode(original: Original, said: str | None) -> str:
    r"""The text of an original, line ends as \n, without a byte order mark.

    `said` is the encoding the user gave. Else it is UTF-8, or what the page's server or its own head says.
    Raises DossierError that names the encoding where the bytes show it.
    """
    declared = said or original.charset or _declared(original.data)
    marked = marked_encoding(original.data)
    if marked and said is None:
        raise _not_utf8(original, f"this is {marked}, by its first bytes", marked)
    try:
        text = original.data.decode(declared or "utf-8")
    except LookupError:
        raise refused(
            original.file,
            f"no encoding has the name {declared}",
            "a name iconv knows",
            "--encoding windows-1252",
        ) from None
    except UnicodeDecodeError as error:
        if wide := unmarked_encoding(original.data):
            raise _not_utf8(original, "every other byte is 0, as in UTF-16 without a mark", wide) from None
        line = original.data.count(b"\n", 0, error.start) + 1
        byte = f"0x{original.data[error.start]:02X}"
        found = f"line {line}, byte {error.start} ({byte}) is not {declared or 'UTF-8'}"
        raise _not_utf8(original, found, "windows-1252") from None
    if "\x00" in text:
        wide = unmarked_encoding(original.data) or "UTF-16LE"
        raise _not_utf8(original, "it holds zero bytes, as UTF-16 does and no text", wide)
    return unix_lines(text.removeprefix("\ufeff"))


def _declared(data: bytes) -> str | None:
    match = _XML.search(data[:400]) or _META.search(data[:4096])
    return match[1].decode("ascii") if match else None


def _not_utf8(original: Original, found: str, likely: str) -> Exception:
    return refused(
        original.file,
        found,
        "a text in UTF-8, or the name of its encoding with --encoding",
        f"dossier import {original.file} --encoding {likely}",
    )
