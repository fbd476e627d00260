"""An address to its page as the server sent it, kept as WARC outside the repository."""

from __future__ import annotations

import re
import urllib.error
import urllib.request
from email.message import Message
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from dossier.errors import DossierError
from dossier.seeds.importing.extra import needed
from dossier.seeds.importing.material import Original, refused

_ARCHIVE = re.compile(r"https?://web\.archive\.org/web/\d{4,14}[a-z_]*/https?://\S+")
_LARGEST = 20_000_000  # bytes of a page
_MISSING = (404, 410, 451)
_PATIENCE = 30  # seconds


class Missing(DossierError):
    """A page that its server says is not there."""


class Page(NamedTuple):
    """A page as it was sent."""

    address: str
    """Where it was in the end, behind redirections."""
    status: int
    headers: Message
    data: bytes


def is_address(text: str) -> bool:
    """True for what begins with http:// or https://."""
    return bool(re.match(r"https?://[^\s/]", text, re.IGNORECASE))


def fetch(address: str) -> Page:
    """The page at an address.

    Raises DossierError when it can't be had; OSError's words are told.
    """
    request = urllib.request.Request(
        address, headers={"User-Agent": "dossier", "Accept-Encoding": "identity"}
    )
    try:
        with urllib.request.urlopen(request, timeout=_PATIENCE) as answer:
            data = answer.read(_LARGEST + 1)
            page = Page(answer.url, answer.status, answer.headers, data)
    except urllib.error.HTTPError as error:
        status, reason = error.code, error.reason
        error.close()
        told = refused(address, f"the server answers {status} {reason}", "a page that is there")
        raise (Missing(told.problems) if status in _MISSING else told) from None
    except (OSError, ValueError) as error:
        why = getattr(error, "reason", error)
        raise refused(address, f"it can’t be fetched: {why}", "an address that answers") from None
    if len(data) > _LARGEST:
        raise refused(address, f"the page is larger than {_LARGEST // 1_000_000} MB", "an article’s page")
    return page


def original_of(page: Page, typed: str) -> Original:
    """A fetched page as an original."""
    archived = page.address if _ARCHIVE.fullmatch(page.address) else None
    return Original(
        file=typed,
        name=page.address,
        data=page.data,
        address=page.address,
        archived_at=archived,
        charset=page.headers.get_content_charset(),
    )


def keep_page(page: Page, path: Path) -> str:
    """The sha256 of a new WARC file (gzip) that holds a page with its headers.

    Raises DossierError when warcio is missing or the file is there already.
    """
    warcwriter = needed("warcio.warcwriter", "keeping a page", page.address)
    headers = needed("warcio.statusandheaders", "keeping a page", page.address).StatusAndHeaders(
        f"{page.status} OK", list(page.headers.items()), protocol="HTTP/1.1"
    )
    stream = BytesIO()
    writer = warcwriter.WARCWriter(stream, gzip=True)
    writer.write_record(
        writer.create_warc_record(
            page.address, "response", BytesIO(page.data), length=len(page.data), http_headers=headers
        )
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("xb") as file:
            file.write(stream.getvalue())
    except FileExistsError:
        raise refused(str(path), "this file is there already", "another folder, with --keep") from None
    return sha256(stream.getvalue()).hexdigest()
