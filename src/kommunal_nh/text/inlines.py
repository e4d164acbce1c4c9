"""Inlines of Markdown become inlines of the document tree; links and references are judged here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from kommunal_nh.document import (
    Code,
    Emphasis,
    Inline,
    LineBreak,
    Link,
    Reference,
    Strong,
    Text,
)
from kommunal_nh.labels import fill
from kommunal_nh.text.parser import groups, is_deep
from kommunal_nh.text.surroundings import Problem, Surroundings, Target

if TYPE_CHECKING:
    from markdown_it.token import Token

SCHEMES = ("http", "https", "mailto", "tel")

MESSAGES = {
    "missing-alt-text": "Dem Bild „{was}“ fehlt der Alternativtext: bitte in die eckigen Klammern "
    "schreiben, was es zeigt.",
    "image-format": "Das Bild „{was}“ ist kein PNG und kein JPEG, und nur die können alle "
    "Ausgaben: bitte umwandeln.",
    "missing-image": "Das Bild „{was}“ gibt es im Datenordner nicht; Pfade gelten ab dem Ordner "
    "von bericht.yaml.",
    "image-inline": "Das Bild „{was}“ steht mitten im Satz: bitte davor und danach eine Leerzeile "
    "lassen.",
    "link-scheme": "Der Link „{was}“ ist nicht erlaubt: bitte mit https://, http://, mailto: oder "
    "tel: beginnen oder mit #Kennung auf etwas im Report verweisen.",
    "dangling-reference": "Der Verweis #{was} führt ins Leere: keine Projekt-, Ziel-, Themen- oder "
    "Kapitelkennung heißt so.",
    "nested-too-deep": "Hier stehen Listen, Zitate oder Auszeichnungen zu tief ineinander: bitte "
    "höchstens zehn.",
    "raw-html": "HTML wie „{was}“ ist in Texten nicht erlaubt: bitte Markdown verwenden oder < als "
    "\\< schreiben.",
}


class InlineReader:
    """Reads the inlines of one text.

    Attributes:
        line: Line of the text that is being read, from 0.
    """

    def __init__(self, around: Surroundings, problems: list[Problem]) -> None:
        self.around = around
        self.problems = problems
        self.line = 0

    def read(self, tokens: Sequence[Token]) -> tuple[Inline, ...]:
        """Read inline content.

        Args:
            tokens: The children of an inline token.

        Returns:
            The content, neighbouring words in one node.
        """
        if is_deep(tokens):
            self.report("nested-too-deep", "")
            tokens = [token for token in tokens if not token.nesting]  # the words without marks
        return joined(
            inline
            for token, inner in groups(tokens)
            for inline in _INLINES.get(token.type, InlineReader._words)(self, token, inner)
        )

    def report(self, rule: str, what: str) -> None:
        """Note a problem in the current line.

        Args:
            rule: Id of the rule.

            what: The id, address, path or markup that it is about.
        """
        message = fill(MESSAGES[rule], was=unquote(what))
        self.problems.append(Problem(rule, message, self.line, what))

    def report_html(self, markup: str) -> None:
        """Note raw HTML in the current line.

        Args:
            markup: The HTML.
        """
        self.report("raw-html", markup.strip().split("\n")[0][:40])

    def _words(self, token: Token, inner: Sequence[Token]) -> list[Inline]:
        return [Text(token.content)]

    def _soft_break(self, token: Token, inner: Sequence[Token]) -> list[Inline]:
        self.line += 1
        return [Text(" ")]

    def _line_break(self, token: Token, inner: Sequence[Token]) -> list[Inline]:
        self.line += 1
        return [LineBreak()]

    def _code(self, token: Token, inner: Sequence[Token]) -> list[Inline]:
        return [Code(token.content)]

    def _strong(self, token: Token, inner: Sequence[Token]) -> list[Inline]:
        content = self.read(inner)
        return [Strong(content)] if content else []

    def _emphasis(self, token: Token, inner: Sequence[Token]) -> list[Inline]:
        content = self.read(inner)
        return [Emphasis(content)] if content else []

    def _html(self, token: Token, inner: Sequence[Token]) -> list[Inline]:
        self.report_html(token.content)
        return [Text(token.content)]

    def _image(self, token: Token, inner: Sequence[Token]) -> list[Inline]:
        self.report("image-inline", str(token.attrs.get("src", "")))
        return [Text(token.content)]

    def _link(self, token: Token, inner: Sequence[Token]) -> list[Inline]:
        url, content = str(token.attrs.get("href", "")), self.read(inner)
        if url.startswith("#"):
            return self.reference(unquote(url[1:]), content)
        if _scheme(url) in SCHEMES:
            return [Link(url, content or (Text(url),))]
        self.report("link-scheme", url)
        return list(content)

    def reference(self, name: str, content: tuple[Inline, ...]) -> list[Inline]:
        """Read a reference.

        Args:
            name: The id that it names.

            content: The words in its brackets.

        Returns:
            The reference, or its words if there is nothing to lead to.
        """
        target = self.around.target(name)
        if target is None:
            self.report("dangling-reference", name)
            return list(content)
        filled = tuple(_filled(inline, target) for inline in content)
        filled = filled or (Text(target.number or target.title),)
        return [Reference(target.anchor, filled)] if target.anchor else list(filled)


def joined(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """Inlines with neighbouring words in one node.

    Args:
        inlines: The inlines.

    Returns:
        The same content.
    """
    content: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Text) and content and isinstance(content[-1], Text):
            content[-1] = Text(content[-1].text + inline.text)
        elif not isinstance(inline, Text) or inline.text:
            content.append(inline)
    return tuple(content)


_INLINES: dict[str, Callable[..., list[Inline]]] = {
    "softbreak": InlineReader._soft_break,
    "hardbreak": InlineReader._line_break,
    "code_inline": InlineReader._code,
    "strong_open": InlineReader._strong,
    "em_open": InlineReader._emphasis,
    "link_open": InlineReader._link,
    "image": InlineReader._image,
    "html_inline": InlineReader._html,
}


def _filled(inline: Inline, target: Target) -> Inline:
    match inline:
        case Text(text):
            number = target.number or target.title
            short = target.short_title or target.title
            return Text(fill(text, nummer=number, titel=target.title, kurztitel=short))
        case Strong(content):
            return Strong(tuple(_filled(inner, target) for inner in content))
        case Emphasis(content):
            return Emphasis(tuple(_filled(inner, target) for inner in content))
        case _:
            return inline


def _scheme(url: str) -> str:
    try:
        return urlsplit(url).scheme.lower()
    except ValueError:
        return ""
