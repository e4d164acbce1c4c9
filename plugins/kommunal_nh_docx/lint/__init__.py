"""What validators of Word files miss: rules that a file keeps, or Word asks, repairs or misleads.

from kommunal_nh_docx.lint import lint
for problem in lint(Path("report.docx")):
    print(problem)
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from zipfile import BadZipFile

from kommunal_nh.errors import UsageError
from kommunal_nh_docx.lint import (
    bookmarks,
    definitions,
    fields,
    headings,
    parts,
    pictures,
    tables,
    targets,
    whole,
)
from kommunal_nh_docx.lint.problem import Problem
from kommunal_nh_docx.lint.word_file import BODY, WordFile, open_file

__all__ = ["RULES", "Problem", "lint"]

RULES: tuple[Callable[[WordFile], Iterator[Problem]], ...] = (
    parts.without_type,
    parts.relations,
    whole.untitled,
    whole.languages,
    whole.asking,
    definitions.styles,
    definitions.lists,
    headings.empty,
    headings.skipped,
    bookmarks.names_twice,
    bookmarks.ids_twice,
    bookmarks.unpaired,
    fields.unbalanced,
    targets.dangling,
    tables.without_header,
    tables.uneven,
    pictures.without_words,
    pictures.missing,
    pictures.ids_twice,
)


# What zipfile and lxml raise at files that are damaged or something else.
_BROKEN = (
    BadZipFile, EOFError, KeyError, NotImplementedError, OSError, RuntimeError, SyntaxError,
    UsageError, ValueError, zlib.error,
)  # fmt: skip


def lint(path: Path) -> list[Problem]:
    """Check a Word file.

    Args:
        path: The file.

    Returns:
        All problems, in the order of the rules.
    """
    try:
        file = open_file(path)
        return [problem for rule in RULES for problem in rule(file)]
    except _BROKEN as error:
        return [Problem("unreadable", f"Die Datei ist nicht lesbar ({error}).", BODY)]
