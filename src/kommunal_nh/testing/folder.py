"""The contract that every exporter of folders keeps: pages instead of one file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings

from kommunal_nh.document import Block, Document, Text, plain_text, split
from kommunal_nh.exporters import FolderExporter
from kommunal_nh.testing.contract import ExporterContract
from kommunal_nh.testing.document import documents
from kommunal_nh.testing.keeping import places, project_headings
from kommunal_nh.testing.links import internal, leads_nowhere, linked_words
from kommunal_nh.testing.promise import pieces, squeezed
from kommunal_nh.testing.rebuilding import bare
from kommunal_nh.testing.references import references
from kommunal_nh.testing.sample import linked_document, usual_document
from kommunal_nh.testing.trial import demand, writing

_FORMS = {"format": r"[a-z][a-z0-9-]*", "media_type": r"[a-z]+/[a-zA-Z0-9][\w.+-]*"}
_PORTABLE = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}")
_generated = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.differing_executors, HealthCheck.too_slow],
)


class FolderContract(ExporterContract):
    """Tests for an exporter of folders; pytest runs them for each class that inherits them.

        class TestMyPages(FolderContract):
            exporter = MyPages()
            projects = True

            def read(self, folder: Path) -> str:
                return words_of_my_pages(folder)

    It asks what `ExporterContract` asks, of all pages together, and that every link leads to a file
    and an anchor that are there. `read` gives the words of the pages in the order of `split`, with
    the lists of projects that have their own pages.

    Attributes:
        exporter: The exporter under test. Its class belongs to a module.
        projects: Whether projects have pages of their own, as `split` is told.
    """

    projects: bool = False

    def promised(self, document: Document) -> Iterable[Block]:
        """What of a document the pages show, in their order.

        Args:
            document: Any document.

        Returns:
            The blocks of all pages.
        """
        pages = split(document, projects=self.projects).pages
        return [block for page in pages for block in page.blocks]

    def page(self, file: Path) -> str | None:
        """A file as HTML, so that its links can be followed; override it for other formats.

        Args:
            file: A file that the exporter has written.

        Returns:
            The HTML; None for what has no links, such as a picture.
        """
        return file.read_text("utf-8") if file.suffix == ".html" else None

    def suffix(self) -> str:
        """How the names of targets end.

        Returns:
            Nothing, for a folder.
        """
        return ""

    def links_hold(self, document: Document) -> None:
        """Every link inside leads to a file and an anchor, and every reference is a link.

        Args:
            document: Any document.

        Raises:
            AssertionError: A link is dead, or the words of a reference are none.
        """
        with TemporaryDirectory() as outside:
            folder = Path(outside, "folder")
            writing(self.exporter)(document, folder, {})
            files = {path.relative_to(folder).as_posix(): path for path in _files(folder)}
            pages = {name: html for name, path in files.items() if (html := self.page(path))}
        for name, address in internal(pages):
            dead = leads_nowhere(pages, set(files), name, address)
            demand(not dead, f"In {name} the link {address!r} leads nowhere.")
        lost = _wanted_words(self.promised(document), document) - linked_words(pages)
        demand(not lost, f"These words of a reference are no link: {min(lost, default='')!r}")

    def test_it_is_an_exporter(self) -> None:
        """It has a format, a media type and a method `write_folder`."""
        demand(
            not isinstance(self.exporter, type) and isinstance(self.exporter, FolderExporter),
            f"{self.exporter!r} is no exporter of folders: it needs format, media_type and "
            "write_folder, and `exporter` is an object, not a class.",
        )

    def test_its_names_are_well_formed(self) -> None:
        """The format can be typed, the media type has two parts."""
        for name, form in _FORMS.items():
            value = getattr(self.exporter, name)
            demand(bool(re.fullmatch(form, value)), f"{name}={value!r} is not well formed: {form}")

    def test_it_writes_its_file_and_no_other(self) -> None:
        """After writing there is the folder, and nothing beside it or in the working folder."""
        files = self.run(usual_document()).files
        others = [name for name in files if not name.startswith("folder/report/")]
        demand(not others, f"Beside its target the exporter has written: {', '.join(others)}")

    def test_its_files_can_be_copied_anywhere(self) -> None:
        """Names of files are short, of ASCII letters, and different also in small letters."""
        names = self.run(linked_document()).files
        parts = {part for name in names for part in name.split("/")}
        strange = sorted(part for part in parts if not _PORTABLE.fullmatch(part))
        demand(not strange, f"Not every system takes these names: {', '.join(strange)}")
        small = [name.lower() for name in names]
        demand(len({*small}) == len(small), "Two names differ only in capitals.")

    def test_each_project_is_there_once(self) -> None:
        """Each project is there with its number and title as often as it is promised."""
        document = bare(usual_document())
        text, promised = self.text_of(document), list(self.promised(document))
        wanted = " ".join(piece.words for piece in pieces(promised, document.statuses))
        for heading in project_headings(promised):
            times, due = len(places(heading, text)), len(places(heading, wanted))
            demand(times >= due, f"The project {heading!r} is missing, or its number is wrong.")
            demand(times == due, f"The project {heading!r} is there {times} times.")

    def test_every_link_leads_somewhere(self) -> None:
        """Contents and references lead to the page and the anchor of what they name."""
        self.links_hold(linked_document())
        self.links_hold(usual_document())

    @_generated
    @given(documents())
    def test_every_link_of_any_document_leads_somewhere(self, document: Document) -> None:
        """In the pages of any report no link is dead."""
        self.links_hold(document)


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


def _wanted_words(blocks: Iterable[Block], document: Document) -> set[str]:
    """The words of the references that lead to something in the document."""
    known = split(document).places
    led = [one for one in references(blocks) if one.anchor in known]
    plain = [one for one in led if all(isinstance(inline, Text) for inline in one.content)]
    return {squeezed(plain_text(one.content)) for one in plain} - {""}
