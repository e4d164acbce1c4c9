"""Names that Windows keeps for itself: no file can be called like that, whatever its ending."""

from __future__ import annotations

DEVICES = frozenset(
    {"aux", "con", "nul", "prn", *(f"{kind}{n}" for kind in ("com", "lpt") for n in range(10))}
)


def is_device(name: str) -> bool:
    """Whether Windows would take a file for a device.

    Args:
        name: Name of the file, with or without ending.

    Returns:
        True for names such as `con` and `aux.2.md`.
    """
    return name.partition(".")[0].lower() in DEVICES
