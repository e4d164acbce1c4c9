"""What the stages of a build take inside one process, printed as JSON of CPU seconds.

`lazily` is a writer that assembles the document while it writes, as `build` does it; `made` is the
writer alone, on a document that is there already; `floor` is writing and deflating the same bytes,
which is about the least that a compressed document can cost.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from statistics import median
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, is_zipfile

import attrs

from kommunal_nh import Document, Exporter, assemble, check, load, number, public_view
from kommunal_nh.document import Deferred
from kommunal_nh.plugins import exporter

FORMATS = ("docx", "html", "markdown")


def stages(folder: Path, runs: int) -> dict[str, float]:
    """Time the stages.

    Args:
        folder: A data folder.

        runs: How often to run each.

    Returns:
        Medians of CPU seconds by stage.
    """
    report = public_view(load(folder))
    document = assemble(report, number(report))
    taken = _in_turn(
        {
            "load": lambda: load(folder),
            "check": lambda: check(report),
            "number": lambda: number(report),
        },
        runs,
    )
    whole: Document = _made(document)
    for name in FORMATS:
        taken |= _writing(exporter(name), document, whole, runs)
    return taken


def _writing(writer: Any, document: Document, whole: Document, runs: int) -> dict[str, float]:
    assert isinstance(writer, Exporter)
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / f"report{writer.suffix}"
        writer.write(document, target, {})  # imports what it needs
        contents, floor = _contents(target), Path(folder) / "floor.zip"
        return _in_turn(
            {
                f"{writer.format} lazily": lambda: writer.write(document, target, {}),
                f"{writer.format} made": lambda: writer.write(whole, target, {}),
                f"{writer.format} floor": lambda: _write(floor, contents),
            },
            runs,
        )


def _contents(file: Path) -> dict[str, bytes]:
    """The parts of a packed file, or the one of another file."""
    if not is_zipfile(file):
        return {file.name: file.read_bytes()}
    with ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _write(target: Path, contents: Mapping[str, bytes]) -> None:
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)


def _made(node: Any) -> Any:
    """The node with everything that is deferred in it."""
    changes = {
        field.name: tuple(map(_made, value))
        for field in attrs.fields(type(node))
        if isinstance(value := getattr(node, field.name), Deferred)
    }
    return attrs.evolve(node, **changes) if changes else node


def _in_turn(tasks: Mapping[str, Callable[[], object]], runs: int) -> dict[str, float]:
    taken: dict[str, list[float]] = {name: [] for name in tasks}
    for _ in range(runs):
        for name, task in tasks.items():
            begin = time.process_time()
            task()
            taken[name].append(time.process_time() - begin)
    return {name: median(seconds) for name, seconds in taken.items()}


def main(arguments: Iterable[str]) -> None:
    """Print the stages of one folder.

    Args:
        arguments: The folder and the number of runs.
    """
    folder, runs = arguments
    sys.stdout.write(json.dumps(stages(Path(folder), int(runs))))


if __name__ == "__main__":
    main(sys.argv[1:])
