"""A small report with a draft, as a data folder with one module switched on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from kommunal_nh import Finding, build, check
from kommunal_nh.document import Block, Document, List, Paragraph, Reference, Section, Table

from kommunal_nh.document import Emphasis, Inline, Strong  # isort: skip

REPORT = """\
titel: Nachhaltigkeitsreport Musterkreis
herausgeber: Musterkreis
stand: 2024-10-01
profil: soest
kapitel:
  - {id: vorwort, titel: Vorwort, text: Worte.}
einheiten: {"61": Planung, "80": Klima, "90": Kasse}
kommunen: {ense: Ense, werl: Werl, soest: Soest}
themen:
  - id: klima
    titel: Klima/Energie
    sdgs: [13]
    ziele:
      - id: strom
        text: Strom kommt aus der Sonne.
        sdgs: [7]
        projekte:
          - id: solardach
            titel: Solardach
            status: in-planung
            beschreibung: Module aufs Dach.
            verantwortlich: ["61", "80", "61"]
            zusammenarbeit: {text: Dächer, kommunen: [ense, werl]}
            sdgs: [11]
            bezuege: {BNK: ["10"], Agenda: ["7.2"]}
          - id: geheim
            titel: Geheimprojekt
            status: in-planung
            beschreibung: Noch nicht.
            entwurf: ja
            verantwortlich: ["90"]
            sdgs: [1]
            bezuege: {BNK: ["8"]}
  - id: wege
    titel: Wege
    projekte:
      - id: radweg
        titel: Radweg
        status: umgesetzt
        beschreibung: Er ist gebaut.
        verantwortlich: ["80"]
        zusammenarbeit: {kommunen: [alle]}
"""
"""Two projects that are published, one draft; theme, goal and project name different SDG."""


def make(folder: Path, key: str, data: str) -> Path:
    """Write the folder.

    Args:
        folder: Where to.

        key: The module.

        data: The text of its file.

    Returns:
        The folder.
    """
    (folder / "bericht.yaml").write_text(f"{REPORT}module: {{{key}: modul.yaml}}\n", "utf-8")
    (folder / "modul.yaml").write_text(data, "utf-8")
    return folder


def markdown(folder: Path) -> str:
    """The report as Markdown.

    Args:
        folder: Its data.

    Returns:
        The text.
    """
    (file,) = build(folder, "markdown", folder / "build")
    return file.read_text("utf-8")


def found(folder: Path, rule: str) -> list[Finding]:
    """What one rule finds.

    Args:
        folder: A data folder.

        rule: The rule.

    Returns:
        Its findings.
    """
    return [finding for finding in check(folder) if finding.rule == rule]


def sections(blocks: Iterable[Block] | Document | Section) -> Iterator[Section]:
    """Every section inside something, from top to bottom.

    Args:
        blocks: Blocks, a section or a document.

    Yields:
        The sections.
    """
    inside = blocks.blocks if isinstance(blocks, Document | Section) else blocks
    for block in inside:
        if isinstance(block, Section):
            yield block
            yield from sections(block)


def references(block: Block) -> list[str]:
    """Where a block leads to.

    Args:
        block: A paragraph, list, table or section.

    Returns:
        The anchors of its references in order.
    """
    return [anchor for line in _lines(block) for anchor in _anchors(line)]


def _lines(block: Block) -> Iterator[tuple[Inline, ...]]:
    if isinstance(block, Paragraph):
        yield block.content
    elif isinstance(block, Table):
        yield from (cell for row in block.rows for cell in row.cells)
    elif isinstance(block, List | Section):
        inside = block.blocks if isinstance(block, Section) else chain.from_iterable(block.items)
        for inner in inside:
            yield from _lines(inner)


def _anchors(line: tuple[Inline, ...]) -> Iterator[str]:
    for inline in line:
        if isinstance(inline, Reference):
            yield inline.anchor
        elif isinstance(inline, Strong | Emphasis):
            yield from _anchors(inline.content)
