"""Pictures as files beside the pages of a folder."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from kommunal_nh.document.blocks import Figure

_FOLDER = "bilder"
_SUFFIXES = {"image/jpeg": ".jpg", "image/png": ".png"}


class Pictures:
    """Writes each picture once, under a name that is made of its content."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def file(self, figure: Figure) -> str:
        """The file of a picture; it is written if it is not there yet.

        Args:
            figure: The picture.

        Returns:
            Its path in the folder, with slashes: the address from a page at the top of the folder.
        """
        digest = sha256(figure.data).hexdigest()[:16]
        name = f"{_FOLDER}/{digest}{_SUFFIXES.get(figure.media_type, '.img')}"
        target = self._folder / name
        if not target.exists():
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(figure.data)
        return name
