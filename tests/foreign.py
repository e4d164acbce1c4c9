"""Reports whose data is in Greek letters and whose frame is in Cyrillic ones.

Whatever is printed in Latin letters is then neither data nor a word of the profile: the library
itself has said it.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from kommunal_nh import (
    ArchiveEntry,
    Chapter,
    Council,
    ExtraField,
    FieldKind,
    Goal,
    Labels,
    Level,
    Levels,
    NumberingScheme,
    Part,
    Profile,
    Project,
    Report,
    Status,
    Theme,
    Withdrawn,
    number,
)
from kommunal_nh.assembly.context import Context
from kommunal_nh.document import Document
from kommunal_nh.model import Cooperation
from kommunal_nh.serial import to_json

_PLACEHOLDERS = re.compile(r"\\?\{(?:nummer|titel|kurztitel)\\?\}")
_GREEK = "αβγδεζηθικλμνξοπρστυφχψω"
_CYRILLIC = "абвгдежзиклмнопрстуфхцчшэюя"
_NAMES: dict[type[Any], tuple[str, ...]] = {
    Report: ("title", "publisher"),
    Chapter: ("title",),
    Theme: ("title", "dimension", "lead"),
    Goal: ("title",),
    Project: ("title", "short_title"),
    Part: ("title",),
    Cooperation: (),
    ArchiveEntry: ("project", "number"),
    Withdrawn: ("project",),
    Council: ("number", "body"),
}
_TEXTS: dict[type[Any], tuple[str, ...]] = {
    Chapter: ("text",),
    Theme: ("introduction",),
    Goal: ("statement",),
    Project: ("description", "progress"),
    Part: ("description", "progress"),
    Cooperation: ("text",),
    Withdrawn: ("reason",),
}
_SHOWN = {"text", "title", "subtitle", "lines", "caption", "label", "definition", "alt", "subject",
          "publisher", "project_word", "theme_word"}  # fmt: skip
"""Keys of the document tree that hold words."""


def is_latin(character: str) -> bool:
    """Whether a character is a letter as English and German have them."""
    return unicodedata.name(character, "").startswith("LATIN")


def greek(text: str) -> str:
    """A name in other letters."""
    return "".join(_GREEK[ord(one) % len(_GREEK)] if is_latin(one) else one for one in text)


def in_greek(report: Report) -> Report:
    """A report with all its texts and names in other letters, its ids and dates as they were."""
    return _Turned(report).report


class _Turned:
    def __init__(self, report: Report) -> None:
        things = Context(report, number(report)).things
        former = (entry.id for entry in (*report.archive, *report.withdrawn) if entry.id)
        ids = "|".join(map(re.escape, (*things, *former))) or "(?!)"
        self.kept = re.compile(rf"(\]\(#(?:{ids})\)|{_PLACEHOLDERS.pattern})")
        self.themes = {theme.id for theme in report.themes}
        exact = (FieldKind.DATE, FieldKind.REFERENCE)
        self.exact = {field.key for field in report.profile.fields if field.kind in exact}
        told = self.of(report)
        units = {unit: greek(name) for unit, name in report.units.items()}
        places = {place: greek(name) for place, name in report.municipalities.items()}
        self.report = attrs.evolve(told, units=units, municipalities=places)

    def of(self, value: Any) -> Any:
        """The value with its words in other letters."""
        if isinstance(value, tuple):
            return tuple(map(self.of, value))
        if type(value) not in _NAMES:
            return value
        fields = [field.name for field in attrs.fields(type(value)) if field.name != "profile"]
        changed = {name: self.of(getattr(value, name)) for name in fields}
        changed |= {name: greek(getattr(value, name)) for name in _NAMES[type(value)]}
        texts = _TEXTS.get(type(value), ())
        changed |= {name: self.text(getattr(value, name)) for name in texts}
        if isinstance(value, ArchiveEntry) and value.theme not in self.themes:
            changed["theme"] = greek(value.theme)
        if isinstance(value, Project):
            changed["extra"] = {
                key: said if key in self.exact else greek(said) for key, said in value.extra.items()
            }
            changed["frameworks"] = {
                greek(name): tuple(map(greek, points)) for name, points in value.frameworks.items()
            }
        return attrs.evolve(value, **changed)

    def text(self, text: str) -> str:
        """A text of the data; what it refers to stays."""
        pieces = self.kept.split(text)
        pieces[::2] = map(greek, pieces[::2])
        return "".join(pieces)


# ------------------------------------------------------------------------------------- the frame


def _cyrillic(number: int) -> str:
    return "ж" + _CYRILLIC[number // len(_CYRILLIC)] + _CYRILLIC[number % len(_CYRILLIC)]


def marked_labels() -> Labels:
    """Labels of a few Cyrillic letters, each unique, with the placeholders of the German ones."""
    values = {}
    for place, field in enumerate(attrs.fields(Labels)):
        placeholders = " ".join(re.findall(r"\{\w+\}", field.default))
        values[field.name] = f"{_cyrillic(place)} {placeholders}".strip()
    months = ", ".join("м" + letter for letter in _CYRILLIC[:12])
    return Labels(**values | {"date_format": "%d.%m.%Y", "month_names": months})


def in_cyrillic(profile: Profile) -> Profile:
    """A profile with all its words in other letters, its ids and patterns as they were."""
    return attrs.evolve(
        profile,
        labels=marked_labels(),
        levels=Levels(
            Level("тема", "темы"), (Level("цель", "цели", "цель {ziel}"),), Level("дело", "дела")
        ),
        numbering=NumberingScheme(),
        statuses=tuple(map(_status, profile.statuses)),
        fields=tuple(map(_field, profile.fields)),
    )


def _status(status: Status) -> Status:
    words = ("label", "section_title", "column_title", "definition")
    changed = {name: f"ста {_CYRILLIC[place]}" for place, name in enumerate(words)}
    return attrs.evolve(status, **changed, empty_text="нет {letzter_stand}", symbol="●")


def _field(field: ExtraField) -> ExtraField:
    return attrs.evolve(field, label="поле:", reverse=field.reverse and "назад:")


# ------------------------------------------------------------------------------- what one can see


def shown(document: Document) -> list[str]:
    """All words of a document that a reader can come to see or hear."""
    tree = json.loads(to_json(document))["document"]
    return list(_shown({key: value for key, value in tree.items() if key != "labels"}, ""))


def _shown(value: Any, key: str) -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _shown(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from _shown(inner, key)
    elif isinstance(value, str) and key in _SHOWN:
        yield value


def latin(texts: Iterable[str], report: Report) -> list[str]:
    """The words in Latin letters that are no ids of units or municipalities, or placeholders."""
    ids = sorted((*report.units, *report.municipalities), key=len, reverse=True)
    known = re.compile("|".join((*map(re.escape, ids), _PLACEHOLDERS.pattern)))
    pieces = (known.sub("", text) for text in texts)
    return [text for text in pieces if any(map(is_latin, text))]
