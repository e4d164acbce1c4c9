"""The contract that every exporter keeps, as a class of tests."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from kommunal_nh.document import Document
from kommunal_nh.testing.document import documents
from kommunal_nh.testing.files import KeepsFiles
from kommunal_nh.testing.keeping import KeepsWords
from kommunal_nh.testing.pictures import TellsPictures
from kommunal_nh.testing.trial import demand

# One test belongs to all exporters, and whole documents take their time.
_generated = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.differing_executors, HealthCheck.too_slow],
)


class ExporterContract(KeepsFiles, KeepsWords, TellsPictures):
    """Tests for an exporter; pytest runs them for each class that inherits them.

        class TestMyFormat(ExporterContract):
            exporter = MyExporter()

            def read(self, file: Path) -> str:
                return words_of_my_format(file.read_text("utf-8"))

    Whoever passes them loses no project, number, status or word of a report, takes words for
    markup nowhere, and writes one file that is the same everywhere. A format that shows only a part
    of a document says which by overriding `promised`. How many documents the last tests try is set
    by the profile of Hypothesis.

    Attributes:
        exporter: The exporter under test. Its class belongs to a module, as other processes have
            to find it.
    """

    @_generated
    @given(documents())
    def test_any_document_keeps_its_words(self, document: Document) -> None:
        """Every word of any report is in the file, in reading order."""
        self.keeps_words(document)

    @_generated
    @given(documents())
    def test_any_document_gives_the_same_bytes_again(self, document: Document) -> None:
        """Any report, written twice, gives the same bytes."""
        demand(
            self.run(document).data == self.run(document).data,
            "The same document, written again, gives other bytes.",
        )
