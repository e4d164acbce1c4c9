"""Zip files: the same bytes each time, written while they are made."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_EARLIEST = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_ENOUGH = 1 << 16


class Sink:
    """Collects text and hands it on in large pieces."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._pieces: list[str] = []
        self._size = 0

    def write(self, text: str) -> None:
        """Take text.

        Args:
            text: Any text that can be encoded.
        """
        self._pieces.append(text)
        self._size += len(text)
        if self._size > _ENOUGH:
            self.flush()

    def flush(self) -> None:
        """Hand on what was collected."""
        self._file.write("".join(self._pieces).encode())
        self._pieces.clear()
        self._size = 0


class Archive:
    """A zip file without time stamps, and without ZIP64, which not every reader knows."""

    def __init__(self, zip_file: ZipFile) -> None:
        self._zip = zip_file

    def add(self, path: str, content: bytes) -> None:
        """Add a member.

        Args:
            path: Its name, without a leading slash.

            content: Its bytes.
        """
        self._zip.writestr(_member(path), content)

    @contextmanager
    def stream(self, path: str) -> Iterator[Sink]:
        """Add a member piece by piece.

        Args:
            path: Its name, without a leading slash.

        Yields:
            Where to write its text.
        """
        with self._zip.open(_member(path), "w") as file:
            sink = Sink(file)
            yield sink
            sink.flush()


def _member(path: str) -> ZipInfo:
    member = ZipInfo(path, _EARLIEST)
    member.compress_type = ZIP_DEFLATED
    member.create_system = _UNIX  # else it would name the machine that it was made on
    member.external_attr = 0o644 << 16
    return member


@contextmanager
def open_archive(target: Path) -> Iterator[Archive]:
    """Make a zip file.

    Args:
        target: The file to make.

    Yields:
        The archive to fill.
    """
    with ZipFile(target, "w", ZIP_DEFLATED, allowZip64=False) as zip_file:
        yield Archive(zip_file)
