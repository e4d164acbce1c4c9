"""The contract for folders finds what only folders do wrong, and says it in a sentence."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.conformance.readers import as_html, wiki_words

from kommunal_nh import Document, Options
from kommunal_nh.testing import ExporterContract, FolderContract
from kommunal_nh.testing.sample import linked_document
from kommunal_nh_markdown import WikiExporter

Spoil = Callable[[Path], object]


class SpoilingExporter:
    """Writes a wiki and then does something wrong."""

    format, media_type = "mutant", "text/markdown"

    def __init__(self, spoil: Spoil) -> None:
        self.spoil = spoil

    def write_folder(self, document: Document, target: Path, options: Options) -> None:
        WikiExporter().write_folder(document, target, options)
        self.spoil(target)


class Trial(FolderContract):
    """The contract for any mistake, to be run by hand."""

    projects = True

    def __init__(self, spoil: Spoil) -> None:
        self.exporter = SpoilingExporter(spoil)

    def read(self, folder: Path) -> str:
        return wiki_words(folder)

    def page(self, file: Path) -> str | None:
        return as_html(file.read_text("utf-8")) if file.suffix == ".md" else None


def rewrite(pattern: str, replacement: str) -> Spoil:
    """A mistake in the text of every page."""

    def spoil(folder: Path) -> None:
        for file in folder.rglob("*.md"):
            text = re.sub(pattern, replacement, file.read_text("utf-8"))
            file.write_text(text, "utf-8")

    return spoil


MISTAKES: dict[str, tuple[Spoil, str, str]] = {
    "leads to files that are not there": (
        rewrite(r"\(t-1/README\.md", "(t-1/index.md"),
        "test_every_link_leads_somewhere",
        "In README.md the link 't-1/index.md' leads nowhere.",
    ),
    "has no anchors": (
        rewrite(r"<a id.*</a>", ""),
        "test_every_link_leads_somewhere",
        "leads nowhere.",
    ),
    "drops references": (
        rewrite(r"\[zu ([^]]*)\]\([^)]*\)", r"zu \1"),
        "test_every_link_leads_somewhere",
        "These words of a reference are no link: 'zu ",
    ),
    "uses names with spaces": (
        lambda folder: (folder / "ein bild.png").write_bytes(b""),
        "test_its_files_can_be_copied_anywhere",
        "Not every system takes these names: ein bild.png",
    ),
    "uses names that differ in capitals": (
        lambda folder: (folder / "readme.MD").write_bytes(b""),
        "test_its_files_can_be_copied_anywhere",
        "Two names differ only in capitals.",
    ),
    "writes beside the folder": (
        lambda folder: (folder.parent / "log.txt").write_bytes(b""),
        "test_it_writes_its_file_and_no_other",
        "Beside its target the exporter has written: folder/log.txt",
    ),
    "loses a project": (
        rewrite(r"1\.1\.10 Radweg", "Radweg"),
        "test_each_project_is_there_once",
        "The project '1.1.10 Radweg' is missing",
    ),
    "shows a project once more": (
        rewrite(r"(# 1\.1\.10 Radweg)", r"\1\n\n1.1.10 Radweg"),
        "test_each_project_is_there_once",
        "The project '1.1.10 Radweg' is there 3 times.",
    ),
    "says when it was written": (
        lambda folder: (folder / "tag.txt").write_text(str(Path(folder).stat().st_ctime_ns)),
        "test_the_same_document_gives_the_same_bytes",
        "gives other bytes",
    ),
}
"""What an exporter does wrong; the test that finds it, and what that test says."""
NAMES = {
    "format": ("Mein Wiki", "test_its_names_are_well_formed"),
    "media_type": ("md", "test_its_names_are_well_formed"),
    "write_folder": (None, "test_it_is_an_exporter"),
}
GENERATED = "test_every_link_of_any_document_leads_somewhere"


def test_every_test_that_is_only_for_folders_finds_something() -> None:
    """Each test that the contract has of its own is one that finds a mistake here."""
    own = {name for name in vars(FolderContract) if name.startswith("test_")}
    found = {test for _, test, _ in MISTAKES.values()} | {test for _, test in NAMES.values()}
    assert own <= {*found, GENERATED}
    assert found <= {name for name in dir(FolderContract) if name.startswith("test_")}
    assert issubclass(FolderContract, ExporterContract)


@pytest.mark.parametrize("name", MISTAKES)
def test_a_defective_exporter_of_folders_is_found(name: str) -> None:
    """The test that a mistake belongs to fails, with a sentence that names it."""
    spoil, test, complaint = MISTAKES[name]
    with pytest.raises(AssertionError) as raised:
        getattr(Trial(spoil), test)()
    assert complaint in str(raised.value)


@pytest.mark.parametrize("name", NAMES)
def test_an_exporter_of_folders_without_proper_names_is_found(name: str) -> None:
    """A format or media type that is not well formed is named; so is a missing method."""
    value, test = NAMES[name]
    trial = Trial(lambda _: None)
    made: Any = type("Named", (SpoilingExporter,), {name: value})
    trial.exporter = made if value is None else made(lambda _: None)
    with pytest.raises(AssertionError, match=name):
        getattr(trial, test)()


def test_generated_documents_find_dead_links_too() -> None:
    """Given any one document with references, the test with generated ones fails as well."""
    trial = Trial(rewrite(r"<a id.*</a>", ""))
    inner = getattr(FolderContract, GENERATED).hypothesis.inner_test
    with pytest.raises(AssertionError, match="leads nowhere"):
        inner(trial, linked_document())


@pytest.mark.parametrize(
    "test",
    [name for name in vars(FolderContract) if name.startswith("test_") and name != GENERATED],
)
def test_without_a_mistake_nothing_is_found(test: str) -> None:
    """The same exporter without any mistake passes."""
    getattr(Trial(lambda _: None), test)()
