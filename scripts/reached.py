"""Which tests reach which line of the program: a plugin of pytest, for Python 3.12 or newer.

    PYTHONPATH=scripts python -m pytest -p reached -p no:xdist tests --ignore tests/browser

Writes `.cache/mutation/reached.json`, which `scripts/mutation.py` chooses tests by. A line that is reached
while something is made for several tests at once (a fixture of a module) is reached by the whole file.
"""

from __future__ import annotations

import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import CodeType
from typing import Any

import pytest

from mutants import Place

PROGRAM = str(Path.cwd() / "scripts" / "dossier") + "/"
TOLD = Path(".cache/mutation/reached.json")


KEPT_EACH = 500
"""Tests after which what was found is written."""
FAILED = 1e9
"""Seconds of processor time of a test that fails before anything is changed: it is never chosen."""


@dataclass(frozen=True)
class Reach:
    """Which tests reach which line: tests with their processor seconds, and a bit for each by line.

    A file stands among the tests with the seconds of what is made for several of them.
    """

    tests: list[tuple[str, float]]
    lines: dict[str, dict[int, int]]

    def of(self, place: Place) -> int:
        """The tests that run a line of the place; of one outside of any function, whoever runs its module."""
        lines = self.lines.get(place.file.removeprefix("scripts/dossier/"), {})
        last = place.line + place.before.count("\n")
        found = 0
        for line in range(place.line, last + 1):
            found |= lines.get(line, 0)
        if not found:
            for tests in lines.values():
                found |= tests
        return found

    def chosen(self, place: Place, most: float) -> list[str]:
        """These tests, the nearest by name and the quickest first, up to so many seconds of them."""
        found, ranked = self.of(place), []
        made = {name: seconds for name, seconds in self.tests if "::" not in name}
        files = {
            name.partition("::")[0]
            for n, (name, _) in enumerate(self.tests)
            if found >> n & 1 and "::" not in name
        }
        for number, (name, seconds) in enumerate(self.tests):
            file = name.partition("::")[0]
            if "::" in name and (found >> number & 1 or file in files) and seconds < FAILED:
                ranked.append((not _is_near(place, file), not found >> number & 1, seconds, name))
        taken, spent = [], 0.0
        for *_, seconds, name in sorted(ranked):
            cost = seconds + made.get(name.partition("::")[0], 0.0)
            if spent + cost <= most:
                spent += cost
                made[name.partition("::")[0]] = 0.0
                taken.append(name)
        return taken


def _is_near(place: Place, file: str) -> bool:
    """Whether the name of a test's file shares a word with that of the place's module."""
    own = {word.rstrip("s") for word in Path(file).stem.split("_")[1:]}
    return bool(own & {word.rstrip("s") for word in Path(place.file).stem.split("_")})


def reach(path: Path) -> Reach:
    """What was written."""
    told = json.loads(path.read_text(encoding="utf-8"))
    lines = {
        file: {int(n): int(bits, 16) for n, bits in each.items()} for file, each in told["lines"].items()
    }
    return Reach([(name, seconds) for name, seconds in told["tests"]], lines)


class Reached:
    """Lines and tests by number; a set of tests is one number too, a bit for each."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.seconds: dict[str, float] = {}
        self.now = 0
        self.making = 0.0
        self.lines: dict[tuple[str, int], int] = defaultdict(int)

    def begin(self, name: str) -> None:
        """From here on, what is reached is reached by this test, or by this file."""
        self.seconds.setdefault(name, 0.0)
        self.now = 1 << self.numbers.setdefault(name, len(self.numbers))
        sys.monitoring.restart_events()  # type: ignore[attr-defined]

    def line(self, code: CodeType, number: int) -> Any:
        """Each line once a test."""
        if code.co_filename.startswith(PROGRAM):
            self.lines[code.co_filename[len(PROGRAM) :], number] |= self.now
        return sys.monitoring.DISABLE  # type: ignore[attr-defined]


FOUND = Reached()


def pytest_configure() -> None:
    """Starts to look, at lines alone."""
    events: Any = sys.monitoring  # type: ignore[attr-defined]
    events.use_tool_id(events.COVERAGE_ID, "reached")
    events.register_callback(events.COVERAGE_ID, events.events.LINE, FOUND.line)
    events.set_events(events.COVERAGE_ID, events.events.LINE)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """A test with all that is made for it alone."""
    FOUND.begin(item.nodeid)
    before = time.process_time()
    FOUND.making = 0.0
    yield
    FOUND.seconds[item.nodeid] += time.process_time() - before - FOUND.making


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef: Any, request: Any) -> Iterator[None]:
    """What is made for more than one test."""
    before, began, made = FOUND.now, time.process_time(), FOUND.making
    name = request.node.nodeid.partition("::")[0] or "all"
    if fixturedef.scope != "function":
        FOUND.begin(name)
    try:
        return (yield)
    finally:
        if fixturedef.scope != "function":
            seconds = time.process_time() - began
            FOUND.seconds[name] += seconds - (FOUND.making - made)
            FOUND.making = made + seconds
        if FOUND.now != before:
            FOUND.now = before
            sys.monitoring.restart_events()  # type: ignore[attr-defined]


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """One that fails is no test of anything."""
    FOUND.seconds[report.nodeid] += 0 if report.passed else FAILED


def pytest_runtest_logfinish() -> None:
    """What was found so far is kept, so that a run may be ended at any time."""
    if len(FOUND.seconds) % KEPT_EACH == 0:
        write()


def pytest_sessionfinish() -> None:
    """Writes what was found, and looks no more."""
    sys.monitoring.set_events(sys.monitoring.COVERAGE_ID, 0)  # type: ignore[attr-defined]
    write()


def write() -> None:
    """All that was found so far, at once."""
    lines: dict[str, dict[int, str]] = defaultdict(dict)
    for (file, line), tests in sorted(FOUND.lines.items()):
        lines[file][line] = f"{tests:x}"
    TOLD.parent.mkdir(parents=True, exist_ok=True)
    told = {"tests": [[name, FOUND.seconds[name]] for name in FOUND.numbers], "lines": lines}
    new = TOLD.with_suffix(".new")
    new.write_text(json.dumps(told), encoding="utf-8")
    new.replace(TOLD)
