"""Files that appear whole or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from kommunal_nh.errors import UsageError


@contextmanager
def staged(targets: Sequence[Path]) -> Iterator[list[Path]]:
    """Names for files that shall appear together.

    Args:
        targets: Where the files shall be in the end; all in one folder, which is made if needed.

    Yields:
        A temporary name for each; when the block ends well, the files made there are moved to their
        targets, otherwise nothing is left of them.

    Raises:
        UsageError: The files can not be written there.
    """
    folder = targets[0].parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".kommunal-nh-") as temporary:
            written = [Path(temporary) / target.name for target in targets]
            yield written
            for path, target in zip(written, targets, strict=True):
                _move(path, target)
    except OSError as problem:
        place = problem.filename or folder
        raise UsageError(
            f"{place} konnte nicht geschrieben werden: {problem.strerror or problem}. Bitte "
            "prüfen, ob die Datei noch geöffnet ist, ob Platz ist und ob Sie dort schreiben dürfen."
        ) from problem


def write_text(target: Path, text: str) -> None:
    """Write a text file, whole or not at all.

    Args:
        target: The file.

        text: Its content.

    Raises:
        UsageError: The file can not be written.
    """
    with staged([target]) as (path,):
        path.write_text(text, "utf-8", newline="\n")


def _move(path: Path, target: Path) -> None:
    if target.is_dir() and path.is_dir():
        shutil.rmtree(target)
    path.replace(target)
