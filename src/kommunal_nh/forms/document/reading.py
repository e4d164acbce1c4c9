"""A Word file that came back: answers, ideas, and whatever else was written in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from kommunal_nh.forms.document import layout
from kommunal_nh.forms.document.hidden import Head, parted
from kommunal_nh.forms.document.tables import (
    Grid,
    frame_print,
    grids,
    labels,
    outside,
    words_of,
)
from kommunal_nh.forms.document.words import Reader, W
from kommunal_nh.forms.head import no_form
from kommunal_nh.forms.package import WORD, Package
from kommunal_nh.merging.answers import Answer, Answers, Idea, Remark
from kommunal_nh.surveying.fingerprints import print_of
from kommunal_nh.surveying.instructions import YES
from kommunal_nh.surveying.rich import RichText, plain
from kommunal_nh.surveying.sameness import folded, meant

_PART = "word/document.xml"
_KEY, _GOAL, _TITLE = (folded(name) for name in (layout.KEY, layout.GOAL, layout.IDEA_TITLE))
_OF_QUESTIONS = labels(
    layout.STATUS, layout.DESCRIPTION, layout.LAST, layout.NEW, layout.UNCHANGED,
    layout.COOPERATION, layout.OTHERS, layout.KEY,
)  # fmt: skip
_LONGEST = 20_000


def read(source: Path) -> Answers:
    """Read a file that came back.

    Args:
        source: The file, whatever its name is now.

    Returns:
        What stands in it.

    Raises:
        UsageError: It is no questionnaire, damaged, or holds what is not read.
    """
    package = Package(source, WORD)
    root = package.root(_PART)
    if root is None:
        raise package.damaged()
    addresses = {key: url for key, (kind, url) in package.relations(_PART).items()
                 if kind == "outside hyperlink"}  # fmt: skip
    reader = Reader(addresses)
    tables = grids(root, reader)
    if (found := parted(tables)) is None:
        raise no_form(source.name, f"die Tabelle „{layout.HIDDEN}“ am Ende")
    head, rest = found
    remarks = [*_frame(outside(root, reader), head), *_comments(package, reader)]
    answers: list[Answer] = []
    ideas: list[Idea] = []
    for table in rest:
        said = table.by_label()
        key = words_of(said.get(_KEY, ()))
        if key in head.asked:
            answers.append(_answer(table, said, key, head, remarks))
        elif _GOAL in said and _TITLE in said:
            ideas += _idea(table, said, head, remarks)
        elif table.words().strip(" |\n"):
            what = "Diese Tabelle gehört zu keiner gestellten Frage."
            remarks.append(Remark(table.place, what, table.words()[:_LONGEST]))
    return Answers(
        source.name, head.edition, head.unit, head.due, head.asked,
        tuple(answers), tuple(ideas), tuple(remarks),
    )  # fmt: skip


# --------------------------------------------------------------------------------- one question


def _answer(
    table: Grid, said: Mapping[str, RichText], key: str, head: Head, remarks: list[Remark]
) -> Answer:
    def text(name: str) -> RichText:
        return said.get(folded(name), ())

    new, last = text(layout.NEW), text(layout.LAST)
    if last and print_of(last) != head.asked[key].progress:
        if new:
            what = "Der letzte Sachstand ist geändert, und es gibt einen neuen."
            remarks.append(Remark(table.place, what, plain(last), key))
        new = new or last
    remarks += _strays(table, key)
    return Answer(
        key,
        table.place,
        meant(words_of(text(layout.STATUS)), head.statuses),
        new,
        text(layout.DESCRIPTION) if folded(layout.DESCRIPTION) in said else None,
        text(layout.COOPERATION) if folded(layout.COOPERATION) in said else None,
        _is_unchanged(table, words_of(text(layout.UNCHANGED)), key, remarks),
    )


def _is_unchanged(table: Grid, words: str, key: str, remarks: list[Remark]) -> bool:
    if words and folded(words) != folded(YES):
        what = f"Bei „{layout.UNCHANGED}“ steht weder „{YES}“ noch nichts."
        remarks.append(Remark(table.place, what, words, key))
    return folded(words) == folded(YES)


def _strays(table: Grid, key: str) -> Iterator[Remark]:
    """Rows and cells that were not asked for."""
    seen = set[str]()
    for row in table.rows:
        label = folded(words_of(row[0])) if row else ""
        if label in _OF_QUESTIONS and label not in seen and len(row) == 2:
            seen.add(label)
        elif said := " | ".join(map(words_of, row)).strip(" |"):
            what = "Diese Zeile der Tabelle wurde nicht gefragt."
            yield Remark(table.place, what, said[:_LONGEST], key)


# -------------------------------------------------------------------------------------- the rest


def _idea(
    table: Grid, said: Mapping[str, RichText], head: Head, remarks: list[Remark]
) -> Iterator[Idea]:
    title = words_of(said[_TITLE])
    goal = meant(words_of(said[_GOAL]), head.goals)
    description, cooperation = (
        said.get(folded(name), ()) for name in (layout.DESCRIPTION, layout.COOPERATION)
    )
    if title:
        yield Idea(table.place, goal, title, description, cooperation)
    elif goal or description or cooperation:
        what = "Diesem Vorschlag fehlt ein Titel."
        remarks.append(Remark(table.place, what, table.words()[:_LONGEST]))


def _frame(lines: RichText, head: Head) -> Iterator[Remark]:
    if frame_print(lines) != head.frame:
        said = "\n".join(filter(None, (words_of((line,)) for line in lines)))
        what = "Außerhalb der Felder wurde etwas geändert. Dort steht jetzt:"
        yield Remark("Text außerhalb der Tabellen", what, said[:_LONGEST])


def _comments(package: Package, reader: Reader) -> Iterator[Remark]:
    root = package.root("word/comments.xml")
    for one in root.iter(f"{W}comment") if root is not None else ():
        if said := plain(reader.text(one)):
            yield Remark("Kommentar", "Jemand hat einen Kommentar geschrieben.", said[:_LONGEST])
