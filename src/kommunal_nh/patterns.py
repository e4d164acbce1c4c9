"""Number patterns: how the parts of a number become text, and text becomes parts again.

A pattern is text with placeholders:

    {thema}            number of the theme                    1
    {thema:kuerzel}    code of the theme                      B
    {ziel}             number of the goal, nested with dots   2 or 2.1
    {status}           place of the status in the profile     3
    {projekt}          number of the project                  4
    {projekt:a}        the same as a letter                   d

A part that a thing does not have (a project without goal) is left out together with the separator
before it. An empty pattern prints no numbers.
"""

from __future__ import annotations

import itertools
import re
from functools import cached_property

import attrs

from kommunal_nh.value import Value

PLACES = ("thema", "ziel", "status", "projekt")
_PLACEHOLDER = re.compile(r"\{(\w+)(?::((?<=thema:)kuerzel|a|A))?\}")
_READ = {None: r"[0-9]+", "kuerzel": r"[^\W\d_]+", "a": r"[a-z]+", "A": r"[A-Z]+"}


@attrs.frozen(eq=False, repr=False)
class Number(Value):
    """The parts of a number, as things that can be compared.

    Attributes:
        theme: The theme's number.
        code: The theme's code; empty where the pattern prints the number.
        goal: The goal's number and those of the goals above it.
        status: Place of the status in the profile, from 1.
        project: The project's number.
    """

    theme: int = 0
    code: str = ""
    goal: tuple[int, ...] = ()
    status: int = 0
    project: int = 0

    @property
    def order(self) -> tuple[int, tuple[int, ...], int, int]:
        """The parts as one sequence; document order is the order of these sequences."""
        return (self.theme, self.goal, self.status, self.project)


@attrs.frozen(eq=False, repr=False)
class _Piece(Value):
    before: str
    place: str
    style: str | None


@attrs.frozen(eq=False, repr=False, slots=False)
class Pattern(Value):
    """A number pattern, ready to be used.

    Attributes:
        text: The pattern as the profile writes it.
    """

    text: str

    def __attrs_post_init__(self) -> None:
        if problem := problem_of(self.text):
            raise ValueError(problem)

    @cached_property
    def _pieces(self) -> tuple[tuple[_Piece, ...], str]:
        pieces, end = [], 0
        for match in _PLACEHOLDER.finditer(self.text):
            pieces.append(_Piece(self.text[end : match.start()], match[1], match[2]))
            end = match.end()
        return tuple(pieces), self.text[end:]

    @cached_property
    def places(self) -> tuple[str, ...]:
        """The names of the placeholders in their order."""
        return tuple(piece.place for piece in self._pieces[0])

    @cached_property
    def is_local(self) -> bool:
        """Whether numbers start again below each parent, as the letters a), b), c) do."""
        pieces, _ = self._pieces
        return len(pieces) == 1 and pieces[0].style in ("a", "A")

    @property
    def is_empty(self) -> bool:
        """Whether no numbers are printed."""
        return not self.text

    def format(self, number: Number) -> str:
        """Print a number.

        Args:
            number: Its parts.

        Returns:
            The number as text.
        """
        pieces, tail = self._pieces
        text = ""
        for piece in pieces:
            value = _value(number, piece)
            if value:
                text += (piece.before if text or piece is pieces[0] else "") + value
        return text + tail

    @cached_property
    def _reader(self) -> re.Pattern[str]:
        pieces, tail = self._pieces
        expression = ""
        separator = pieces[0].before if pieces else ""
        for position, piece in enumerate(pieces):
            before, group = re.escape(separator), f"(?P<{piece.place}>{_expression(piece)})"
            separator = pieces[position + 1].before if piece is not pieces[-1] else ""
            if piece.place != "ziel" or len(pieces) == 1:
                expression += before + group
            elif position > 0:  # a project without a goal leaves the goal out
                expression += f"(?:{before}{group})?"
            else:
                expression += f"(?:{before}{group}{re.escape(separator)})?"
                separator = ""
        return re.compile(expression + re.escape(tail))

    @property
    def expression(self) -> str:
        """A regular expression, without groups, for numbers that this pattern prints."""
        return re.sub(r"\(\?P<\w+>", "(?:", self._reader.pattern)

    def parse(self, text: str) -> Number:
        """Read a number that this pattern printed.

        Args:
            text: The number as text.

        Returns:
            Its parts, as far as the pattern prints them.

        Raises:
            ValueError: The text does not follow the pattern.
        """
        match = self._reader.fullmatch(text)
        if match is None:
            raise ValueError(f"„{text}“ ist keine Nummer nach dem Muster {self.text}.")
        values: dict[str, object] = {}
        for piece in self._pieces[0]:
            if (found := match[piece.place]) is not None:
                name, value = _read(found, piece)
                values[name] = value
        return Number(**values)  # type: ignore[arg-type]


def problem_of(text: str) -> str:
    """What is wrong with a pattern.

    Args:
        text: The pattern as the profile writes it.

    Returns:
        A German sentence, or nothing if the pattern can be used.
    """
    if not text:
        return ""
    names = [match[1] for match in _PLACEHOLDER.finditer(text)]
    rest = _PLACEHOLDER.sub("", text)
    if not names:
        return f"Das Nummernmuster „{text}“ enthält keinen Platzhalter: bitte {{thema}} ergänzen."
    if "{" in rest or "}" in rest or not set(names) <= set(PLACES):
        return (
            f"Das Nummernmuster „{text}“ enthält einen unbekannten Platzhalter; "
            "möglich sind {thema}, {ziel}, {status}, {projekt}, auch {thema:kuerzel}, {projekt:a}."
        )
    if sorted(names, key=PLACES.index) != names or len(set(names)) < len(names):
        return (
            f"Im Muster „{text}“ gehen die Platzhalter nicht vom Großen zum Kleinen: bitte ordnen."
        )
    if re.search(r"\d", rest) or _runs_together(text):
        return f"Im Muster „{text}“ fehlt etwas: bitte Satzzeichen zwischen die Platzhalter setzen."
    return ""


def _runs_together(text: str) -> bool:
    """Whether two neighbours could not be told apart: digits beside digits, letters by letters."""
    pieces = list(_PLACEHOLDER.finditer(text))
    befores = [text[left.end() : right.start()] for left, right in itertools.pairwise(pieces)]
    if any(character.isalpha() for before in befores for character in before):
        return True
    neighbours = list(zip(pieces, pieces[1:], befores, strict=False))
    if len(pieces) > 2 and pieces[1][1] == "ziel":  # it may be left out
        neighbours.append((pieces[0], pieces[2], befores[1]))
    return any(bool(left[2]) == bool(right[2]) and not before for left, right, before in neighbours)


def _value(number: Number, piece: _Piece) -> str:
    if piece.style == "kuerzel":
        return number.code
    if piece.place == "ziel":
        return ".".join(_digits(part, piece.style) for part in number.goal)
    value = {"thema": number.theme, "status": number.status, "projekt": number.project}[piece.place]
    return _digits(value, piece.style) if value else ""


def _digits(value: int, style: str | None) -> str:
    if style is None:
        return str(value)
    letters = ""
    while value > 0:
        value, rest = divmod(value - 1, 26)
        letters = chr(ord(style) + rest) + letters
    return letters


def _expression(piece: _Piece) -> str:
    one = _READ[piece.style]
    return rf"{one}(?:\.{one})*?" if piece.place == "ziel" else one


def _read(text: str, piece: _Piece) -> tuple[str, object]:
    if piece.style == "kuerzel":
        return "code", text
    if piece.place == "ziel":
        return "goal", tuple(_number(part, piece.style) for part in text.split("."))
    name = {"thema": "theme", "status": "status", "projekt": "project"}[piece.place]
    return name, _number(text, piece.style)


def _number(text: str, style: str | None) -> int:
    if style is None:
        return int(text)
    value = 0
    for letter in text:
        value = value * 26 + ord(letter) - ord(style) + 1
    return value
