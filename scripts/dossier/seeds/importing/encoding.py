"""Bytes to text: UTF-8, or what the user or the file itself says; never a guess."""

from __future__ import annotations

import codecs
import re

from dossier.seeds.importing.material import Original, refused

_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_META = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"\A\s*<\?xml[^>]{0,200}encoding\s*=\s*[\"']([A-Za-z0-9_-]{2,40})", re.IGNORECASE)
# what U+0080..U+009F become when UTF-8 was read as Windows-1252, and the first letters such runs have
_LOST = "[\u0080-\u00bf\u0152-\u017e\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
_MOJIBAKE = re.compile(f"[\u00c2-\u00c5]{_LOST}|\u00e2[\u0080-\u009f\u20ac]{_LOST}?")


def decode(original: Original, said: str | None) -> str:
    r"""The text of an original, line ends as \n, without a byte order mark.

    `said` is the encoding the user gave. Else it is UTF-8, or what the page's server or its own head says.
    Raises DossierError that names the encoding where the bytes show it.
    """
    declared = said or original.charset or _declared(original.data)
    for mark, name in _MARKS:
        if original.data.startswith(mark) and said is None:
            raise _not_utf8(original, f"this is {name}, by its first bytes", name)
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
        if _is_wide(original.data):
            raise _not_utf8(
                original, "every other byte is 0, as in UTF-16 without a mark", "UTF-16LE"
            ) from None
        line = original.data.count(b"\n", 0, error.start) + 1
        byte = f"0x{original.data[error.start]:02X}"
        found = f"line {line}, byte {error.start} ({byte}) is not {declared or 'UTF-8'}"
        raise _not_utf8(original, found, "windows-1252") from None
    if "\x00" in text:
        raise _not_utf8(original, "it holds zero bytes, as UTF-16 does and no text", "UTF-16LE")
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def mojibake(text: str) -> dict[str, str]:
    """Runs that were UTF-8 and were read as Windows-1252, each with what it was; empty for a sound text."""
    found: dict[str, str] = {}
    for match in _MOJIBAKE.finditer(text):
        was = _mended(match.group())
        if was is not None:
            found[match.group()] = was
    return found


def mended(text: str) -> str:
    """The text with each such run as it was."""
    return _MOJIBAKE.sub(lambda match: _mended(match.group()) or match.group(), text)


def _mended(run: str) -> str | None:
    # bytes that Windows-1252 leaves open came through as they were
    data = b"".join(char.encode("cp1252", "ignore") or char.encode("latin-1", "ignore") for char in run)
    if data == b"\xe2\x80":
        return "”"  # its third byte has no letter in Windows-1252 and is often lost
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _declared(data: bytes) -> str | None:
    match = _XML.search(data[:400]) or _META.search(data[:4096])
    return match[1].decode("ascii") if match else None


def _is_wide(data: bytes) -> bool:
    return len(data) > 3 and data[1:400:2].count(0) > len(data[1:400:2]) * 0.4


def _not_utf8(original: Original, found: str, likely: str) -> Exception:
    return refused(
        original.file,
        found,
        "a text in UTF-8, or the name of its encoding with --encoding",
        f"dossier import {original.file} --encoding {likely}",
    )
