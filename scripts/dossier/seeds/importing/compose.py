"""Material of one article and the user's answers to a seed, or every question left open."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

import yaml

from dossier.errors import DossierError
from dossier.seeds.articles import slug_of
from dossier.seeds.bylines import authors_of
from dossier.seeds.importing.boilerplate import boilerplate
from dossier.seeds.importing.characters import clean
from dossier.seeds.importing.material import Ask, Block, Material, Original, shortened
from dossier.seeds.importing.metadata import Known, read_metadata
from dossier.seeds.importing.opening import Opening, read_opening
from dossier.seeds.importing.talk import Answers, Talk
from dossier.seeds.importing.turns import speakers
from dossier.seeds.language import other_language
from dossier.seeds.metadata import SeedMetadata
from dossier.seeds.mojibake import mended, mojibake

_LONGEST_NAME = 60  # characters of a seed's file name
_ENGLISH = "an article in English"
_PLAIN = re.compile(r"[A-Za-z0-9©][^:#\"'\n\\]*[^:#\"'\s\\]|https?://[^\s#\"'\\]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """A seed to be written."""

    name: str
    """Its file's name without the ending."""
    values: dict[str, str]
    """Its front matter, key by key."""
    body: str
    """The article's text."""
    told: tuple[str, ...]
    """What was guessed, left out and ignored."""


def compose(original: Original, material: Material, answers: Answers, ask: Ask) -> Composed:
    """The seed of one article.

    Raises DossierError with every reason why there is none, each open question with its option.
    """
    talk = Talk(f"{original.file} ({material.part})" if material.part else original.file, ask)
    known = read_metadata(material.said)
    said = {key: _sound_line(value, answers, talk) for key, value in known.values.items()}
    blocks, told = _sound(material.blocks, answers, talk)
    if not blocks:
        talk.refuse("it has no text that belongs to an article", "an article’s text")
        raise DossierError(talk.problems)
    opening = read_opening(blocks, said.get("headline") or answers.headline)
    kept, dropped = _without_boilerplate(opening, answers, talk)
    _check_language(known, kept, answers, talk)
    day, utc = talk.day(said.get("datePublished") or opening.date, answers)
    body = "\n\n".join(block.text for block in kept)
    values = said | {
        "headline": opening.headline or talk.headline(),
        "author": (said.get("author") or opening.author or "").strip("; "),
        "publisher": _publisher(known, said, answers) or talk.publisher(),
        "datePublished": day,
        "url": said.get("url") or (original.address or "") * (not original.archived_at),
        "inLanguage": _tag(said.get("inLanguage", "")),
        "archivedAt": said.get("archivedAt") or original.archived_at or "",
        "sha256": sha256(body.encode()).hexdigest(),
        "original": _name_of(original, material),
        "originalSha256": original.digest,
    }
    if talk.problems:
        raise DossierError(talk.problems)
    guessed = [*material.guessed, *opening.guessed, *utc, *told, *_loose_quotations(kept), *speakers(kept)]
    if not (answers.publisher and known.publisher_guessed):
        guessed = [*known.guessed, *guessed]
    ignored = [f"keys: {', '.join(known.ignored)}"] if known.ignored else []
    return Composed(
        name=_name(values["headline"]),
        values={key: value for key, value in values.items() if value},
        body=body,
        told=(
            *(f"guessed   {line}" for line in guessed),
            *(f"left out  {line}" for line in (*material.left_out, *opening.left_out, *dropped)),
            *(f"ignored   {line}" for line in ignored),
        ),
    )


def _name_of(original: Original, material: Material) -> str:
    part = f"#{material.part.replace(' ', '')}" if material.part else ""
    return clean(f"{' '.join(original.name.split())}{part}").text


def seed_text(values: Mapping[str, str], body: str) -> str:
    """All of a seed's file: front matter in the order of our keys, then the text."""
    keys = [key for key in SeedMetadata.model_fields if key in values]
    return "\n".join(["---", *(f"{key}: {_written(key, values[key])}" for key in keys), "---", body, ""])


def _sound(
    blocks: Sequence[Block], answers: Answers, talk: Talk
) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """The blocks without characters nobody sees; refuses a text that was read in the wrong encoding."""
    told: list[str] = []
    wrong = mojibake("\n".join(block.text for block in blocks))
    if wrong and not answers.mend:
        runs = ", ".join(f"{run} for {was}" for run, was in list(wrong.items())[:4])
        found = f"its text was read in a wrong encoding before it came here: {runs}"
        talk.refuse_without("--mend", found, "a sound text")
        return tuple(blocks), ()
    if wrong:
        told.append("mended: " + ", ".join(f"{was} for {run}" for run, was in wrong.items()))
    cleaned = [clean(mended(block.text) if wrong else block.text) for block in blocks]
    if control := next((line.control for line in cleaned if line.control), None):
        _refuse_control(control, talk)
    if unseen := sum(line.unseen for line in cleaned):
        told.append(f"characters that nobody sees (soft hyphens, zero-width spaces) taken out: {unseen}")
    whole = zip(blocks, cleaned, strict=True)
    return tuple(Block(line.text, block.kind, block.level) for block, line in whole if line.text), tuple(told)


def _sound_line(value: str, answers: Answers, talk: Talk) -> str:
    line = clean(mended(value) if answers.mend else value)
    if line.control:
        _refuse_control(line.control, talk)
    return line.text


def _refuse_control(control: str, talk: Talk) -> None:
    talk.refuse(
        f"U+{ord(control):04X} stands in it, a control character or one that was lost",
        "text without control characters, which no page or feed can hold",
    )


def _without_boilerplate(opening: Opening, answers: Answers, talk: Talk) -> tuple[list[Block], list[str]]:
    found = boilerplate(opening.blocks, opening.headline or "")
    lines = [f"{found[number]}: {shortened(opening.blocks[number].text)}" for number in sorted(found)]
    choice = answers.boilerplate or (talk.boilerplate(tuple(lines)) if lines else "keep")
    if choice != "drop":
        return list(opening.blocks), []
    return [block for number, block in enumerate(opening.blocks) if number not in found], lines


def _check_language(known: Known, blocks: Sequence[Block], answers: Answers, talk: Talk) -> None:
    said = known.values.get("inLanguage", "")
    if answers.english:
        return
    other = other_language("\n".join(block.text for block in blocks))
    if said and not _tag(said):
        talk.refuse_without("--english", f"it says that its language is {said}", _ENGLISH)
    elif other:
        talk.refuse_without("--english", f"its text doesn’t look English but {other}", _ENGLISH)


def _tag(language: str) -> str:
    match = re.fullmatch(r"en(?:glish)?(?:-([A-Za-z]{2}))?", language, re.IGNORECASE)
    return "" if not match else f"en-{match[1].upper()}" if match[1] else "en"


def _publisher(known: Known, said: Mapping[str, str], answers: Answers) -> str | None:
    """Who published it: what the original says goes before the option, and the option before a guess."""
    given = said.get("publisher")
    return (answers.publisher or given) if known.publisher_guessed else (given or answers.publisher)


def _loose_quotations(blocks: Sequence[Block]) -> list[str]:
    loose = [block.text for block in blocks if block.kind == "quotation" and block.text[0] not in "“\"‘'"]
    return [f"kept as the article’s text, though set off as a quotation: {shortened(text)}" for text in loose]


def _name(headline: str) -> str:
    words = slug_of(headline).split("-")
    while len("-".join(words)) > _LONGEST_NAME and len(words) > 1:
        words.pop()
    name = "-".join(words)
    return name if name and name != "index" else "article"


def _written(key: str, value: str) -> str:
    """A value as YAML on one line; several authors as a list, of names given apart or in one byline."""
    if key != "author":
        return _scalar(value)
    given = [name.strip() for name in value.split(";") if name.strip()]
    names = given if len(given) > 1 else list(authors_of(value))
    return _scalar(value) if names == [value] else json.dumps(names, ensure_ascii=False)


def _scalar(value: str) -> str:
    """A value as YAML on one line, in quotation marks where it needs them."""
    if _PLAIN.fullmatch(value):
        node = yaml.compose(value, Loader=yaml.SafeLoader)
        if isinstance(node, yaml.ScalarNode) and node.value == value:
            return value
    return json.dumps(value, ensure_ascii=False)
