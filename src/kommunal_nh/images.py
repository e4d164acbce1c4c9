"""Images of a data folder."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import attrs

from kommunal_nh.inside import content_of, leads_out

_ADDRESS = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]+:|//")
_SIGNATURES = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}


@attrs.frozen(eq=False, repr=False)
class ImageFinder:
    """Finds images that a report brings along, and those inside its folder, and no others.

    Attributes:
        folder: The data folder; without one there are only the images at hand.
        at_hand: Images by path.
    """

    folder: Path | None
    at_hand: Mapping[str, bytes] = attrs.field(factory=dict)

    def __call__(self, path: str) -> bytes | None:
        """The bytes of an image.

        Args:
            path: Relative to the folder.

        Returns:
            The bytes, or None if there is no such file in the folder.
        """
        if path in self.at_hand:
            return self.at_hand[path]
        if self.folder is None or not path or self.is_outside(path):
            return None
        try:
            return content_of(self.folder / path)
        except OSError:
            return None

    def is_outside(self, path: str) -> bool:
        """Whether a path leads out of the folder.

        Args:
            path: Relative to the folder, as an author wrote it.

        Returns:
            True for addresses, absolute paths, paths with too many `..` and links that lead out.
        """
        if _ADDRESS.match(path):
            return True
        try:
            return leads_out(self.folder or Path(), path)
        except (OSError, ValueError):
            return False


def media_type(data: bytes) -> str | None:
    """What kind of image some bytes are.

    Args:
        data: The bytes of a file.

    Returns:
        The media type, or None if it is not an image that every format can show.
    """
    return next((kind for start, kind in _SIGNATURES.items() if data.startswith(start)), None)
