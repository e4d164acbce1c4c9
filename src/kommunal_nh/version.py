"""The version of this library."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as version_of


def version() -> str:
    """The version of this library.

    Returns:
        Such as 0.1.0; nothing where it runs without being installed.
    """
    try:
        return version_of("kommunal-nh")
    except PackageNotFoundError:
        return ""
