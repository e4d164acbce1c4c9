"""The second half of the contract: projects, marks and words come out as they went in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

import attrs

from kommunal_nh.document import Block, Document, Heading, Section, plain_text
from kommunal_nh.testing.finding import missing_piece
from kommunal_nh.testing.markup import markup_document
from kommunal_nh.testing.promise import pieces, squeezed
from kommunal_nh.testing.rebuilding import bare
from kommunal_nh.testing.sample import PROJECTS, STATUSES, deep_document, usual_document
from kommunal_nh.testing.trial import Trial, demand

_LABELS = {status.id: status.label for status in STATUSES}


def project_headings(blocks: Iterable[Block]) -> Iterator[str]:
    """Number and title of the projects in blocks.

    Args:
        blocks: The blocks.

    Yields:
        Words such as `1.1.1.1 Klima-Allianz`.
    """
    for block in blocks:
        if isinstance(block, Section) and block.kind != "project":
            yield from project_headings(block.blocks)
        elif isinstance(block, Section):
            heading = next(iter(block.blocks))
            if isinstance(heading, Heading):
                yield squeezed(f"{heading.number} {plain_text(heading.content)}")


def places(words: str, text: str) -> list[int]:
    """Where words stand in a text, not counting `11.1 A` as `1.1 A`.

    Args:
        words: The words.

        text: The text.

    Returns:
        The place behind the words, each time.
    """
    return [found.end() for found in re.finditer(rf"(?<![\w.]){re.escape(words)}(?!\w)", text)]


class KeepsWords(Trial):
    """What of a document can be read again."""

    def keeps_words(self, document: Document) -> None:
        """Every word that the format promises is in the file, in reading order.

        Args:
            document: Any document.

        Raises:
            AssertionError: A piece is missing; with what it is and where it should stand.
        """
        document = bare(document)
        wanted = pieces(self.promised(document), document.statuses)
        complaint = missing_piece(wanted, self.text_of(document))
        demand(not complaint, f"{self.exporter.format}: {complaint}")

    def test_each_project_is_there_once(self) -> None:
        """Each project is there with its number and title together, and not twice."""
        document = bare(usual_document())
        text = self.text_of(document)
        for heading in project_headings(self.promised(document)):
            times = len(places(heading, text))
            demand(times != 0, f"The project {heading!r} is missing, or its number is wrong.")
            demand(times == 1, f"The project {heading!r} is there {times} times.")

    def test_projects_are_in_order(self) -> None:
        """The projects stand in the order of the document."""
        document = bare(usual_document())
        text = self.text_of(document)
        headings = list(project_headings(self.promised(document)))
        found = [place for heading in headings for place in places(heading, text)[:1]]
        demand(
            found == sorted(found),
            f"The projects are not in the order of the document: {', '.join(headings)}",
        )

    def test_each_project_has_its_status(self) -> None:
        """Behind a project's title the first mark is that of its own status."""
        document = bare(usual_document())
        text = self.text_of(document)
        promised = set(project_headings(self.promised(document)))
        for number, title, status in PROJECTS:
            if (heading := f"{number} {title}") in promised:
                first = _first_mark(text, heading)
                demand(
                    first == _LABELS[status],
                    f"The project {heading!r} is {_LABELS[status]!r}, but shows {first!r}.",
                )

    def test_every_word_is_there_in_order(self) -> None:
        """Headings, paragraphs, items, cells, captions and legend are read as they were written."""
        self.keeps_words(usual_document())

    def test_markup_is_nothing_but_characters(self) -> None:
        """Words that look like markup of any format are read back as they are."""
        self.keeps_words(markup_document())

    def test_an_empty_document_can_be_written(self) -> None:
        """A document without blocks, or without words in them, gives a file."""
        empty = Document("Leer", "Kreis Muster", date(2023, 10, 1), ())
        for document in (empty, attrs.evolve(empty, title="", publisher="")):
            demand(len(self.run(document).data) > 0, "An empty document gives an empty file.")

    def test_a_deep_document_keeps_its_words(self) -> None:
        """Thirty levels of headings and sixteen of lists and quotes lose nothing."""
        self.keeps_words(deep_document())


def _first_mark(text: str, heading: str) -> str:
    """The status mark that comes first behind a heading."""
    behind = text[next(iter(places(heading, text)), len(text)) :]
    found = {label: behind.find(label) for label in _LABELS.values() if label in behind}
    return min(found, key=found.__getitem__, default="no status")
