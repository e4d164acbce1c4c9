"""Pictures as files of a site."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from kommunal_nh.document import Figure

_FOLDER = "bilder"
_SUFFIXES = {"image/jpeg": ".jpg", "image/png": ".png"}


class Pictures:
    """Writes each picture once, under a name that is made of its content."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def address(self, figure: Figure) -> str:
        """The address of a picture; its file is written if it is not there yet.

        Args:
            figure: The picture.

        Returns:
            The address.
        """
        digest = sha256(figure.data).hexdigest()[:16]
        name = f"{_FOLDER}/{digest}{_SUFFIXES.get(figure.media_type, '.img')}"
        target = self._folder / name
        if not target.exists():
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(figure.data)
        return name
