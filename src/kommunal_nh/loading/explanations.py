"""What the words of the YAML parser mean for an author who does not know YAML."""

from __future__ import annotations

from typing import Any

import attrs


@attrs.frozen(eq=False, repr=False)
class _Explanation:
    """What libyaml's words mean for the author.

    Attributes:
        words: How libyaml's sentence begins.
        meaning: What is wrong and what to do.
        at_start: The mistake is where the construct began, not where the parser gave up.
    """

    words: str
    meaning: str
    at_start: bool = False


_QUOTES = "bitte den Text in Anführungszeichen setzen"
_EXPLANATIONS = (
    _Explanation(
        "mapping values are not allowed",
        "ein Doppelpunkt mit Leerzeichen steht mitten im Text; "
        f"{_QUOTES} oder mit | in einer neuen Zeile beginnen.",
    ),
    _Explanation(
        "did not find expected key",
        "die Einrückung passt nicht zu den Zeilen davor; bitte angleichen.",
    ),
    _Explanation(
        "did not find expected '-' indicator",
        "die Einrückung der Liste passt nicht zu den Zeilen davor; bitte angleichen.",
    ),
    _Explanation(
        "found character that cannot start any token",
        "ein Tabulator oder Sonderzeichen steht am Anfang; bitte mit Leerzeichen einrücken oder "
        "den Text in Anführungszeichen setzen.",
    ),
    _Explanation(
        "found a tab character",
        "ein Tabulator steht am Anfang; bitte mit Leerzeichen einrücken.",
    ),
    _Explanation(
        "could not find expected ':'",
        "nach einem Schlüssel fehlt der Doppelpunkt, oder der Text ist nicht eingerückt; bitte "
        "ergänzen.",
        at_start=True,
    ),
    _Explanation(
        "found unexpected end of stream",
        "ein Anführungszeichen wird nicht geschlossen; bitte ergänzen.",
        at_start=True,
    ),
    _Explanation(
        "did not find expected ',' or ']'",
        "eine eckige Klammer wird nicht geschlossen; bitte ergänzen.",
        at_start=True,
    ),
    _Explanation(
        "did not find expected ',' or '}'",
        "eine geschweifte Klammer wird nicht geschlossen; bitte ergänzen.",
        at_start=True,
    ),
    _Explanation("found undefined tag handle", f"ein Text beginnt mit !; {_QUOTES}."),
    _Explanation(
        "found unknown escape character",
        "in doppelten Anführungszeichen hat \\ eine besondere Bedeutung; bitte einfache "
        "Anführungszeichen verwenden.",
    ),
    _Explanation(
        "found invalid Unicode character",
        "hier wird ein Zeichen verschlüsselt, das es nicht gibt; bitte selbst schreiben.",
    ),
    _Explanation(
        "did not find expected <document start>",
        "hier beginnt etwas, das nicht zu den Zeilen davor gehört; bitte die Einrückung prüfen.",
    ),
    _Explanation(
        "did not find expected alphabetic or numeric character",
        f"ein Text beginnt mit & oder *; {_QUOTES}.",
    ),
)


def explained(problem: Any) -> tuple[str, int]:
    """Explain what the parser does not understand.

    Args:
        problem: The parser's error, with its marks.

    Returns:
        A German half sentence that says what to do, and the line where to do it.
    """
    said = problem.problem or ""
    known = next((one for one in _EXPLANATIONS if said.startswith(one.words)), None)
    marks = [problem.problem_mark, problem.context_mark]
    if known and known.at_start:
        marks.reverse()
    mark = next((one for one in marks if one is not None), None)
    return (
        known.meaning if known else f"{said}; bitte die Zeile prüfen.",
        mark.line + 1 if mark else 1,
    )
