"""The words of a profile: none missing where a report prints them, no unknown placeholder."""

from __future__ import annotations

from collections.abc import Iterator

from kommunal_nh.findings import Finding
from kommunal_nh.model import Report
from kommunal_nh.profile import Levels, Profile
from kommunal_nh.rules import PROFILE, found
from kommunal_nh.wordings import wrong_texts

_ALSO_FILLED = {"monat": {"monatsname"}}
"""Placeholders that no default has, but that are filled in, by key."""
_MAY_BE_EMPTY = {"projektbeschreibung", "sachstand"}
"""Labels of texts that can stand for themselves; those that are empty by default can stay so."""


def wording_rules(report: Report) -> Iterator[Finding]:
    """Rules `missing-text` and `unknown-placeholder`.

    Args:
        report: The report.

    Yields:
        What was found.
    """
    yield from _names(report.profile)
    labels = report.profile.labels
    yield from wrong_texts(labels, PROFILE, may_be_empty=_MAY_BE_EMPTY, also_filled=_ALSO_FILLED)


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
