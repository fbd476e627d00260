"""Draws broken inputs for as long as it is told to: `python scripts/fuzz.py MINUTES [PROPERTY…]`.

What fails is shrunk, printed and kept under `.cache/fuzz`, to be tried first the next time.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.database import DirectoryBasedExampleDatabase

from fuzzing import PROPERTIES

ROUND = 50
"""Examples of one property before the next has its turn."""


def draw(name: str, number: int) -> int:
    """How many examples one round drew; raises what the first failing one raises, made as small as can be."""
    drawn, holds = PROPERTIES[name]
    count = 0

    @seed(int(time.time()) + number)
    @settings(
        max_examples=ROUND,
        deadline=None,
        database=DirectoryBasedExampleDatabase(Path(".cache/fuzz")),
        phases=[Phase.reuse, Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
        print_blob=True,
    )
    @given(drawn)
    def run(value: object) -> None:
        nonlocal count
        count += 1
        holds(value)

    run()
    return count


def main(minutes: float, names: list[str]) -> int:
    """How many properties failed; each has its turn until the time is over."""
    stop = time.monotonic() + minutes * 60
    tried, failed, number = dict.fromkeys(names, 0), set[str](), 0
    while time.monotonic() < stop and len(failed) < len(names):
        number += 1
        for name in names:
            if name in failed or time.monotonic() >= stop:
                continue
            try:
                tried[name] += draw(name, number)
            except Exception as error:
                failed.add(name)
                notes = "\n".join(getattr(error, "__notes__", ()))
                print(f"{name}: {type(error).__name__}: {error}\n{notes}", file=sys.stderr)
        print("  ".join(f"{name} {count}" for name, count in tried.items()), flush=True)
    return len(failed)


if __name__ == "__main__":
    sys.exit(1 if main(float(sys.argv[1]), sys.argv[2:] or list(PROPERTIES)) else 0)
