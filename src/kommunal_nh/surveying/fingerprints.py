"""Fingerprints: whether something still says what was asked, without keeping what was asked."""

from __future__ import annotations

import hashlib
import re

import attrs

from kommunal_nh.surveying.rich import RichText, canonical
from kommunal_nh.value import Value

_LENGTH = 10
_FORM = re.compile(rf"[0-9a-f]{{{_LENGTH}}}(?:-[0-9a-f]{{{_LENGTH}}}){{3}}")


@attrs.frozen(eq=False, repr=False)
class Fingerprint(Value):
    """What was asked about one project, field by field.

    Attributes:
        status: Of the id of its status.
        description: Of its description.
        progress: Of its progress.
        cooperation: Of the words about its cooperation.
    """

    status: str
    description: str
    progress: str
    cooperation: str

    def __str__(self) -> str:
        """As it stands in a form: four times ten digits."""
        return "-".join((self.status, self.description, self.progress, self.cooperation))

    @classmethod
    def read(cls, text: str) -> Fingerprint | None:
        """Read what stands in a form.

        Args:
            text: Such as `str` writes it.

        Returns:
            The fingerprint, or None if it is none.
        """
        return cls(*text.strip().split("-")) if _FORM.fullmatch(text.strip()) else None


def print_of(said: str | RichText) -> str:
    """The fingerprint of one field.

    Args:
        said: A word, or lines of words.

    Returns:
        Ten hexadecimal digits.
    """
    text = said if isinstance(said, str) else canonical(said)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]
