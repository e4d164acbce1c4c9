"""Files of a data folder that somebody else may have made: inside of it, and real files."""

from __future__ import annotations

import errno
from pathlib import Path


def leads_out(folder: Path, name: str) -> bool:
    """Whether a path leads out of a folder.

    Args:
        folder: The folder.

        name: The path, as somebody wrote it.

    Returns:
        True for absolute paths, for too many `..` and for links that lead out or in a circle.

    Raises:
        OSError: There can be no such path.
        ValueError: There can be no such path.
    """
    try:
        return not (folder / name).resolve().is_relative_to(folder.resolve())
    except RuntimeError:  # what Python before 3.13 says of links in a circle
        return True


def content_of(file: Path) -> bytes:
    """The bytes of a file.

    Args:
        file: The file.

    Returns:
        Its content.

    Raises:
        OSError: It can not be read, or is none: reading a pipe or a device may never end.
    """
    if file.exists() and not file.is_file() and not file.is_dir():
        raise OSError(errno.ENXIO, "", str(file))
    return file.read_bytes()
