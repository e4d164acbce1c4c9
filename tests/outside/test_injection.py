"""Hostile words in every text field: nothing runs in Chromium, and a PDF prints them as words.

The pages are opened twice: as they are, where their policy must have nothing to refuse, and without
the policy, where still nothing may run, so that the policy is the second defence and not the first.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import attrs
import pymupdf
import pytest
from tests.outside.test_html_outside import node_script

from kommunal_nh import Report, Severity, build, check, load
from kommunal_nh.assembly.parts import PARTS
from kommunal_nh.document import Text
from kommunal_nh.labels import Labels
from kommunal_nh.text import markdown_of
from small_folder import FOLDER, write

MARKUP = (
    "{where}<script>ran('{where}')</script><img src=http://intruder.example/{where} "
    "onerror=ran('{where}')><svg onload=ran('{where}')>\"'></title></style></textarea>-->"
    "<a href=javascript:ran('{where}')>\" onmouseover=ran('{where}') x=\"]]>&lt;script&gt;"
)
TYPST = (
    '{where}#eval("1+1") #read("/etc/passwd") #import "x.typ" $x^2$ @ref <label> // x /* y */ '
    "#panic() `raw` *fett* _kursiv_ = Titel"
)
FREE = {
    "Report": ("title", "publisher", "units", "municipalities"),
    "Chapter": ("title", "text"),
    "Theme": ("title", "dimension", "lead", "introduction"),
    "Goal": ("title", "statement"),
    "Project": ("title", "short_title", "description", "progress", "frameworks"),
    "Part": ("title", "description", "progress"),
    "Cooperation": ("text",),
    "ArchiveEntry": ("theme", "project", "number"),
    "Withdrawn": ("project", "reason"),
    "Council": ("number", "body"),
    "Level": ("singular", "plural"),
    "Status": ("label", "section_title", "column_title", "definition", "empty_text", "symbol"),
    "ExtraField": ("label",),
}
"""The fields of each class that hold words of people; others are ids, days, numbers, choices."""
WITH_MARKUP = {"Chaptertext", "Themeintroduction", "Goalstatement", "Projectdescription",
               "Projectprogress", "Partdescription", "Partprogress", "Cooperationtext",
               "Withdrawnreason"}  # fmt: skip
OF_THE_FRAME = {"date_format", "month_names"}


def poisoned(value: Any, pattern: str) -> Any:
    """An object of the model with hostile words in every free field, and in all it consists of."""
    if isinstance(value, tuple):
        return tuple(poisoned(item, pattern) for item in value)
    if isinstance(value, Labels):
        return _frame(value, pattern)
    if not attrs.has(type(value)):
        return value
    changes = {}
    for field in attrs.fields(type(value)):
        old, where = getattr(value, field.name), type(value).__name__ + field.name
        if field.name in FREE.get(type(value).__name__, ()):
            changes[field.name] = _hostile(old, where, pattern)
        elif isinstance(old, tuple) or attrs.has(type(old)):
            changes[field.name] = poisoned(old, pattern)
    return attrs.evolve(value, **changes)


def _hostile(old: Any, where: str, pattern: str) -> Any:
    words = pattern.format(where=where)
    if isinstance(old, dict):
        return {key: words if isinstance(one, str) else (words,) for key, one in old.items()}
    return markdown_of((Text(words),)) if where in WITH_MARKUP else words


def _frame(labels: Labels, pattern: str) -> Labels:
    names = [field.name for field in attrs.fields(Labels) if field.name not in OF_THE_FRAME]
    words = {name: f"{getattr(labels, name)} {pattern.format(where=name)}" for name in names}
    return attrs.evolve(labels, **words)


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """A report with a value for every key."""
    return load(write(tmp_path_factory.mktemp("gut"), FOLDER))


def hostile(report: Report, pattern: str) -> Report:
    """The same with hostile words; it has no error."""
    made: Report = poisoned(report, pattern)
    (chapter,) = made.chapters
    chapter = attrs.evolve(chapter, text=f"{chapter.text}\n\n[{{kurztitel}}](#allianz)")
    profile = attrs.evolve(made.profile, parts=tuple(PARTS))
    made = attrs.evolve(made, chapters=(chapter,), profile=profile)
    errors = [one for one in check(made) if one.severity is Severity.ERROR]
    assert errors == []
    return made


@pytest.fixture(scope="module")
def pages(good: Report, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the one page and all pages of the site did in Chromium, by name."""
    out = tmp_path_factory.mktemp("seiten")
    report = hostile(good, MARKUP)
    (page,) = build(report, "html", out)
    (site,) = build(report, "site", out / "site")
    return dict(node_script("html_injection.cjs", page, *sorted(site.glob("*.html"))))


def test_nothing_runs_and_nothing_is_loaded(pages: dict[str, Any]) -> None:
    """With and without its policy, no page calls a script of the words or asks for an address."""
    assert len(pages) > 4
    for name, ways in pages.items():
        for way, said in ways.items():
            kinds = ("ran", "dialogs", "requests", "strange", "errors", "refused")
            found = {kind: said[kind] for kind in kinds if said[kind]}
            assert found == {}, (name, way)


def test_every_hostile_word_is_there_as_a_word(pages: dict[str, Any]) -> None:
    """The words of each free field of each class are read on the page exactly as they are."""
    words = " ".join(ways["strict"]["words"] for ways in pages.values())
    missing = [
        f"{name}{field}"
        for name, fields in FREE.items()
        for field in fields
        if f"{name}{field}<script>ran('{name}{field}')</script>" not in words
    ]
    assert missing == []


def test_a_pdf_prints_commands_of_typst_as_words(good: Report, tmp_path: Path) -> None:
    """Nothing in a text is a command for the program that sets it; all of it is printed."""
    (file,) = build(hostile(good, TYPST), "pdf", tmp_path)
    with pymupdf.open(file) as document:
        words = _joined("".join(page.get_text() for page in document))
    fields = [name + field for name, fields in FREE.items() for field in fields]
    # What comes behind may stand on the next page, with the words of its header between.
    said = {field: TYPST.format(where=field).split()[0] for field in fields}
    assert [field for field in fields if said[field] not in words] == []
    assert words.count(_joined(TYPST.split(" ", 1)[1])) > len(fields)
    assert "root:x:0" not in words


def _joined(words: str) -> str:
    """Words without what the end of a line puts between them."""
    return "".join(words.replace("-", "").replace("\u00ad", "").split())
