"""Finds the words of the frame that a profile names: `texte: en`, a file, or single entries.

A set that is named is complete: what it leaves out is German.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kommunal_nh.errors import UsageError
from kommunal_nh.fields import keys_of
from kommunal_nh.findings import Finding, suggestion
from kommunal_nh.labels import Labels
from kommunal_nh.loading.files import Files
from kommunal_nh.loading.merging import BASIS, ENDINGS, MAX_BASES, merge
from kommunal_nh.loading.source import Mapping, Value, parse_yaml
from kommunal_nh.loading.structure import structure

GERMAN = "de"
_SHIPPED = Path(__file__).parents[1] / "label_sets"


def shipped_labels() -> list[str]:
    """The sets of words that come with the library.

    Returns:
        Their names, sorted.
    """
    return sorted([GERMAN, *(path.stem for path in _SHIPPED.glob("*.yaml"))])


def load_labels(name: str) -> Labels:
    """A set of words by its name.

    Args:
        name: A shipped set: `de` or `en`.

    Returns:
        The words.

    Raises:
        UsageError: There is none of that name.
    """
    if name not in shipped_labels():
        raise UsageError(_unknown(name))
    labels, _ = structure(_shipped(name), Labels, name)
    assert labels is not None  # noqa: S101 - what the library ships can be read
    return labels


def resolve_labels(
    value: Value, files: Files, place: str, line: int
) -> tuple[Value, list[Finding]]:
    """Put entries in the place of names.

    Args:
        value: What stands below `texte` in a profile: a name, a file or a mapping, perhaps with a
            `basis`.

        files: The files of the data folder.

        place: The file that says so.

        line: Line of that key.

    Returns:
        A mapping without names, or what is no set of words; and what is wrong with it.
    """
    finder = _Finder(files)
    return finder.resolve(value, place, line, MAX_BASES), finder.findings


class _Finder:
    def __init__(self, files: Files) -> None:
        self.files = files
        self.findings: list[Finding] = []

    def resolve(self, value: Value, place: str, line: int, left: int) -> Value:
        """The value with the sets that it names laid below it; what is left empty is not said."""
        if isinstance(value, str):
            return self._named(value, place, line, left)
        if not isinstance(value, Mapping):
            return value
        for key in [key for key in keys_of(Labels) if value.get(key, "") is None]:
            del value[key]
        base = value.pop(BASIS, None)
        below = self._base(base, place, value.lines.get(BASIS, line), left)
        return value if below is None else merge(below, value)

    def _base(self, base: Value, place: str, line: int, left: int) -> Mapping | None:
        if base is None or isinstance(base, str):
            return None if base is None else self._named(base, place, line, left)
        message = f"{BASIS}: Hier wird ein Name oder eine Datei erwartet."
        self._found("wrong-value", message, place, line)
        return None

    def _named(self, name: str, place: str, line: int, left: int) -> Mapping | None:
        if name in shipped_labels():
            return _shipped(name, line)
        if not name.endswith(ENDINGS):
            self._found("unknown-labels", _unknown(name), place, line)
        elif left == 0:
            message = "Die Texte bauen im Kreis aufeinander auf: bitte eine basis entfernen."
            self._found("unknown-labels", message, place, line)
        else:
            value = self.resolve(self._from_file(name, place, line), name, 1, left - 1)
            if isinstance(value, Mapping):
                return _at(line, {**_shipped(GERMAN, line), **value})
        return None

    def _from_file(self, name: str, place: str, line: int) -> Mapping | None:
        value = self.files.yaml(name, line, place)
        if not isinstance(value, Mapping):
            if self.files.was_read(name):
                message = "Die Datei enthält keine Texte: bitte Angaben wie archiv: Ablage machen."
                self._found("wrong-value", message, name, 1)
            return None
        base = value.pop(BASIS, None)
        _, findings = structure(value, Labels, name)  # takes out what does not fit
        self.findings += findings
        value[BASIS] = base
        return value

    def _found(self, rule: str, message: str, place: str, line: int) -> None:
        self.findings.append(Finding(rule, message, file=place, line=line))


def _unknown(name: str) -> str:
    near = suggestion(name, shipped_labels())
    return f"Die Texte „{name}“ gibt es nicht.{near}"


def _shipped(name: str, line: int = 1) -> Mapping:
    if name == GERMAN:
        return _at(line, {key: field.default for key, field in keys_of(Labels).items()})
    value, _ = parse_yaml((_SHIPPED / f"{name}.yaml").read_text("utf-8"), f"Texte {name}")
    assert isinstance(value, Mapping)  # noqa: S101 - what the library ships can be read
    return _at(line, value)


def _at(line: int, words: dict[str, Any]) -> Mapping:
    """The words as if all of them stood in the line that names them."""
    named = Mapping(line)
    named.update(words)
    return named
