"""Changes and ideas become a report; what would be an error in it becomes a conflict."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

import attrs

from kommunal_nh.changing import add_project, with_projects
from kommunal_nh.findings import Finding, Severity
from kommunal_nh.merging.outcome import Change, Conflict, Field, NewIdea, Version
from kommunal_nh.merging.present import Present
from kommunal_nh.model import Part, Project, Report
from kommunal_nh.reading import check

_Texts = TypeVar("_Texts", Project, Part)


def applied(report: Report, changes: Sequence[Change], ideas: Sequence[NewIdea]) -> Report:
    """A report after changes.

    Args:
        report: The report.

        changes: What it says differently.

        ideas: What is new.

    Returns:
        A new report; the same object if nothing changes.
    """
    if changes:
        changed: dict[str, Project] = {}
        projects = Present.of(report).projects
        for change in changes:
            name = change.key.partition("#")[0]
            changed[name] = _with(changed.get(name, projects[name]), change)
        report = with_projects(report, changed)
    for idea in ideas:
        report = add_project(report, idea.goal, idea.project)
    return report


def _with(project: Project, change: Change) -> Project:
    _, _, part = change.key.partition("#")
    if part:
        at = int(part) - 1
        changed = _with_text(project.parts[at], change)
        return attrs.evolve(project, parts=(*project.parts[:at], changed, *project.parts[at + 1 :]))
    if change.field is Field.STATUS:
        return attrs.evolve(project, status=change.new)
    if change.field is Field.COOPERATION:
        words = attrs.evolve(project.cooperation, text=change.new)
        return attrs.evolve(project, cooperation=words)
    return _with_text(project, change)


def _with_text(thing: _Texts, change: Change) -> _Texts:
    if change.field is Field.DESCRIPTION:
        return attrs.evolve(thing, description=change.new)
    return attrs.evolve(thing, progress=change.new)


def without_errors(
    present: Present, changes: Sequence[Change], ideas: Sequence[NewIdea]
) -> tuple[list[Change], list[NewIdea], list[Conflict]]:
    """Leave out what the report could not say, such as a reference to nothing.

    Args:
        present: The data as it is; it has no errors.

        changes: What it shall say differently.

        ideas: What is new.

    Returns:
        The changes and ideas that are left, and a conflict for each of the others.
    """
    conflicts: list[Conflict] = []
    changes, ideas = list(changes), list(ideas)
    while wrong := _errors(applied(present.report, changes, ideas)):
        bad = [change for change in changes if change.key.partition("#")[0] in wrong]
        worse = [idea for idea in ideas if idea.project.id in wrong]
        if not bad and not worse:  # nobody knows whose error it is
            bad, worse = changes, ideas
        if not bad and not worse:
            break
        conflicts += [_refused(present, change, wrong) for change in bad]
        conflicts += [_not_taken(idea, wrong) for idea in worse]
        changes = [change for change in changes if change not in bad]
        ideas = [idea for idea in ideas if idea not in worse]
    return changes, ideas, conflicts


def _errors(report: Report) -> dict[str, Finding]:
    found = (one for one in check(report) if one.severity is Severity.ERROR)
    return {one.about: one for one in found}


def _reason(wrong: Mapping[str, Finding], name: str) -> str:
    finding = wrong.get(name) or next(iter(wrong.values()))
    return f"Das lässt sich so nicht übernehmen: {finding.message} Bitte selbst eintragen."


def _refused(present: Present, change: Change, wrong: Mapping[str, Finding]) -> Conflict:
    message = _reason(wrong, change.key.partition("#")[0])
    versions = tuple(Version(unit, "", "", change.new) for unit in change.units)
    return Conflict(
        change.key, present.title(change.key), change.field.value, message, change.old, versions
    )


def _not_taken(idea: NewIdea, wrong: Mapping[str, Finding]) -> Conflict:
    said = f"Ziel: {idea.goal}\n\n{idea.project.description}"
    versions = tuple(Version(unit, "", "", said) for unit in idea.project.responsible)
    message = _reason(wrong, idea.project.id)
    return Conflict("", idea.project.title, "Neuer Vorschlag", message, "", versions)
