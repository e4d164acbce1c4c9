"""How words look; there are few looks, so that each is made once."""

from __future__ import annotations

from functools import lru_cache

import attrs

from kommunal_nh_docx.xml import attribute


@attrs.frozen(eq=False)  # each look is made once, so that it can be told by its identity
class Look:
    """How words look.

    Attributes:
        style: Id of their character style, or nothing.
        bold: Important.
        italic: Stressed.
        is_link: Inside a link, where there can be no other.
        is_narrow: In a cell, where a mark may need two lines.
        is_deleted: Inside a deletion, where words have a tag of their own and links are none.
        opening: The beginning of their run.
        closing: The end of their run.
    """

    style: str = ""
    bold: bool = False
    italic: bool = False
    is_link: bool = False
    is_narrow: bool = False
    is_deleted: bool = False
    opening: str = attrs.field(init=False)
    closing: str = attrs.field(init=False)

    @opening.default
    def _opening(self) -> str:
        style = f'<w:rStyle w:val="{attribute(self.style)}"/>' if self.style else ""
        bold = "<w:b/><w:bCs/>" if self.bold else ""
        italic = "<w:i/><w:iCs/>" if self.italic else ""
        properties = f"{style}{bold}{italic}"
        run = f"<w:r><w:rPr>{properties}</w:rPr>" if properties else "<w:r>"
        return f'{run}<{self._tag} xml:space="preserve">'

    @closing.default
    def _closing(self) -> str:
        return f"</{self._tag}></w:r>"

    def broken(self, sign: str) -> str:
        """A break among the words.

        Args:
            sign: XML of a line break or tab.

        Returns:
            XML inside their run.
        """
        return f'</{self._tag}>{sign}<{self._tag} xml:space="preserve">'

    @property
    def _tag(self) -> str:
        return "w:delText" if self.is_deleted else "w:t"


PLAIN = Look()
CELL = Look(is_narrow=True)
ROW_NAME = Look(is_narrow=True, bold=True)


@lru_cache(maxsize=512)
def bold(look: Look) -> Look:
    """A look made bold.

    Args:
        look: The look so far.

    Returns:
        The new look.
    """
    return attrs.evolve(look, bold=True)


@lru_cache(maxsize=512)
def italic(look: Look) -> Look:
    """A look made italic.

    Args:
        look: The look so far.

    Returns:
        The new look.
    """
    return attrs.evolve(look, italic=True)


@lru_cache(maxsize=512)
def styled(look: Look, style: str) -> Look:
    """A look with a character style.

    Args:
        look: The look so far.

        style: Id of the style.

    Returns:
        The new look.
    """
    return attrs.evolve(look, style=style)


@lru_cache(maxsize=512)
def linked(look: Look, style: str) -> Look:
    """The look of a link.

    Args:
        look: The look so far.

        style: Id of the style of links.

    Returns:
        The new look.
    """
    return attrs.evolve(look, style=style, is_link=True)


@lru_cache(maxsize=512)
def deleted(look: Look) -> Look:
    """A look of words that are deleted.

    Args:
        look: The look so far.

    Returns:
        The new look.
    """
    return attrs.evolve(look, is_deleted=True)
