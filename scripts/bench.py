"""Speed and memory of the whole extraction on a corpus of plain articles.

    bench.py CORPUS.jsonl

Prints megabytes and articles per second on one core with nothing parsed before (cold) and on one and two
with every sentence in the cache, peak memory, the ratio to splitting the same text into sentences with
syntok, and how time grows with the length of an article. Each measurement runs in a process of its own and
in a folder of its own, the same work repeated and the best time taken (cold: once, with the model loaded).
What runs on one core is timed by
the processor's clock, which other work on the machine disturbs less; two cores are timed by the wall's.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

_REPEATS = 3


def _texts(corpus: Path) -> list[str]:
    return [json.loads(line)["text"] for line in corpus.read_text(encoding="utf-8").splitlines()]


def _best(run: Callable[[], None], clock: Callable[[], float], repeats: int = _REPEATS) -> float:
    times = []
    for _ in range(repeats):
        start = clock()
        run()
        times.append(clock() - start)
    return min(times)


def _extract(corpus: Path, jobs: int, *, cold: bool = False) -> dict[str, float]:
    from dossier.reading.batch import extract_inputs, list_inputs
    from dossier.reading.parser import parse_strings

    def run() -> None:
        if cold:
            shutil.rmtree(".cache", ignore_errors=True)
        for output in extract_inputs(list_inputs([], [corpus]), jobs):
            if output.trouble:
                sys.exit(output.trouble)

    if cold:  # once: what the parser has met before costs it less the second time
        parse_strings(["A model is loaded."])
        seconds = _best(run, time.process_time, repeats=1)
    else:
        run()  # fills the cache
        seconds = _best(run, time.process_time if jobs == 1 else time.perf_counter)
    usage = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return {"seconds": seconds, "peak": max(resource.getrusage(who).ru_maxrss for who in usage) / 1024}


def _split(corpus: Path) -> dict[str, float]:
    from syntok import segmenter

    texts = _texts(corpus)

    def run() -> None:
        for text in texts:
            for paragraph in segmenter.analyze(text):
                for sentence in paragraph:
                    assert sentence

    return {"seconds": _best(run, time.process_time)}


def _growth(corpus: Path) -> dict[str, float]:
    """Seconds per megabyte for made articles: of growing length, and in one paragraph without a full stop."""
    from dossier.reading.extract import extract_findings
    from dossier.reading.interchange import article_from_row

    joined = "\n\n".join(_texts(corpus))
    unbroken = joined.replace("\n", " ").replace(".", "").replace("?", "").replace("!", "")
    cases = {f"article of {size:>9,} characters": joined[:size] for size in (10_000, 100_000, 1_000_000)}
    cases |= {f"paragraph of {size:>7,} characters": unbroken[:size] for size in (10_000, 100_000)}
    extract_findings(article_from_row({"id": "warm", "text": joined[:10_000]}))
    measured = {}
    for name, text in cases.items():
        row = {"id": "made", "text": text, "published": "2020-01-01"}
        start = time.process_time()
        extract_findings(article_from_row(row))
        measured[name] = (time.process_time() - start) / (len(text.encode()) / 1e6)
    return measured


def _memory(corpus: Path, times: int) -> dict[str, float]:
    """Peak memory in MB after reading the corpus this many times over."""
    from dossier.reading.batch import extract_inputs, list_inputs

    for _ in extract_inputs(list_inputs([], [corpus] * times), 1):
        pass
    return {"peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


_PARTS: dict[str, Callable[[Path], dict[str, float]]] = {
    "cold": lambda corpus: _extract(corpus, 1, cold=True),
    "one": lambda corpus: _extract(corpus, 1),
    "two": lambda corpus: _extract(corpus, 2),
    "split": _split,
    "growth": _growth,
    "once": lambda corpus: _memory(corpus, 1),
    "thrice": lambda corpus: _memory(corpus, 3),
}


def _measure(part: str, corpus: Path) -> dict[str, float]:
    command = [sys.executable, str(Path(__file__).resolve()), str(corpus.resolve()), "--part", part]
    with tempfile.TemporaryDirectory() as home:
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=home)
    measured: dict[str, float] = json.loads(done.stdout)
    return measured


def main() -> None:
    """Print the measurements of every part, or of one as JSON."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--part", choices=_PARTS, help="measure this part only, print JSON")
    args = parser.parse_args()
    if args.part:
        print(json.dumps(_PARTS[args.part](args.corpus)))
        return
    texts = _texts(args.corpus)
    megabytes = sum(len(text.encode()) for text in texts) / 1e6
    print(f"{args.corpus.name}: {len(texts)} articles, {megabytes:.2f} MB of text; best of {_REPEATS} runs")
    cold, one, two, split = (_measure(part, args.corpus) for part in ("cold", "one", "two", "split"))
    for label, measured in (("cold", cold), ("one core", one), ("two cores", two)):
        rate = (
            f"{megabytes / measured['seconds']:6.3f} MB/s  {len(texts) / measured['seconds']:6.0f} articles/s"
        )
        print(f"{label:<11} {rate}  peak {measured['peak']:.0f} MB a process")
    print(f"two cores are {one['seconds'] / two['seconds']:.2f} times as fast as one")
    print(f"syntok      {megabytes / split['seconds']:6.2f} MB/s for the sentence split alone")
    print(
        f"whole extraction takes {one['seconds'] / split['seconds']:.2f} times the syntok split (at most 3)"
    )
    once, thrice = (_measure(part, args.corpus)["peak"] for part in ("once", "thrice"))
    print(f"peak memory {once:.0f} MB for the corpus once, {thrice:.0f} MB for three times as many articles")
    print("growth with length:")
    for name, seconds in _measure("growth", args.corpus).items():
        print(f"    {name}: {seconds:.2f} s/MB")


if __name__ == "__main__":
    main()
