"""The chapter with all registers, in the order of the data."""

from __future__ import annotations

from collections.abc import Iterator

from kommunal_nh import Project
from kommunal_nh.document import Block, Heading, List, Paragraph, Section, Table, Text
from kommunal_nh_register.data import Kind
from kommunal_nh_register.entries import REGISTERS, Entry
from kommunal_nh_register.matrix import matrix
from kommunal_nh_register.view import View

ANCHOR = "nh-register"


def chapter(view: View) -> Iterator[Section]:
    """Make the chapter.

    Args:
        view: The report.

    Yields:
        One section with one for each register, if the data wants any.
    """
    if view.data.registers:
        yield Section("register", ANCHOR, tuple(_blocks(view)))


def _blocks(view: View) -> Iterator[Block]:
    yield Heading(1, "", (Text(view.words(view.texts.chapter)),))
    if introduction := view.words(view.texts.introduction).strip():
        yield Paragraph((Text(introduction),))
    titles = {
        Kind.UNITS: view.texts.units,
        Kind.MUNICIPALITIES: view.texts.municipalities,
        Kind.SDGS: view.texts.sdgs,
        Kind.MATRIX: view.texts.matrix,
    }
    for kind in dict.fromkeys(view.data.registers):
        heading = Heading(2, "", (Text(view.words(titles[kind])),))
        blocks = tuple(_register(view, kind)) or (_nothing(view),)
        wide = any(isinstance(block, Table) and block.landscape for block in blocks)
        yield Section("register", f"{ANCHOR}-{kind.value}", (heading, *blocks), landscape=wide)


def _nothing(view: View) -> Paragraph:
    return Paragraph((Text(view.words(view.texts.nothing)),), role="empty")


def _register(view: View, kind: Kind) -> Iterator[Block]:
    if kind is Kind.MATRIX:
        yield from matrix(view)
    else:
        for entry in REGISTERS[kind](view):
            yield from _entry(view, entry)


def _entry(view: View, entry: Entry) -> Iterator[Block]:
    name = view.words(view.texts.entry, len(entry.projects), name=entry.name)
    yield Paragraph((Text(name),), role="label")
    yield List(tuple((_item(view, project),) for project in entry.projects))


def _item(view: View, project: Project) -> Paragraph:
    return Paragraph((*view.names.link(project.id), Text(" "), view.names.mark(project)))
