"""Content controls: the places where people write and choose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from kommunal_nh.forms.document.layout import CHOOSE, WRITE
from kommunal_nh.forms.document.xml import Links, attribute, cell, line_of, paragraph, run
from kommunal_nh.surveying.model import Choice
from kommunal_nh.surveying.rich import RichText

_EMPTY = "<w:showingPlcHdr/>"
_YELLOW = '<w:shd w:val="clear" w:color="auto" w:fill="FFF9E6"/>'
_PLACEHOLDER = '<w:rStyle w:val="PlaceholderText"/>'


class Controls:
    """Makes the controls of one file, each with an id of its own.

    Attributes:
        links: Takes the addresses of texts.
        width: Of the cells.
    """

    def __init__(self, links: Links, width: int) -> None:
        self.links, self.width = links, width
        self._serial: Iterator[int] = count(1)

    def text(self, name: str, text: RichText) -> str:
        """A cell to write in.

        Args:
            name: What it is called.

            text: What stands there already.

        Returns:
            The cell inside its control; or, with a control around each line, since LibreOffice
            forgets the look of the first line in a control around several.
        """
        if not text:
            content = paragraph(run(WRITE, _PLACEHOLDER), "Antwort")
            return self._control(name, _EMPTY, cell(self.width, content, _YELLOW))
        lines = (line_of(line, self.links) for line in text)
        shown = (self._control(name, "", runs) if runs else "" for runs in lines)
        return cell(self.width, "".join(paragraph(one, "Antwort") for one in shown))

    def choice(self, name: str, choices: Sequence[Choice], chosen: str = "") -> str:
        """A cell with a list to choose from.

        Args:
            name: What it is called.

            choices: The values.

            chosen: Id of the one that is chosen already.

        Returns:
            The cell, with the control around its words.
        """
        items = "".join(
            f"<w:listItem w:displayText={attribute(one.label)} w:value={attribute(one.id)}/>"
            for one in _different(choices)
        )
        label = next((one.label for one in choices if one.id == chosen), chosen)
        shown = run(label) if label else run(CHOOSE, _PLACEHOLDER)
        kind = f"{'' if label else _EMPTY}<w:dropDownList>{items}</w:dropDownList>"
        content = paragraph(self._control(name, kind, shown), "Antwort")
        return cell(self.width, content)

    def around(self, content: str) -> str:
        """A group: nothing in it can be changed but what stands in controls.

        Args:
            content: Paragraphs and tables.

        Returns:
            A control around them.
        """
        number = next(self._serial)
        return (
            f'<w:sdt><w:sdtPr><w:id w:val="{number}"/><w:lock w:val="contentLocked"/>'
            f"<w:group/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
        )

    def _control(self, name: str, kind: str, content: str) -> str:
        number = next(self._serial)
        return (
            f'<w:sdt><w:sdtPr><w:alias w:val={attribute(name)}/><w:tag w:val="nh{number}"/>'
            f'<w:id w:val="{number}"/><w:lock w:val="sdtLocked"/>{kind}</w:sdtPr>'
            f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
        )


def _different(choices: Sequence[Choice]) -> Iterator[Choice]:
    """A list with two equal words, or two equal values, is damaged to Word."""
    labels, ids = set[str](), set[str]()
    for one in choices:
        if one.label not in labels and one.id not in ids:
            yield one
        labels.add(one.label)
        ids.add(one.id)
