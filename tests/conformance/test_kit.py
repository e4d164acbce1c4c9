"""What the conformance kit stands on: its samples, its reading order, its other process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given

from kommunal_nh import Document, Options
from kommunal_nh.document import (
    Block,
    Code,
    Deferred,
    Deleted,
    Inline,
    LineBreak,
    Link,
    StatusMark,
    Strong,
    Text,
    TitlePage,
)
from kommunal_nh.testing import documents
from kommunal_nh.testing.elsewhere import HERE, THERE, written_in
from kommunal_nh.testing.finding import missing_piece
from kommunal_nh.testing.keeping import places
from kommunal_nh.testing.markup import LIKE_MARKUP, markup_document
from kommunal_nh.testing.promise import Piece, pieces, runs, squeezed
from kommunal_nh.testing.rebuilding import bare, deferred
from kommunal_nh.testing.sample import deep_document, usual_document
from trees import everything, find, spoken, strings


class TitleExporter:
    """Stands in a file of tests, as those of plugins may."""

    format, suffix, media_type = "titel", ".titel", "text/plain"

    def write(self, document: Document, target: Path, options: Options) -> None:
        target.write_text(document.title, "utf-8")


class FailingExporter(TitleExporter):
    """Fails on some machines only."""

    def write(self, document: Document, target: Path, options: Options) -> None:
        raise RuntimeError(f"{document.title} ist zu lang")


# ---------------------------------------------------------------------------------------- samples


def test_the_usual_document_has_every_kind_of_node() -> None:
    """Each block and inline of the document tree is in the sample, but for the contents."""
    there = {type(node) for node in everything(usual_document())}
    expected = {*get_args(Block), *get_args(Inline)}

    assert {kind.__name__ for kind in expected - there} == {"TableOfContents"}


def test_what_looks_like_markup_stands_everywhere() -> None:
    """Each sign stands in headings, paragraphs, items, cells, captions and column titles."""
    said = list(strings(markup_document()))
    for sign in LIKE_MARKUP:
        assert f"{sign} Titel {sign}" in said
        assert sum(text.startswith(f"vor {sign} nach ") for text in said) == 6
        assert {f"Tabelle {sign}", f"Spalte {sign}", f"c{sign}"} <= set(said)


@given(documents())
def test_deferred_documents_are_equal(document: Document) -> None:
    """Made anew each time, a document is still the same, and its blocks have no length."""
    lazy = deferred(document)

    assert isinstance(lazy.blocks, Deferred)
    assert lazy == document


@given(documents())
def test_bare_documents_say_everything_else(document: Document) -> None:
    """Without contents and filters a document still has all of its running text."""
    rest = bare(document)

    assert list(spoken(rest)) == list(spoken(document))
    assert [one.title for one in find(rest, TitlePage)] == [
        one.title for one in find(document, TitlePage)
    ]
    assert rest.facets == ()


# ---------------------------------------------------------------------------------- reading order


@given(documents())
def test_what_is_promised_is_all_that_is_said(document: Document) -> None:
    """The pieces hold every word that another walk through the tree finds, in its order."""
    promised = "".join(piece.words for piece in pieces(document.blocks, document.statuses))
    said = [Piece("a text", without_spaces(text)) for text in spoken(document)]

    assert missing_piece(said, without_spaces(promised)) == ""


def without_spaces(text: str) -> str:
    """A text whose pieces may be cut anywhere."""
    return squeezed(text).replace(" ", "")


def test_what_is_missing_is_shown_with_its_neighbours() -> None:
    """The explanation names the missing words, those before them and what stands there instead."""
    wanted = [Piece("a paragraph", "eins"), Piece("a list item", "zwei B")]
    said = missing_piece(wanted, "zwei B\neins drei")

    assert missing_piece(wanted, "eins\n\tzwei  B") == ""
    assert "a list item is missing: 'zwei B'" in missing_piece(wanted, "eins")
    assert "after a paragraph: 'eins'" in said
    assert "goes on with: ' drei'" in said


@pytest.mark.parametrize(
    ("text", "times"),
    [("1.1 A", 1), ("11.1 A", 0), ("1.1.1 A", 0), ("1.1 AB", 0), ("(1.1 A)\n1.1 A", 2)],
)
def test_numbers_are_not_parts_of_longer_ones(text: str, times: int) -> None:
    """`1.1 A` is found where it stands by itself."""
    assert len(places("1.1 A", text)) == times


# ---------------------------------------------------------------------------------- another process


def test_an_exporter_in_a_file_of_tests_is_found() -> None:
    """The other process knows modules that only pytest can import by name."""
    assert written_in(HERE, TitleExporter(), deep_document()) == b"Musterreport"


def test_what_another_process_says_is_shown() -> None:
    """An exporter that fails there fails the test, with its own words."""
    with pytest.raises(AssertionError, match="Musterreport ist zu lang"):
        written_in(THERE, FailingExporter(), deep_document())


@pytest.mark.parametrize("package", ["hypothesis", "time_machine"])
def test_what_is_not_installed_is_named(package: str) -> None:
    """Without what it stands on, the kit names the command that installs it."""
    code = (
        f"import sys; sys.modules[{package!r}] = None\n"
        "import kommunal_nh\n"
        "try: import kommunal_nh.testing\n"
        "except kommunal_nh.MissingExtra as problem: print(problem)"
    )
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert package in done.stdout
    assert 'pip install "kommunal-nh[testing]"' in done.stdout


def test_words_may_be_cut_by_what_a_format_adds() -> None:
    """A piece ends where an address, a symbol or words that are gone may stand."""
    mark, link = StatusMark("idee", "Idee"), Link("https://example.org", (Text("Seite"),))
    content = (Text("Es ist "), mark, Strong((Text("vor"),)), Text("bei: "), link, Text(", so."))

    assert [text.strip() for text in runs(content)] == [
        "Es ist",
        "Idee",
        "vorbei:",
        "Seite",
        ", so.",
    ]
    assert runs((Text("neu"), Deleted((Text("alt"),)), LineBreak(), Code("x"))) == ["neu", "", "x"]
