"""YAML files become plain values that remember their lines.

Every scalar stays text (`80.10`, `NO`, `2023-10-01`); the target type decides later what it means.
What YAML offers beyond plain data is refused: aliases (a few lines of them can stand for
gigabytes), tags and several documents in one file.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from kommunal_nh.characters import ILLEGAL
from kommunal_nh.findings import Finding, nearest
from kommunal_nh.inside import content_of
from kommunal_nh.loading.explanations import explained
from kommunal_nh.reasons import reason

try:
    from yaml import CBaseLoader as _Loader
except ImportError:  # PyYAML without libyaml: slower, same result
    from yaml import BaseLoader as _Loader  # type: ignore[assignment]

MAX_DEPTH = 50
_EMPTY = ("", "~", "null", "Null", "NULL")


class Mapping(dict[str, Any]):
    """A YAML mapping; `lines` has the line of each key, `blocks` the keys with a | or > text."""

    __slots__ = ("blocks", "line", "lines")

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: dict[str, int] = {}
        self.blocks: set[str] = set()

    def text_line(self, key: str) -> int:
        """The line in which the text of a key begins."""
        return self.lines.get(key, self.line) + (key in self.blocks)


class Sequence(list[Any]):
    """A YAML sequence; `lines` has the line of each item."""

    __slots__ = ("line", "lines")

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: list[int] = []


Value: TypeAlias = str | Mapping | Sequence | None


class SourceError(Exception):
    """A file can not be read as data.

    Attributes:
        finding: What is wrong with it.
    """

    def __init__(self, finding: Finding) -> None:
        self.finding = finding
        super().__init__(str(finding))


def read_text(path: Path, name: str, content: bytes | None = None) -> str:
    """Read a text file.

    Args:
        path: The file.

        name: What to call it in messages: its path inside the data folder.

        content: What to read instead of what is in the file.

    Returns:
        Its text, without a byte order mark, with plain line feeds.

    Raises:
        SourceError: There is no such file, or it is not UTF-8, or it has control characters.
    """
    try:
        data = content_of(path) if content is None else content
    except FileNotFoundError:
        near = nearest(path.name, _neighbours(path), 0.7)
        hint = f"Meinten Sie „{Path(name).with_name(near)}“?" if near else "Bitte anlegen."
        raise _error("missing-file", f"Die Datei {name} gibt es nicht. {hint}", name, 0) from None
    except OSError as problem:
        message = f"{name[:80]} ist nicht lesbar: {reason(problem)}. Bitte prüfen."
        raise _error("missing-file", message, name, 0) from None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        message = "Die Datei ist nicht in UTF-8 gespeichert: bitte im Editor als UTF-8 speichern."
        raise _error("not-utf8", message, name, line) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if found := ILLEGAL.search(text):
        raise _control_character(found[0], name, text.count("\n", 0, found.start()) + 1)
    return text


def _neighbours(path: Path) -> list[str]:
    try:
        names = (other.name for other in path.parent.iterdir() if other.suffix == path.suffix)
        return sorted(name for name in names if name != "bericht.yaml")
    except OSError:
        return []


def parse_yaml(text: str, name: str) -> tuple[Value, list[Finding]]:
    """Read YAML.

    Args:
        text: The YAML.

        name: What to call it in messages.

    Returns:
        Its content and its findings.

    Raises:
        SourceError: The text is not the YAML that we read.
    """
    builder = _Builder(name)
    try:
        return builder.build(yaml.parse(text, Loader=_Loader)), builder.findings
    except yaml.MarkedYAMLError as problem:
        meaning, line = explained(problem)
        message = f"Das YAML ist fehlerhaft: {meaning}"
        raise _error("yaml-syntax", message, name, line) from None
    except yaml.YAMLError as problem:
        message = f"Das YAML ist fehlerhaft: {problem}. Bitte die Datei prüfen."
        raise _error("yaml-syntax", message, name, 1) from None


class _Builder:
    """Builds values from parser events; recursion is bounded by MAX_DEPTH."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.findings: list[Finding] = []

    def build(self, events: Iterator[Any]) -> Value:
        next(events)
        if type(next(events)) is yaml.StreamEndEvent:
            return None
        value = self._value(next(events), events, 0)
        next(events)
        more: Any = next(events)
        if type(more) is not yaml.StreamEndEvent:
            message = "Die Datei enthält mehrere Dokumente: bitte die Zeile --- entfernen."
            raise _error("yaml-syntax", message, self.name, more.start_mark.line + 1)
        return value

    def _value(self, event: Any, events: Iterator[Any], depth: int) -> Value:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            return self._scalar(event)
        line = event.start_mark.line + 1
        if kind is yaml.AliasEvent:
            message = (
                "Anker und Verweise (& und *) von YAML sind hier nicht erlaubt: bitte den Text "
            )
            raise _error("yaml-alias", message + "ausschreiben oder * in Anführungszeichen setzen.",
                         self.name, line)  # fmt: skip
        self._refuse_tag(event)
        if depth >= MAX_DEPTH:
            message = f"Die Angaben sind tiefer als {MAX_DEPTH} Ebenen verschachtelt: bitte kürzen."
            raise _error("yaml-syntax", message, self.name, line)
        if kind is yaml.MappingStartEvent:
            return self._mapping(line, events, depth)
        return self._sequence(line, events, depth)

    def _mapping(self, line: int, events: Iterator[Any], depth: int) -> Mapping:
        mapping = Mapping(line)
        while type(event := next(events)) is not yaml.MappingEndEvent:
            key = self._key(event)
            if key in mapping:
                self._duplicate(key, event, mapping)
            mapping.lines[key] = event.start_mark.line + 1
            event = next(events)
            if type(event) is yaml.ScalarEvent and event.style in ("|", ">"):
                mapping.blocks.add(key)
            mapping[key] = self._value(event, events, depth + 1)
        return mapping

    def _sequence(self, line: int, events: Iterator[Any], depth: int) -> Sequence:
        sequence = Sequence(line)
        while type(event := next(events)) is not yaml.SequenceEndEvent:
            sequence.lines.append(event.start_mark.line + 1)
            sequence.append(self._value(event, events, depth + 1))
        return sequence

    def _key(self, event: Any) -> str:
        if type(event) is not yaml.ScalarEvent:
            message = (
                "Vor dem Doppelpunkt steht kein einfacher Name: bitte einen Schlüssel angeben."
            )
            raise _error("yaml-syntax", message, self.name, event.start_mark.line + 1)
        return self._scalar(event) or ""

    def _scalar(self, event: Any) -> str | None:
        value: str = event.value
        self._refuse_tag(event)
        if not event.style:
            return None if value in _EMPTY else value
        if event.style == '"' and (found := ILLEGAL.search(value)):
            raise _control_character(found[0], self.name, event.start_mark.line + 1)
        return value

    def _refuse_tag(self, event: Any) -> None:
        if event.tag or event.anchor:
            rule, what = (
                ("yaml-tag", event.tag) if event.tag else ("yaml-alias", f"&{event.anchor}")
            )
            message = (
                f"{what} ist hier nicht erlaubt: bitte entfernen oder in Anführungszeichen setzen."
            )
            raise _error(rule, message, self.name, event.start_mark.line + 1)

    def _duplicate(self, key: str, event: Any, mapping: Mapping) -> None:
        first, line = mapping.lines[key], event.start_mark.line + 1
        message = (
            f"„{key}“ steht hier zum zweiten Mal (zuerst in Zeile {first}): bitte eines löschen."
        )
        self.findings.append(Finding("duplicate-key", message, file=self.name, line=line))


def _control_character(character: str, name: str, line: int) -> SourceError:
    message = (
        f"Hier steht ein unsichtbares Steuerzeichen (U+{ord(character):04X}), das kein Report "
        "enthalten darf: bitte die Stelle neu tippen."
    )
    return _error("control-character", message, name, line)


def _error(rule: str, message: str, name: str, line: int) -> SourceError:
    return SourceError(Finding(rule, message, file=name, line=line))
