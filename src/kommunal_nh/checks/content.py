"""Content: required values, dates in their order, progress that is there and up to date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from kommunal_nh.dates import PartialDate, parse_partial_date
from kommunal_nh.findings import Finding
from kommunal_nh.model import Project, Report
from kommunal_nh.profile import ExtraField, FieldKind, Stage
from kommunal_nh.rules import REPORT, found, row
from kommunal_nh.walks import all_goals, all_projects

_MONTHS = ("januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september",
           "oktober", "november", "dezember")  # fmt: skip
_DAY = re.compile(r"\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b")
_NAMED_DAY = re.compile(rf"(?:\b(\d{{1,2}})\. )?\b({'|'.join(_MONTHS)}) (\d{{4}})\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:bis|ende|anfang|mitte|in|im jahr|für) (20\d\d)\b", re.IGNORECASE)
_YEAR_DIGITS = re.compile(r"[0-9]{4}")
NUMBER = re.compile(r"-?[0-9]{1,3}(?:\.?[0-9]{3})*(?:,[0-9]+)?")
"""A number as the value of an extra field."""
_ANNOUNCED = re.compile(
    r"\b(?:soll|sollen|wird|werden|geplant|vorgesehen|erwartet|beginnt|startet)\b", re.IGNORECASE
)
_SENTENCE = re.compile(r"[.!?](?<=[a-zäöüß)“]{2}[.!?])\s+(?=[A-ZÄÖÜ„])|\n\s*\n")


def content_rules(report: Report) -> Iterator[Finding]:
    """Rules about content, such as `missing-extra-field`, `empty-progress` and `stale-progress`.

    Args:
        report: The report.

    Yields:
        What was found.
    """
    if report.previous_as_of and report.previous_as_of >= report.as_of:
        message = "letzter_stand liegt nicht vor stand: bitte die beiden Tage prüfen."
        yield found("date-order", message, field="letzter_stand")
    yield from _council(report)
    yield from _reasons(report)
    yield from _titles(report)
    yield from _goals(report)
    stages = {status.id: status.stage for status in report.profile.statuses}
    for project in all_projects(report):
        yield from _sdgs(project.id, project.sdgs)
        yield from _extra_fields(project, report.profile.fields)
        yield from _period(project)
        yield from _progress(project, stages.get(project.status), report.as_of)


def _council(report: Report) -> Iterator[Finding]:
    paper = report.council
    if paper is not None and paper.date is not None and paper.date < report.as_of:
        message = (
            f"Die Vorlage {paper.number} war vor dem Stand des Reports in der Sitzung: bitte die "
            "Vorlage zu diesem Report angeben."
        )
        yield found("outdated-council", message, field="vorlage")


def _reasons(report: Report) -> Iterator[Finding]:
    for position, entry in enumerate(report.withdrawn):
        if not entry.reason.strip() and not entry.merged_into:
            message = (
                f"Warum „{entry.project}“ entfallen ist, steht nicht da: bitte grund oder "
                "aufgegangen_in angeben."
            )
            yield found("missing-reason", message, row("entfallen", position), "grund")


def _titles(report: Report) -> Iterator[Finding]:
    titles = [(REPORT, "titel", report.title), (REPORT, "herausgeber", report.publisher)]
    titles += [(chapter.id, "titel", chapter.title) for chapter in report.chapters]
    titles += [(theme.id, "titel", theme.title) for theme in report.themes]
    titles += [(project.id, "titel", project.title) for project in all_projects(report)]
    for about, field, title in titles:
        if not title.strip():
            message = f"Die Angabe {field} ist leer: bitte ausfüllen."
            yield found("empty-title", message, about, field)
        if "\n" in title.strip() or "\r" in title:
            message = f"Die Angabe {field} geht über mehrere Zeilen: bitte in eine schreiben."
            yield found("wrong-value", message, about, field)


def _goals(report: Report) -> Iterator[Finding]:
    for theme in report.themes:
        yield from _sdgs(theme.id, theme.sdgs)
        for goal in all_goals(theme):
            yield from _sdgs(goal.id, goal.sdgs)


def _sdgs(about: str, sdgs: tuple[int, ...]) -> Iterator[Finding]:
    for goal in sdgs:
        if not 1 <= goal <= 17:
            message = f"Ein Ziel für nachhaltige Entwicklung Nr. {goal} gibt es nicht: 1 bis 17."
            yield found("invalid-sdg", message, about, "sdgs")


def _extra_fields(project: Project, fields: tuple[ExtraField, ...]) -> Iterator[Finding]:
    for field in fields:
        value = project.extra.get(field.key, "")
        if field.required and not value:
            message = f"Die Angabe „{field.key}“ fehlt; das Profil verlangt sie."
            yield found("missing-extra-field", message, project.id, field.key)
        elif value and not _fits(value, field.kind):
            message = f"„{value}“ passt nicht zu {field.key}: erwartet wird {field.kind.value}."
            yield found("wrong-value", message, project.id, field.key)


def _fits(value: str, kind: FieldKind) -> bool:
    if kind is FieldKind.NUMBER:
        return bool(NUMBER.fullmatch(value))
    if kind is FieldKind.LINK:
        return value.startswith(("https://", "http://"))
    if kind is FieldKind.DATE:
        return _date(value) is not None
    return True


def _period(project: Project) -> Iterator[Finding]:
    if project.start and project.end and project.end.last_day < project.start.first_day:
        message = f"Das Ende {project.end.german} liegt vor dem Beginn {project.start.german}."
        yield found("end-before-start", message, project.id, "ende")


def _progress(project: Project, stage: Stage | None, as_of: date) -> Iterator[Finding]:
    texts = [("sachstand", project.progress)]
    texts += [(f"teile.{i}.sachstand", part.progress) for i, part in enumerate(project.parts)]
    if stage in (Stage.ACTIVE, Stage.DONE) and not any(text.strip() for _, text in texts):
        message = "Das Projekt hat keinen Sachstand: bitte ergänzen."
        yield found("empty-progress", message, project.id, "sachstand")
    if stage is Stage.DONE:
        return
    for field, text in texts:
        for sentence in _sentences(text):
            if _ANNOUNCED.search(sentence) and (day := _past_day(sentence, as_of)):
                message = (
                    f"Der Sachstand kündigt etwas für {day.german} an; das ist zum Stand vorbei. "
                    "Bitte prüfen, was daraus geworden ist."
                )
                offset = text.count("\n", 0, text.find(sentence))
                yield found("stale-progress", message, project.id, field, offset)


def _sentences(text: str) -> Iterator[str]:
    """The sentences of a text that can name a day: every form of a day has a year."""
    if _YEAR_DIGITS.search(text):
        yield from (one for one in _SENTENCE.split(text) if _YEAR_DIGITS.search(one))


def _past_day(sentence: str, as_of: date) -> PartialDate | None:
    """The latest day that a sentence names, if it lies before the report's day."""
    days = [day for day in _days(sentence) if day is not None]
    if not days:
        return None
    latest = max(days, key=lambda day: day.last_day)
    return latest if latest.last_day < as_of else None


def _days(sentence: str) -> Iterator[PartialDate | None]:
    for day, month, year in _DAY.findall(sentence):
        yield _date(f"{year}-{month}-{day}")
    for day, month, year in _NAMED_DAY.findall(sentence):
        name = f"{year}-{_MONTHS.index(month.lower()) + 1}"
        yield _date(f"{name}-{day}" if day else name)
    for year in _YEAR.findall(sentence):
        yield _date(year)


def _date(text: str) -> PartialDate | None:
    try:
        return parse_partial_date(text)
    except ValueError:
        return None
