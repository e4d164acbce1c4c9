"""Findings: what is wrong with the data, where, and what to do next."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

import attrs


class Severity(Enum):
    """How bad a finding is; a report with errors is not built."""

    ERROR = "Fehler"
    WARNING = "Warnung"
    INFO = "Hinweis"


@attrs.frozen
class Finding:
    """One thing that was found.

    Attributes:
        rule: Id of the rule, such as `dangling-reference`.
        message: A German sentence or two: what is wrong and what to do.
        severity: How bad it is.
        file: Path inside the data folder, where the finding has one.
        line: Line in that file, from 1.
        about: Id of the theme, goal or project, or key of the report, that it is about.
        field: Key of the field that it is about.
        offset: Line inside the text of that field, from 0.
    """

    rule: str
    message: str
    severity: Severity = Severity.ERROR
    file: str = ""
    line: int = 0
    about: str = ""
    field: str = ""
    offset: int = 0

    def __str__(self) -> str:
        """One line as compilers print it, so that editors can jump to the place.

        Where there is no file, it names the thing and its field.
        """
        place = f"{self.file}:{self.line}" if self.line else self.file
        place = place or ".".join(filter(None, (self.about, self.field)))
        text = f"{self.severity.value} [{self.rule}] {self.message}"
        return f"{place}: {text}" if place else text


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Sort findings for people.

    Args:
        findings: In any order.

    Returns:
        Errors, then warnings, then hints; each by file and line.
    """
    order = list(Severity)
    return sorted(findings, key=lambda found: (order.index(found.severity), found.file, found.line))


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether any finding forbids building.

    Args:
        findings: What was found.

    Returns:
        True if there is an error among them.
    """
    return any(finding.severity is Severity.ERROR for finding in findings)


def nearest(word: str, known: Iterable[str], likeness: float = 0.5) -> str | None:
    """The known value that looks most like a word.

    Args:
        word: What was written.

        known: What could have been written.

        likeness: How much they must be alike, from 0 to 1.

    Returns:
        The value, or None if nothing looks like it.
    """
    import difflib  # most data has nothing to suggest

    folded = {value.casefold(): value for value in known}
    near = difflib.get_close_matches(str(word).casefold(), folded, n=1, cutoff=likeness)
    return folded[near[0]] if near else None


def suggestion(word: str, known: Iterable[str]) -> str:
    """The question "meinten Sie …?" with the nearest valid value.

    Args:
        word: What was written.

        known: What could have been written.

    Returns:
        A sentence with a space before it; if nothing is near, the valid values; else nothing.
    """
    values = [str(value) for value in known]
    if near := nearest(word, values):
        return f" Meinten Sie „{near}“?"
    if 0 < len(values) <= 12:
        return " Möglich sind: " + ", ".join(values) + "."
    return ""
