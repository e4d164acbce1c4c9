"""What every part of the contract stands on: an exporter, and how its files are read."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Mapping
from contextlib import chdir
from pathlib import Path
from typing import Any

import attrs

from kommunal_nh.document import Block, Document
from kommunal_nh.exporters import FolderExporter, Options
from kommunal_nh.testing.promise import squeezed


def demand(condition: bool, complaint: str) -> None:
    """Fail with a sentence for the author of an exporter.

    Args:
        condition: What has to hold.

        complaint: What is wrong if it does not.

    Raises:
        AssertionError: It does not hold.
    """
    __tracebackhide__ = True  # pytest shows the test and the sentence, not this line
    if not condition:
        raise AssertionError(complaint)


def writing(exporter: Any) -> Callable[[Document, Path, Options], None]:
    """The method of an exporter that writes.

    Args:
        exporter: An exporter of files or of folders.

    Returns:
        Its method.
    """
    write: Callable[[Document, Path, Options], None] = (
        exporter.write_folder if isinstance(exporter, FolderExporter) else exporter.write
    )
    return write


def content_of(target: Path) -> bytes:
    """What an exporter has written, to be compared.

    Args:
        target: A file or a folder.

    Returns:
        The bytes of the file, or name and bytes of each file of the folder.
    """
    if target.is_file():
        return target.read_bytes()
    files = sorted(path for path in target.rglob("*") if path.is_file())
    parts = (part for file in files for part in (file.relative_to(target).as_posix(), file))
    return b"\0".join(
        part.encode() if isinstance(part, str) else part.read_bytes() for part in parts
    )


@attrs.frozen
class Written:
    """What one run of an exporter left behind.

    Attributes:
        data: The bytes of the target, or of all its files.
        text: What was read of it, with single spaces.
        files: Every file below the folder of the target, by its path there.
    """

    data: bytes
    text: str
    files: tuple[str, ...]


class Trial:
    """An exporter on trial.

    Attributes:
        exporter: The exporter.
    """

    exporter: Any

    def read(self, file: Path) -> str:
        """The words of a file as a reader sees them, in reading order.

        Leave out what the format itself adds, such as a navigation or page headers, and put white
        space between paragraphs, items and cells. Best use somebody else's reader of the format.

        Args:
            file: A file that the exporter has written.

        Returns:
            The words; how much white space is between them does not matter.
        """
        raise NotImplementedError(f"{type(self).__name__} needs a method read(self, file)")

    def promised(self, document: Document) -> Iterable[Block]:
        """What of a document the format shows; override it if that is not all.

        Args:
            document: Any document.

        Returns:
            The blocks whose words have to be found, in the order of the file.
        """
        return document.blocks

    def run(
        self,
        document: Document,
        *,
        name: str = "report",
        options: Mapping[str, str] | None = None,
        look: Callable[[Path], str] | None = None,
    ) -> Written:
        """Write a document into an empty folder, which is the working folder as well.

        Args:
            document: What to write.

            name: The target's name, without suffix.

            options: Options of the run.

            look: What reads the file; without it, it is not read.

        Returns:
            What was found afterwards.
        """
        with tempfile.TemporaryDirectory() as outside, chdir(outside):
            target = Path(outside, "folder", f"{name}{self.suffix()}")
            target.parent.mkdir()
            writing(self.exporter)(document, target, dict(options or {}))
            demand(target.exists(), f"The exporter made no file {target.name}.")
            files = sorted(path for path in Path(outside).rglob("*") if path.is_file())
            names = tuple(path.relative_to(outside).as_posix() for path in files)
            text = squeezed(look(target)) if look else ""
            return Written(content_of(target), text, names)

    def suffix(self) -> str:
        """How the names of targets end.

        Returns:
            The ending of the exporter's files.
        """
        return str(self.exporter.suffix)

    def text_of(self, document: Document) -> str:
        """What is read of a document once it is written.

        Args:
            document: The document.

        Returns:
            The words, with single spaces.
        """
        return self.run(document, look=self.read).text
