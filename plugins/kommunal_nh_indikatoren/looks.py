"""How the evaluations look: words, a sign, a colour; each alone is enough."""

from __future__ import annotations

from collections.abc import Iterator

from kommunal_nh.document import Chip, ChipStyle
from kommunal_nh_indikatoren.rule import Outlook
from kommunal_nh_indikatoren.texts import Texts

_COLOURS = {
    Outlook.SUN: "#f2c230",
    Outlook.SUN_AND_CLOUD: "#f7e3a1",
    Outlook.CLOUD: "#b9c4cc",
    Outlook.STORM: "#4a3f6b",
    Outlook.UNKNOWN: "#ffffff",
}
"""Sign and words say the same, so that no colour has to be told from another."""


def words_of(outlook: Outlook, texts: Texts) -> str:
    """An evaluation in words.

    Args:
        outlook: The evaluation.

        texts: The words of the module.

    Returns:
        Such as `leicht bewölkt`.
    """
    return {
        Outlook.SUN: texts.sun,
        Outlook.SUN_AND_CLOUD: texts.sun_and_cloud,
        Outlook.CLOUD: texts.cloud,
        Outlook.STORM: texts.storm,
        Outlook.UNKNOWN: texts.unknown,
    }[outlook]


def _sign(outlook: Outlook, texts: Texts) -> str:
    return {
        Outlook.SUN: texts.sun_sign,
        Outlook.SUN_AND_CLOUD: texts.sun_and_cloud_sign,
        Outlook.CLOUD: texts.cloud_sign,
        Outlook.STORM: texts.storm_sign,
        Outlook.UNKNOWN: texts.unknown_sign,
    }[outlook]


def chip_of(outlook: Outlook, texts: Texts) -> Chip:
    """An evaluation as a coloured chip.

    Args:
        outlook: The evaluation.

        texts: The words of the module.

    Returns:
        Sign and words.
    """
    words = f"{_sign(outlook, texts)} {words_of(outlook, texts)}".strip()
    return Chip(_style(outlook), words.replace(" ", "\N{NO-BREAK SPACE}"))


def styles() -> Iterator[ChipStyle]:
    """The looks of all evaluations.

    Yields:
        One for each.
    """
    for outlook, colour in _COLOURS.items():
        yield ChipStyle(_style(outlook), colour)


def _style(outlook: Outlook) -> str:
    return f"indikatoren-{outlook.value}"
