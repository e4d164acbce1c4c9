"""The contract finds defective exporters and says in a sentence what each does wrong."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from tests.conformance import mutants
from tests.conformance.mutants import Mutant, Rewrite, everywhere, with_comment
from tests.conformance.readers import (
    docx_words,
    html_words,
    markdown_words,
    pdf_alternatives,
    pdf_words,
)

from kommunal_nh import Document
from kommunal_nh.testing import ExporterContract, documents
from kommunal_nh.testing.sample import usual_document
from kommunal_nh_docx import DocxExporter
from kommunal_nh_html import HtmlExporter
from kommunal_nh_markdown import MarkdownExporter
from kommunal_nh_pdf import PdfExporter

BASES = {
    "docx": (DocxExporter(), docx_words),
    "html": (HtmlExporter(), html_words),
    "markdown": (MarkdownExporter(), markdown_words),
    "pdf": (PdfExporter(), pdf_words),
}


class Trial(ExporterContract):
    """The contract for any exporter, to be run by hand."""

    def __init__(self, base: str, **mistake: Any) -> None:
        exporter, self.reader = BASES[base]
        self.exporter = Mutant(exporter, **mistake)

    def read(self, file: Path) -> str:
        return self.reader(file)

    def alternatives(self, file: Path) -> str:
        return pdf_alternatives(file) if file.suffix == ".pdf" else super().alternatives(file)


def rewritten(rewrite: Rewrite) -> dict[str, Any]:
    """A mistake in the blocks."""
    return {"change": partial(everywhere, rewrite)}


def renumbered(number: Any) -> dict[str, Any]:
    """A mistake in the numbers of projects."""
    return rewritten(partial(mutants.renumbered, number))


IN_BLOCKS = {
    "drops a project": (
        rewritten(mutants.without_last_project),
        "test_each_project_is_there_once",
        "The project '1.1.10 Radweg' is missing",
    ),
    "drops the words of a project": (
        rewritten(mutants.without_last_project),
        "test_every_word_is_there_in_order",
        "a heading with its number is missing: '1.1.10 Radweg'",
    ),
    "shows a project twice": (
        rewritten(mutants.twice),
        "test_each_project_is_there_once",
        "'1.1.1 Solardach' is there 2 times",
    ),
    "swaps two projects": (
        rewritten(mutants.swapped),
        "test_projects_are_in_order",
        "not in the order of the document",
    ),
    "swaps the words of two projects": (
        rewritten(mutants.swapped),
        "test_every_word_is_there_in_order",
        "Before that place the same words stand 1 times",
    ),
    "drops a paragraph": (
        rewritten(mutants.without_second_paragraph),
        "test_every_word_is_there_in_order",
        "a paragraph is missing: 'Es ist wichtig",
    ),
    "drops what was said before": (
        rewritten(mutants.without_duplicates),
        "test_every_word_is_there_in_order",
        "a paragraph is missing: 'Zu 1.1.1 wird weiter berichtet.'",
    ),
    "drops list items": (
        rewritten(mutants.without_last_item),
        "test_every_word_is_there_in_order",
        "a list item is missing: 'Drittens.'",
    ),
    "drops table cells": (
        rewritten(mutants.without_last_cell),
        "test_every_word_is_there_in_order",
        "a table cell is missing: 'wie zuvor'",
    ),
    "drops captions": (
        rewritten(mutants.without_caption),
        "test_every_word_is_there_in_order",
        "the caption of a table is missing: 'Zahlen zu 1.1.1'",
    ),
    "does not say what pictures show": (
        rewritten(mutants.told_as_picture),
        "test_pictures_are_told_in_words",
        "The alternative text of a picture is missing: 'Bild eines Turms'",
    ),
    "drops last words": (
        rewritten(mutants.without_last_word),
        "test_every_word_is_there_in_order",
        "a paragraph is missing: 'Dieser Absatz hat nur Text.'",
    ),
    "counts projects from 0": (
        renumbered(mutants.one_less),
        "test_each_project_is_there_once",
        "'1.1.1 Solardach' is missing, or its number is wrong",
    ),
    "puts something before numbers": (
        renumbered("1{}".format),
        "test_each_project_is_there_once",
        "'1.1.1 Solardach' is missing, or its number is wrong",
    ),
    "leaves numbers out": (
        renumbered(mutants.no_number),
        "test_every_word_is_there_in_order",
        "a heading with its number is missing: '1.1.1 Solardach'",
    ),
    "gives a project the number of another": (
        rewritten(mutants.numbers_of_neighbours),
        "test_each_project_is_there_once",
        "'1.1.1 Solardach' is missing, or its number is wrong",
    ),
    "shows another status": (
        {"change": mutants.marked_as_first},
        "test_each_project_has_its_status",
        "'1.1.2 Klima-Allianz' is 'laufend', but shows 'fertiggestellt'",
    ),
    "uses up an iterator": (
        {"change": mutants.looked_at_before},
        "test_every_word_is_there_in_order",
        "is missing: ",
    ),
    "takes blocks by index": (
        {"change": mutants.taken_by_index},
        "test_long_fields_are_only_iterated",
        "not subscriptable",
    ),
    "fails on unknown options": (
        {"needs": mutants.only_template},
        "test_unknown_options_are_ignored",
        "unknown options",
    ),
    "writes a second file": (
        {"spoil": mutants.with_file_beside},
        "test_it_writes_its_file_and_no_other",
        "Beside its target the exporter has written: folder/report.css",
    ),
    "writes into the working folder": (
        {"spoil": mutants.with_file_in_working_folder},
        "test_it_writes_its_file_and_no_other",
        "Beside its target the exporter has written: log.txt",
    ),
    "writes nothing": (
        {"spoil": Path.unlink},
        "test_an_empty_document_can_be_written",
        "The exporter made no file",
    ),
    "fails without blocks": (
        {"change": mutants.first_taken},
        "test_an_empty_document_can_be_written",
        "index out of range",
    ),
    "has six levels": (
        rewritten(mutants.six_levels),
        "test_a_deep_document_keeps_its_words",
        "a heading with its number is missing: 'Ebene 7.'",
    ),
}
"""What an exporter does wrong; the test that finds it, and what that test says."""

IN_TEXT_FILES = {
    "writes the time": (mutants.now, "test_the_same_document_gives_the_same_bytes"),
    "writes something random": (mutants.chance, "test_the_same_document_gives_the_same_bytes"),
    "counts its runs": (mutants.runs, "test_the_same_document_gives_the_same_bytes"),
    "writes the date": (mutants.today, "test_another_process_gives_the_same_bytes"),
    "writes the time zone": (mutants.zone, "test_another_process_gives_the_same_bytes"),
    "writes a set": (mutants.set_order, "test_another_process_gives_the_same_bytes"),
}
"""What an exporter puts into a comment; and the test that finds it."""
NAMES = {
    "format": ("Mein Format", "test_its_names_are_well_formed"),
    "suffix": ("html", "test_its_names_are_well_formed"),
    "media_type": ("html", "test_its_names_are_well_formed"),
    "write": (None, "test_it_is_an_exporter"),
}
"""What an exporter calls itself, and the test that refuses it."""
GENERATED = {
    "test_any_document_keeps_its_words": {"change": mutants.without_blocks},
    "test_any_document_gives_the_same_bytes_again": {"spoil": partial(with_comment, mutants.now)},
}
"""Tests with generated documents, and what an exporter does wrong that they find."""


def test_every_test_of_the_contract_finds_something() -> None:
    """Each test of the contract is one that finds a mistake here."""
    found = {test for _, test, _ in IN_BLOCKS.values()}
    found |= {test for _, test in (*IN_TEXT_FILES.values(), *NAMES.values())}

    found |= {*GENERATED, "test_markup_is_nothing_but_characters"}

    assert found == {name for name in dir(ExporterContract) if name.startswith("test_")}


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize("name", IN_BLOCKS)
def test_a_defective_exporter_is_found(name: str, base: str) -> None:
    """The test that a mistake belongs to fails, with a sentence that names it."""
    mistake, test, complaint = IN_BLOCKS[name]
    with pytest.raises(Exception) as raised:
        getattr(Trial(base, **mistake), test)()

    assert complaint in str(raised.value)


@pytest.mark.parametrize("base", ["html", "markdown"])
@pytest.mark.parametrize("name", IN_TEXT_FILES)
def test_bytes_that_change_are_found(name: str, base: str) -> None:
    """What depends on time, chance, order or earlier runs is found by one of two tests."""
    comment, test = IN_TEXT_FILES[name]
    with pytest.raises(AssertionError, match="gives other bytes"):
        getattr(Trial(base, spoil=partial(with_comment, comment)), test)()


@pytest.mark.parametrize("name", NAMES)
def test_an_exporter_without_proper_names_is_found(name: str) -> None:
    """The format, suffix or media type that is not well formed is named; so is a missing method."""
    value, test = NAMES[name]
    trial = Trial("html")
    trial.exporter = type("Named", (HtmlExporter,), {name: value})()
    if value is None:
        trial.exporter = HtmlExporter  # type: ignore[assignment]

    with pytest.raises(AssertionError, match=name):
        getattr(trial, test)()


def test_the_name_of_the_target_is_found() -> None:
    """A file must not say how it was called while it was written."""
    with pytest.raises(AssertionError, match="gives other bytes"):
        Trial("html", spoil=mutants.with_own_name).test_the_same_document_gives_the_same_bytes()


@pytest.mark.parametrize(
    ("base", "spoil"),
    [("html", mutants.unescaped), ("markdown", mutants.without_backslashes)],
    ids=["html", "markdown"],
)
def test_markup_that_is_not_escaped_is_found(base: str, spoil: Any) -> None:
    """An exporter that does not escape loses words or changes them."""
    with pytest.raises(AssertionError, match="is missing: "):
        Trial(base, spoil=spoil).test_markup_is_nothing_but_characters()


@pytest.mark.parametrize("test", [name for name in dir(Trial) if name.startswith("test_")])
def test_without_a_mistake_nothing_is_found(test: str) -> None:
    """The same exporter without any mistake passes every test of the contract."""
    getattr(Trial("markdown"), test)()


@pytest.mark.parametrize("test", GENERATED)
def test_tests_with_generated_documents_find_mistakes(test: str) -> None:
    """Given any one document, these tests fail, too; here without the search for a smaller one."""
    trial = Trial("markdown", **GENERATED[test])
    inner = getattr(ExporterContract, test).hypothesis.inner_test

    with pytest.raises(AssertionError, match=r"is missing: |gives other bytes"):
        inner(trial, usual_document())


def test_generated_documents_find_small_mistakes_too() -> None:
    """Among some generated documents is one that shows that last words are lost."""
    trial = Trial("markdown", **rewritten(mutants.without_last_word))

    @settings(max_examples=50, phases=[Phase.generate], database=None)
    @given(documents())
    def keeps_words(document: Document) -> None:
        trial.keeps_words(document)

    with pytest.raises(AssertionError, match="is missing: "):
        keeps_words()
