"""The specification's paragraphs and what is read from them, to figures: found, right and false of each kind.

    python tests/specification_score.py [--errors] [--write]

`found` counts the annotations of a kind that the reading holds, `of` all, `false` what it holds beside them.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from dossier.reading.extract import extract_findings
from dossier.reading.findings import EventFinding, Findings
from dossier.reading.text.article import read_article

HOME = Path(__file__).parent / "specification"
FIGURES = HOME / "figures.json"
_VIOLENCE = frozenset(("attack", "armed_clash", "kidnapping"))
_FITS = {
    **dict.fromkeys(("attack", "bombing", "shooting", "killing", "air_strike", "clash"), _VIOLENCE),
    "abduction": {"kidnapping"},
    "exercise": {"military_exercise"},
    "border_opening": {"opening"},
    "recall": {"expulsion"},
    "inquiry": {"investigation", "search"},
    "candidacy": {"candidacy", "candidacy_end"},
    "meeting": {"meeting", "talks"},
    "statement": {"statement", "announcement", "press_conference"},
}
_BLAME = frozenset(
    ("responsibility_claimed", "responsibility_blamed", "carried_out_according_to", "accusation", "denial")
)


def rows() -> list[dict[str, Any]]:
    """The paragraphs."""
    lines = (HOME / "paragraphs.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def score(paragraphs: list[dict[str, Any]], errors: list[str] | None = None) -> dict[str, dict[str, int]]:
    """Figures by kind over paragraphs; what is wrong is added to `errors`."""
    told: dict[str, Counter[str]] = {
        kind: Counter(found=0, of=0, false=0)
        for kind in ("events", "event_dates", "event_places", "blame", "speakers", "dates", "names")
    }
    wrong = errors if errors is not None else []
    for row in paragraphs:
        article = read_article(
            row["text"], id=row["id"], title="News", published=date.fromisoformat(row["published"])
        )
        found = extract_findings(article)
        _events(row, found, told, wrong)
        _plain(row, article.text.text, found, told)
    return {kind: dict(counts) for kind, counts in told.items()}


def _events(row: dict[str, Any], found: Findings, told: dict[str, Counter[str]], wrong: list[str]) -> None:
    left: list[EventFinding] = [e for e in found.events if e.type != "other"]
    deals = [a for a in found.agreements if a.kind != "pledge"]  # a pledge is a claim there
    for gold in row["events"]:
        if gold["type"] == "other":
            continue
        told["events"]["of"] += 1
        if gold["type"] == "agreement":
            hit: Any = deals.pop(0) if deals else None
        else:
            fits = _FITS.get(gold["type"], {gold["type"]})
            hit = next((e for e in left if e.type in fits), None)
            left = [e for e in left if e is not hit]
        told["events"]["found"] += hit is not None
        if hit is None:
            wrong.append(f"{row['id']} missed {gold['type']}: {row['text'][:150]}")
            continue
        if "date" in gold:
            _count(told["event_dates"], gold["date"], hit.date.edtf if hit.date else None)
        if "where" in gold and isinstance(hit, EventFinding):
            _count(told["event_places"], gold["where"], hit.place)
    told["events"]["false"] += len(left) + len(deals)
    wrong += [f"{row['id']} false {e.type}: {e.title} | {row['text'][:150]}" for e in left]
    wrong += [f"{row['id']} false agreement: {a.title} | {row['text'][:150]}" for a in deals]


def _count(counts: Counter[str], wanted: str, given: str | None) -> None:
    counts["of"] += 1
    counts["found"] += given is not None and (given in wanted or wanted in given)
    counts["false"] += given is not None and not (given in wanted or wanted in given)


def _plain(row: dict[str, Any], text: str, found: Findings, told: dict[str, Counter[str]]) -> None:
    """Blame, speakers, dates and names: multisets of what says the same."""
    gold_blame = Counter(c["kind"] for c in row["claims"] if c["kind"] in _BLAME)
    blame = Counter(c.kind for c in found.claims if c.kind in _BLAME)
    _compare(told["blame"], gold_blame, blame)
    speakers = Counter((q.speaker.name or q.speaker.mention) for q in found.quotes if q.speaker)
    _compare(told["speakers"], Counter(q["speaker"] for q in row["quotes"] if q["speaker"]), speakers)
    dates = Counter((text[d.start : d.end], d.edtf) for d in found.dates)
    _compare(told["dates"], Counter((d["words"], d["edtf"]) for d in row["dates"]), dates)
    names = Counter({(n.name, n.kind) for n in (*found.actors, *found.places)})
    _compare(told["names"], Counter((n["name"], n["kind"]) for n in row["names"]), names)


def _compare(counts: Counter[str], wanted: Counter[Any], given: Counter[Any]) -> None:
    both = sum((wanted & given).values())
    counts["found"] += both
    counts["of"] += sum(wanted.values())
    counts["false"] += sum(given.values()) - both


def main() -> None:
    """Prints the figures; `--errors` what is wrong too; `--write` keeps them as those to hold."""
    errors: list[str] = []
    figures = score(rows(), errors)
    if "--errors" in sys.argv:
        print("\n".join(errors))
    print(json.dumps(figures, indent=1))
    if "--write" in sys.argv:
        FIGURES.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
