"""The part of the contract about pictures: who can not see them reads what they show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from zipfile import ZipFile, is_zipfile

from kommunal_nh.document import Block, Chart, Figure, List, Quote, Section
from kommunal_nh.testing.promise import squeezed
from kommunal_nh.testing.sample import usual_document
from kommunal_nh.testing.trial import Trial, demand


def source_of(target: Path) -> str:
    """What a file holds as text, unpacked if it is an archive.

    Args:
        target: A file or a folder.

    Returns:
        The text of all that is in it; what is no text is left out.
    """
    if target.is_dir():
        files = sorted(path for path in target.rglob("*") if path.is_file())
        return "\n".join(map(source_of, files))
    if is_zipfile(target):
        with ZipFile(target) as archive:
            return "\n".join(_text(archive.read(name)) for name in archive.namelist())
    return _text(target.read_bytes())


def _text(data: bytes) -> str:
    return data.decode("utf-8", "ignore")


def alternative_texts(blocks: Iterable[Block]) -> Iterator[str]:
    """The alternative texts of all pictures and charts.

    Args:
        blocks: The blocks.

    Yields:
        The texts, in the order of the blocks.
    """
    for block in blocks:
        match block:
            case Figure(alt=alt) | Chart(alt=alt):
                yield squeezed(alt)
            case Section() | Quote():
                yield from alternative_texts(block.blocks)
            case List():
                for item in block.items:
                    yield from alternative_texts(item)


class TellsPictures(Trial):
    """What is said of pictures."""

    def alternatives(self, file: Path) -> str:
        """What a file says of its pictures; override it if that is not plain text in the file.

        Args:
            file: A file, or a folder, that the exporter has written.

        Returns:
            Text in which the alternative texts can be found.
        """
        return source_of(file)

    def test_pictures_are_told_in_words(self) -> None:
        """The alternative text of each picture and of each chart is in the file."""
        document = usual_document()
        told = self.run(document, look=self.alternatives).text
        for alt in alternative_texts(self.promised(document)):
            demand(alt in told, f"The alternative text of a picture is missing: {alt!r}")
