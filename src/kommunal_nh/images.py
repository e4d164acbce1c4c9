"""Images of a data folder."""

from __future__ import annotations

from pathlib import Path

import attrs


@attrs.frozen
class ImageFinder:
    """Finds images inside a folder and nowhere else.

    Attributes:
        folder: The data folder; without one there are no images.
    """

    folder: Path | None

    def __call__(self, path: str) -> bytes | None:
        """The bytes of an image.

        Args:
            path: Relative to the folder.

        Returns:
            The bytes, or None if there is no such file in the folder.
        """
        if self.folder is None or not path or "\0" in path:
            return None
        try:
            file = (self.folder / path).resolve()
            inside = file.is_relative_to(self.folder.resolve())
            return file.read_bytes() if inside and file.is_file() else None
        except OSError:
            return None
