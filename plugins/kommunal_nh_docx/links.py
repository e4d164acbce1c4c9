"""Links out of the document: each address is listed once, beside the body."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kommunal_nh_docx.xml import attribute

_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_ALLOWED = re.compile(r"(?:https?|mailto|tel):", re.IGNORECASE)
_NOT_IN_ADDRESSES = re.compile(r'[\x00-\x20"<>\\^`{|}\x7f]')


class Links:
    """Gives each address an id while the body is written, and lists them afterwards."""

    def __init__(self) -> None:
        self._ids: dict[str, str] = {}

    def id(self, url: str) -> str:
        """The id of an address.

        Args:
            url: The address.

        Returns:
            The relationship's id, or nothing if this is no address that a reader may be sent to.
        """
        if not _ALLOWED.match(url):
            return ""
        return self._ids.setdefault(url, f"link{len(self._ids) + 1}")

    def relationships(self) -> Iterator[str]:
        """The list of addresses.

        Yields:
            One XML element for each address.
        """
        for url, identifier in self._ids.items():
            yield (
                f'<Relationship Id="{identifier}" Type="{_KIND}" '
                f'Target="{attribute(_address(url))}" TargetMode="External"/>'
            )


def _address(url: str) -> str:
    """Word refuses files whose addresses have characters that no address may have."""
    return _NOT_IN_ADDRESSES.sub(lambda found: f"%{ord(found[0]):02X}", url)
