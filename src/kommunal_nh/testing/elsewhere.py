"""Writes a document in another process, with another hash seed, in another place, on another day.

Run as a script it is that other process: it takes an order on standard input and writes the file
into the folder that it runs in.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import pickle
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import attrs
import time_machine

from kommunal_nh.document import Document
from kommunal_nh.exporters import Exporter, FolderExporter
from kommunal_nh.serial import from_json, to_json
from kommunal_nh.testing.trial import content_of, writing


@attrs.frozen
class Surroundings:
    """Where and when a process runs.

    Attributes:
        seed: What Python mixes into hashes, so that sets have another order.
        zone: Name of the time zone.
        year: The year that the clock shows.
    """

    seed: int
    zone: str
    year: int


HERE = Surroundings(1, "America/Los_Angeles", 2001)
THERE = Surroundings(2, "Pacific/Kiritimati", 2044)
_NAME = "report"


def written_in(
    surroundings: Surroundings, exporter: Exporter | FolderExporter, document: Document
) -> bytes:
    """What an exporter writes in a process of its own.

    Args:
        surroundings: Where and when.

        exporter: The exporter; it is pickled, so its class belongs to a module.

        document: What to write.

    Returns:
        The bytes of the file, or of all files of the folder.

    Raises:
        AssertionError: The other process failed; with what it said.
    """
    module = type(exporter).__module__
    file = getattr(sys.modules[module], "__file__", None)
    order = (module, file, pickle.dumps(exporter), to_json(document), surroundings.year)
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(  # noqa: S603 - our own module, by its name
            [sys.executable, "-m", __name__],
            input=pickle.dumps(order),
            capture_output=True,
            check=False,
            cwd=folder,
            env=_environment(surroundings),
        )
        if done.returncode:
            said = done.stderr.decode("utf-8", "replace")
            raise AssertionError(f"In another process the exporter fails:\n{said}")
        return content_of(Path(folder, _NAME))


def _environment(surroundings: Surroundings) -> dict[str, str]:
    # Without SOURCE_DATE_EPOCH the time of the day must not be seen in the file; with it, it may.
    kept = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    return kept | {
        "PYTHONHASHSEED": str(surroundings.seed),
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
        "TZ": surroundings.zone,
    }


def _carry_out() -> None:
    module, file, pickled, document, year = pickle.load(sys.stdin.buffer)  # noqa: S301 - see above
    # A number, since a date with a time zone would bring that zone with it.
    with time_machine.travel(datetime(year, 7, 31, 20, tzinfo=UTC).timestamp(), tick=False):
        _import(module, file)
        write = writing(pickle.loads(pickled))  # noqa: S301 - see above
        write(from_json(document), Path(_NAME), {})


def _import(module: str, file: str | None) -> None:
    """Import the exporter's module; pytest gives modules names that only it can import."""
    try:
        importlib.import_module(module)
    except ModuleNotFoundError:
        spec = importlib.util.spec_from_file_location(module, file) if file else None
        if spec is None or spec.loader is None:
            raise
        sys.modules[module] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[module])


if __name__ == "__main__":
    _carry_out()
