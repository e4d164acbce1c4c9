"""Authors' Markdown becomes blocks of the document tree; what is not allowed becomes a problem.

Authors write CommonMark with tables. Two rules are ours: an asterisk inside a word is a letter
(Bürger*innen), and `[…](#id)` refers to something in the report: with empty brackets it prints the
number, otherwise `{nummer}`, `{titel}` and `{kurztitel}` are filled in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from urllib.parse import unquote, urlsplit

import attrs
from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from kommunal_nh.document import (
    Block,
    Code,
    Column,
    Emphasis,
    Figure,
    Inline,
    LineBreak,
    Link,
    List,
    Paragraph,
    Quote,
    Reference,
    Row,
    Strong,
    Table,
    Text,
    plain_text,
)
from kommunal_nh.labels import fill

SCHEMES = ("http", "https", "mailto", "tel")
MEDIA_TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}

_MARKUP = re.compile(r"[\\`*_\[\]<>&|~]|^[ \t]*(?:[-+#=>]|\d+[.)])|^(?: {4}|\t)|!\[|[ \t]{2,}$", re.M)
_LINE_BREAK = re.compile(r"[ \t]*\n[ \t]*")
_PARAGRAPHS = re.compile(r"\n(?:[ \t]*\n)+")


@attrs.frozen
class Target:
    """What a reference can point to.

    Attributes:
        anchor: Anchor of its section.
        number: Its printed number; empty if that number does not name it.
        title: Its title.
        short_title: Its short title, or the title.
    """

    anchor: str
    number: str
    title: str
    short_title: str = ""


@attrs.frozen
class Problem:
    """Something in a text that is not allowed.

    Attributes:
        rule: Id of the rule.
        message: What is wrong and what to do, in German.
        line: Line of the text, from 0.
        target: The id, address or path that it is about.
    """

    rule: str
    message: str
    line: int
    target: str = ""


FindTarget = Callable[[str], Target | None]
FindImage = Callable[[str], bytes | None]


@attrs.frozen
class Surroundings:
    """What texts need to know of the report around them.

    Attributes:
        target: Finds what an id stands for.
        image: Finds the bytes of an image by its relative path.
    """

    target: FindTarget = lambda _: None
    image: FindImage = lambda _: None


@attrs.frozen
class ParsedHeading:
    """A heading in a chapter's text; chapters make sections of it.

    Attributes:
        level: Its level as written.
        content: Its words.
    """

    level: int
    content: tuple[Inline, ...]


def is_plain(source: str) -> bool:
    """Whether a text has no character that could be markup, so that it is words and nothing else.

    Args:
        source: The text.

    Returns:
        True if reading it as Markdown would only find its paragraphs.
    """
    return _MARKUP.search(source) is None


def blocks_of(source: str, around: Surroundings) -> Iterator[Block | ParsedHeading]:
    """Read a text.

    Args:
        source: Markdown.

        around: What references and images are looked up in.

    Yields:
        The blocks in order. What `problems_in` reports is left out or printed as the words it has.
    """
    if is_plain(source):
        for paragraph in _PARAGRAPHS.split(source.strip()):
            if words := _LINE_BREAK.sub(" ", paragraph).strip():
                yield Paragraph((Text(words),))
    else:
        yield from _Reader(around).read(source)


def inlines_of(source: str, around: Surroundings) -> tuple[Inline, ...]:
    """Read a text that has room for one paragraph only, such as a table cell.

    Args:
        source: Markdown.

        around: What references are looked up in.

    Returns:
        The content of all its paragraphs and list items, with line breaks between them.
    """
    lines: list[tuple[Inline, ...]] = []
    for block in blocks_of(source, around):
        lines.extend(_lines(block))
    content: list[Inline] = []
    for line in lines:
        content += ([LineBreak()] if content else []) + list(line)
    return tuple(content)


def problems_in(source: str, around: Surroundings) -> list[Problem]:
    """Check a text.

    Args:
        source: Markdown.

        around: What references and images are looked up in.

    Returns:
        Everything that is not allowed, in the order of the text.
    """
    if is_plain(source):
        return []
    reader = _Reader(around)
    for _ in reader.read(source):
        pass
    return reader.problems


def _lines(block: Block | ParsedHeading) -> Iterator[tuple[Inline, ...]]:
    match block:
        case Paragraph(content) | ParsedHeading(_, content):
            yield content
        case List(items):
            for item in items:
                for inner in item:
                    yield from _lines(inner)
        case Quote(blocks):
            for inner in blocks:
                yield from _lines(inner)
        case Table(_, columns, rows):
            yield (Text(" – ".join(column.title for column in columns)),)
            for row in rows:
                yield (Text(" – ".join(plain_text(cell) for cell in row.cells)),)
        case Figure(_, _, alt):
            yield (Text(alt),)


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("table")
    parser.inline.ruler.before("emphasis", "star_in_word", _star_in_word)
    parser.validateLink = lambda url: True  # type: ignore[method-assign] # judged by our own rules
    return parser


def _star_in_word(state: StateInline, silent: bool) -> bool:
    source, start = state.src, state.pos
    if source[start] != "*":
        return False
    end = start
    while end < state.posMax and source[end] == "*":
        end += 1
    inside = start > 0 and end < state.posMax and source[start - 1].isalnum()
    if not (inside and source[end].isalnum()):
        return False
    if not silent:
        state.pending += source[start:end]
    state.pos = end
    return True


class _Reader:
    """Turns the tokens of one text into blocks and collects problems on the way."""

    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.problems: list[Problem] = []
        self.line = 0

    def read(self, source: str) -> Iterator[Block | ParsedHeading]:
        tokens = _parser().parse(source)
        yield from self._blocks(tokens)

    # ------------------------------------------------------------------------------- blocks

    def _blocks(self, tokens: Sequence[Token]) -> Iterator[Block | ParsedHeading]:
        position = 0
        while position < len(tokens):
            end = _closing(tokens, position)
            token = tokens[position]
            if token.map:
                self.line = token.map[0]
            read = _BLOCKS.get(token.type)
            if read is not None:
                yield from read(self, token, tokens[position + 1 : end])
            position = end + 1

    def _inner(self, tokens: Sequence[Token]) -> tuple[Block, ...]:
        return tuple(_as_block(block) for block in self._blocks(tokens))

    def _paragraph(self, token: Token, inner: Sequence[Token]) -> Iterator[Block]:
        children = inner[0].children or []
        if len(children) == 1 and children[0].type == "image":
            yield from self._figure(children[0])
        elif content := self._content(children):
            yield Paragraph(content)

    def _heading(self, token: Token, inner: Sequence[Token]) -> Iterator[ParsedHeading]:
        yield ParsedHeading(int(token.tag[1:]), self._content(inner[0].children or []))

    def _list(self, token: Token, inner: Sequence[Token]) -> Iterator[Block]:
        items, position = [], 0
        while position < len(inner):
            end = _closing(inner, position)
            items.append(self._inner(inner[position + 1 : end]))
            position = end + 1
        ordered = token.type == "ordered_list_open"
        yield List(tuple(items), ordered, int(token.attrs.get("start", 1)) if ordered else 1)

    def _quote(self, token: Token, inner: Sequence[Token]) -> Iterator[Block]:
        yield Quote(self._inner(inner))

    def _code(self, token: Token, inner: Sequence[Token]) -> Iterator[Block]:
        lines: list[Inline] = []
        for line in token.content.rstrip("\n").split("\n"):
            lines += ([LineBreak()] if lines else []) + [Code(line)]
        yield Paragraph(tuple(lines))

    def _table(self, token: Token, inner: Sequence[Token]) -> Iterator[Block]:
        cells = [
            (cell.type == "th_open", inner[place + 1]) for place, cell in enumerate(inner)
            if cell.type in ("th_open", "td_open")
        ]  # fmt: skip
        titles = [self._content(inline.children or []) for head, inline in cells if head]
        values = [self._content(inline.children or []) for head, inline in cells if not head]
        columns = tuple(Column(plain_text(title)) for title in titles)
        width = len(columns)
        rows = tuple(Row(tuple(values[i : i + width])) for i in range(0, len(values), width))
        caption = ", ".join(filter(None, (column.title for column in columns)))
        yield Table(caption, columns, rows)

    def _html(self, token: Token, inner: Sequence[Token]) -> Iterator[Block]:
        self._report_html(token.content)
        yield Paragraph((Text(token.content.strip()),))

    def _figure(self, token: Token) -> Iterator[Block]:
        path, alt = unquote(str(token.attrs.get("src", ""))), token.content.strip()
        suffix = "." + path.rpartition(".")[2].lower()
        data = self.around.image(path)
        if not alt:
            self._problem("missing-alt-text", f"Dem Bild „{path}“ fehlt der Alternativtext: "
                          "bitte in die eckigen Klammern schreiben, was es zeigt.", path)  # fmt: skip
        if suffix not in MEDIA_TYPES:
            self._problem("image-format", f"Das Bild „{path}“ hat ein Format, das nicht alle "
                          "Ausgaben können: bitte PNG oder JPEG verwenden.", path)  # fmt: skip
        elif data is None:
            self._problem("missing-image", f"Das Bild „{path}“ gibt es im Datenordner nicht; Pfade "
                          "gelten ab dem Ordner von bericht.yaml.", path)  # fmt: skip
        else:
            yield Figure(MEDIA_TYPES[suffix], data, alt, str(token.attrs.get("title", "")))

    # ------------------------------------------------------------------------------ inlines

    def _content(self, tokens: Sequence[Token]) -> tuple[Inline, ...]:
        content: list[Inline] = []
        position = 0
        while position < len(tokens):
            end = _closing(tokens, position)
            content += self._inline(tokens[position], tokens[position + 1 : end])
            position = end + 1
        return _joined(content)

    def _inline(self, token: Token, inner: Sequence[Token]) -> list[Inline]:
        match token.type:
            case "text":
                return [Text(token.content)]
            case "softbreak":
                self.line += 1
                return [Text(" ")]
            case "hardbreak":
                self.line += 1
                return [LineBreak()]
            case "code_inline":
                return [Code(token.content)]
            case "strong_open":
                return _unless_empty(Strong, self._content(inner))
            case "em_open":
                return _unless_empty(Emphasis, self._content(inner))
            case "link_open":
                return self._link(str(token.attrs.get("href", "")), inner)
            case "image":
                return self._stray_image(token)
            case "html_inline":
                self._report_html(token.content)
        return [Text(token.content)]

    def _link(self, url: str, inner: Sequence[Token]) -> list[Inline]:
        content = self._content(inner)
        if url.startswith("#"):
            return self._reference(unquote(url[1:]), content)
        scheme = urlsplit(url).scheme.lower() if _can_be_split(url) else ""
        if scheme in SCHEMES:
            return [Link(url, content or (Text(url),))]
        self._problem("link-scheme", f"Der Link „{unquote(url)}“ ist nicht erlaubt: bitte mit "
                      "https://, http://, mailto: oder tel: beginnen oder mit #Kennung auf etwas im "
                      "Report verweisen.", url)  # fmt: skip
        return list(content)

    def _reference(self, anchor: str, content: tuple[Inline, ...]) -> list[Inline]:
        target = self.around.target(anchor)
        if target is None:
            self._problem("dangling-reference", f"Der Verweis #{anchor} führt ins Leere: keine "
                          "Projekt-, Ziel-, Themen- oder Kapitelkennung heißt so.", anchor)  # fmt: skip
            return list(content)
        shown = content or (Text(target.number or target.title),)
        return [Reference(target.anchor, tuple(_filled(inline, target) for inline in shown))]

    def _stray_image(self, token: Token) -> list[Inline]:
        path = str(token.attrs.get("src", ""))
        self._problem("image-inline", f"Das Bild „{path}“ steht mitten im Satz: bitte davor und "
                      "danach eine Leerzeile lassen.", path)  # fmt: skip
        return [Text(token.content)]

    def _report_html(self, markup: str) -> None:
        shown = markup.strip().split("\n")[0][:40]
        self._problem("raw-html", f"HTML wie „{shown}“ ist in Texten nicht erlaubt: bitte Markdown "
                      "verwenden oder < als \\< schreiben.", shown)  # fmt: skip

    def _problem(self, rule: str, message: str, target: str) -> None:
        self.problems.append(Problem(rule, message, self.line, target))


_BLOCKS: dict[str, Callable[..., Iterator[Block | ParsedHeading]]] = {
    "paragraph_open": _Reader._paragraph,
    "heading_open": _Reader._heading,
    "bullet_list_open": _Reader._list,
    "ordered_list_open": _Reader._list,
    "blockquote_open": _Reader._quote,
    "code_block": _Reader._code,
    "fence": _Reader._code,
    "table_open": _Reader._table,
    "html_block": _Reader._html,
}


def _closing(tokens: Sequence[Token], position: int) -> int:
    """Index of the token that ends what begins here; the same index for a token without inside."""
    depth = 0
    for index in range(position, len(tokens)):
        depth += tokens[index].nesting
        if depth <= 0:
            return index
    return len(tokens)


def _as_block(block: Block | ParsedHeading) -> Block:
    if isinstance(block, ParsedHeading):
        return Paragraph(block.content, role="label")
    return block


def _joined(content: Sequence[Inline]) -> tuple[Inline, ...]:
    """Neighbouring words in one node, and no spaces at the ends or around line breaks."""
    joined: list[Inline] = []
    for inline in content:
        if isinstance(inline, Text) and joined and isinstance(joined[-1], Text):
            joined[-1] = Text(joined[-1].text + inline.text)
        else:
            joined.append(inline)
    return tuple(inline for inline in joined if inline != Text(""))


def _unless_empty(node: type[Strong | Emphasis], content: tuple[Inline, ...]) -> list[Inline]:
    return [node(content)] if content else []


def _filled(inline: Inline, target: Target) -> Inline:
    match inline:
        case Text(text):
            return Text(fill(text, nummer=target.number or target.title, titel=target.title,
                             kurztitel=target.short_title or target.title))  # fmt: skip
        case Strong(content):
            return Strong(tuple(_filled(inner, target) for inner in content))
        case Emphasis(content):
            return Emphasis(tuple(_filled(inner, target) for inner in content))
        case _:
            return inline


def _can_be_split(url: str) -> bool:
    try:
        urlsplit(url)
    except ValueError:
        return False
    return True
