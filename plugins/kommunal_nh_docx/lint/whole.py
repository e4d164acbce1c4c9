"""The file as a whole: its title, its language, and no question on opening."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kommunal_nh_docx.lint.problem import Problem
from kommunal_nh_docx.lint.word_file import STYLES, WordFile, value
from kommunal_nh_docx.xml import name

_PROPERTIES = "docProps/core.xml"
_SETTINGS = "word/settings.xml"
_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-[a-zA-Z0-9]{4,8})*")
_OFF = frozenset({"0", "false", "off"})


def untitled(file: WordFile) -> Iterator[Problem]:
    """A file without title.

    Args:
        file: The file.

    Yields:
        A problem, if it has none.
    """
    title = file.tree(_PROPERTIES).findtext(f"{_DUBLIN_CORE}title") or ""
    if not title.strip():
        yield Problem("title-empty", "In den Eigenschaften der Datei fehlt der Titel.", _PROPERTIES)


def languages(file: WordFile) -> Iterator[Problem]:
    """Text without language, in a language that is none, or in another one than the file says.

    Args:
        file: The file.

    Yields:
        A problem for each language.
    """
    path = "/".join(map(name, ("docDefaults", "rPrDefault", "rPr", "lang")))
    default = value(file.tree(STYLES).find(path))
    own = file.tree(_PROPERTIES).findtext(f"{_DUBLIN_CORE}language") or ""
    if not default:
        yield Problem("language", "Für den Text ist keine Sprache angegeben.", STYLES)
    elif own and own != default:
        text = f"Die Datei ist auf „{own}“, ihr Text auf „{default}“."
        yield Problem("language", text, STYLES)
    for part, tag in sorted(_tags(file)):
        if tag and not _TAG.fullmatch(tag):
            yield Problem("language", f"„{tag}“ ist keine Sprache; richtig ist etwa de-DE.", part)


def _tags(file: WordFile) -> set[tuple[str, str]]:
    found = {
        (part, value(one)) for part, tree in [*file.stories(), (STYLES, file.tree(STYLES))]
        for one in tree.iter(name("lang"))
    }  # fmt: skip
    themes = file.tree(_SETTINGS).iter(name("themeFontLang"))
    return found | {(_SETTINGS, value(one)) for one in themes}


def asking(file: WordFile) -> Iterator[Problem]:
    """A file whose fields are renewed on opening, which Word asks about.

    Args:
        file: The file.

    Yields:
        A problem, if it is one.
    """
    for one in file.tree(_SETTINGS).iter(name("updateFields")):
        if value(one) not in _OFF:
            text = "Word fragt beim Öffnen, ob Felder erneuert werden sollen (updateFields)."
            yield Problem("update-fields", text, _SETTINGS)
