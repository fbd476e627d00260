"""What an original says of itself, under anybody's keys, to our keys, with what was guessed and ignored."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from dossier.seeds.importing.material import shortened
from dossier.seeds.importing.tables import keys

_ADDRESS = re.compile(r"https?://[^\s<>\"'`/?#]+[^\s<>\"'`]*")
_ARCHIVED = re.compile(r"https?://web\.archive\.org/web/\d{4,14}[a-z_]*/(?P<url>https?://\S+)")
_LINK = re.compile(r"\[([^\[\]]+)\]\([^()\s]+\)")
_SUFFIX = re.compile(r"(?P<title>.{8,}?)\s+[|–—-]\s+(?P<site>[^|–—]{2,40})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of an article, by our keys."""

    values: dict[str, str]
    guessed: tuple[str, ...]
    ignored: tuple[str, ...]
    """Keys that are none of ours."""
    publisher_guessed: bool
    """True when the publisher is only the address's host."""


def read_metadata(said: Mapping[str, object]) -> Known:
    """An original's own keys as ours; the surest key that has a fitting value wins."""
    values: dict[str, str] = {}
    guessed: list[str] = []
    used: set[str] = set()
    spelled = {key.lower().replace(" ", "_"): key for key in said}
    for ours, theirs in keys().items():
        for key in theirs:
            key = spelled.get(key.lower(), key)
            value = _value(ours, said.get(key))
            if not value:
                continue
            used.add(key)
            if ours not in values:
                values[ours] = value
            elif ours == "datePublished" and values[ours][:10] != value[:10]:
                guessed.append(f"datePublished: {values[ours]}, though {key} says {value}")
    if str(said.get("draft", "")).lower() == "true":
        guessed.append("the original calls itself a draft, which may not be published yet")
    from_address = _from_address(values, guessed)
    _without_site(values, guessed)
    ignored = tuple(key for key, value in said.items() if key not in used and value not in ("", None, [], {}))
    return Known(values=values, guessed=tuple(guessed), ignored=ignored, publisher_guessed=from_address)


def _value(ours: str, value: object) -> str | None:
    """A value of theirs as text on one line, when it fits our key."""
    if ours == "url" and isinstance(value, Mapping):
        value = value.get("@id")
    texts = [" ".join(_WIKI.sub(r"\1", _LINK.sub(r"\1", text)).split()) for text in _texts(value)]
    if ours == "author":
        return _together(
            [re.sub(r"^by\s+", "", text, flags=re.I) for text in texts if not _ADDRESS.match(text)]
        )
    text = texts[0] if texts else ""
    if ours in ("url", "archivedAt"):
        return text if _ADDRESS.fullmatch(text) else None
    if ours == "publisher" and (_ADDRESS.match(text) or "/" in text):
        return None
    if ours == "inLanguage":
        return text.replace("_", "-") or None
    return text or None


_WIKI = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]+)\]\]")


def _texts(value: object) -> Iterable[str]:
    if isinstance(value, Mapping):
        yield from _texts(value.get("name") or value.get("title"))
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _texts(item)
    elif value is not None and not isinstance(value, bool) and str(value).strip():
        yield str(value).strip()


def _together(names: list[str]) -> str | None:
    """Several names as one value, which becomes a list of names where the seed is written."""
    return "; ".join(dict.fromkeys(name for name in names if name)) or None


def _from_address(values: dict[str, str], guessed: list[str]) -> bool:
    """Puts right an archive's address, and the host for a publisher that isn't given: True then."""
    archived = _ARCHIVED.fullmatch(values.get("url", ""))
    if archived:
        values.setdefault("archivedAt", values["url"])
        values["url"] = archived["url"]
    if "publisher" not in values and "url" in values:
        host = urlsplit(values["url"]).hostname or ""
        values["publisher"] = host.removeprefix("www.")
        guessed.append(f"publisher: {values['publisher']}, from the address")
        return True
    return False


def _without_site(values: dict[str, str], guessed: list[str]) -> None:
    """A headline without the publisher's name behind a bar or dash."""
    match = _SUFFIX.fullmatch(values.get("headline", ""))
    site = match["site"].lower() if match else ""
    publisher = values.get("publisher", "").lower()
    if match and site and (site == publisher or site.replace(" ", "") == publisher.split(".")[0]):
        values["headline"] = match["title"]
        guessed.append(f"headline without {shortened(match['site'])}")
