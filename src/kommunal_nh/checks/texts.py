"""Texts: references lead somewhere, links and images are allowed ones, nothing else is in them."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from kommunal_nh.characters import HIDDEN, ILLEGAL
from kommunal_nh.checks.identity import ids_of
from kommunal_nh.fields import MISSING
from kommunal_nh.findings import Finding, suggestion
from kommunal_nh.images import ImageFinder
from kommunal_nh.model import Goal, Project, Report, Theme
from kommunal_nh.profile import FieldKind
from kommunal_nh.rules import REPORT, found, row
from kommunal_nh.text import Problem, Surroundings, Target, problems_in
from kommunal_nh.walks import all_goals, all_projects, former_ids, projects_of


@attrs.frozen(eq=False, repr=False)
class Written:
    """A text that somebody has written.

    Attributes:
        about: Id of the thing that it belongs to.
        field: Key of its field.
        text: The text.
        markdown: Whether it may have markup.
        draft: Whether it belongs to a draft.
    """

    about: str
    field: str
    text: str
    markdown: bool = True
    draft: bool = False


def text_rules(report: Report) -> Iterator[Finding]:
    """Rules about texts: `dangling-reference`, `raw-html`, `link-scheme`, images and so on.

    Args:
        report: The report.

    Yields:
        What was found.
    """
    known = dict.fromkeys((*ids_of(report), *former_ids(report)))
    drafts = {project.id for project in all_projects(report) if project.draft}
    images = ImageFinder(report.folder, report.images)
    everything = Surroundings(lambda name: _target(name, known), images)
    public = Surroundings(lambda name: None if name in drafts else _target(name, known), images)
    for written in texts_of(report):
        yield from _control_characters(written)
        yield from _hidden_characters(written)
        if written.markdown:
            around = everything if written.draft else public
            for problem in problems_in(written.text, around):
                yield _finding(problem, written, known, drafts, images)


def _target(name: str, known: dict[str, None]) -> Target | None:
    return Target(name, name, name) if name in known else None


def _finding(
    problem: Problem,
    written: Written,
    known: dict[str, None],
    drafts: set[str],
    images: ImageFinder,
) -> Finding:
    rule, message = problem.rule, problem.message
    if rule == "dangling-reference" and problem.target in drafts:
        rule = "reference-to-draft"
        message = (
            f"Der Verweis #{problem.target} führt zu einem Entwurf, der nicht veröffentlicht wird: "
            "bitte den Verweis entfernen oder den Entwurf freigeben."
        )
    elif rule == "dangling-reference":
        message += suggestion(problem.target, known)
    elif rule == "missing-image" and images.is_outside(problem.target):
        rule = "image-outside-folder"
        message = (
            f"Das Bild „{problem.target}“ liegt nicht im Datenordner: bitte hineinkopieren und den "
            "Pfad ab bericht.yaml angeben."
        )
    return found(rule, message, written.about, written.field, problem.line)


def _control_characters(written: Written) -> Iterator[Finding]:
    if match := ILLEGAL.search(written.text):
        message = (
            f"Hier steht ein unsichtbares Steuerzeichen (U+{ord(match[0]):04X}), das kein Report "
            "enthalten darf: bitte die Stelle neu tippen."
        )
        line = written.text.count("\n", 0, match.start())
        yield found("control-character", message, written.about, written.field, line)


def _hidden_characters(written: Written) -> Iterator[Finding]:
    """One finding for each text; who looks for the first sees the others."""
    if match := HIDDEN.search(written.text):
        message = (
            f"Hier steht ein unsichtbares Zeichen (U+{ord(match[0]):04X}), das Wörter umdrehen "
            "oder verbergen kann: bitte löschen."
        )
        line = written.text.count("\n", 0, match.start())
        yield found("hidden-character", message, written.about, written.field, line)


# --------------------------------------------------------------------------- all texts of a report


def texts_of(report: Report) -> Iterator[Written]:
    """Every text that a report prints.

    Args:
        report: The report.

    Yields:
        The texts that are not empty.
    """
    for written in _all_texts(report):
        if written.text not in ("", MISSING):
            yield written


def _all_texts(report: Report) -> Iterator[Written]:
    yield Written(REPORT, "titel", report.title, markdown=False)
    yield Written(REPORT, "herausgeber", report.publisher, markdown=False)
    for names, field in ((report.units, "einheiten"), (report.municipalities, "kommunen")):
        for name in (*names, *names.values()):
            yield Written(REPORT, field, name, markdown=False)
    for chapter in report.chapters:
        yield Written(chapter.id, "titel", chapter.title, markdown=False)
        yield Written(chapter.id, "text", chapter.text)
    for theme in report.themes:
        yield from _theme_texts(theme)
        for goal in all_goals(theme):
            yield from _goal_texts(goal)
        for project in projects_of(theme):
            yield from _project_texts(project, report)
    yield from _table_texts(report)


def _theme_texts(theme: Theme) -> Iterator[Written]:
    for field, text in (("titel", theme.title), ("dimension", theme.dimension),
                        ("federfuehrung", theme.lead), ("kuerzel", theme.code)):  # fmt: skip
        yield Written(theme.id, field, text, markdown=False)
    yield Written(theme.id, "einleitung", theme.introduction)


def _goal_texts(goal: Goal) -> Iterator[Written]:
    yield Written(goal.id, "titel", goal.title, markdown=False)
    yield Written(goal.id, "text", goal.statement)


def _project_texts(project: Project, report: Report) -> Iterator[Written]:
    name, draft = project.id, project.draft
    yield Written(name, "titel", project.title, False, draft)
    yield Written(name, "kurztitel", project.short_title, False, draft)
    yield Written(name, "beschreibung", project.description, True, draft)
    yield Written(name, "sachstand", project.progress, True, draft)
    yield Written(name, "zusammenarbeit.text", project.cooperation.text, True, draft)
    for position, part in enumerate(project.parts):
        yield Written(name, f"teile.{position}.titel", part.title, False, draft)
        yield Written(name, f"teile.{position}.beschreibung", part.description, True, draft)
        yield Written(name, f"teile.{position}.sachstand", part.progress, True, draft)
    for field in report.profile.fields:
        markdown = field.kind is FieldKind.MARKDOWN
        yield Written(name, field.key, project.extra.get(field.key, ""), markdown, draft)
    for framework, criteria in project.frameworks.items():
        yield Written(name, "bezuege", " ".join((framework, *criteria)), False, draft)


def _table_texts(report: Report) -> Iterator[Written]:
    for position, entry in enumerate(report.archive):
        for field, text in (
            ("thema", entry.theme),
            ("projekt", entry.project),
            ("nummer", entry.number),
            ("intern", entry.internal_note),
        ):
            yield Written(row("archiv", position), field, text, markdown=False)
    for position, gone in enumerate(report.withdrawn):
        yield Written(row("entfallen", position), "projekt", gone.project, markdown=False)
        yield Written(row("entfallen", position), "grund", gone.reason)
