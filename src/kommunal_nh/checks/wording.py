"""The words of a profile: none missing where a report prints them, no unknown placeholder."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from kommunal_nh.fields import KEY
from kommunal_nh.findings import Finding, suggestion
from kommunal_nh.labels import Labels
from kommunal_nh.model import Report
from kommunal_nh.profile import Levels, Profile
from kommunal_nh.rules import PROFILE, found

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_ALSO_FILLED = {"monat": {"monatsname"}}
"""Placeholders that no default has, but that are filled in, by key."""
_MAY_BE_EMPTY = {"description", "progress"}
"""Labels of texts that can stand for themselves; those that are empty by default can stay so."""


def wording_rules(report: Report) -> Iterator[Finding]:
    """Rules `missing-text` and `unknown-placeholder`.

    Args:
        report: The report.

    Yields:
        What was found.
    """
    yield from _names(report.profile)
    yield from _labels(report.profile.labels)


def _names(profile: Profile) -> Iterator[Finding]:
    named = [(f"ebenen.{place}.einzahl", name) for place, name in _level_names(profile.levels)]
    named += [(f"status.{one.id}.bezeichnung", one.label) for one in profile.statuses]
    named += [(f"felder.{one.key}.bezeichnung", one.label) for one in profile.fields]
    for field, name in named:
        if not name.strip():
            message = f"Im Profil ist {field} leer: bitte angeben, was gedruckt werden soll."
            yield found("missing-text", message, PROFILE, field)


def _level_names(levels: Levels) -> Iterator[tuple[str, str]]:
    yield "thema", levels.theme.singular
    for position, level in enumerate(levels.goals):
        yield f"ziele.{position}", level.singular
    yield "projekt", levels.project.singular


def _labels(labels: Labels) -> Iterator[Finding]:
    for field in attrs.fields(Labels):
        text, usual, key = getattr(labels, field.name), field.default, field.metadata[KEY]
        if usual and not text.strip() and field.name not in _MAY_BE_EMPTY:
            message = f"Der Text {key} ist leer: bitte angeben oder die Zeile löschen."
            yield found("missing-text", message, PROFILE, f"texte.{key}")
        if text != usual:
            known = {*_PLACEHOLDER.findall(str(usual)), *_ALSO_FILLED.get(key, ())}
            yield from _placeholders(key, text, known)


def _placeholders(key: str, text: str, known: set[str]) -> Iterator[Finding]:
    for name in dict.fromkeys(_PLACEHOLDER.findall(text)):
        if name not in known:
            near = (
                suggestion(name, known)
                if known
                else " Hier wird nichts eingesetzt: bitte entfernen."
            )
            message = f"Im Text {key} wird {{{name}}} nicht ersetzt, sondern so gedruckt.{near}"
            yield found("unknown-placeholder", message, PROFILE, f"texte.{key}")
