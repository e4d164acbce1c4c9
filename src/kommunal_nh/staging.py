"""Files and folders that appear whole or not at all, and together.

They are written aside, into a hidden folder beside their places. One renaming makes that folder the
journal: up to then everything is as it was. Then each is put in its place, and what was there goes
into the journal. If the program is killed in between, the next one that writes there does the rest.
"""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex

from kommunal_nh.errors import UsageError
from kommunal_nh.folders import demand_own, made
from kommunal_nh.locking import LOCK, held, held_if_free
from kommunal_nh.reasons import reason

JOURNAL = ".kommunal-nh-moving"
"""Folder beside the files while not all of them are in their places."""
_ASIDE, _HELD = ".kommunal-nh-writing-", ".lock"
_NEW, _OLD = "neu", "alt"


@contextmanager
def staged(targets: Sequence[Path]) -> Iterator[list[Path]]:
    """Names for files and folders that shall appear together.

    Others may write into the same folder at the same time; only the moving waits for them.

    Args:
        targets: Where they shall be in the end; all in one folder, which is made if needed.

    Yields:
        A temporary name for each; when the block ends well, what was made there is moved to the
        targets, otherwise everything is as it was.

    Raises:
        UsageError: They can not be written there.
    """
    folder = targets[0].parent
    try:
        with made(folder):
            complete(folder)
            with _aside(folder) as aside:
                written = [aside / _NEW / target.name for target in targets]
                yield written
                with held(folder / LOCK):
                    _complete(folder)
                    _move_all(written, targets, aside, folder / JOURNAL)
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


def complete(folder: Path) -> None:
    """Put in place what a program that was killed left in its journal, and delete what it began.

    Args:
        folder: The folder of the targets.

    Raises:
        OSError: Something can not be moved.
        UsageError: Somebody put files into a folder that shall be replaced.
    """
    if (folder / JOURNAL).is_dir():
        with held(folder / LOCK):
            _complete(folder)
    _clear_away(folder)


def _complete(folder: Path) -> None:
    journal = folder / JOURNAL
    for path in sorted((journal / _NEW).iterdir()) if (journal / _NEW).is_dir() else ():
        demand_own(folder / path.name)
        _way_back(journal, folder / path.name)
        path.replace(folder / path.name)
    if journal.is_dir():
        shutil.rmtree(journal)


def _clear_away(folder: Path) -> None:
    """Delete what was written aside by programs that were killed: nobody holds its lock."""
    left = {path.name.removesuffix(_HELD) for path in folder.glob(f"{_ASIDE}*")}
    for name in left:
        with held_if_free(folder / (name + _HELD)) as free:
            if free:
                shutil.rmtree(folder / name, ignore_errors=True)


@contextmanager
def _aside(folder: Path) -> Iterator[Path]:
    """A hidden folder beside the targets, held as long as its program lives."""
    aside = folder / (_ASIDE + token_hex(4))
    with held(aside.with_name(aside.name + _HELD)):
        try:
            for path in (aside, aside / _NEW, aside / _OLD):
                path.mkdir()
            yield aside
        finally:
            shutil.rmtree(aside, ignore_errors=True)


def _move_all(written: Sequence[Path], targets: Sequence[Path], aside: Path, journal: Path) -> None:
    """Replace the targets, each at once; if one can not be replaced, put back those that were."""
    for path, target in zip(written, targets, strict=True):
        if target.exists() and target.is_dir() != path.is_dir():
            raise FileExistsError(errno.EEXIST, "", str(target))
        path.lstat()  # a file that was not written is no success
    _drop_others(aside / _NEW, written)
    aside.rename(journal)
    undo: list[Callable[[], object]] = []
    try:
        for target in targets:
            undo.append(_way_back(journal, target))
            (journal / _NEW / target.name).replace(target)
    except (OSError, KeyboardInterrupt):
        for step in reversed(undo):
            step()
        shutil.rmtree(journal, ignore_errors=True)
        raise
    shutil.rmtree(journal, ignore_errors=True)


def _drop_others(folder: Path, wanted: Sequence[Path]) -> None:
    """Delete what a writer left beside its target; it has no place to go."""
    for path in folder.iterdir():
        if path not in wanted:
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def _way_back(journal: Path, target: Path) -> Callable[[], object]:
    """Keep what is at the target; returns how to put it back."""
    new, kept = journal / _NEW / target.name, journal / _OLD / target.name
    if target.is_dir():
        target.replace(kept)
    elif target.exists():
        shutil.copy2(target, kept)
    return lambda: _put_back(new, kept, target)


def _put_back(new: Path, kept: Path, target: Path) -> None:
    """Undo the replacing; what could not be replaced is not touched again."""
    if new.exists():
        if kept.is_dir():
            kept.replace(target)
        return
    if target.is_dir():
        shutil.rmtree(target)
    if kept.exists():
        kept.replace(target)
    else:
        target.unlink(missing_ok=True)
