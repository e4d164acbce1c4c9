"""Many reports at once, on all cores: each is built as if it were alone."""

from __future__ import annotations

import os
import signal
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any, TypeAlias

import attrs

from kommunal_nh.building import build
from kommunal_nh.errors import KommunalNHError, UsageError
from kommunal_nh.exporters import Options
from kommunal_nh.reading import EDITIONS

Handler: TypeAlias = Callable[[int, FrameType | None], Any] | signal.Handlers


@attrs.frozen
class Outcome:
    """What became of one report.

    Attributes:
        source: The data folder or edition.
        files: What was written; nothing if there is a problem.
        notes: Sentences for whoever builds it, as in `build`.
        problem: Why nothing was written.
    """

    source: Path
    files: tuple[Path, ...] = ()
    notes: tuple[str, ...] = ()
    problem: KommunalNHError | None = None


def build_all(
    sources: Sequence[str | Path],
    formats: Sequence[str] | None = None,
    out: str | Path | None = None,
    options: Options | None = None,
    *,
    short: bool = False,
    jobs: int | None = None,
) -> Iterator[Outcome]:
    """Build many reports; one that can not be built does not hold up the others.

    Args:
        sources: Data folders or frozen editions, as for `build`.

        formats: Names of formats; all installed ones that are one file if left out.

        out: A folder in which each report gets one of its own, named like its data folder. `build`
            in each data folder if left out.

        options: Options for the exporters, as for `build`.

        short: Only the short versions.

        jobs: How many reports at a time; as many as there are cores if left out.

    Yields:
        What became of each, in the order of the sources.

    Raises:
        UsageError: Two reports would be written to one place; nothing was written.
    """
    paths = [Path(source) for source in sources]
    places = [None if out is None else Path(out) / _name(path.resolve()) for path in paths]
    _refuse_shared([place or path for place, path in zip(places, paths, strict=True)])
    job = partial(_outcome, formats=formats, options=options, short=short)
    pool = ProcessPoolExecutor(min(jobs or cores(), max(len(paths), 1)), initializer=_ignore_stop)
    try:
        with _stopping(signal.SIG_IGN):  # by Ctrl-C a process that begins would end in a traceback
            running = [pool.submit(job, *pair) for pair in zip(paths, places, strict=True)]
        yield from map(_result, running, paths)
    finally:
        pool.shutdown(cancel_futures=True)


def cores() -> int:
    """How many processes can run at a time.

    Returns:
        The cores that this process may use.
    """
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _name(source: Path) -> str:
    """What the data folder is called; a frozen edition also says its day."""
    if source.suffix != ".json":
        return (source if source.is_dir() else source.parent).name
    folder = source.parent.parent if source.parent.name == EDITIONS else source.parent
    return f"{folder.name}-{source.stem}"


def _refuse_shared(places: Sequence[Path]) -> None:
    for place, times in Counter(place.resolve() for place in places).items():
        if times > 1:
            raise UsageError(
                f"{times} Reports kämen an denselben Ort: {place}. Bitte jeden Ordner nur einmal "
                "nennen und gleichnamige nacheinander an verschiedene Orte bauen."
            )


def _outcome(
    source: Path,
    place: Path | None,
    *,
    formats: Sequence[str] | None,
    options: Options | None,
    short: bool,
) -> Outcome:
    """Build one report in this process; only meanwhile does Ctrl-C stop it."""
    notes: list[str] = []
    try:
        with _stopping(signal.default_int_handler):
            files = build(source, formats, place, options, short=short, note=notes.append)
    except KommunalNHError as problem:
        return Outcome(source, problem=problem)
    return Outcome(source, tuple(files), tuple(notes))


@contextmanager
def _stopping(by: Handler) -> Iterator[None]:
    """Answer to Ctrl-C in another way for a while; threads other than the main one never do."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, by)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _ignore_stop() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _result(running: Future[Outcome], source: Path) -> Outcome:
    try:
        return running.result()
    except BrokenProcessPool:
        message = (
            "Der Vorgang wurde von außen beendet, vielleicht weil der Speicher nicht reicht. Bitte "
            "mit weniger Vorgängen noch einmal bauen: --jobs 1"
        )
        return Outcome(source, problem=UsageError(message))
