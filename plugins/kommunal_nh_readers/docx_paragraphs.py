"""What a paragraph of a Word file says, and what hangs on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import attrs

from kommunal_nh_readers.docx_fields import Fields, is_contents
from kommunal_nh_readers.docx_markup import Form, Span, leads
from kommunal_nh_readers.docx_names import child, name, switch, value
from kommunal_nh_readers.docx_symbols import symbol

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kommunal_nh_readers.docx_anchors import Anchors
    from kommunal_nh_readers.docx_package import Relation
    from kommunal_nh_readers.docx_styles import Styles

_NEVER = ("w:pPr", "w:rPr", "w:sdtPr", "w:sdtEndPr", "w:del", "w:moveFrom", "w:delText", "w:rt",
          "w:softHyphen", "w:pgNum")  # fmt: skip
"""What is no text."""


@attrs.define
class Found:
    """What was found in a paragraph.

    Attributes:
        spans: Its words; a line feed for each line break.
        anchors: Bookmarks in it.
        boxes: Text boxes that hang on it.
        pictures: Descriptions of its pictures.
        in_contents: It is an entry of a table of contents.
    """

    spans: list[Span] = attrs.field(factory=list)
    anchors: list[str] = attrs.field(factory=list)
    boxes: list[_Element] = attrs.field(factory=list)
    pictures: list[str] = attrs.field(factory=list)
    in_contents: bool = False

    def before(self, other: Found) -> Found:
        """What two paragraphs say that became one.

        Args:
            other: The second one.

        Returns:
            Both.
        """
        return Found(
            self.spans + other.spans,
            self.anchors + other.anchors,
            self.boxes + other.boxes,
            self.pictures + other.pictures,
            other.in_contents,
        )

    @property
    def text(self) -> str:
        """The words without markup, with line feeds and tabs."""
        return "".join(span.text for span in self.spans)


class ParagraphReader:
    """Reads paragraphs in their order; fields can begin in one and end in another."""

    def __init__(
        self,
        styles: Styles,
        relations: Mapping[str, Relation],
        anchors: Anchors | None = None,
        note: Callable[[str, str], str] = lambda kind, key: "",
    ) -> None:
        self._styles = styles
        self._relations = relations
        self._anchors = anchors
        self._note = note
        self._fields = Fields()
        self._found = Found()
        self._handlers: dict[str, Callable[[_Element, Form], None]] = {
            name("w:t"): lambda one, form: self._say(one.text or "", form),
            name("m:t"): lambda one, form: self._say(one.text or "", form),
            name("w:tab"): lambda one, form: self._say("\t", form),
            name("w:ptab"): lambda one, form: self._say("\t", form),
            name("w:br"): lambda one, form: self._say("\n", form),
            name("w:cr"): lambda one, form: self._say("\n", form),
            name("w:noBreakHyphen"): lambda one, form: self._say("\u2011", form),
            name("w:sym"): lambda one, form: self._say(symbol(one), form),
            name("w:r"): self._run,
            name("w:hyperlink"): self._link,
            name("w:fldChar"): lambda one, form: self._fields.mark(one),
            name("w:instrText"): lambda one, form: self._fields.instruct(one),
            name("w:fldSimple"): self._simple_field,
            name("w:footnoteReference"): lambda one, form: self._refer("footnotes", one),
            name("w:endnoteReference"): lambda one, form: self._refer("endnotes", one),
            name("w:bookmarkStart"): lambda one, form: self.bookmark(one),
            name("w:txbxContent"): lambda one, form: self._found.boxes.append(one),
            name("wp:docPr"): lambda one, form: self._picture(one.get("descr") or one.get("title")),
            name("v:shape"): self._shape,
            name("mc:AlternateContent"): self._alternatives,
            **dict.fromkeys(map(name, _NEVER), lambda one, form: None),
        }

    def read(self, paragraph: _Element) -> Found:
        """Read a paragraph.

        Args:
            paragraph: A `w:p`.

        Returns:
            What it says.
        """
        found = self._found
        found.in_contents = self._fields.in_contents
        self._inside(paragraph, Form())
        found.in_contents = found.in_contents or self._fields.in_contents
        self._found = Found()
        return found

    def bookmark(self, element: _Element) -> None:
        """Take a bookmark, which can also stand between paragraphs.

        Args:
            element: A `w:bookmarkStart`.
        """
        self._found.anchors.append(element.get(name("w:name"), ""))

    def _inside(self, element: _Element, form: Form) -> None:
        for one in element:
            handler = self._handlers.get(one.tag, self._inside)
            handler(one, form)

    def _say(self, text: str, form: Form) -> None:
        if text and self._fields.shows:
            target = self._leads(form.target or self._fields.link)
            self._found.spans.append(Span(text, form._replace(target=target)))

    def _leads(self, target: str) -> str:
        """Where a link leads, if that can be said in the data."""
        if target.startswith("#"):
            anchor = self._anchors.of([target[1:]]) if self._anchors else ""
            return f"#{anchor}" if anchor else ""
        return target if leads(target) else ""

    def _run(self, run: _Element, form: Form) -> None:
        properties = child(run, "w:rPr")
        if properties is not None:
            if switch(properties, "w:vanish"):
                return
            style = value(properties, "w:rStyle") or ""
            form = Form(
                self._is_on(properties, style, "w:b"),
                self._is_on(properties, style, "w:i"),
                form.target,
                self._styles.is_code(style),
            )
            if self._styles.is_mark(style):
                form = form._replace(mark=True)
        self._inside(run, form)

    def _is_on(self, properties: _Element, style: str, short: str) -> bool:
        own = switch(properties, short)
        return own if own is not None else bool(style) and self._styles.is_on(style, short)

    def _link(self, link: _Element, form: Form) -> None:
        relation = self._relations.get(link.get(name("r:id"), ""))
        anchor = link.get(name("w:anchor"), "")
        target = relation.target if relation is not None and relation.outside else ""
        self._inside(link, form._replace(target=target or (anchor and f"#{anchor}")))

    def _simple_field(self, field: _Element, form: Form) -> None:
        if is_contents(field.get(name("w:instr"), "")):
            self._found.in_contents = True
        self._inside(field, form)

    def _refer(self, kind: str, element: _Element) -> None:
        if note := self._note(kind, element.get(name("w:id"), "")):
            self._say(f" [{note}]", Form())

    def _shape(self, shape: _Element, form: Form) -> None:
        self._picture(shape.get("alt"))
        self._inside(shape, form)

    def _picture(self, description: str | None) -> None:
        if description and description.strip():
            self._found.pictures.append(" ".join(description.split()))

    def _alternatives(self, element: _Element, form: Form) -> None:
        """The same in two ways, for new and for old programs."""
        first = child(element, "mc:Choice")
        chosen = first if first is not None else child(element, "mc:Fallback")
        if chosen is not None:
            self._inside(chosen, form)
