"""Annotated news to the weights of the evidence about names: `python scripts/train_names.py CORPUS...`.

A corpus has one article a line, with entities of every mention: {"id", "text", "entities": [{"type",
"mentions": [[start, end]]}]}. Each name of an article, as the rules cut it, is an example: its cues, and the
kind that most of its mentions are annotated with; a name cut wrongly is nobody's. The weights are those of a
logistic regression; a cue needs several articles, so that none is one article's. With `--folds N` the table
is not written, and each of N parts is decided by weights from the others.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from dossier.reading.names.decision import KINDS, TABLE
from dossier.reading.names.kinds import name_examples
from dossier.reading.text.article import read_article

_TRIM = re.compile(r"^(?:(?:the|mr|mrs|ms|dr|sir)\.?\s+)+", re.I)

_LEAST = 6
"""Articles that must have a cue."""
_HELD = 2.5
"""Strength that draws weights to nothing."""
_ROUNDS = 400
_TYPES = {"facility": "place", "place": "place", "person": "person", "organization": "organisation"}

Example = tuple[dict[str, float], int, float]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without a leading article or title and a trailing possessive."""
    match = _TRIM.match(text[start:end])
    if match and match.end() < end - start:
        start += match.end()
    match = re.search(r"(?:['’]s?|\s)+$", text[start:end])
    return start, start + match.start() if match and match.start() else end


def _examples(row: dict[str, Any]) -> Iterator[Example]:
    text = row["text"]
    gold: dict[tuple[int, int], str] = {}
    aside: list[tuple[int, int]] = []
    for entity in row["entities"]:
        for start, end in entity["mentions"]:
            if entity["type"] == "disputed":
                aside.append((start, end))
            else:
                gold[_trimmed(text, start, end)] = _TYPES.get(entity["type"], "none")
    article = read_article(text, id=row["id"], title=row.get("title"))
    for cues, spans in name_examples(article):
        kinds: Counter[str] = Counter()
        for span in spans:
            start, end = _trimmed(text, *span)
            if not any(start < b and a < end for a, b in aside):
                kinds[gold.get((start, end), "none")] += 1
        if kinds:
            kind, _ = kinds.most_common(1)[0]
            yield cues, KINDS.index(kind), min(sum(kinds.values()), 5) ** 0.5


def _load(paths: list[Path]) -> list[list[Example]]:
    """Examples article by article."""
    articles = []
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row.get("named_mentions"):
                articles.append(list(_examples(row)))
    return articles


def _fit(articles: list[list[Example]]) -> dict[str, Any]:
    """Cue → its weight for each kind."""
    seen = Counter(cue for article in articles for cue in {c for cues, _, _ in article for c in cues})
    cues = sorted(cue for cue, count in seen.items() if count >= _LEAST)
    number = {cue: at for at, cue in enumerate(cues)}
    examples = [example for article in articles for example in article]
    rows: list[int] = []
    columns: list[int] = []
    values: list[float] = []
    for at, (found, _, _) in enumerate(examples):
        for cue, value in found.items():
            if cue in number:
                rows.append(at)
                columns.append(number[cue])
                values.append(value)
    row, column, shares = np.array(rows), np.array(columns), np.array(values)
    wanted = np.zeros((len(examples), len(KINDS)))
    wanted[np.arange(len(examples)), [kind for _, kind, _ in examples]] = 1
    heavy = np.array([weight for _, _, weight in examples])[:, None]
    weights = np.zeros((len(cues), len(KINDS)))
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, _ROUNDS + 1):
        scores: Any = np.stack(
            [np.bincount(row, shares * weights[column, k], len(examples)) for k in range(len(KINDS))], 1
        )
        belief = np.exp(scores - scores.max(1, keepdims=True))
        error = (belief / belief.sum(1, keepdims=True) - wanted) * heavy
        slope: Any = np.stack(
            [np.bincount(column, shares * error[row, k], len(cues)) for k in range(len(KINDS))], 1
        )
        slope = slope + _HELD * weights
        first = 0.9 * first + 0.1 * slope
        second = 0.99 * second + 0.01 * slope**2
        weights -= 0.05 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return {cue: weights[at] for cue, at in number.items()}


def _decide(weights: dict[str, Any], cues: dict[str, float]) -> int:
    total = sum((weights[c] * v for c, v in cues.items() if c in weights), np.zeros(len(KINDS)))
    return int(np.argmax(total))


def _tell(articles: list[list[Example]], folds: int) -> None:
    """Print precision and recall of each kind, by examples left out."""
    pairs: Counter[tuple[int, int]] = Counter()
    for part in range(folds):
        weights = _fit([a for at, a in enumerate(articles) if at % folds != part])
        for article in articles[part::folds]:
            for cues, kind, weight in article:
                pairs[_decide(weights, cues), kind] += weight**2  # type: ignore[assignment]
    for at, name in enumerate(KINDS):
        right = pairs[at, at]
        found = sum(n for (a, _), n in pairs.items() if a == at)
        known = sum(n for (_, b), n in pairs.items() if b == at)
        print(f"{name:14} precision {right / found:.3f} recall {right / known:.3f} of {known:.0f}")


def main() -> None:
    """Train on the corpora named, or tell how well it works."""
    arguments = sys.argv[1:]
    folds = int(arguments[arguments.index("--folds") + 1]) if "--folds" in arguments else 0
    articles = _load([Path(path) for path in arguments if path.endswith(".jsonl")])
    if folds:
        _tell(articles, folds)
        return
    weights = _fit(articles)
    lines = [
        "# Cues of names and their weights in hundredths for: " + ", ".join(KINDS) + ".",
        "# Made by scripts/train_names.py; positive speaks for a kind, negative against it.",
    ]
    lines += ["\t".join([cue, *(str(round(100 * w)) for w in weights[cue])]) for cue in sorted(weights)]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
