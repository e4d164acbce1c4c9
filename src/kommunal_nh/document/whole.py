"""The document as a whole, and how its statuses and chips look."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import attrs

from kommunal_nh.colours import text_on
from kommunal_nh.document.blocks import Block
from kommunal_nh.labels import Labels
from kommunal_nh.value import Value


@attrs.frozen(eq=False, repr=False)
class StatusStyle(Value):
    """How a status looks.

    Attributes:
        id: `StatusMark.status`.
        label: In the legend.
        definition: What the status means; may be empty.
        colour: Background as #rrggbb.
        symbol: One character beside the words.
        text_colour: The words on it, as #rrggbb; if left out, black or white, whichever contrasts
            more.
    """

    id: str
    label: str
    definition: str
    colour: str
    symbol: str
    text_colour: str = attrs.Factory(lambda self: text_on(self.colour), takes_self=True)


@attrs.frozen(eq=False, repr=False)
class ChipStyle(Value):
    """How a chip looks.

    Attributes:
        id: `Chip.style`.
        colour: Background as #rrggbb.
        text_colour: The words on it, as #rrggbb; if left out, black or white, whichever contrasts
            more.
    """

    id: str
    colour: str
    text_colour: str = attrs.Factory(lambda self: text_on(self.colour), takes_self=True)


@attrs.frozen(eq=False, repr=False)
class Facet(Value):
    """Something that sections and rows can be filtered by.

    Attributes:
        key: `status`, `theme`, `unit` or `municipality`.
        label: What readers call it.
        options: Id and name of every value that occurs.
    """

    key: str
    label: str
    options: tuple[tuple[str, str], ...]


@attrs.frozen(eq=False, repr=False)
class Document(Value):
    """A whole document, ready to be written in any format.

    Attributes:
        title: For the properties of the file.
        publisher: Who answers for it.
        as_of: The day it speaks of; also the time stamp of the file.
        subject: One line that says more than the title.
        language: Language tag, such as de-DE.
        labels: The words of the frame.
        statuses: How the statuses look, in the order of the legend.
        facets: What readers can filter by.
        chips: How the chips look.
        blocks: The content.
        project_word: What one calls the projects, in the plural.
        theme_word: What one calls the themes, in the plural.
    """

    title: str
    publisher: str
    as_of: date
    blocks: Iterable[Block]
    subject: str = ""
    language: str = "de-DE"
    labels: Labels = Labels()
    statuses: tuple[StatusStyle, ...] = ()
    facets: tuple[Facet, ...] = ()
    chips: tuple[ChipStyle, ...] = ()
    project_word: str = "Projekte"
    theme_word: str = "Themen"
