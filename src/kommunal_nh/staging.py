"""Files that appear whole or not at all."""

from __future__ import annotations

import errno
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from kommunal_nh.errors import UsageError
from kommunal_nh.reasons import reason


@contextmanager
def staged(targets: Sequence[Path]) -> Iterator[list[Path]]:
    """Names for files that shall appear together.

    Args:
        targets: Where the files shall be in the end; all in one folder, which is made if needed.

    Yields:
        A temporary name for each; when the block ends well, the files made there are moved to their
        targets, otherwise everything is as it was.

    Raises:
        UsageError: The files can not be written there.
    """
    folder = targets[0].parent
    try:
        made = _make(folder)
        try:
            with tempfile.TemporaryDirectory(dir=folder, prefix=".kommunal-nh-") as temporary:
                written = [Path(temporary) / target.name for target in targets]
                yield written
                _move_all(written, targets, Path(temporary))
        except BaseException:
            _remove(made)
            raise
    except OSError as problem:
        names = " und ".join(str(target) for target in targets)
        raise UsageError(
            f"{names} konnte nicht geschrieben werden: {reason(problem)}. Bitte prüfen, ob die "
            "Datei noch geöffnet ist, ob Platz ist und ob Sie dort schreiben dürfen."
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


def _make(folder: Path) -> list[Path]:
    """Make a folder; returns the folders that were missing, the innermost first."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing


def _remove(folders: Sequence[Path]) -> None:
    for folder in folders:
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


def _move_all(written: Sequence[Path], targets: Sequence[Path], temporary: Path) -> None:
    """Replace the targets, each at once; if one can not be replaced, put back those that were."""
    for path, target in zip(written, targets, strict=True):
        if target.exists() and target.is_dir() != path.is_dir():
            raise FileExistsError(errno.EEXIST, "", str(target))
    undo: list[Callable[[], object]] = []
    try:
        for place, (path, target) in enumerate(zip(written, targets, strict=True)):
            undo.append(_way_back(target, temporary / f"{place}.alt"))
            path.replace(target)
    except OSError:
        for step in reversed(undo):
            step()
        raise


def _way_back(target: Path, kept: Path) -> Callable[[], object]:
    """Keep what is at the target; returns how to put it back."""
    if not target.exists():
        return lambda: target.unlink(missing_ok=True)
    if target.is_dir():
        target.replace(kept)
    else:
        shutil.copy2(target, kept)
    return lambda: _put_back(kept, target)


def _put_back(kept: Path, target: Path) -> None:
    if target.is_dir():
        shutil.rmtree(target)
    kept.replace(target)
