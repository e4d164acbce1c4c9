"""Numbers as words: decimal, letters, Roman."""

from __future__ import annotations

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_LARGEST = 4000
_LETTERS = 26


def formatted(count: int, form: str) -> str:
    """A number as a level of a list prints it.

    Args:
        count: The number.

        form: What the file calls the form, such as `lowerLetter`; unknown ones are decimal.

    Returns:
        Its words.
    """
    if form in {"none", "bullet"}:
        return ""
    if form in {"lowerLetter", "upperLetter"} and 0 < count < _LARGEST:
        return _cased(chr(97 + (count - 1) % _LETTERS) * (1 + (count - 1) // _LETTERS), form)
    if form in {"lowerRoman", "upperRoman"} and 0 < count < _LARGEST:
        return _cased(_roman(count), form)
    if form == "ordinal":
        return f"{count}."
    return f"{count:02}" if form == "decimalZero" else str(count)


def _cased(words: str, form: str) -> str:
    return words.upper() if form.startswith("upper") else words


def _roman(count: int) -> str:
    words = ""
    for size, letters in _ROMAN:
        words += letters * (count // size)
        count %= size
    return words
