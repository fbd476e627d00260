"""The engine that reads parts on a cluster of dask: one that runs already, or processes of this machine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from itertools import islice

from dask.utils import parse_bytes
from distributed import Client, Future, KilledWorker, LocalCluster, as_completed

from dossier.corpus.parts import Part
from dossier.corpus.run import Engine, PartReport, read_part
from dossier.errors import DossierError, Problem
from dossier.reading.edition import edition

_AHEAD = 4
"""Parts under way per worker: what keeps the scheduler's memory flat for any number of parts."""


def size_of(written: str) -> int:
    """Bytes of a size as written: 4MB, 500 kB; 0 for what is no size."""
    try:
        return max(int(parse_bytes(written)), 0) if written else 0
    except ValueError:
        return 0


def dask_engine(scheduler: str | None, workers: int) -> Engine:
    """What reads parts on the cluster at an address, or on one of so many processes of its own.

    A part whose worker dies is given to another one; after three deaths in a row it is told as an error.
    """

    def run(parts: Sequence[Part], folder: str) -> Iterator[PartReport]:
        with ExitStack() as closing:
            yield from _read(closing.enter_context(_client(scheduler, workers, closing)), parts, folder)

    return run


def _client(scheduler: str | None, workers: int, closing: ExitStack) -> Client:
    """A client of the cluster.

    Raises DossierError when nobody answers at the address.
    """
    if scheduler is None:
        local = LocalCluster(n_workers=workers, threads_per_worker=1, processes=True, dashboard_address=None)
        return Client(closing.enter_context(local))
    try:
        return Client(scheduler, timeout=10)
    except (OSError, ValueError) as error:
        problem = Problem(
            file=scheduler,
            found=f"no scheduler answers: {error}",
            expected="the address of a running dask scheduler",
            example="dossier extract --engine dask --scheduler tcp://10.0.0.5:8786 …",
        )
        raise DossierError([problem]) from error


def _read(client: Client, parts: Sequence[Part], folder: str) -> Iterator[PartReport]:
    waiting = iter(parts)
    given: dict[Future, Part] = {}

    def submit(part: Part) -> Future:
        future = client.submit(read_part, part, folder, edition(), pure=False)
        given[future] = part
        return future

    cores = max(1, sum(client.nthreads().values()))
    running = as_completed([submit(part) for part in islice(waiting, cores * _AHEAD)])
    for future in running:
        try:
            yield future.result()
        except KilledWorker as error:
            raise DossierError([_killed(given[future], error)]) from error
        del given[future]
        for part in islice(waiting, 1):
            running.add(submit(part))


def _killed(part: Part, error: KilledWorker) -> Problem:
    return Problem(
        file=str(part),
        found=f"every worker that read it died, the last one at {error.last_worker.address}",
        expected="workers with some 500 MB of memory each; what was read is kept, and the next run goes on",
        example="--part-size 1MB",
    )
