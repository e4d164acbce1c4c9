"""The real report, with what it does not have itself."""

from __future__ import annotations

from pathlib import Path

import attrs
from tests.plugins.docx_sample import paragraph, png

import kommunal_nh
from kommunal_nh.document import Document, Figure, Heading, List, Section, Text

EXAMPLES = Path(__file__).parents[2] / "examples"


def soest_document() -> Document:
    """The real report, with a picture behind its last chapter, as it has none."""
    report = kommunal_nh.public_view(kommunal_nh.load(EXAMPLES / "kreis_soest"))
    document = kommunal_nh.assemble(report, kommunal_nh.number(report))
    chapter = Section(
        "chapter",
        "bild",
        (
            Heading(1, "", (Text("Bild"),)),
            List(((paragraph("eins"),), (paragraph("zwei"),)), ordered=True),
            Figure("image/png", png(), "Ein graues Feld"),
        ),
    )
    return attrs.evolve(document, blocks=(*document.blocks, chapter))
