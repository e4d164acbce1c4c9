"""Styles and lists that are used are defined."""

from __future__ import annotations

from collections.abc import Iterator

from kommunal_nh_docx.lint.problem import Problem
from kommunal_nh_docx.lint.word_file import STYLES, WordFile, near, value
from kommunal_nh_docx.xml import name

_NUMBERING = "word/numbering.xml"
_USES = ("pStyle", "rStyle", "tblStyle")
_NO_LIST = "0"


def styles(file: WordFile) -> Iterator[Problem]:
    """Styles that are used and not defined.

    Args:
        file: The file.

    Yields:
        A problem for each, at the first place.
    """
    known = {value(style, "styleId") for style in file.tree(STYLES).iter(name("style"))}
    for part, story in file.stories():
        for use in story.iter(*map(name, _USES)):
            if value(use) not in known:
                known.add(value(use))
                text = f"Die Formatvorlage „{value(use)}“ {near(use)} ist nicht definiert."
                yield Problem("style-undefined", text, part)


def lists(file: WordFile) -> Iterator[Problem]:
    """Lists that are used and not defined, or have no pattern.

    Args:
        file: The file.

    Yields:
        A problem for each, at the first place.
    """
    numbering = file.tree(_NUMBERING)
    patterns = {value(one, "abstractNumId") for one in numbering.findall(name("abstractNum"))}
    known = {
        value(one, "numId")
        for one in numbering.findall(name("num"))
        if value(one.find(name("abstractNumId"))) in patterns
    } | {_NO_LIST}
    for part, story in [*file.stories(), (STYLES, file.tree(STYLES))]:
        for use in story.iter(name("numId")):
            if value(use) not in known:
                known.add(value(use))
                text = f"Die Liste {value(use)} {near(use)} ist nicht definiert."
                yield Problem("list-undefined", text, part)
