"""Folders that this library made, and how it knows them again.

A folder that is built carries a list of its files. It is replaced by the next build as long as it
holds nothing but these; what somebody else put there is never deleted.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kommunal_nh.errors import UsageError
from kommunal_nh.inside import content_of
from kommunal_nh.reasons import reason

LIST = ".kommunal-nh"
"""Name of the list of files inside a folder that was built."""
_HEAD = (
    "# Diesen Ordner hat kommunal-nh gebaut und ersetzt ihn beim nächsten Bauen.\n"
    "# Eigene Dateien gehören nicht hierher. Gebaut wurden:\n"
)


@contextmanager
def made(folder: Path) -> Iterator[None]:
    """Make a folder, and remove it again if what shall be in it does not come about.

    Args:
        folder: The folder; with those that it is in.

    Yields:
        Nothing; the folder is there.

    Raises:
        OSError: It can not be made.
    """
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield
    except BaseException:
        with suppress(OSError):  # not empty: somebody else has put something there
            for path in missing:
                path.rmdir()
        raise


def mark_as_own(folder: Path) -> None:
    """Leave a list of its files in a folder that was just made.

    Args:
        folder: The folder.
    """
    names = sorted(path.relative_to(folder).as_posix() for path in _files(folder))
    (folder / LIST).write_text(
        _HEAD + "".join(f"{name}\n" for name in names), "utf-8", newline="\n"
    )


def demand_own(folder: Path) -> None:
    """Make sure that a folder may be replaced.

    Args:
        folder: The folder; it may be missing or empty.

    Raises:
        UsageError: It holds something that this library did not write, or can not be read.
    """
    try:
        foreign = _foreign(folder)
    except OSError as problem:
        raise UsageError(f"{folder} kann nicht gelesen werden: {reason(problem)}.") from problem
    if foreign:
        raise UsageError(
            f"{folder} enthält „{foreign}“, das kommunal-nh nicht geschrieben hat. Der Ordner "
            "würde beim Bauen ersetzt. Bitte diese Datei an einen anderen Platz legen oder mit -o "
            "einen anderen Ordner angeben."
        )


def _foreign(folder: Path) -> str:
    """The first path in a folder that is not on its list, or nothing."""
    if not folder.is_dir():
        return ""
    found = sorted(path.relative_to(folder).as_posix() for path in _files(folder))
    own = {LIST, *_listed(folder / LIST)} if LIST in found else set()
    return next((name for name in found if name not in own), "")


def _listed(file: Path) -> list[str]:
    return content_of(file).decode("utf-8", errors="replace").splitlines()


def _files(folder: Path) -> Iterator[Path]:
    """Everything in a folder that is no folder itself; links count, wherever they lead."""
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            yield from _files(path)
        else:
            yield path
