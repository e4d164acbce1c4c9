"""A questionnaire as a Word file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kommunal_nh.characters import ILLEGAL
from kommunal_nh.forms.document import layout
from kommunal_nh.forms.document.controls import Controls
from kommunal_nh.forms.document.parts import RIGHT, hidden_table, idea_table, question_table
from kommunal_nh.forms.document.tables import frame_print
from kommunal_nh.forms.document.xml import NAMES, Links, paragraph, run
from kommunal_nh.stamps import time_stamp
from kommunal_nh.surveying.model import Question, Questionnaire
from kommunal_nh.surveying.rich import RichText, Run
from kommunal_nh.word_files import save_word

if TYPE_CHECKING:
    from docx.document import Document as Word

_LONGEST = 255  # of a property, in Word


def write(asked: Questionnaire, target: Path) -> None:
    """Write a questionnaire.

    Args:
        asked: The questions.

        target: The file.
    """
    import docx  # the command starts without it

    word = docx.Document()
    links = Links()
    controls = Controls(links, RIGHT)
    content = controls.around("".join(_content(asked, controls)))
    _dress(word, asked)
    _fill(word, content, links)
    save_word(word, target)


def _content(asked: Questionnaire, controls: Controls) -> Iterator[str]:
    frame = [*_frame(asked)]
    fixed = {line: paragraph(run(line), style) for line, style in frame}
    yield from (fixed[line] for line, style in frame if style != "Heading2")
    for question in asked.questions:
        yield paragraph(run(_heading(question)), "Heading1")
        yield paragraph(run(question.place), "Ort")
        yield question_table(question, asked, controls)
    if asked.goals:
        yield paragraph(run(layout.IDEAS), "Heading1")
        for number in range(1, layout.IDEA_PLACES + 1):
            yield idea_table(number, asked, controls)
            yield paragraph("", "Ort")
    yield paragraph(run(layout.HIDDEN), "Ort")
    yield hidden_table(asked, frame_print(_outside(asked)))
    yield paragraph("", "Ort")


def _frame(asked: Questionnaire) -> Iterator[tuple[str, str]]:
    """What stands before the questions, with its style."""
    yield asked.report, "Title"
    yield (
        f"Rückfrage zum Stand {asked.edition:%d.%m.%Y}: {asked.unit_name} ({asked.unit})",
        "Subtitle",
    )
    for number, line in enumerate(asked.instructions, 1):
        yield f"{number}. {line}", "Anleitung"


def _outside(asked: Questionnaire) -> RichText:
    """All lines outside the tables."""
    lines = [line for line, _ in _frame(asked)]
    for question in asked.questions:
        lines += [_heading(question), question.place]
    lines += [layout.IDEAS] * bool(asked.goals)
    return tuple((Run(line),) for line in [*lines, layout.HIDDEN])


def _heading(question: Question) -> str:
    return f"{question.number} {question.title}".strip()


# ------------------------------------------------------------------------------------- the file


def _dress(word: Word, asked: Questionnaire) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Cm, Pt, RGBColor

    styles: Any = word.styles
    styles["Normal"].font.name, styles["Normal"].font.size = "Calibri", Pt(10.5)
    for name, size, before, after in (
        ("Frage", 10, 2, 2), ("Antwort", 10.5, 2, 2), ("Kennung", 8, 0, 0), ("Klein", 8, 0, 0),
        ("Anleitung", 10.5, 0, 2),
        ("Ort", 9.5, 0, 4),
    ):  # fmt: skip
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        style.font.size = Pt(size)
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(after)
    styles["Frage"].font.bold = styles["Frage"].paragraph_format.keep_with_next = True
    styles["Ort"].paragraph_format.keep_with_next = True
    for name in ("Title", "Subtitle", "Heading 1"):
        styles[name].font.color.rgb = RGBColor(0x1D, 0x5B, 0x3C)
    placeholder = styles.add_style("Placeholder Text", WD_STYLE_TYPE.CHARACTER)
    placeholder.font.color.rgb = RGBColor(0x59, 0x59, 0x59)
    link = styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb, link.font.underline = RGBColor(0x05, 0x4A, 0x91), True
    for section in word.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2)
    properties = word.core_properties
    day = time_stamp(asked.edition).replace(tzinfo=None)
    title = f"{asked.report}: Rückfrage {asked.unit}"
    properties.title = ILLEGAL.sub("\ufffd", title)[:_LONGEST]
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.language = "de-DE"
    properties.created = properties.modified = day


def _fill(word: Word, content: str, links: Links) -> None:
    from docx.oxml import parse_xml

    body: Any = word.element.body
    for url, name in links.urls.items():
        found = word.part.relate_to(url, _HYPERLINK, is_external=True)
        content = content.replace(f'r:id="{name}"', f'r:id="{found}"')
    body.insert(0, parse_xml(content.replace("<w:sdt>", f"<w:sdt {NAMES}>", 1)))


_HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
