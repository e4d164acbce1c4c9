"""The tables of a Word file: one for each question, for ideas, and for what was asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kommunal_nh.forms import head
from kommunal_nh.forms.document import layout
from kommunal_nh.forms.document.controls import Controls
from kommunal_nh.forms.document.xml import attribute, cell, paragraph, rich, run
from kommunal_nh.surveying.instructions import YES
from kommunal_nh.surveying.model import Choice, Question, Questionnaire

_LEFT = 2300
RIGHT = 7300
"""Width of the cells with answers, in twentieths of a point."""
_WIDTHS = (_LEFT, 3200, 4100)
_GREY = '<w:shd w:val="clear" w:color="auto" w:fill="F1F4F2"/>'
_YES = (Choice(YES, YES),)


def question_table(question: Question, asked: Questionnaire, controls: Controls) -> str:
    """What is asked about one project or part.

    Args:
        question: The question.

        asked: All that is asked.

        controls: Makes the controls.

    Returns:
        A table with a label and a cell in each row.
    """
    rows = "".join(_row(label, right) for label, right in _cells(question, asked, controls))
    return _table(question.title, rows)


def _cells(
    question: Question, asked: Questionnaire, controls: Controls
) -> Iterator[tuple[str, str]]:
    if not question.part:
        yield layout.STATUS, controls.choice(layout.STATUS, asked.statuses, question.status)
    yield layout.DESCRIPTION, controls.text(layout.DESCRIPTION, question.description)
    yield layout.LAST, _fixed(rich(question.progress, controls.links, "Antwort"))
    yield layout.NEW, controls.text(layout.NEW, ())
    yield layout.UNCHANGED, controls.choice(layout.UNCHANGED, _YES)
    if not question.part:
        yield layout.COOPERATION, controls.text(layout.COOPERATION, question.cooperation)
    if question.others:
        yield layout.OTHERS, _fixed(paragraph(run(", ".join(question.others)), "Antwort"))
    yield layout.KEY, _fixed(paragraph(run(question.key), "Klein"))


def idea_table(number: int, asked: Questionnaire, controls: Controls) -> str:
    """Room for one idea.

    Args:
        number: Which one it is, from 1.

        asked: All that is asked.

        controls: Makes the controls.

    Returns:
        A table.
    """
    texts = (layout.IDEA_TITLE, layout.DESCRIPTION, layout.COOPERATION)
    rows = [_row(layout.GOAL, controls.choice(layout.GOAL, asked.goals))]
    rows += [_row(label, controls.text(label, ())) for label in texts]
    return _table(f"{layout.IDEAS}, Nr. {number}", "".join(rows))


def hidden_table(asked: Questionnaire, frame: str) -> str:
    """For whom the file was made, and what was asked.

    Args:
        asked: All that is asked.

        frame: Fingerprint of what stands outside the tables.

    Returns:
        A table with three columns.
    """
    rows = "".join(f"<w:tr>{''.join(_narrow(row))}</w:tr>" for row in _said(asked, frame))
    return _table(layout.HIDDEN, rows, _WIDTHS)


def _narrow(row: Sequence[str]) -> Iterator[str]:
    words = (*row, "", "")[: len(_WIDTHS)]
    for word, width in zip(words, _WIDTHS, strict=True):
        yield cell(width, paragraph(run(word), "Klein"))


def _said(asked: Questionnaire, frame: str) -> Iterator[Sequence[str]]:
    yield (head.SIGN,)
    yield (head.EDITION, asked.edition.isoformat())
    yield (head.UNIT, asked.unit)
    yield (head.DUE, asked.due.isoformat() if asked.due else "")
    yield (layout.FRAME, frame)
    for question in asked.questions:
        yield (head.QUESTION, question.key, str(question.fingerprint))
    for status in asked.statuses:
        yield (layout.STATUSES, status.id, status.label)
    for goal in asked.goals:
        yield (layout.GOALS, goal.id, goal.label)


def _table(title: str, rows: str, widths: Sequence[int] = (_LEFT, RIGHT)) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"<w:tblCaption w:val={attribute(title[:200])}/></w:tblPr>"
        f"<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
    )


def _row(label: str, right: str) -> str:
    style = "Kennung" if label == layout.KEY else "Frage"
    left = cell(_LEFT, paragraph(run(label), style), _GREY)
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{left}{right}</w:tr>"


def _fixed(content: str) -> str:
    return cell(RIGHT, content, _GREY)
