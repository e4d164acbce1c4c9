"""The tables of the paper: figures of this edition, and what changed since the one before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kommunal_nh.document import Block, Column, Heading, Paragraph, Row, Table, Text
from kommunal_nh.labels import fill
from kommunal_nh_vorlage.facts import Facts
from kommunal_nh_vorlage.texts import Texts


def figure_tables(texts: Texts, facts: Facts) -> Iterator[Table]:
    """The figures of this edition.

    Args:
        texts: The words.

        facts: The figures.

    Yields:
        Projects by status, beside those of the edition before if there is one, and by theme.
    """
    before = facts["aenderungen"].get("bisher")
    counts = [
        (one["titel"], *([] if before is None else [before.get(one["id"], 0)]), one["anzahl"])
        for one in facts["status"]
    ]
    total = [] if before is None else [facts["aenderungen"]["anzahl_bisher"]]
    headings = [texts.column_count] if before is None else [texts.column_before, texts.column_now]
    columns = (Column(texts.column_status, 60, header=True), *_numbers(headings))
    rows = [*counts, (texts.total, *total, facts["anzahl"])]
    yield Table(texts.by_status, columns, _rows(rows))
    if facts["themen"]:
        themes = [(f"{one['nummer']} {one['titel']}".strip(), one["anzahl"])
                  for one in facts["themen"]]  # fmt: skip
        columns = (Column(texts.column_theme, 60, header=True), *_numbers([texts.column_count]))
        yield Table(texts.by_theme, columns, _rows([*themes, (texts.total, facts["anzahl"])]))


def change_tables(texts: Texts, facts: Facts) -> Iterator[Block]:
    """What changed since the edition before.

    Args:
        texts: The words.

        facts: The changes; nothing if there is no edition before.

    Yields:
        A heading, and a table for each kind of change that there is.
    """
    changes = facts["aenderungen"]
    if not changes:
        return
    yield Heading(2, "", (Text(fill(texts.changes, seit=changes["seit"])),))
    tables = (
        (texts.new_projects, changes["neu"], ((texts.column_status, "status"),)),
        (
            texts.new_statuses,
            changes["status"],
            ((texts.column_before, "bisher"), (texts.column_now, "jetzt")),
        ),
        (texts.ended, changes["beendet"], ((texts.column_how, "wie"),)),
    )
    for caption, rows, more in tables:
        if rows:
            yield _listing(texts, caption, rows, more)
    if not any(rows for _, rows, _ in tables):
        yield Paragraph((Text(texts.no_changes),))


def _listing(
    texts: Texts, caption: str, things: Iterable[Facts], more: tuple[tuple[str, str], ...]
) -> Table:
    columns = (
        Column(texts.column_project, 60, header=True),
        *(Column(title, 40 // len(more)) for title, _ in more),
    )
    rows = [
        (f"{one['nummer']} {one['titel']}".strip(), *(one[key] for _, key in more))
        for one in things
    ]
    return Table(caption, columns, _rows(rows))


def _numbers(titles: list[str]) -> Iterator[Column]:
    return (Column(title, 40 // len(titles), "end") for title in titles)


def _rows(rows: Iterable[tuple[object, ...]]) -> tuple[Row, ...]:
    return tuple(
        Row(tuple((Text(str(cell)),) if str(cell) else () for cell in row)) for row in rows
    )
