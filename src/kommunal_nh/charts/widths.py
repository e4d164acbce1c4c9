"""How wide words are at most, without a look into the font."""

from __future__ import annotations

_EMS = {
    0.41: " !',.:;I[]`frtijl·‘‚\xa0()-",
    0.61: 'abcdeghknopquvsxyzäöüßACEFJLPSTVXYZÄ0123456789/§€–„“+=?*#<>"',
    0.85: "mwBDGHKMNOQRUWÖÜ…&",
}
_OF_SIGN = {sign: ems for ems, signs in _EMS.items() for sign in signs}
_OTHERS = 1.1


def widest(text: str, size: float) -> float:
    """How much room words need at most.

    Args:
        text: The words, in letters of German.

        size: Of the words, in CSS pixels.

    Returns:
        CSS pixels; an estimate where there are signs that German does not have.
    """
    return size * sum(_OF_SIGN.get(sign, _OTHERS) for sign in text)


def surely_fits(text: str, size: float, limit: float) -> bool:
    """Whether words are certain to be no longer than the room for them.

    Args:
        text: The words.

        size: Of the words, in CSS pixels.

        limit: The room, in CSS pixels.

    Returns:
        False if that can not be said without the font.
    """
    return _OF_SIGN.keys() >= set(text) and widest(text, size) <= limit
