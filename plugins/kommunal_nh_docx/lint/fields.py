"""Fields: each begins, has its result and ends; only lists of contents go on over paragraphs."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
from lxml.etree import _Element

from kommunal_nh_docx.lint.problem import Problem
from kommunal_nh_docx.lint.word_file import WordFile, near, value
from kommunal_nh_docx.xml import name

_OVER_PARAGRAPHS = frozenset({"TOC", "INDEX", "BIBLIOGRAPHY", "TOA"})


@attrs.define(eq=False)
class Field:
    """A field.

    Attributes:
        start: The element that begins it.
        instruction: What it shall do.
        has_result: Its result has begun.
        end: The element that ends it, if any does.
    """

    start: _Element
    instruction: str = ""
    has_result: bool = False
    end: _Element | None = None

    @property
    def kind(self) -> str:
        """The first word of the instruction, in capitals, or nothing."""
        return (self.instruction.split() or [""])[0].upper()

    @property
    def arguments(self) -> list[str]:
        """The other words of the instruction, without quotation marks."""
        return [word.strip('"') for word in self.instruction.split()[1:]]


def fields_of(story: _Element) -> tuple[list[Field], list[_Element]]:
    """The fields of a story.

    Args:
        story: Body, header or footer.

    Returns:
        The fields in the order of their beginnings, and the marks that belong to none.
    """
    found: list[Field] = []
    open_ones: list[Field] = []
    stray: list[_Element] = []
    for one in story.iter(name("fldChar"), name("instrText"), name("fldSimple")):
        if one.tag == name("fldSimple"):
            found.append(Field(one, value(one, "instr"), has_result=True, end=one))
        elif value(one, "fldCharType") == "begin":
            open_ones.append(Field(one))
            found.append(open_ones[-1])
        elif not open_ones or not _goes_on(open_ones, one):
            stray.append(one)
    return found, stray


def _goes_on(open_ones: list[Field], mark: _Element) -> bool:
    """Apply a mark to the innermost open field; says whether it can stand there."""
    field, kind = open_ones[-1], value(mark, "fldCharType")
    if mark.tag == name("instrText"):
        field.instruction += mark.text or ""
        return True
    if kind == "separate":
        fits, field.has_result = not field.has_result, True
        return fits
    field.end = mark
    open_ones.pop()
    return True


def unbalanced(file: WordFile) -> Iterator[Problem]:
    """Fields that do not end, or end where they can not.

    Args:
        file: The file.

    Yields:
        A problem for each.
    """
    for part, story in file.stories():
        fields, stray = fields_of(story)
        for mark in stray:
            text = f"Zu dem Teil eines Feldes {near(mark)} gibt es keinen Anfang."
            yield Problem("field-unbalanced", text, part)
        for field in fields:
            if field.end is None:
                text = f"Das Feld {field.kind or 'ohne Anweisung'} {near(field.start)} endet nicht."
                yield Problem("field-unbalanced", text, part)
            elif field.kind not in _OVER_PARAGRAPHS and _paragraph(field.start) is not _paragraph(
                field.end
            ):
                text = (
                    f"Das Feld {field.kind} {near(field.start)} endet erst in einem anderen Absatz."
                )
                yield Problem("field-unbalanced", text, part)


def _paragraph(element: _Element) -> _Element | None:
    return next(element.iterancestors(name("p")), None)
