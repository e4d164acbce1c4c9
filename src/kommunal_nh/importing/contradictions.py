"""Where text, lists, sections and contents of an existing report say different things."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from kommunal_nh.importing.drafts import (
    Draft,
    ListRow,
    ProjectDraft,
    SectionDraft,
    ThemeDraft,
    projects_below,
    sections_below,
)
from kommunal_nh.importing.matching import likeness
from kommunal_nh.importing.remarks import Remarks
from kommunal_nh.importing.wording import Wording, folded, printed_alike
from kommunal_nh.labels import fill
from kommunal_nh.manuscripts import Line
from kommunal_nh.patterns import Number

_ALIKE = 75
_FEW = 0.05
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"^[\d.]+\s+")


def check_sections(draft: Draft, wording: Wording, remarks: Remarks) -> None:
    """Projects that stand where their numbers do not belong, and sections said to be empty.

    Args:
        draft: The report in the making.

        wording: The words of the profile.

        remarks: Where to say so.
    """
    for theme in draft.themes:
        projects = projects_below(theme)
        for project in projects:
            _check_place(project, wording, remarks)
        for section in sections_below(theme):
            if section.empty_at:
                _check_emptiness(section, projects, remarks)


def _check_place(project: ProjectDraft, wording: Wording, remarks: Remarks) -> None:
    section = project.section
    if section is None or project.number is None or not project.number.status:
        return
    if section.number and _section_of(project.number) == _section_of(section.number):
        return
    if not section.number and project.number.status == _place(section.status, wording):
        return
    title = _section_title(section.status, wording)
    remarks.warn(
        "wrong-section",
        project.at,
        f"{_name(project)} steht im Abschnitt „{section.printed} {title}“ "
        f"({remarks.place(section.at)}), seine Nummer gehört zu einem anderen Abschnitt. "
        "Übernommen ist der Status des Abschnitts.",
    )


def _check_emptiness(
    section: SectionDraft, projects: Iterable[ProjectDraft], remarks: Remarks
) -> None:
    if section.number is None:
        return
    for project in projects:
        if project.number and _section_of(project.number) == _section_of(section.number):
            remarks.warn(
                "not-empty",
                section.empty_at,
                f"Der Abschnitt {section.printed} meldet, dass er keine Projekte hat; "
                f"{_name(project)} ({remarks.place(project.at)}) hat aber eine Nummer dieses "
                "Abschnitts.",
            )


def _section_of(number: Number) -> tuple[object, ...]:
    return (number.theme, number.code, number.goal, number.status)


def _place(status: str, wording: Wording) -> int:
    return [one.id for one in wording.profile.statuses].index(status) + 1


def _section_title(status: str, wording: Wording) -> str:
    return fill(wording.profile.status(status).section_title, **wording.filled)


def _name(project: ProjectDraft) -> str:
    return f"{project.printed} „{project.title}“".strip()


def check_lists(
    pairs: Sequence[tuple[ProjectDraft, ListRow]],
    without_row: Iterable[ProjectDraft],
    without_project: Iterable[ListRow],
    wording: Wording,
    remarks: Remarks,
) -> None:
    """Text and lists side by side.

    Args:
        pairs: Projects of the text with their rows.

        without_row: Projects that no list has.

        without_project: Rows of projects that the text does not have.

        wording: The words of the profile.

        remarks: Where to say so.
    """
    for project, row in pairs:
        _compare(project, row, wording, remarks)
        _check_row(row, wording, remarks)
    for project in without_row:
        remarks.warn(
            "missing-in-list", project.at, f"{_name(project)} steht im Text, aber in keiner Liste."
        )
    for row in without_project:
        cells = row.cells
        remarks.warn(
            "missing-in-text",
            row.at,
            f"{cells.get('number', '')} „{cells.get('project', '')}“ steht in der Liste, aber "
            "nicht im Text. Die Zeile ist in unzugeordnet.md.",
        )
    _check_responsible([row for _, row in pairs], remarks)


def _check_responsible(rows: Sequence[ListRow], remarks: Remarks) -> None:
    """Rows without responsibility, where nearly all others have one."""
    without = [row for row in rows if not row.cells.get("responsible")]
    if len(without) > _FEW * len(rows):
        return
    for row in without:
        remarks.hint(
            "missing-responsible",
            row.at,
            f"{row.cells.get('number', '')} „{row.cells.get('project', '')}“ hat in der Liste "
            "keine Verantwortlichkeit, fast alle anderen haben eine.",
        )


def _compare(project: ProjectDraft, row: ListRow, wording: Wording, remarks: Remarks) -> None:
    number, title = row.cells.get("number", "").rstrip("."), row.cells.get("project", "")
    where = f"in der Liste ({remarks.place(row.at)})"
    if number and project.printed and number != project.printed:
        remarks.warn(
            "number-differs", project.at, f"{_name(project)} hat {where} die Nummer {number}."
        )
    status = row.cells.get("status", "")
    if status and project.status and status != project.status:
        names = [_column(one, wording) for one in (project.status, status)]
        remarks.warn(
            "status-differs",
            project.at,
            f"{_name(project)} hat im Text den Status „{names[0]}“, {where} „{names[1]}“. "
            "Übernommen ist der Status des Textes.",
        )
    if title and printed_alike(title) != printed_alike(project.title):
        remarks.hint("title-differs", project.at, f"{_name(project)} heißt {where} „{title}“.")


def _column(status: str, wording: Wording) -> str:
    one = wording.profile.status(status)
    return one.column_title or one.label


def _check_row(row: ListRow, wording: Wording, remarks: Remarks) -> None:
    """Number and cross of the same row."""
    pattern, status = wording.patterns.get("projekt"), row.cells.get("status", "")
    try:
        number = pattern.parse(row.cells.get("number", "").rstrip(".")) if pattern else None
    except ValueError:
        return
    if not number or not number.status or not status:
        return
    if number.status != _place(status, wording) and number.status <= len(wording.profile.statuses):
        named = wording.profile.statuses[number.status - 1].id
        remarks.warn(
            "wrong-section",
            row.at,
            f"Die Nummer {row.cells['number']} („{row.cells.get('project', '')}“) bedeutet "
            f"„{_column(named, wording)}“, in derselben Zeile der Liste steht "
            f"„{_column(status, wording)}“.",
        )


def check_names(draft: Draft, wording: Wording, remarks: Remarks) -> None:
    """Chapters and themes that are called differently in different places.

    Args:
        draft: The report in the making.

        wording: The words of the profile.

        remarks: Where to say so.
    """
    for chapter in draft.chapters:
        for at, name in draft.contents:
            if _is_short_for(name, chapter.title):
                remarks.hint(
                    "name-differs",
                    chapter.at,
                    f"Das Kapitel „{chapter.title}“ heißt im Inhaltsverzeichnis "
                    f"({remarks.place(at)}) „{name}“.",
                )
    themes = {folded(theme.title): theme for theme in reversed(draft.themes)}
    same_words = {_words(theme.title): theme for theme in reversed(draft.themes)}
    projects = {folded(one.title) for theme in draft.themes for one in projects_below(theme)}
    for at, name, is_surely_one in _mentions(draft):
        if folded(name) in themes or folded(name) in projects:
            continue
        theme = same_words.get(_words(name))
        if theme is None and is_surely_one:
            theme = _most_alike(name, themes.values())
        if theme is not None:
            remarks.warn(
                "name-differs",
                theme.at,
                f"Das {wording.profile.levels.theme.singular} „{theme.title}“ heißt in "
                f"{remarks.place(at)} „{name}“.",
            )


def _is_short_for(name: str, title: str) -> bool:
    short, long = folded(name), folded(title)
    return short != long and bool(short) and long.startswith(short)


def _mentions(draft: Draft) -> Iterator[tuple[int, str, bool]]:
    """Where themes are named: contents and overview, and perhaps items of lists in chapters."""
    for at, name in draft.contents:
        yield at, _NUMBER.sub("", name), True
    for row in draft.overview:
        yield row.at, _NUMBER.sub("", row.cells.get("theme", "")), True
    for chapter in draft.chapters:
        for block in chapter.text.blocks:
            if isinstance(block, Line) and block.marker and len(_words(block.words)) > 1:
                yield block.at, block.words, False


def _words(name: str) -> tuple[str, ...]:
    return tuple(sorted(_WORD.findall(name.lower())))


def _most_alike(name: str, themes: Iterable[ThemeDraft]) -> ThemeDraft | None:
    score, _, theme = max(
        ((likeness(name, theme.title), -theme.at, theme) for theme in themes),
        default=(0, 0, None),
        key=lambda one: one[:2],
    )
    return theme if name and score >= _ALIKE else None


def check_counts(draft: Draft, remarks: Remarks) -> None:
    """How many projects text and lists have.

    Args:
        draft: The report in the making.

        remarks: Where to say so.
    """
    count = sum(len(projects_below(theme)) for theme in draft.themes)
    if draft.rows and len(draft.rows) != count:
        remarks.warn(
            "count-differs",
            draft.rows[0].at,
            f"Der Text hat {count} Projekte, die Listen haben {len(draft.rows)} Zeilen.",
        )
