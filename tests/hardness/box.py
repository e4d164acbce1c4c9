"""Where a reader works: a folder to read, one to write to, and neighbours to leave alone."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import attrs
from tests.hardness.guard import guarded

from kommunal_nh import KommunalNHError
from kommunal_nh.fonts import font_folder

MEMORY = 1_500_000_000
"""Bytes that reading one input may take at most, beside what is there already."""
SECRET = "nachbar/geheim.md"
"""A file beside the data that is there, and that no reader may open."""


@attrs.frozen
class Box:
    """A temporary folder.

    Attributes:
        folder: All of it.
    """

    folder: Path

    @property
    def data(self) -> Path:
        """What is read."""
        return self.folder / "daten"

    @property
    def out(self) -> Path:
        """What is written."""
        return self.folder / "aus"

    def fill(self, files: Mapping[str, bytes]) -> None:
        """Put files into the folder that is read, and nothing else."""
        shutil.rmtree(self.data, ignore_errors=True)
        _write(self.folder / SECRET, b"# Geheim\n")
        for name, content in files.items():
            _write(self.data / name, content)

    def tidy(self) -> None:
        """Have the other folders empty."""
        for folder in (self.out, self.folder / "tmp"):
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
        self.data.mkdir(exist_ok=True)

    def outcome(
        self, read: Callable[[], object], *, seconds: int = 60, bounded: bool = True
    ) -> str:
        """Have something read, under guard.

        Args:
            read: Reads.

            seconds: Only against hanging; 0 for no limit.

            bounded: Whether memory has a limit.

        Returns:
            The sentence with which the library refused it, or nothing.

        Raises:
            Forbidden: It did what no reader may.
        """
        rooms = (self.data, self.out, self.folder / "tmp")
        limit = MEMORY if bounded else None
        fonts = font_folder()  # made once in a process, and not in this folder
        with (
            _temporary(self.folder / "tmp"),
            guarded(rooms, (fonts,), seconds=seconds, memory=limit),
        ):
            try:
                read()
            except KommunalNHError as problem:
                return str(problem) or "?"
        return ""


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


@contextmanager
def _temporary(folder: Path) -> Iterator[None]:
    before, tempfile.tempdir = tempfile.tempdir, str(folder)
    try:
        yield
    finally:
        tempfile.tempdir = before


@contextmanager
def box() -> Iterator[Box]:
    """Make a box, and remove it in the end."""
    with tempfile.TemporaryDirectory(prefix="box-") as name:
        made = Box(Path(name).resolve())
        made.fill({})
        made.tidy()
        yield made
